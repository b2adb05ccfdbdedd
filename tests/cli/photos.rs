//! Photos: the sizes in which they are published, their colours, and what is kept of them between builds.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::PathBuf;

use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, Frame, ImageEncoder, Rgb, RgbImage, RgbaImage};

use crate::toolkit::{Files, HEAD, Toolkit};

/// A photo of noise, which no encoder takes for a drawing.
fn photo(width: u32, height: u32) -> Vec<u8> {
    let mut seed = 7_u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed.to_le_bytes()[3]
    };
    let dots = RgbImage::from_fn(width, height, |_, _| Rgb([next(), next(), next()]));
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 60).encode_image(&dots).unwrap();
    bytes
}

/// A toolkit whose page shows `name`.
fn showing(name: &str, bytes: impl AsRef<[u8]>) -> Toolkit {
    Toolkit::new().file(&format!("content/{name}"), bytes).page("a", &format!("![What it shows]({name}) We look.\n"))
}

/// The published files of the picture `stem`.
fn published(toolkit: &Toolkit, stem: &str) -> Files {
    let start = format!("assets/{stem}-");
    toolkit.site().into_iter().filter(|(name, _)| name.starts_with(&start)).collect()
}

#[test]
fn a_photo_is_published_in_sizes_that_fit_and_is_never_made_larger() {
    for (size, widths) in
        [((1600, 1200), vec![360, 720, 1200]), ((720, 540), vec![360, 720]), ((500, 900), vec![360, 500]), ((40, 30), vec![40])]
    {
        let toolkit = showing("photo.jpg", photo(size.0, size.1));
        toolkit.build().code(0);
        let html = toolkit.html("a/index.html");
        let picture = html.split("<picture>").nth(1).unwrap().split("</picture>").next().unwrap();
        let files = published(&toolkit, "photo");
        assert_eq!(files.len(), widths.len() * 2, "{:?}", files.keys());
        for (name, bytes) in &files {
            let shown = image::load_from_memory(bytes).unwrap();
            assert!(widths.contains(&shown.width()), "{name}");
            // The shape stays, to the nearest dot.
            let height = (f64::from(shown.width()) * f64::from(size.1) / f64::from(size.0)).ceil();
            assert!((f64::from(shown.height()) - height).abs() < 1.0, "{name}");
            assert!(picture.contains(&format!("../{name} {}w", shown.width())), "{name} is not offered in {picture}");
        }
        let widest = widths.last().unwrap();
        assert!(picture.contains("<source type=\"image/webp\" srcset=\""));
        assert!(picture.contains(&format!("width=\"{widest}\" height=\"")));
        assert!(picture.contains(&format!("sizes=\"(max-width:36rem) min(16rem,{widest}px), min(10.5rem,{widest}px)\"")), "{picture}");
    }
}

