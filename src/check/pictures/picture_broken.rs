//! The rule `picture-broken`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run, SiteView};
use crate::toolkit::{ImageFault, PictureFault, SitePath};

rule! {
    /// A picture file that cannot be used.
    ///
    /// # Why it matters
    /// Readers would see an empty place, or only half a picture.
    ///
    /// # What to do
    /// Open the file in a picture program and save it again. Use .jpg for a photo. Use .png or .svg for a drawing.
    ///
    /// # Sources
    /// - Our own: a fact.
    "picture-broken", Pictures, Error, Run::PageAndSite(run, run_site)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for (paired, _, span) in super::all(view) {
        if let Err(PictureFault::Broken(path, fault)) = &paired.image {
            let (what, todo) = words(path, fault);
            report.find(span, what, todo);
        }
    }
}

fn run_site(view: &SiteView<'_>, report: &mut Report<'_>) {
    for picture in view.pictures {
        if let Err(PictureFault::Broken(path, fault)) = &picture.paired.image {
            let (what, todo) = words(path, fault);
            report.find_at(picture.path.as_str(), Some(picture.written.span), what, todo);
        }
    }
}

/// What is wrong with an image file, and what to do about it.
fn words(path: &SitePath, fault: &ImageFault) -> (String, String) {
    let name = path.file_name();
    let megabytes = |bytes: u64| bytes.div_ceil(1024 * 1024);
    match fault {
        ImageFault::Empty => (format!("The file {name} is empty."), "Save the picture again.".to_owned()),
        ImageFault::NotAnImage => {
            let what = format!("The file {name} is not a picture that Alongside knows.");
            (what, "Save it as .jpg, .png, .webp, .gif or .svg.".to_owned())
        }
        ImageFault::WrongName(extension, kind) => {
            let what = format!("The file {name} ends in .{extension}, but it is a picture of the kind {kind}.");
            (what, format!("Give the file the ending .{kind}. Change the name in the page too."))
        }
        ImageFault::Damaged(_) => {
            (format!("The file {name} is damaged. Perhaps it was not copied to its end."), "Copy or save the picture again.".to_owned())
        }
        ImageFault::TooLarge(width, height) => {
            let what = format!("The picture {name} is too large: {width} by {height} dots.");
            (what, "Make it smaller. 2,000 dots on the longer side are plenty.".to_owned())
        }
        ImageFault::TooHeavy(size, limit) => {
            let what = format!("The file {name} is too big: {} MB. {} MB is the limit.", megabytes(*size), megabytes(*limit));
            (what, "Make the picture smaller. 2,000 dots on the longer side are plenty.".to_owned())
        }
        ImageFault::BadDrawing(_) => {
            (format!("The drawing {name} cannot be read."), "Open it in a drawing program and save it as a plain SVG file.".to_owned())
        }
        ImageFault::WordsInDrawing => {
            let what = format!("The drawing {name} has words in it. They need a font that your readers may not have.");
            (what, "In your drawing program, turn the words into paths. Then save the file again.".to_owned())
        }
        ImageFault::PhotoInDrawing => {
            (format!("The drawing {name} has a photo in it."), "Save it as .png instead. Or take the photo out of the drawing.".to_owned())
        }
        ImageFault::Unreadable(why) => {
            (format!("The file {name} cannot be opened: {why}."), "Check that the file is there and that you may open it.".to_owned())
        }
    }
}
