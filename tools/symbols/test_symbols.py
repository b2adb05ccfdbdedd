#!/usr/bin/env python3
"""Tests of the tools: the checks find what they should, the parts keep their promises.

python3 tools/symbols/test_symbols.py
"""

from __future__ import annotations

import unittest

import check
import concepts
import ink
from looks import HAIRS, Cast
from people import gripping, stand

WORDS = "Two circles side by side."
GOOD = ink.svg(WORDS, [ink.circle(30, 48, 20), ink.circle(66, 48, 20), ink.tube("M20 48 H76", ink.RED)])


def row(name: str, **changes: str) -> dict[str, str]:
    """One good line of an index."""
    concept = concepts.Concept(name, (f"{name} too",), ("tag",), WORDS, f"{name} cy", "Dau gylch ochr yn ochr.")
    return concept.row() | changes


class Drawings(unittest.TestCase):
    """Each rule of style, broken once."""

    def finds(self, words: str, text: str) -> None:
        faults = list(check.drawing(text, WORDS))
        self.assertTrue(any(words in fault for fault in faults), f"{words!r} not in {faults}")

    def test_good(self) -> None:
        self.assertEqual([], list(check.drawing(GOOD, WORDS)))

    def test_size(self) -> None:
        self.finds("bytes", GOOD.replace("</svg>", "<circle cx='48' cy='48' r='9'/>" * 200 + "</svg>"))

    def test_not_xml(self) -> None:
        self.finds("not well-formed", GOOD.replace("</svg>", ""))

    def test_view_box(self) -> None:
        self.finds("viewBox", GOOD.replace("0 0 96 96", "0 0 100 100"))

    def test_root_attributes(self) -> None:
        self.finds('width="96"', GOOD.replace("<svg ", '<svg width="96" '))

    def test_title(self) -> None:
        self.finds("title", GOOD.replace(WORDS, "Something else."))
        self.finds("title", GOOD.replace(f"<title>{WORDS}</title>", ""))

    def test_elements(self) -> None:
        for element in (
            "<text>no</text>",
            "<script/>",
            "<style/>",
            '<use href="#a"/>',
            '<image href="http://a.example/b.png"/>',
        ):
            self.finds("only <path> and <circle>", GOOD.replace("</svg>", f"{element}</svg>"))

    def test_attributes(self) -> None:
        for attribute in ('id="a"', 'class="a"', 'style="fill:red"', 'onload="a()"', 'transform="scale(2)"'):
            self.finds(attribute.partition("=")[0], GOOD.replace("<circle ", f"<circle {attribute} ", 1))

    def test_comment_and_doctype(self) -> None:
        self.finds("comment", GOOD.replace("</svg>", "<!-- note --></svg>"))
        self.finds("document type", "<!DOCTYPE svg>" + GOOD)

    def test_palette(self) -> None:
        self.finds("palette", GOOD.replace("#ffffff", "#123456"))
        self.finds("palette", GOOD.replace("#ffffff", "url(#a)"))

    def test_line_weight(self) -> None:
        self.finds("wide", GOOD.replace("</svg>", '<path d="M20 60H76" stroke-width="7"/></svg>'))
        self.finds("wide", GOOD.replace("</svg>", '<path d="M20 60H76" stroke-width="1.5"/></svg>'))

    def test_path_letters(self) -> None:
        self.finds("cannot be read", GOOD.replace("</svg>", '<path d="m20 60h5"/></svg>'))

    def test_margin(self) -> None:
        self.finds("margin on the left", GOOD.replace('cx="30"', 'cx="20"'))
        self.finds("margin on the bottom", GOOD.replace("</svg>", '<path d="M20 60Q48 140 76 60"/></svg>'))


class Index(unittest.TestCase):
    """Names that clash, words that are missing."""

    def finds(self, words: str, *rows: dict[str, str]) -> None:
        faults = list(check.index(list(rows)))
        self.assertTrue(any(words in fault for fault in faults), f"{words!r} not in {faults}")

    def test_good(self) -> None:
        self.assertEqual([], list(check.index([row("One"), row("Two")])))

    def test_names(self) -> None:
        self.finds("already leads to one", row("One"), row("Two", **{"other-names": "ONE"}))
        self.finds("in the index twice", row("One"), row("One"))
        self.finds("good id", row("One", id="One!"))
        self.finds("good id", row("Con"))

    def test_words(self) -> None:
        self.finds("only repeats", row("One", description="One."))
        self.finds("picture of", row("One", description="A picture of one."))
        self.finds("letters", row("One", description="word " * 30))
        self.finds("empty", row("One", licence=""))


class Parts(unittest.TestCase):
    """What the shared parts promise."""

    def test_ids(self) -> None:
        name = concepts.Concept("Disabled people's organisation", (), (), "", "", "").id
        self.assertEqual("disabled-peoples-organisation", name)

    def test_a_cast_is_mixed_and_stable(self) -> None:
        for name in ("one", "two", "three"):
            looks = Cast(name).take(4)
            self.assertEqual(looks, Cast(name).take(4))
            self.assertEqual(4, len({look.skin for look in looks}))
            self.assertGreater(len({look.hair for look in looks}), 2)

    def test_a_cast_avoids_a_colour(self) -> None:
        for look in Cast("one").take(8, avoid=ink.BLUE):
            self.assertNotIn(ink.BLUE, (look.top, look.legs))

    def test_no_arm_is_too_long(self) -> None:
        with self.assertRaisesRegex(ValueError, "out of reach"):
            stand(48, 86, Cast("one")(), right=(90, 10))

    def test_every_kind_of_hair(self) -> None:
        for hair in (*HAIRS, "turban", "grey bun"):
            for away in (False, True):
                self.assertTrue(stand(48, 86, Cast("one")(hair=hair), away=away))

    def test_lines_keep_their_weight(self) -> None:
        small, large = (ink.place(ink.circle(0, 0, 9), k=k)[0] for k in (0.5, 2))
        self.assertEqual(small.width, large.width)

    def test_bounds(self) -> None:
        box = ink.bounds(ink.path("M40 48 A8 8 0 0 1 56 48").segments, 0)
        for found, wanted in zip(box, (40, 40, 56, 48)):
            self.assertAlmostEqual(wanted, found, places=1)

    def test_turning_an_arc(self) -> None:
        half = ink.path("M-8 0 A8 8 0 0 1 8 0")
        for flip, turn in ((False, 0), (True, 0), (False, 90), (True, 30)):
            for x, y in ink.outline(ink.place(half, turn=turn, flip=flip)[0].segments):
                self.assertAlmostEqual(8, (x * x + y * y) ** 0.5, places=5)

    def test_fingers_are_skin(self) -> None:
        look = Cast("one")()
        self.assertIn(look.skin, {shape.stroke for shape in ink.flatten(gripping(look, (48, 48)))})


if __name__ == "__main__":
    unittest.main()
