//! Archives made by hand, so that they may lie.

use std::io::Write;

/// A file of an archive.
pub struct Entry<'a> {
    /// Its name, as bytes: it need not be proper text.
    pub name: &'a [u8],
    /// Its contents.
    pub bytes: &'a [u8],
    /// Its kind and rights on Unix.
    pub mode: u32,
    /// Whether it is locked with a password.
    pub locked: bool,
}

impl<'a> Entry<'a> {
    /// A plain file.
    pub fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        Self { name: name.as_bytes(), bytes, mode: 0o100_644, locked: false }
    }
}

/// A ZIP of these entries, packed.
pub fn zip(entries: &[Entry<'_>]) -> Vec<u8> {
    let (mut body, mut index) = (Vec::new(), Vec::new());
    for entry in entries {
        let mut packer = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
        packer.write_all(entry.bytes).unwrap();
        let inside = packer.finish().unwrap();
        let mut sum = flate2::Crc::new();
        sum.update(entry.bytes);
        let flags: u16 = 0x0800 | u16::from(entry.locked);
        let at = u32::try_from(body.len()).unwrap();
        let numbers = |out: &mut Vec<u8>| {
            out.extend([20, 0]);
            out.extend(flags.to_le_bytes());
            out.extend([8, 0, 0, 0, 0x21, 0]);
            out.extend(sum.sum().to_le_bytes());
            out.extend(u32::try_from(inside.len()).unwrap().to_le_bytes());
            out.extend(u32::try_from(entry.bytes.len()).unwrap().to_le_bytes());
            out.extend(u16::try_from(entry.name.len()).unwrap().to_le_bytes());
            out.extend([0, 0]);
        };
        body.extend(b"PK\x03\x04");
        numbers(&mut body);
        body.extend(entry.name);
        body.extend(&inside);
        index.extend(b"PK\x01\x02\x14\x03");
        numbers(&mut index);
        index.extend([0; 6]);
        index.extend((entry.mode << 16).to_le_bytes());
        index.extend(at.to_le_bytes());
        index.extend(entry.name);
    }
    let (start, length) = (u32::try_from(body.len()).unwrap(), u32::try_from(index.len()).unwrap());
    let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
    body.extend(index);
    body.extend(b"PK\x05\x06\0\0\0\0");
    body.extend([count, count].concat());
    body.extend(length.to_le_bytes());
    body.extend(start.to_le_bytes());
    body.extend([0, 0]);
    body
}

/// A packed folder (`.tgz`) of these files: (name, kind, contents). The kind is that of tar: `0` a file, `2` a link.
pub fn tgz(entries: &[(&str, u8, &[u8])]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    for (name, kind, bytes) in entries {
        let mut head = [0_u8; 512];
        head[..name.len()].copy_from_slice(name.as_bytes());
        head[100..108].copy_from_slice(b"0000644\0");
        head[124..136].copy_from_slice(format!("{:011o}\0", bytes.len()).as_bytes());
        head[136..148].copy_from_slice(b"00000000000\0");
        head[148..156].copy_from_slice(b"        ");
        head[156] = *kind;
        if *kind == b'2' {
            head[157..168].copy_from_slice(b"/etc/passwd");
        }
        head[257..265].copy_from_slice(b"ustar\x0000");
        let sum: u32 = head.iter().map(|byte| u32::from(*byte)).sum();
        head[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        packer.write_all(&head).unwrap();
        packer.write_all(bytes).unwrap();
        packer.write_all(&vec![0; (512 - bytes.len() % 512) % 512]).unwrap();
    }
    packer.write_all(&[0; 1024]).unwrap();
    packer.finish().unwrap()
}
