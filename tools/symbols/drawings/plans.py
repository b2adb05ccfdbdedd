"""Plans: choosing, starting, trying, changing, getting there."""

from __future__ import annotations

from drawings import drawing
from parts import (
    BLUE, BOLD, FINE, FIRM, GREEN, GREY, INK, RED, SIGN, TEXT, WHITE, YELLOW,
    Cast, Drawing, arrow, block_arrow, bulb, bust, calendar, checkbox, circle, clipboard, ellipse, exclamation,
    flag, ground, holding, magnifier, page, path, pinch, place, point, polygon, rays, rect, stand, star, steps,
    tick, tick_disc, tube, wheel,
)


@drawing("decision")
def decision(cast: Cast) -> Drawing:
    return [
        block_arrow(42, 46, 12, 16, GREY, 11, 14),
        block_arrow(54, 46, 84, 16, GREEN, 11, 14),
        stand(48, 88, cast(), 0.72),
        tick_disc(76, 54, 12),
    ]


@drawing("choice")
def choice(cast: Cast) -> Drawing:
    look = cast()
    boxes = [rect(8, 12, 24, 24, 2, YELLOW), rect(36, 12, 24, 24, 2, GREEN), rect(64, 12, 24, 24, 2, BLUE)]
    return [
        boxes,
        circle(20, 24, 5),
        tick(48, 24, 0.9),
        polygon([(76, 18), (70, 29), (82, 29)], WHITE),
        place(point(look, 11), 43, 68.4, 1.05, turn=-90),
    ]


@drawing("control")
def control(cast: Cast) -> Drawing:
    look = cast()
    return [
        stand(48, 100, look, 1.15, left=(25, 62), right=(71, 62), legs=False),
        circle(48, 64, 23, None, SIGN),
        path("M26 64 H70 M48 64 V86", None, SIGN),
        circle(48, 64, 6.5, GREY),
    ]


@drawing("from the start")
def from_the_start(cast: Cast) -> Drawing:
    return [
        flag(14, 86, 12, GREEN, 26),
        ground(),
        path("M14 82 V86", None, SIGN),
        wheel(40, 86, cast(), 0.82),
        arrow("M66 52 H82", 5),
    ]


@drawing("from start to end")
def start_to_end(cast: Cast) -> Drawing:
    a, b = cast.take(2)
    return [
        flag(12, 76, 14, GREEN, 20),
        flag(84, 76, 14, INK, 21, chequered=True, side=-1),
        stand(38, 76, a, 0.67),
        stand(60, 76, b, 0.67),
        arrow("M12 83 H83", 5, 8.5),
    ]


@drawing("ladder of involvement")
def ladder(cast: Cast) -> Drawing:
    a, b = cast.take(2, avoid=YELLOW)
    rungs = " ".join(f"M26 {y} H70" for y in range(20, 86, 11))
    return [
        path(rungs, None, FIRM),
        tube("M24 86 V12 M72 86 V12", YELLOW, 2),
        stand(38, 75, a, 0.54, left=(31, 42), right=(46, 42), away=True),
        stand(58, 53, b, 0.54, left=(50, 20), right=(65, 20), away=True),
    ]


@drawing("idea")
def idea(cast: Cast) -> Drawing:
    return [
        rays(48, 25, 21, 29, (-190, -155, -25, 10), 4),
        bulb(48, 24, 1.2),
        bust(48, 66, cast(avoid=YELLOW), 1.15, depth=19),
    ]


@drawing("try")
def try_(cast: Cast) -> Drawing:
    look = cast(avoid=RED)
    return [
        ground(),
        rect(10, 68, 24, 17, 1, RED),
        path("M36 68 H44 M52 68 H62 V72 M62 80 V84 M70 68 H78 M86 68 V84", None, FINE),
        holding(pinch(look, 12), rect(50, 30, 26, 18, 1, RED), 32, 26, 1.1),
        arrow("M74 54 V60", FIRM, 7),
    ]


@drawing("change")
def change() -> Drawing:
    return [rect(8, 10, 36, 36, 2, BLUE), circle(67, 67, 20, YELLOW), arrow("M54 20 Q68 20 68 36", 6, 11)]


