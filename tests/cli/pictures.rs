//! Photos and drawings: what is refused, what is told, and what is published.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use crate::toolkit::{Run, Toolkit};

/// Words that a camera or a program put beside a picture. They must not be published.
const SECRET: &str = "SECRET-PLACE";

/// A picture whose first columns are blue, the others red. Its noise keeps the file from being tiny.
fn picture(width: u32, height: u32) -> DynamicImage {
    let dot = |x: u32, y: u32| {
        let noise = u8::try_from((x * 31 + y * 17 + x * y) % 40).unwrap();
        if x < width / 5 { Rgb([noise, noise, 250]) } else { Rgb([250, noise, noise]) }
    };
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, dot))
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG file with what a camera writes: that the picture must be turned to the right, a description, a comment.
fn from_a_camera() -> Vec<u8> {
    let plain = encoded(&picture(200, 100), ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x02".to_vec();
    exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"); // orientation: 6
    exif.extend(b"\x01\x0e\0\x02\0\0\0\x0d\0\0\0\x26\0\0\0\0"); // description: 13 bytes at 38
    exif.extend(SECRET.as_bytes());
    exif.push(0);
    let segment = |kind: u8, inside: &[u8]| [&[0xff, kind], &u16::try_from(inside.len() + 2).unwrap().to_be_bytes()[..], inside].concat();
    [&plain[..2], &segment(0xe1, &exif), &segment(0xfe, SECRET.as_bytes()), &plain[2..], SECRET.as_bytes()].concat()
}

/// Builds a toolkit whose page shows the picture file `name`.
fn with_picture(name: &str, bytes: impl AsRef<[u8]>) -> (Toolkit, Run) {
    let body = format!("![What it shows]({name}) We look.\n");
    let toolkit = Toolkit::new().file(&format!("content/{name}"), bytes).page("a", &body);
    let run = toolkit.build();
    (toolkit, run)
}

/// The published files of the picture `stem`, by the ends of their names.
fn all_published(toolkit: &Toolkit, stem: &str) -> Vec<(String, Vec<u8>)> {
    let is_its =
        |name: &str| name.strip_prefix("assets/").and_then(|name| name.strip_prefix(stem)).is_some_and(|rest| rest.starts_with(['-', '.']));
    toolkit.site().into_iter().filter(|(name, _)| is_its(name)).collect()
}

/// The one published file of the picture `stem` that every browser knows.
fn published(toolkit: &Toolkit, stem: &str) -> Vec<u8> {
    let mut found = all_published(toolkit, stem);
    found.retain(|(name, _)| name.rsplit('.').next() != Some("webp"));
    assert_eq!(found.len(), 1, "pictures called {stem}");
    found.pop().unwrap().1
}

/// A PNG file that says it is this large, and holds nothing.
fn empty_png(width: u32, height: u32) -> Vec<u8> {
    let mut png = encoded(&picture(1, 1), ImageFormat::Png);
    let head = [b"IHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes(), &png[24..29]].concat();
    let sum = checksum(&head).to_be_bytes();
    png.splice(12..33, [head.as_slice(), &sum].concat());
    png
}

/// The check sum of a piece of a PNG file (CRC-32).
fn checksum(bytes: &[u8]) -> u32 {
    let step =
        |sum: u32, byte: &u8| (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 });
    !bytes.iter().fold(!0, step)
}

#[test]
fn photos_are_turned_and_lose_what_the_camera_wrote() {
    let (toolkit, run) = with_picture("photo.jpg", from_a_camera());
    run.code(0);
    for (name, bytes) in all_published(&toolkit, "photo") {
        assert!(!String::from_utf8_lossy(&bytes).contains(SECRET), "the camera's words are published in {name}");
        assert!(!bytes.windows(4).any(|part| part == b"Exif" || part == b"EXIF"), "the camera's facts are published in {name}");
        let shown = image::load_from_memory(&bytes).unwrap();
        assert_eq!((shown.width(), shown.height()), (100, 200), "{name}");
    }
    let turned = image::load_from_memory(&published(&toolkit, "photo")).unwrap().into_rgb8();
    // What was at the left is now at the top.
    assert!(turned.get_pixel(50, 5)[2] > 200 && turned.get_pixel(50, 190)[0] > 200);
    assert!(toolkit.html("a/index.html").contains("width=\"100\" height=\"200\""));
}

#[test]
fn every_kind_of_photo_is_published() {
    let small = picture(60, 30);
    for (name, format) in
        [("a.png", ImageFormat::Png), ("b.gif", ImageFormat::Gif), ("c.webp", ImageFormat::WebP), ("d.JPG", ImageFormat::Jpeg)]
    {
        let (toolkit, run) = with_picture(name, encoded(&small, format));
        run.code(0);
        let shown = image::load_from_memory(&published(&toolkit, &name[..1])).unwrap();
        assert_eq!((shown.width(), shown.height()), (60, 30), "{name}");
    }
    let deep = DynamicImage::ImageRgb16(picture(20, 10).into_rgb16());
    with_picture("deep.png", encoded(&deep, ImageFormat::Png)).1.code(0);
}

#[test]
fn pictures_that_cannot_be_used_are_told() {
    let (jpeg, png) = (encoded(&picture(300, 200), ImageFormat::Jpeg), encoded(&picture(300, 200), ImageFormat::Png));
    let half = |bytes: &[u8]| bytes[..bytes.len() / 2].to_vec();
    for (name, bytes, words) in [
        ("a.png", Vec::new(), "is empty"),
        ("a.png", b"hello".to_vec(), "is not a picture"),
        ("a.png", b"<html><script>x</script></html>".to_vec(), "is not a picture"),
        ("a.png", jpeg.clone(), "of the kind jpg"),
        ("a.svg", png.clone(), "of the kind png"),
        ("a.png", half(&png), "is damaged"),
        ("a.png", empty_png(30_000, 30_000), "is too large: 30000 by 30000"),
        ("a.png", empty_png(8_000, 6_300), "is too large: 8000 by 6300"),
        ("a.png", empty_png(u32::MAX, u32::MAX), "damaged"),
        ("a.jpg", b"\0\0\0 ftypheic".to_vec(), "is not a picture"),
        ("a.svg", b"<svg".to_vec(), "cannot be read"),
    ] {
        let (_, run) = with_picture(name, bytes);
        run.code(1).finds("picture-broken", "content/a.md:8:1").says(words);
    }
}

#[test]
fn a_photo_that_was_not_copied_to_its_end_is_told() {
    let jpeg = encoded(&picture(600, 400), ImageFormat::Jpeg);
    for length in [jpeg.len() / 20, jpeg.len() / 2, jpeg.len() - 2] {
        let (_, run) = with_picture("photo.jpg", &jpeg[..length]);
        run.code(1).finds("picture-broken", "content/a.md:8:1").says("is damaged");
    }
}

/// A drawing with a shape and this beside it.
fn drawing(inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">{inside}\
         <rect width=\"4\" height=\"4\"/></svg>"
    )
}

