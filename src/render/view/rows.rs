//! Pictures beside rows: the same few stand beside thousands of rows, so each is made ready once.

use std::sync::{PoisonError, RwLock};

use rustc_hash::FxHashMap;
use serde::Serialize;
use tera::{Context, Value};

use super::PictureView;
use crate::render::Theme;

/// The most pictures that are kept. A toolkit with more of them makes the others anew for each row.
const KEPT_MAX: usize = 10_000;
/// The component of the theme that shows a picture.
const COMPONENT: &str = "picture";

/// The pictures of rows, ready for templates.
pub struct RowPictures<'a> {
    theme: &'a Theme,
    ready: RwLock<FxHashMap<PictureView, Value>>,
}

/// A picture as the component `row` sees it.
#[derive(Serialize)]
struct Ready<'a> {
    #[serde(flatten)]
    picture: &'a PictureView,
    /// What the component `picture` makes of it. None when that cannot be said without the page: then the page asks for it.
    html: Option<Value>,
}

impl<'a> RowPictures<'a> {
    /// Pictures as `theme` shows them.
    pub fn new(theme: &'a Theme) -> Self {
        Self { theme, ready: RwLock::default() }
    }

    /// A picture beside a row.
    pub fn ready(&self, picture: PictureView) -> Value {
        if let Some(ready) = self.ready.read().unwrap_or_else(PoisonError::into_inner).get(&picture) {
            return ready.clone();
        }
        let mut context = Context::new();
        context.insert("picture", &picture);
        let html = self.theme.component(COMPONENT, &context).map(|html| Value::safe_string(&html));
        let value = Value::from_serializable(&Ready { picture: &picture, html });
        let mut ready = self.ready.write().unwrap_or_else(PoisonError::into_inner);
        if ready.len() < KEPT_MAX {
            ready.insert(picture, value.clone());
        }
        value
    }
}
