#!/usr/bin/env python3
"""Write the starter pack: every drawing, the index and the contact sheet.

python3 tools/symbols/build.py           write them all
python3 tools/symbols/build.py --check   say whether they are up to date; write nothing
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from pathlib import Path

import concepts
import drawings
import ink
import sheet
from concepts import Concept

HERE = Path(__file__).resolve().parent
PACK = HERE.parents[1] / "symbols" / "starter"
SHEET = HERE / "contact-sheet.html"


def draw(concept: Concept) -> str:
    """One drawing as SVG text, its description as its title."""
    return ink.svg(concept.description, drawings.draw(concept.name))


def index(all_concepts: list[Concept]) -> str:
    """The pack's index: one line a symbol."""
    text = io.StringIO()
    writer = csv.DictWriter(text, concepts.INDEX_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(concept.row() for concept in all_concepts)
    return text.getvalue()


def render() -> dict[Path, str]:
    """Every file of the pack, by its path, with what should be in it."""
    drawings.load()
    all_concepts = concepts.read()
    named, drawn = {c.name for c in all_concepts}, set(drawings.REGISTRY)
    if named != drawn:
        missing = ", ".join(sorted(named - drawn)) or "none"
        unnamed = ", ".join(sorted(drawn - named)) or "none"
        raise SystemExit(f"concepts.tsv and the drawings differ. Not drawn: {missing}. Not in the table: {unnamed}.")
    pictures = {concept: draw(concept) for concept in all_concepts}
    files = {PACK / concept.file: picture for concept, picture in pictures.items()}
    files[PACK / "symbols.csv"] = index(all_concepts)
    files[SHEET] = sheet.html(pictures)
    return files


def out_of_date(files: dict[Path, str]) -> list[str]:
    """What differs between the disk and what would be written, in words."""
    faults = []
    for path, text in files.items():
        if not path.exists():
            faults.append(f"{path.name} is missing")
        elif path.read_bytes() != text.encode():
            faults.append(f"{path.name} is out of date")
    faults += [f"{path.name} belongs to no concept" for path in sorted(PACK.glob("*.svg")) if path not in files]
    return faults


def write(files: dict[Path, str]) -> None:
    """Write every file, and take away drawings that no concept names any more."""
    PACK.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        path.write_bytes(text.encode())
    for path in PACK.glob("*.svg"):
        if path not in files:
            path.unlink()


def main() -> int:
    """Run from a terminal."""
    parser = argparse.ArgumentParser(description="Write the starter symbol pack.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the files are not up to date")
    arguments = parser.parse_args()
    files = render()
    if not arguments.check:
        write(files)
        print(f"{len(files) - 2} drawings, the index and the contact sheet are written.")
        return 0
    faults = out_of_date(files)
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        print("Run: python3 tools/symbols/build.py", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
