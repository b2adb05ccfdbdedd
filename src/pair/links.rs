//! What links lead to.

use super::{World, nearest_files};
use crate::parse::nearest;
use crate::toolkit::{LinkFault, LinkTarget, LinkUse, SitePath};

/// The kinds of files that a toolkit may offer for download, and play. None of them can run in a reader's browser.
const PUBLISHED: [&str; 29] = [
    "pdf", "docx", "doc", "odt", "rtf", "txt", "csv", "xlsx", "ods", "pptx", "odp", "epub", "zip", "brf", "mp3", "m4a", "ogg", "oga",
    "opus", "wav", "flac", "mp4", "m4v", "webm", "ogv", "vtt", "srt", "ics", "vcf",
];

/// Whether files with this extension are published as they are.
fn is_published_kind(extension: &str) -> bool {
    PUBLISHED.contains(&extension)
}

/// Finds what a link of the page at `page` leads to. `anchors` are the names on the page itself.
pub fn find_link(page: &SitePath, target: &LinkTarget, anchors: &[&str], world: World<'_>) -> LinkUse {
    match target {
        LinkTarget::Outside(address) => LinkUse::Outside(address.clone()),
        LinkTarget::Refused => LinkUse::Broken(LinkFault::Refused),
        LinkTarget::Lost => LinkUse::Broken(LinkFault::Lost),
        LinkTarget::Here(name) if anchors.contains(&name.as_str()) => LinkUse::Here(name.clone()),
        LinkTarget::Here(name) => LinkUse::Broken(no_heading(name, anchors)),
        LinkTarget::Page { path, fragment } => find_page(page, path, fragment.as_deref(), world),
        LinkTarget::File(path) => find_file(path, world),
    }
}

fn no_heading(name: &str, anchors: &[&str]) -> LinkFault {
    let headings = anchors.iter().copied().filter(|anchor| !anchor.starts_with("r-"));
    LinkFault::NoHeading(name.to_owned(), nearest(name, headings).into_iter().map(str::to_owned).collect())
}

fn find_page(page: &SitePath, path: &SitePath, fragment: Option<&str>, world: World<'_>) -> LinkUse {
    // A link without an ending may mean a page or a folder with a cover.
    let spellings = [Some(path.clone()), SitePath::new(&format!("{path}.md")), path.join("index.md")];
    for spelling in spellings.into_iter().flatten() {
        if let Some(place) = world.site.places.get(&spelling) {
            return LinkUse::Page { path: spelling, route: place.route.clone(), fragment: fragment.map(str::to_owned) };
        }
        if world.site.drafts.contains(&spelling) {
            return LinkUse::Broken(LinkFault::Draft);
        }
    }
    LinkUse::Broken(LinkFault::NoPage(nearest_pages(page, path, world)))
}

/// The pages whose names are most like `wanted`, as links from `page`: those of the same folder first.
fn nearest_pages(page: &SitePath, wanted: &SitePath, world: World<'_>) -> Vec<String> {
    let near = nearest_files(wanted, world.snapshot, |file| file.extension() == "md");
    if !near.is_empty() {
        let folder = wanted.folder();
        let way = if folder == page.folder() { None } else { wanted.below("content").and_then(|below| below.rsplit_once('/')) };
        let folder = way.map_or(String::new(), |(folder, _)| format!("/{folder}/"));
        return near.into_iter().map(|name| if name.starts_with('/') { name } else { format!("{folder}{name}") }).collect();
    }
    // A page is often sought by its address, without the number before its name.
    let bare = |stem: &str| crate::toolkit::slug(crate::toolkit::split_number(stem).1);
    let name = bare(wanted.stem());
    let pages = world.snapshot.files_in("content").map(|(path, _)| path);
    let same = pages.filter(|path| path.extension() == "md" && bare(path.stem()) == name);
    same.take(3)
        .map(
            |path| {
                if path.folder() == page.folder() {
                    path.file_name().to_owned()
                } else {
                    format!("/{}", path.below("content").unwrap_or(""))
                }
            },
        )
        .collect()
}

fn find_file(path: &SitePath, world: World<'_>) -> LinkUse {
    if !world.snapshot.has(path) {
        return LinkUse::Broken(LinkFault::NoFile(nearest_files(path, world.snapshot, |_| true)));
    }
    let extension = path.extension();
    if matches!(extension.as_str(), "png" | "jpg" | "jpeg" | "webp" | "gif" | "svg") {
        return match world.assets.image(path) {
            Ok(image) => LinkUse::File { route: image.route.clone(), bytes: 0 },
            Err(_) => LinkUse::Broken(LinkFault::Unreadable("it is not a picture that can be shown".to_owned())),
        };
    }
    if !is_published_kind(&extension) {
        return LinkUse::Broken(LinkFault::KindOfFile(extension));
    }
    match world.assets.file(path) {
        Ok((route, bytes)) => LinkUse::File { route, bytes },
        Err(why) => LinkUse::Broken(LinkFault::Unreadable(why)),
    }
}

/// Why a link to the name `wanted` on another page, whose names are `anchors`, leads nowhere; `None` when it does not.
///
/// Names on other pages are known only when all pages are read, so this is asked at the end.
pub fn missing_heading(wanted: &str, anchors: &[&str]) -> Option<LinkFault> {
    (!anchors.contains(&wanted)).then(|| no_heading(wanted, anchors))
}