#[test]
fn drawings_lose_everything_that_runs_or_reaches_out() {
    for inside in [
        "<script>alert(1)</script>",
        "<g onload=\"alert(1)\" onclick=\"alert(1)\"/>",
        "<foreignObject><iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"https://evil.example\"/></foreignObject>",
        "<use xlink:href=\"https://evil.example/x.svg#a\"/>",
        "<rect fill=\"url(https://evil.example/x)\" width=\"1\" height=\"1\"/>",
        "<rect fill=\"src('https://evil.example/x')\" width=\"1\" height=\"1\"/>",
        "<rect style=\"fill:url('//evil.example')\" width=\"1\" height=\"1\"/>",
        "<style>@import url(https://evil.example/x.css); rect{fill:url(//evil.example)}</style>",
        "<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>",
        "<metadata>SECRET-PLACE</metadata><!-- SECRET-PLACE -->",
    ] {
        let (toolkit, run) = with_picture("pic.svg", drawing(inside));
        if run.said().contains("Made 1 page") {
            let text = String::from_utf8(published(&toolkit, "pic")).unwrap();
            for sign in ["alert", "evil.example", "script", "SECRET", "iframe", "import"] {
                assert!(!text.contains(sign), "{inside} gave {text}");
            }
            assert!(text.contains("<rect") || text.contains("<path"), "{inside} lost the drawing: {text}");
        } else {
            run.code(1).says("[picture-broken]");
        }
    }
}

#[test]
fn bombs_in_drawings_are_refused() {
    let entities: String =
        ('b'..='i').zip('a'..).map(|(name, of)| format!("<!ENTITY {name} \"{}\">", format!("&{of};").repeat(10))).collect();
    let bomb = format!("<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\">{entities}]>{}", drawing("<title>&i;</title>"));
    let file = format!("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{}", drawing("<title>&x;</title>"));
    let deep = drawing(&format!("{}{}", "<g>".repeat(5_000), "</g>".repeat(5_000)));
    let wide = drawing("").replace("0 0 9 9", "0 0 1e9 1e9");
    for text in [bomb, file, deep, wide] {
        with_picture("pic.svg", text).1.code(1).finds("picture-broken", "content/a.md:8:1");
    }
}

#[test]
fn a_drawing_that_repeats_itself_without_end_is_refused() {
    // A hundred million shapes in two kilobytes: the reader's browser would stand still.
    let level = |n: u32| format!("<g id=\"a{n}\">{}</g>", format!("<use href=\"#a{}\"/>", n - 1).repeat(10));
    let groups: String = (1..=8).map(level).collect();
    let inside = format!("<defs><g id=\"a0\"><rect width=\"1\" height=\"1\"/></g>{groups}</defs><use href=\"#a8\"/>");
    with_picture("pic.svg", drawing(&inside)).1.code(1).finds("picture-broken", "content/a.md:8:1");
}

#[test]
fn drawings_that_would_lose_something_are_told() {
    let photo = "<image width=\"9\" height=\"9\" href=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\"/>";
    for inside in [photo, "<image width=\"9\" height=\"9\" href=\"photo.png\"/>", "<text x=\"1\" y=\"5\">Our group</text>"] {
        let (toolkit, run) = with_picture("pic.svg", drawing(inside));
        let kept = run.said().contains("Made 1 page") && {
            let text = String::from_utf8(published(&toolkit, "pic")).unwrap();
            text.contains("<image") || text.matches("<path").count() > 1
        };
        assert!(kept || run.said().contains("[picture-broken]"), "{inside} vanishes, and nobody says so");
    }
    // Drawing programs put a link around a shape. The shape stays.
    let (toolkit, run) = with_picture("pic.svg", drawing("<a href=\"https://example.org\"><circle r=\"2\"/></a>"));
    run.code(0);
    assert!(String::from_utf8(published(&toolkit, "pic")).unwrap().contains("<circle"));
}

#[test]
fn a_drawing_of_nothing_is_told() {
    for text in
        ["<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<svg xmlns=\"http://example.org/other\"><rect width=\"4\" height=\"4\"/></svg>"]
    {
        with_picture("pic.svg", text).1.code(1).finds("picture-broken", "content/a.md:8:1");
    }
}