/// The files on the shelf of a toolkit.
fn shelf(toolkit: &Toolkit) -> BTreeSet<PathBuf> {
    std::fs::read_dir(toolkit.path(".alongside/shelf")).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn no_photo_is_encoded_twice() {
    let toolkit = showing("photo.jpg", photo(400, 300));
    toolkit.build().code(0);
    let site = toolkit.site();
    // A mark on what is kept shows in the next site, if that is made from it.
    let largest = shelf(&toolkit).into_iter().max_by_key(|path| std::fs::metadata(path).unwrap().len()).unwrap();
    let mut contents = std::fs::read(&largest).unwrap().split_off(32);
    *contents.last_mut().unwrap() ^= 1;
    std::fs::write(&largest, [blake3::hash(&contents).as_bytes().as_slice(), &contents].concat()).unwrap();
    // The same photo under another name, on another page.
    toolkit.write("content/other.jpg", photo(400, 300));
    toolkit.write("content/b.md", format!("{HEAD}![What it shows](other.jpg) We look.\n"));
    toolkit.build().code(0);
    let (photos, others) = (published(&toolkit, "photo"), published(&toolkit, "other"));
    assert_eq!(photos.len(), others.len());
    assert!(photos.values().eq(others.values()));
    let marked = photos.iter().filter(|(name, bytes)| site[*name] != **bytes).count();
    assert_eq!(marked, 1, "the shelf was not used");
}

#[test]
fn a_shelf_that_is_damaged_or_gone_changes_nothing() {
    let toolkit = showing("photo.jpg", photo(400, 300));
    toolkit.build().code(0);
    let site = toolkit.site();
    let damages: [fn(&PathBuf); 4] = [
        |path| std::fs::write(path, "").unwrap(),
        |path| std::fs::write(path, [7; 4000]).unwrap(),
        |path| std::fs::remove_file(path).unwrap(),
        |path| {
            std::fs::remove_file(path).unwrap();
            std::fs::create_dir(path).unwrap();
        },
    ];
    for damage in damages {
        shelf(&toolkit).iter().for_each(damage);
        std::fs::remove_dir_all(toolkit.path("public")).unwrap();
        toolkit.build().code(0);
        assert!(toolkit.site() == site);
    }
}

/// The ending of a name.
fn ending(name: &str) -> &str {
    name.rsplit('.').next().unwrap()
}

/// The colour that most of a published picture has.
fn colour(toolkit: &Toolkit, stem: &str) -> [u8; 3] {
    let (_, bytes) = published(toolkit, stem).into_iter().find(|(name, _)| ending(name) != "webp").unwrap();
    let shown = image::load_from_memory(&bytes).unwrap().into_rgb8();
    shown.get_pixel(shown.width() / 2, shown.height() / 2).0
}

fn assert_near(found: [u8; 3], wanted: [u8; 3]) {
    let near = found.iter().zip(wanted).all(|(found, wanted)| found.abs_diff(wanted) < 16);
    assert!(near, "{found:?} is not {wanted:?}");
}

#[test]
fn photos_for_printers_keep_their_colours() {
    // Cyan, magenta, yellow and black, as picture agencies send them.
    let dots: Vec<u8> = [0, 200, 200, 0].repeat(400 * 300);
    let mut bytes = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
    encoder.encode(&dots, 400, 300, jpeg_encoder::ColorType::Cmyk).unwrap();
    let toolkit = showing("photo.jpg", &bytes);
    toolkit.build().code(0);
    assert_near(colour(&toolkit, "photo"), [255, 55, 55]);
}

#[test]
fn photos_of_telephones_keep_their_colours() {
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes);
    encoder.set_icc_profile(moxcms::ColorProfile::new_display_p3().encode().unwrap()).unwrap();
    encoder.write_image(&[200, 100, 50].repeat(400 * 300), 400, 300, ExtendedColorType::Rgb8).unwrap();
    let toolkit = showing("photo.png", &bytes);
    toolkit.build().code(0);
    // The same colour in the numbers of sRGB.
    assert_near(colour(&toolkit, "photo"), [213, 95, 25]);
    assert!(published(&toolkit, "photo").values().all(|bytes| !bytes.windows(4).any(|part| part == b"iCCP" || part == b"ICCP")));
}

#[test]
fn of_a_picture_that_moves_the_first_moment_is_shown() {
    let mut bytes = Vec::new();
    let frame = |grey: u8| Frame::new(RgbaImage::from_pixel(400, 300, [grey, grey, grey, 255].into()));
    GifEncoder::new(&mut bytes).encode_frames([frame(200), frame(20)]).unwrap();
    let toolkit = showing("photo.gif", &bytes);
    toolkit.build().code(0).says("This picture moves.");
    assert_near(colour(&toolkit, "photo"), [200, 200, 200]);
}

#[test]
fn holes_in_a_picture_stay_open() {
    let mut bytes = Cursor::new(Vec::new());
    let dots =
        RgbaImage::from_fn(400, 300, |x, y| [(x % 251) as u8, (y % 241) as u8, (x * y % 239) as u8, if x < 200 { 0 } else { 255 }].into());
    dots.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let toolkit = showing("photo.png", bytes.into_inner());
    toolkit.build().code(0);
    let files = published(&toolkit, "photo");
    assert_eq!(files.keys().filter(|name| ending(name) == "png").count(), 2);
    for (name, bytes) in files {
        let shown = image::load_from_memory(&bytes).unwrap().into_rgba8();
        assert_eq!(shown.get_pixel(10, 10)[3], 0, "{name}");
        assert_eq!(shown.get_pixel(shown.width() - 10, 10)[3], 255, "{name}");
    }
}

#[test]
fn files_that_are_too_heavy_are_told_without_being_read() {
    let toolkit = showing("photo.jpg", photo(40, 30));
    let file = std::fs::File::options().write(true).open(toolkit.path("content/photo.jpg")).unwrap();
    file.set_len(300 * 1024 * 1024).unwrap();
    toolkit.build().code(1).finds("picture-broken", "content/a.md:8:1").says("is too big: 300 MB. 256 MB is the limit.");
}
