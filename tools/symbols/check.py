#!/usr/bin/env python3
"""Hold the pack to the rules of style that a machine can hold.

    python3 tools/symbols/check.py [FOLDER]

It reads only what is on disk (FOLDER, or symbols/starter): the drawings and
their index. Each fault is one line that says the file, what is wrong and what
to do. Exit 1 if there are any.
"""

from __future__ import annotations

import csv
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import concepts
import ink

PACK = Path(__file__).resolve().parents[2] / "symbols" / "starter"

MAX_BYTES = 4096
MAX_DESCRIPTION = 124
NAMESPACE = "{http://www.w3.org/2000/svg}"
ROOT = {
    "viewBox": f"0 0 {ink.SIZE} {ink.SIZE}",
    "fill": "none",
    "stroke": ink.INK,
    "stroke-width": str(ink.LINE),
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
ATTRIBUTES = {
    "path": {"d", "fill", "stroke", "stroke-width"},
    "circle": {"cx", "cy", "r", "fill", "stroke", "stroke-width"},
}
WIDTHS = set(ink.WEIGHTS)
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{i}" for port in ("com", "lpt") for i in range(1, 10))}

Faults = Iterator[str]


# --- one drawing ------------------------------------------------------------


def drawing(text: str, description: str) -> Faults:
    """What is wrong with one SVG file."""
    size = len(text.encode())
    if size >= MAX_BYTES:
        yield f"is {size} bytes; it must be under {MAX_BYTES}. Draw fewer or simpler shapes"
    if "<!" in text or "<?" in text:
        yield "holds a comment, a document type or an instruction; take it out"
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        yield f"is not well-formed XML: {error}"
        return
    yield from _root(root)
    yield from _title(root, description)
    shapes = [child for child in root if child.tag != f"{NAMESPACE}title"]
    for number, shape in enumerate(shapes, start=1):
        for fault in _shape(shape):
            yield f"shape {number} {fault}"
    if all(shape.tag.removeprefix(NAMESPACE) in ATTRIBUTES for shape in shapes):
        yield from _thick_lines(shapes)
        yield from _margin(shapes)


def _root(root: ET.Element) -> Faults:
    if root.tag != f"{NAMESPACE}svg":
        yield "does not begin with <svg> in the SVG namespace"
    for name in sorted(ROOT.keys() | root.attrib.keys()):
        wanted, found = ROOT.get(name), root.get(name)
        if wanted is None:
            yield f'has {name}="{found}" on <svg>; take it out'
        elif wanted != found:
            yield f'needs {name}="{wanted}" on <svg>, not {found!r}'


def _title(root: ET.Element, description: str) -> Faults:
    titles = root.findall(f"{NAMESPACE}title")
    if len(titles) != 1 or root[0] is not titles[0]:
        yield "needs one <title>, before the shapes"
    elif titles[0].text != description:
        yield f"has the title {titles[0].text!r}; its description is {description!r}"


def _shape(shape: ET.Element) -> Faults:
    """Faults of one element: its kind, its attributes, its colours."""
    kind = shape.tag.removeprefix(NAMESPACE)
    if kind not in ATTRIBUTES:
        yield f"is <{kind}>; only <path> and <circle> are allowed"
        return
    if len(shape) or (shape.text or "").strip():
        yield "holds something inside; it must be empty"
    for name in sorted(shape.attrib.keys() - ATTRIBUTES[kind]):
        yield f"has the attribute {name}; take it out"
    for name in ("fill", "stroke"):
        colour = shape.get(name)
        if colour not in (None, "none", *ink.PALETTE):
            yield f"has the {name} {colour}, which is not in the palette"
    try:
        _segments(shape)
    except (ValueError, IndexError, KeyError) as error:
        yield f"cannot be read: {error}"


def _segments(shape: ET.Element) -> tuple[ink.Segment, ...]:
    if shape.tag == f"{NAMESPACE}circle":
        return (("O", tuple(float(shape.attrib[name]) for name in ("cx", "cy", "r"))),)
    return ink.parse(shape.attrib["d"])


def _width(shape: ET.Element) -> float:
    """How wide the line of a shape is painted."""
    if shape.get("stroke") == "none":
        return 0
    return float(shape.get("stroke-width", ink.LINE))


def _subpaths(shape: ET.Element) -> set[str]:
    return set(re.findall(r"M[^M]*", shape.get("d", "")))


def _thick_lines(shapes: list[ET.Element]) -> Faults:
    """A line has one of a few weights. Only an arm, a leg or a pole is thicker: ink, with colour on it."""
    inner = {(part, _width(s)) for s in shapes if s.get("stroke") in ink.PALETTE for part in _subpaths(s)}
    for number, shape in enumerate(shapes, start=1):
        width = _width(shape)
        if not width or width in WIDTHS or shape.get("stroke") is not None:
            continue
        if any((part, width - 2 * ink.LINE) not in inner for part in _subpaths(shape)):
            allowed = ", ".join(map(str, sorted(WIDTHS)))
            yield f"shape {number} has a line {width:g} wide; use one of {allowed}, or a tube"


def _margin(shapes: list[ET.Element]) -> Faults:
    """Everything painted stays out of the margin."""
    low, high, slack = ink.MARGIN, ink.SIZE - ink.MARGIN, 0.06
    try:
        boxes = [ink.bounds(_segments(s), _width(s)) for s in shapes]
    except (ValueError, IndexError, KeyError):
        return
    if not boxes:
        yield "has no shapes"
        return
    left, top, right, bottom = (pick(side) for pick, side in zip((min, min, max, max), zip(*boxes)))
    for side, over in (("left", low - left), ("top", low - top), ("right", right - high), ("bottom", bottom - high)):
        if over > slack:
            yield f"goes {over:.1f} units into the {ink.MARGIN} unit margin on the {side}"


# --- the index ------------------------------------------------------------------


def index(rows: list[dict[str, str]]) -> Faults:
    """What is wrong with the index: names that clash, words that are missing."""
    owners: dict[str, str] = {}
    for row in rows:
        mine = row["id"]
        if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", mine) or mine in RESERVED:
            yield f"{mine}: is not a good id"
        if row["file"] != f"{mine}.svg":
            yield f"{mine}: its file must be {mine}.svg"
        for name in [row["label"], *row["other-names"].split(";")]:
            owner = owners.setdefault(name.strip().lower(), mine)
            if owner != mine or name != name.strip() or not name:
                yield f"{mine}: the name {name!r} is empty, has spaces round it, or already leads to {owner}"
        for column in concepts.INDEX_COLUMNS:
            if not row[column].strip():
                yield f"{mine}: {column} is empty"
        for column, label in (("description", "label"), ("description-cy", "label-cy")):
            yield from _description(mine, column, row[column], row[label])
    ids = [row["id"] for row in rows]
    yield from (f"{name}: is in the index twice" for name in sorted(set(ids)) if ids.count(name) > 1)


def _description(mine: str, column: str, text: str, label: str) -> Faults:
    if len(text) > MAX_DESCRIPTION:
        yield f"{mine}: {column} has {len(text)} letters; at most {MAX_DESCRIPTION}"
    if re.match("(a |an )?(picture|image|drawing|symbol|llun|delwedd) (of|o) ", text.lower()):
        yield f"{mine}: {column} begins with 'picture of'; say what it shows"
    if text.strip(". ").lower() == label.lower():
        yield f"{mine}: {column} only repeats the name; say what the picture shows"


# --- the pack ---------------------------------------------------------------------


def pack(folder: Path) -> Faults:
    """What is wrong with a whole pack."""
    listing = folder / "symbols.csv"
    if not listing.exists():
        yield f"{listing} is missing. Run: python3 tools/symbols/build.py"
        return
    raw = listing.read_bytes()
    if b"\r" in raw or raw.startswith(b"\xef\xbb\xbf"):
        yield "symbols.csv: must be UTF-8 without a mark at its start, and end its lines with LF"
    reader = csv.DictReader(raw.decode("utf-8-sig").splitlines())
    if reader.fieldnames != concepts.INDEX_COLUMNS:
        yield f"symbols.csv: the first line must be {','.join(concepts.INDEX_COLUMNS)}"
        return
    rows = list(reader)
    yield from (f"symbols.csv: {fault}" for fault in index(rows))
    listed, there = {row["file"] for row in rows}, {path.name for path in folder.glob("*.svg")}
    yield from (f"{name}: is in the index, but there is no such file" for name in sorted(listed - there))
    yield from (f"{name}: is not in the index" for name in sorted(there - listed))
    for row in rows:
        if row["file"] in there:
            text = (folder / row["file"]).read_text(encoding="utf-8")
            yield from (f"{row['file']}: {fault}" for fault in drawing(text, row["description"]))


def main(arguments: list[str]) -> int:
    """Run from a terminal."""
    faults = list(pack(Path(arguments[0]) if arguments else PACK))
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults found." if faults else "The computer found no faults. People still need to look.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
