//! How much a drawing holds when every part that it repeats is counted each time.
//!
//! A few lines of SVG can stand for a hundred million shapes: a group that is used ten times, in a group that is used ten
//! times, and so on. A reader's browser would stand still over it.

use std::collections::HashMap;

use roxmltree::{Document, Node, NodeId};
use rustc_hash::FxHashMap;

/// The most parts that a drawing may show.
const PARTS_MAX: u64 = 200_000;
/// How deep parts may lie inside each other, by place or by reference.
const DEPTH_MAX: usize = 400;

/// Whether the drawing shows no more than it should.
pub fn is_bearable(document: &Document<'_>) -> bool {
    let mut by_id = HashMap::new();
    for node in document.descendants().filter(Node::is_element) {
        if let Some(id) = node.attribute("id") {
            by_id.entry(id).or_insert(node);
        }
    }
    let mut scale = Scale { by_id, weights: FxHashMap::default() };
    scale.weigh(document.root_element(), 0).is_some_and(|weight| weight <= PARTS_MAX)
}

struct Scale<'a, 'input> {
    by_id: HashMap<&'a str, Node<'a, 'input>>,
    /// `None` while a part is being weighed: then it holds itself.
    weights: FxHashMap<NodeId, Option<u64>>,
}

impl<'a, 'input> Scale<'a, 'input> {
    /// How many parts `node` shows; `None` when it holds itself, or lies too deep.
    fn weigh(&mut self, node: Node<'a, 'input>, depth: usize) -> Option<u64> {
        if let Some(known) = self.weights.get(&node.id()) {
            return *known;
        }
        if depth > DEPTH_MAX {
            return None;
        }
        self.weights.insert(node.id(), None);
        let mut weight = 1_u64;
        for name in references(node) {
            if let Some(other) = self.by_id.get(name).copied() {
                weight = weight.saturating_add(self.weigh(other, depth + 1)?);
            }
        }
        for child in node.children().filter(Node::is_element) {
            weight = weight.saturating_add(self.weigh(child, depth + 1)?);
        }
        self.weights.insert(node.id(), Some(weight));
        Some(weight)
    }
}

/// The names of the parts that `node` shows too: those it uses, and those it is cut or filled with.
fn references<'a>(node: Node<'a, '_>) -> impl Iterator<Item = &'a str> {
    let values = node.attributes().map(|attribute| (attribute.name(), attribute.value()));
    // Nearly every value is a colour, a number or a path.
    let values: Vec<(&str, &'a str)> = values.filter(|(name, value)| *name == "href" || value.as_bytes().contains(&b'(')).collect();
    let is_gradient = node.tag_name().name().ends_with("Gradient");
    values.into_iter().flat_map(move |(name, value)| {
        // A gradient takes its colours from another one, and does not show it.
        let used = (name == "href" && !is_gradient).then(|| value.trim().strip_prefix('#')).flatten();
        let in_url = value.split("url(").skip(1).filter_map(|rest| {
            let name = rest.split(')').next()?;
            name.trim_matches(|c: char| c.is_whitespace() || c == '"' || c == '\'').strip_prefix('#')
        });
        used.into_iter().chain(in_url)
    })
}
