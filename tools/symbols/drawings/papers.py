"""Papers: rules, rights, reports, forms, votes, and who may see them."""

from __future__ import annotations

from drawings import drawing
from parts import (
    BLUE, FINE, FIRM, GREEN, GREY, INK, RED, SIGN, TEXT, WHITE, YELLOW,
    Cast, Drawing, ballot_box, checkbox, circle, dot, gripping, holding, lines, page, path, pen, pinch, place,
    rect, scales, stand, tick, tick_disc, writing,
)


@drawing("rule")
def rule() -> Drawing:
    one = "M24 21 L28 18 V32"
    two = "M23 45 Q23 41 27 41 Q32 41 31.5 46 Q31 49 23 55 H32"
    three = "M23 64 H31.5 L27 69 Q32 69 32 73 Q32 77 27.5 77 Q24 77 23 75"
    digits = path(f"{one} {two} {three}", None, FIRM)
    return [page(12, 8, 60, 80), digits, path("M42 25 H62 M42 48 H62 M42 71 H54", None, TEXT), tick_disc(72, 72, 16)]


@drawing("rights")
def rights(cast: Cast) -> Drawing:
    look = cast(avoid=YELLOW)
    scroll = [rect(18, 48, 60, 26, 0, WHITE), rect(14, 42, 68, 8, 4, YELLOW), rect(14, 72, 68, 8, 4, YELLOW)]
    return [
        stand(48, 88, look, 0.96, left=(22, 52), right=(74, 52)),
        scroll,
        scales(48, 50, 0.55, False),
        gripping(look, (24, 44), (72, 44)),
    ]


@drawing("law")
def law() -> Drawing:
    book = [
        path("M14 66 H82 V88 H18 Q10 88 10 80 Q10 66 18 66", RED),
        path("M82 71 H20 Q15 71 15 77 Q15 83 20 83 H82Z", WHITE, FINE),
    ]
    return [scales(48, 10, 1.2, False), path("M34 58 H62", None, SIGN), book]


@drawing("policy")
def policy() -> Drawing:
    stamp = [
        rect(64, 26, 9, 14, 0, RED),
        circle(68.5, 21, 9, RED),
        path("M54 50 L58 39 H79 L83 50Z", RED),
        rect(50, 49, 38, 8, 2, GREY),
    ]
    return [page(8, 8, 58, 80), lines(18, 22, (30, 22, 26), 11, 5), circle(36, 68, 12), tick(36, 68, 0.75, 4), stamp]


@drawing("notes")
def notes(cast: Cast) -> Drawing:
    look = cast(avoid=YELLOW)
    rings = path(" ".join(f"M{x} 8 V18" for x in (20, 32, 44, 56)), None, FIRM)
    return [
        rect(10, 13, 56, 74, 3),
        rings,
        lines(19, 32, (38, 38, 16), 13),
        place(writing(look, pen(44, 7), 10), 69, 46, flip=True),
    ]


@drawing("report")
def report() -> Drawing:
    chart = [
        rect(24, 34, 10, 14, 0, YELLOW),
        rect(38, 26, 10, 22, 0, BLUE),
        rect(52, 18, 10, 30, 0, GREEN),
        path("M20 48 H68", None, FIRM),
    ]
    return [page(14, 8, 66, 80, 16), chart, lines(24, 60, (46, 46, 28), 9)]


@drawing("survey")
def survey() -> Drawing:
    def mood(y: float, mouth: str) -> Drawing:
        return [
            circle(28, y, 9.5, YELLOW),
            dot(24.5, y - 2, 1.6),
            dot(31.5, y - 2, 1.6),
            path(mouth, None, FINE),
            checkbox(62, y - 6, 12, y < 30),
        ]

    rows = [mood(23, "M23 25 Q28 31 33 25"), mood(48, "M24 52 H32"), mood(73, "M23 78 Q28 73 33 78")]
    return [page(12, 8, 72, 80), rows, path("M43 23 H55 M43 48 H55 M43 73 H55", None, TEXT)]


@drawing("vote")
def vote(cast: Cast) -> Drawing:
    look = cast(avoid=BLUE)
    paper = [rect(33, 30, 22, 34, 1), tick(44, 44, 0.7, FIRM)]
    return [holding(pinch(look, 12), paper, 66, 28, turn=-45, flip=True), ballot_box(20, 52, 56, 36)]


@drawing("contact")
def contact() -> Drawing:
    phone = [rect(8, 22, 24, 46, 4, INK), rect(11.5, 28, 17, 30, 0, BLUE), dot(20, 63, 2, WHITE)]
    return [
        phone,
        rect(38, 12, 50, 34, 2, YELLOW),
        path("M38 14 L63 32 L88 14"),
        circle(63, 68, 18, GREEN),
        path("M69 68 A6 6 0 1 1 69 67.9 V70 Q69 75 73 73 Q75 71 75 67 A12 12 0 1 0 69 78", None),
    ]


@drawing("private")
def private() -> Drawing:
    return [
        path("M8 22 V80 H88 V30 H46 L40 22Z", YELLOW),
        path("M38 50 V42 A10 10 0 0 1 58 42 V50", None, TEXT),
        rect(32, 48, 32, 26, 3, GREY),
        dot(48, 58, 3.5),
        path("M48 59 V66", None, FIRM),
    ]