@drawing("improve")
def improve() -> Drawing:
    return [steps(8, 86, 20, 14, 4, 88, BLUE), star(77, 19.5, 11), arrow("M12 58 L52 20", 5)]


@drawing("plan")
def plan() -> Drawing:
    rows = [[checkbox(19, y, 9, y < 44), path(f"M34 {y + 5} H48", None, FIRM)] for y in (26, 42, 58)]
    return [clipboard(9, 12, 50, 74, YELLOW), rows, calendar(52, 50, 36, 38)]


@drawing("strategy")
def strategy() -> Drawing:
    return [
        path("M8 56 Q28 28 48 50 Q68 22 88 48 V86 H8Z", GREEN),
        path("M20 86 Q60 78 40 66 Q26 56 54 52 Q66 46 66 36", None, SIGN),
        flag(66, 36, 10, RED, 20),
    ]


@drawing("goal")
def goal() -> Drawing:
    return [
        circle(42, 54, 33, RED),
        circle(42, 54, 22),
        circle(42, 54, 11, RED),
        path("M42 54 L80 16", None, TEXT),
        polygon([(70, 26), (72, 14), (80, 8), (80, 16), (88, 16), (82, 24)], YELLOW),
    ]


@drawing("result")
def result() -> Drawing:
    trophy = [
        path("M30 18 H16 Q16 38 34 40 M66 18 H80 Q80 38 62 40"),
        path("M28 10 H68 V30 Q68 52 48 54 Q28 52 28 30Z", YELLOW),
        path("M48 54 V70", None, BOLD),
        rect(30, 70, 36, 16, 2, GREY),
    ]
    return [trophy, tick(48, 30, 1.2)]


@drawing("measure")
def measure() -> Drawing:
    bars = [rect(14, 52, 16, 34, 0, YELLOW), rect(34, 36, 16, 50, 0, BLUE), rect(54, 18, 16, 68, 0, GREEN)]
    marks = path(" ".join(f"M76 {y} H{82 if i % 2 else 84}" for i, y in enumerate(range(16, 82, 8))), None, FINE)
    return [bars, rect(76, 8, 12.5, 78, 1, WHITE), marks, ground()]


@drawing("check")
def check() -> Drawing:
    rows = [[checkbox(17, y, 11), path(f"M36 {y + 6} H{e}", None, FIRM)] for y, e in ((18, 56), (36, 56), (54, 44))]
    return [page(8, 8, 58, 76), rows, magnifier(59.5, 57.5, 20, 45, 15, WHITE), tick(59.5, 57.5, 1.1)]


@drawing("success")
def success(cast: Cast) -> Drawing:
    return [
        rect(8, 70, 24, 17, 1, GREY),
        rect(64, 74, 24, 13, 1, GREY),
        rect(32, 60, 32, 27, 1, YELLOW),
        stand(48, 60, cast(avoid=YELLOW), 0.62, left=(33, 12), right=(63, 12)),
    ]


@drawing("problem")
def problem(cast: Cast) -> Drawing:
    return [
        rect(12, 68, 12, 20, 0, WHITE),
        rect(74, 68, 12, 20, 0, WHITE),
        path("M30 84 Q35 79 40 84 Q45 89 50 84 Q55 79 60 84 Q65 89 69 84", None, FIRM),
        polygon([(8, 58), (46, 58), (40, 62), (48, 65), (42, 69), (8, 69)], GREY),
        polygon([(88, 58), (66, 58), (71, 62), (64, 66), (69, 69), (88, 69)], GREY),
        stand(27, 57, cast(), 0.62),
        exclamation(58, 30, 1.1),
    ]


@drawing("risk")
def risk(cast: Cast) -> Drawing:
    stones = [ellipse(x, y, 12, 5.5, GREY) for x, y in ((21, 66), (48, 72), (75, 78))]
    return [
        rect(8, 58, 80, 30, 3, BLUE),
        path("M14 80 Q18 76 22 80 Q26 84 30 80 M68 66 Q72 62 76 66 Q80 70 84 66"),
        stones,
        stand(34, 71, cast(avoid=BLUE), 0.76, feet=((21, 64), (46, 69)), left=(16, 42), right=(55, 38)),
    ]
