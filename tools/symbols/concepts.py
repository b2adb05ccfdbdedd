"""The words of the pack: one row a drawing, read from concepts.tsv.

This table is the one source of every label, other name and description, in
English and in Welsh. The index and each picture's title are written from it.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("concepts.tsv")
COLUMNS = ["label", "other-names", "tags", "description", "label-cy", "description-cy"]
AUTHOR, LICENCE = "Alongside", "CC0-1.0"


@dataclass(frozen=True)
class Concept:
    """What one drawing means, and the words that lead to it."""

    label: str
    other_names: tuple[str, ...]
    tags: tuple[str, ...]
    description: str
    label_cy: str
    description_cy: str

    @property
    def name(self) -> str:
        """The name that the drawing is registered under."""
        return self.label.lower()

    @property
    def id(self) -> str:
        """The name as a file name: apostrophes dropped, all else one hyphen."""
        return re.sub("[^a-z0-9]+", "-", re.sub("['’]", "", self.name)).strip("-")

    @property
    def file(self) -> str:
        """The file's name, beside the index."""
        return f"{self.id}.svg"

    def row(self) -> dict[str, str]:
        """This concept's line in the index."""
        return {
            "id": self.id,
            "file": self.file,
            "label": self.label,
            "other-names": ";".join(self.other_names),
            "tags": ";".join(self.tags),
            "description": self.description,
            "author": AUTHOR,
            "licence": LICENCE,
            "label-cy": self.label_cy,
            "description-cy": self.description_cy,
        }


INDEX_COLUMNS = [
    "id",
    "file",
    "label",
    "other-names",
    "tags",
    "description",
    "author",
    "licence",
    "label-cy",
    "description-cy",
]


def read(table: Path = TABLE) -> list[Concept]:
    """All concepts, in the order of the table."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if rows[0] != COLUMNS:
        raise SystemExit(f"{table.name}: the first line must be {' '.join(COLUMNS)}")
    concepts = []
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(COLUMNS):
            raise SystemExit(f"{table.name}, line {number}: {len(row)} columns, not {len(COLUMNS)}")
        label, others, tags, description, label_cy, description_cy = row
        concepts.append(
            Concept(label, tuple(others.split(";")), tuple(tags.split(";")), description, label_cy, description_cy)
        )
    return concepts
