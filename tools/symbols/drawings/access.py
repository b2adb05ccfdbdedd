"""Access: ways in, ways to read, ways to hear."""

from __future__ import annotations

from drawings import drawing
from parts import (
    BLUE, BOLD, FINE, FIRM, GREEN, GREY, INK, RED, TEXT, WHITE, YELLOW,
    Cast, Drawing, Shape, arrow, bubble, bust, chair_sign, checkbox, circle, cross_disc, dot, ear, eye, ground,
    heart, house, letter_i, lines, open_book, page, palm_sign, parse, path, place, point, polygon, rect, stand,
    steps, tick_disc, tube, waves, wheel,
)


@drawing("accessible")
def accessible() -> Drawing:
    hand = place(palm_sign(WHITE), 76, 26, 0.4, turn=-90)
    return [
        circle(20, 20, 12.5, YELLOW),
        eye(20, 20, 0.6, FINE),
        circle(48, 20, 12.5, BLUE),
        ear(41.5, 10.5, WHITE, 0.3, FINE),
        circle(76, 20, 12.5, GREEN),
        hand,
        rect(42, 40, 24, 40, 0, GREY),
        polygon([(66, 40), (84, 46), (84, 86), (66, 80)], YELLOW),
        dot(79, 66, 2),
        polygon([(8, 86), (42, 76), (66, 76), (66, 86)], GREEN),
    ]


@drawing("access need")
def access_need(cast: Cast) -> Drawing:
    look = cast()
    rows = []
    for i, icon in enumerate(
        (ear(51, 17, look.skin, 0.27, FINE), eye(57, 48, 0.55, FINE), chair_sign(57, 71, 0.62, 3))
    ):
        rows += [icon, checkbox(70, 19.5 + i * 23, 12)]
    return [page(45, 8, 43, 80), rows, stand(24.8, 86, look, 0.85, right=(45, 52))]


@drawing("barrier")
def barrier(cast: Cast) -> Drawing:
    return [
        steps(54, 86, 11, 13, 3, 88),
        ground(),
        wheel(26, 86, cast(), 0.95),
        cross_disc(74, 24, 14),
    ]


@drawing("remove barriers")
def remove_barriers(cast: Cast) -> Drawing:
    return [
        steps(54, 86, 11, 11, 2, 88),
        ground(),
        tube("M13 84 L72 62", GREEN, 4),
        wheel(42, 68.5, cast(), 0.85, turn=-21),
        tick_disc(75, 23, 13),
    ]


@drawing("large print")
def large_print() -> Drawing:
    return [
        page(8, 8, 80, 80),
        path("M15 74 L20.5 61 L26 74 M17 70 H24", None, FIRM),
        path("M40 76 L60 20 L80 76 M47 58 H73", None, BOLD),
        arrow("M18 48 Q20 30 38 26", 4),
    ]


@drawing("audio")
def audio() -> Drawing:
    speaker = path("M8 36 H22 L46 16 V80 L22 60 H8Z", YELLOW)
    return [speaker, path("M22 37 V59"), waves(40, 48, (20, 33, 46), 40)]


@drawing("braille")
def braille(cast: Cast) -> Drawing:
    look = cast()
    dots = [
        dot(x, y, 6) if on else circle(x, y, 5)
        for x, y, on in ((22, 22, 1), (42, 22, 0), (22, 40, 1), (42, 40, 1), (22, 58, 0), (42, 58, 1))
    ]
    return [rect(8, 8, 48, 64, 4), dots, place(point(look, 12), 65, 67, 1.05, turn=40, flip=True)]


@drawing("subtitles")
def subtitles(cast: Cast) -> Drawing:
    return [
        path("M32 87 H64 M48 76 V87", None, TEXT),
        rect(8, 10, 80, 66, 4),
        bust(48, 32, cast(), 1.05, depth=20),
        rect(15, 53, 66, 17, 2, INK),
        Shape(parse("M22 61.5 H52 M60 61.5 H74"), None, WHITE, 5),
    ]


@drawing("jargon free")
def jargon_free() -> Drawing:
    long = "M16 24 Q19 16 22 24 Q25 32 28 24 Q31 16 34 24 Q37 32 40 24 Q43 16 46 24 Q49 32 52 24 Q55 16 58 24"
    return [
        bubble(8, 8, 58, 32, (18, 49)),
        path(long, None, FIRM),
        cross_disc(74, 22, 13),
        bubble(8, 55, 40, 25, (18, 88)),
        path("M17 67.5 Q20 59.5 23 67.5 Q26 75.5 29 67.5 Q32 59.5 35 67.5", None, FIRM),
        tick_disc(70, 68, 16),
    ]


def _easy_rows(x: float, y: float) -> Drawing:
    return [
        [
            circle(x + 9, y + 4, 5, YELLOW),
            path(f"M{x} {y + 18} Q{x + 1} {y + 11} {x + 9} {y + 11} Q{x + 17} {y + 11} {x + 18} {y + 18}Z", BLUE),
        ],
        house(x + 2, y + 33, 14, 10, RED, eaves=2),
        heart(x + 9, y + 60, 0.8),
    ]


@drawing("easy read")
def easy_read() -> Drawing:
    rows = [path(f"M46 {y} H76 M46 {y + 10} H66", None, TEXT) for y in (21, 45, 69)]
    return [rect(12, 8, 72, 80, 4), _easy_rows(20, 17), rows]


@drawing("guide")
def guide() -> Drawing:
    return [
        open_book(48, 20, 80, 56, WHITE),
        house(17, 46, 20, 16, RED, eaves=3),
        path("M56 34 H80 M56 45 H80 M56 56 H72", None, TEXT),
    ]


@drawing("information")
def information() -> Drawing:
    return [
        page(14, 8, 58, 80, 16),
        lines(24, 26, (20, 36), 10),
        lines(24, 70, (22, 18), 9),
        circle(64, 58, 22, BLUE),
        letter_i(64, 58, 1.15, 8),
    ]
