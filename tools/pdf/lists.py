#!/usr/bin/env python3
"""Writes a toolkit of lists into FOLDER: every kind of list and box that holds one, behind more and more rows.

    lists.py FOLDER

Wherever a page ends, `check.py --strays` and `--rows` look what it does to them.
"""

import sys
from pathlib import Path

FORMATS = "print, large-print, giant-print, pdf, booklet"
KINDS = ["check", "ladder", "steps", "principles", "agree", "note", "list", "numbered", "rows"]
ROWS, ITEMS = 6, 5
HEAD = "---\ntitle: {}\nfor: Everyone\nby: Our DPO\ndate: 22 November 2026\n---\n\n"


def block(kind, name):
    marks = {"check": "- [ ] ", "numbered": "1. ", "rows": ""}
    items = [f"{marks.get(kind, '- ')}![](listen) We listen to item {item} of {name}." for item in range(1, ITEMS + 1)]
    if kind in ("list", "numbered", "rows"):
        return "\n".join(items)
    return "\n".join([f"> [!{kind}] About {name}", ">", *(f"> {item}" for item in items)])


def main(folder):
    folder = Path(folder)
    pages = folder / "content" / "lists"
    pages.mkdir(parents=True)
    contact = "contact:\n    phone: 01632 960000\n    email: hello@example.org"
    folder.joinpath("alongside.yaml").write_text(f"title: Lists\nformats: {FORMATS}\norganisation:\n  name: Our DPO\n  {contact}\n")
    pages.joinpath("index.md").write_text(HEAD.format("Lists") + "![](listen) Lists of all kinds.\n")
    number = 0
    for kind in KINDS:
        for before in range(ROWS):
            number += 1
            name = f"{kind} behind {before} rows"
            rows = "\n".join(f"![](listen) We listen to row {row} before {name}." for row in range(1, before + 1))
            pages.joinpath(f"{number}-{kind}-{before}.md").write_text(HEAD.format(name.capitalize()) + f"{rows}\n\n{block(kind, name)}\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
