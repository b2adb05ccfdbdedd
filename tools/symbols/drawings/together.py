"""Working together: sharing work, power, and trust."""

from __future__ import annotations

from drawings import drawing
from parts import (
    BLUE, GREY, RED, YELLOW,
    Cast, Drawing, arrow, box, circle, equals, fist, gripping, ground, handshake, heart, holding, palm_up, path,
    place, polygon, puzzle, rays, rect, stand, star, thumb_up, tick, tick_disc, wheel, wheel_front,
)


@drawing("co-production")
def co_production(cast: Cast) -> Drawing:
    left, middle, right = cast(avoid=BLUE), cast(avoid=YELLOW), cast(avoid=RED)
    top, height = 46, 27
    return [
        ground(),
        stand(23, 86, left, 0.87, left=(15, top + 7), right=False),
        stand(73, 86, right, 0.87, left=False, right=(81, top + 7)),
        wheel_front(48, 86, middle, 1, left=(39, top + 6), right=(57, top + 6)),
        puzzle(34.5, top, 27, height, YELLOW),
        puzzle(7.5, top, 27, height, BLUE, right=1, knob=1.35),
        puzzle(61.5, top, 27, height, RED, left=1, knob=1.35),
        gripping(left, (15, top)),
        gripping(middle, (41, top), (55, top)),
        gripping(right, (81, top)),
    ]


@drawing("work together")
def work_together(cast: Cast) -> Drawing:
    left, right = cast.take(2, avoid=YELLOW)
    return [
        ground(),
        stand(25.5, 86, left, 0.88, right=(39, 63), bend=(-1, 1)),
        stand(70.5, 86, right, 0.88, left=(57, 63), bend=(1, 1)),
        box(36, 35, 24, 24),
    ]


@drawing("equal")
def equal(cast: Cast) -> Drawing:
    left, right = cast.take(2)
    return [
        polygon([(48, 76), (38, 88), (58, 88)], GREY),
        stand(23.2, 72, left, 0.75),
        stand(72.8, 72, right, 0.75),
        equals(48, 46, 10),
        rect(8, 72, 80, 6, 2, YELLOW),
    ]


@drawing("equity")
def equity(cast: Cast) -> Drawing:
    tall, short, rolling = cast(avoid=YELLOW), cast(avoid=YELLOW, hair="bun"), cast(avoid=YELLOW)
    return [
        rays(48, 42, 24, 31, (-128, -90, -58)),
        path("M30 42 A18 18 0 0 1 66 42Z", YELLOW),
        rect(8, 42, 80, 44, 0, GREY),
        ground(),
        stand(21, 86, tall, 0.76, left=False, right=False, away=True),
        rect(33, 70, 22, 16, 1),
        stand(44, 70, short, 0.57, left=False, right=False, away=True),
        rect(55, 68, 33, 18, 1),
        wheel(69, 68, rolling, 0.66, away=True),
    ]


@drawing("share power")
def share_power(cast: Cast) -> Drawing:
    left, right = cast.take(2)
    lever = rect(45, 10, 6, 64, 3, GREY)
    high = holding(fist(right), lever, 58, 32, flip=True)
    return [holding(fist(left), high, 38, 56), rect(26, 74, 44, 14, 3, YELLOW)]


@drawing("power")
def power(cast: Cast) -> Drawing:
    lever = [place(rect(-3.5, -58, 7, 58, 3.5, GREY), 60, 76, turn=-14), circle(45.5, 17, 7, RED)]
    return [
        holding(fist(cast(), 18), lever, 40, 38, 1.1, turn=-14),
        rect(32, 72, 56, 16, 3, YELLOW),
        arrow("M60 14 Q79 20 82 46"),
    ]


@drawing("share")
def share(cast: Cast) -> Drawing:
    left, right = cast.take(2, avoid=YELLOW)
    halves = [path("M44 16 A26 26 0 0 0 44 68Z", YELLOW), path("M52 16 A26 26 0 0 1 52 68Z", YELLOW)]
    one = holding(palm_up(right, 8), halves, 72, 72, 0.9, flip=True)
    return holding(palm_up(left, 8), one, 24, 72, 0.9)


def _gift(x: float, y: float, colour: str) -> Drawing:
    """A parcel with a bow, about the middle of its top."""
    loop = path("M0 0 Q-8 -9 -8 -2 Q-6 0 0 0 Q8 -9 8 -2 Q6 0 0 0")
    return place([loop, rect(-9, 0, 18, 14, 1, colour), path("M0 0 V14")], x, y)


@drawing("reciprocity")
def reciprocity(cast: Cast) -> Drawing:
    left, right = cast.take(2)
    return [
        ground(),
        stand(22, 86, left, 0.68),
        stand(74, 86, right, 0.68),
        _gift(48, 32, RED),
        _gift(48, 58, BLUE),
        arrow("M24 22 Q48 0 70 20"),
        arrow("M58 80 H40"),
    ]


@drawing("value")
def value(cast: Cast) -> Drawing:
    valued, giver = cast.take(2, avoid=YELLOW)
    return [
        ground(),
        stand(69, 86, valued, 0.92),
        star(69, 49, 11),
        stand(26.5, 86, giver, 0.92, right=(55, 49)),
    ]


@drawing("respect")
def respect(cast: Cast) -> Drawing:
    left, right = cast.take(2, avoid=RED)
    return [
        ground(),
        heart(48, 20, 1.05),
        stand(25.5, 86, left, 0.9, right=(23.5, 42)),
        stand(70.5, 86, right, 0.9, left=(72.5, 42)),
    ]


@drawing("trust")
def trust(cast: Cast) -> Drawing:
    left, right = cast.take(2)
    return [heart(48, 25, 1.6), place(handshake(left, right), 48, 66, 1.05)]


@drawing("partner")
def partner(cast: Cast) -> Drawing:
    left, right = cast.take(2, avoid=YELLOW)
    return [
        ground(),
        stand(27, 86, left, 0.95, right=(48, 56)),
        stand(69, 86, right, 0.95, left=(48, 56)),
        puzzle(20, 42, 12, 12, YELLOW, right=1),
        puzzle(63, 42, 12, 12, YELLOW, left=-1),
    ]


@drawing("responsibility")
def responsibility(cast: Cast) -> Drawing:
    look = cast(avoid=YELLOW)
    load = [rect(31, 40, 34, 28, 2, YELLOW), rect(40, 46, 16, 16, 1), tick(49, 53, 0.7, 4)]
    return [ground(20, 76), stand(48, 86, look, left=(34, 58), right=(62, 58), hold=load)]


@drawing("agree")
def agree(cast: Cast) -> Drawing:
    left, right = cast.take(2)
    return [
        place(thumb_up(left, 12), 29, 66, 0.98),
        place(thumb_up(right, 12), 67, 66, 0.98, flip=True),
        tick_disc(48, 22, 14),
    ]
