"""Belonging: groups, families, meetings, who is in and who is out."""

from __future__ import annotations

from drawings import drawing
from parts import (
    BLUE, GREEN, GREY, RED, WHITE, YELLOW,
    Cast, Drawing, block_arrow, bust, circle, clock, cup, ellipse, from_behind, glasses, ground, heart, house, path,
    peg, place, rect, sit, stand, table, tube, wheel, wheel_front,
)


@drawing("involved")
def involved(cast: Cast) -> Drawing:
    newcomer, *ring = cast.take(4, avoid=YELLOW)
    return [
        ellipse(57, 77, 30, 11, YELLOW),
        stand(48, 74, ring[0], 0.6),
        stand(66, 72, ring[1], 0.6),
        stand(75.5, 84, ring[2], 0.62, left=(60, 64)),
        block_arrow(9, 16, 44, 16, GREEN, 7, 8),
        stand(25, 86, newcomer, 0.72, feet=((17, 84), (37, 81)), left=(14, 64), right=(42, 56)),
    ]


@drawing("included")
def included(cast: Cast) -> Drawing:
    back, left, right, middle = cast.take(4, avoid=YELLOW)
    return [
        ellipse(48, 76, 38.5, 12, YELLOW),
        stand(48, 68, back, 0.68, left=(33, 44), right=(63, 44)),
        stand(22.5, 82, left, 0.71, right=(34, 62)),
        stand(73.5, 82, right, 0.71, left=(62, 62)),
        wheel_front(48, 88, middle, 0.76, left=(34, 62), right=(62, 62)),
    ]


@drawing("left out")
def left_out(cast: Cast) -> Drawing:
    a, b, c, alone = cast.take(4, avoid=YELLOW)
    return [
        ellipse(31.5, 76, 24, 12, YELLOW),
        stand(31, 70, b, 0.66, left=(23, 46), right=(39, 46)),
        stand(21.5, 82, a, 0.66, right=(31, 66)),
        stand(41.5, 82, c, 0.66, left=(31, 66), right=(47, 66)),
        stand(74.5, 84, alone, 0.66),
    ]


@drawing("diversity")
def diversity(cast: Cast) -> Drawing:
    scarf, rolling, older, turban = (cast(hair=kind) for kind in ("scarf", "short", "grey bun", "turban"))
    frames = [rect(x, y, 39, 39, 3) for x, y in ((8, 8), (49, 8), (8, 49), (49, 49))]
    return [
        frames,
        bust(27.5, 25, scarf),
        wheel(67, 44, rolling, 0.52),
        bust(27.5, 66, older, extras=glasses()),
        bust(68.5, 66, turban),
    ]


@drawing("community")
def community(cast: Cast) -> Drawing:
    a, b, c = cast.take(3)
    homes = [
        [house(x, 24, 20, 30, roof, eaves=2.5), rect(x + 6, 31, 8, 9, 0, YELLOW)]
        for x, roof in ((11, RED), (38, BLUE), (65, GREEN))
    ]
    return [
        homes,
        ground(),
        stand(22, 86, a, 0.54, right=(35, 68)),
        stand(74, 86, c, 0.54, left=(61, 68)),
        wheel_front(48, 86, b, 0.58, left=(35, 68), right=(61, 68)),
    ]


@drawing("friend")
def friend(cast: Cast) -> Drawing:
    left, right = cast.take(2)
    return [
        ground(),
        stand(34, 86, left, 0.92, left=(14, 30), right=(58, 42)),
        stand(62, 86, right, 0.92, left=(39, 45), right=(82, 30)),
    ]


@drawing("family")
def family(cast: Cast) -> Drawing:
    parent, child, other = cast.take(3)
    return [
        ground(),
        stand(70, 86, other, 0.9, left=(60, 62)),
        wheel(25, 86, parent, 0.88, near=(42, 66)),
        stand(53, 86, child, 0.5, left=(44, 66), right=(60, 63)),
    ]


@drawing("peer support")
def peer_support(cast: Cast) -> Drawing:
    a, b, c = cast(), cast(hair="crop"), cast()
    return [
        heart(48, 17, 0.9),
        ground(),
        stand(24, 86, a, 0.8, right=(42, 50)),
        stand(72, 86, c, 0.8, left=(54, 50)),
        wheel_front(48, 86, b, 0.84, left=(29, 52), right=(67, 52)),
    ]


@drawing("network")
def network() -> Drawing:
    nodes = [(48, 19), (77, 38), (67, 75), (29, 75), (19, 38)]
    colours = (YELLOW, BLUE, GREEN, RED, GREY)
    parts: list[Drawing] = [path(" ".join(f"M48 49 L{x} {y}" for x, y in nodes))]
    ring = "M" + " L".join(f"{x} {y}" for x, y in nodes) + "Z"
    parts.append(path(ring))
    for (x, y), colour in zip([(48, 49), *nodes], (WHITE, *colours)):
        parts += [circle(x, y, 11.5, colour), peg(x, y + 1, 0.85)]
    return parts


def _round_table(x: float, y: float, rx: float, ry: float, foot: float, colour: str = WHITE) -> Drawing:
    """A round table with a cloth to the floor."""
    cloth = path(f"M{x - rx} {y} V{foot - 2} Q{x} {foot + ry} {x + rx} {foot - 2} V{y}Z", colour)
    return [cloth, ellipse(x, y, rx, ry, colour)]


def _chair_back(x: float, y: float, h: float = 12) -> Drawing:
    """The top of a chair's back, in front of the person who sits on it."""
    return rect(x - 11, y, 22, h, 3, GREY)


@drawing("group")
def group(cast: Cast) -> Drawing:
    looks = cast.take(5, avoid=YELLOW)
    behind = [stand(x, 70, look, 0.76, left=False, right=False, legs=False) for x, look in zip((20, 48, 76), looks)]
    front = [[from_behind(x, 63, look, depth=24), _chair_back(x, 79, 9)] for x, look in zip((28, 68), looks[3:])]
    return [behind, ellipse(48, 56, 39, 13, WHITE), rect(41, 49, 14, 10, 1, YELLOW), front]


@drawing("meeting")
def meeting(cast: Cast) -> Drawing:
    a, b, c, d = cast.take(4)
    return [
        clock(48, 18.5, 11),
        stand(39, 94, b, 0.72, left=False, right=False, legs=False),
        stand(57, 94, c, 0.72, left=False, right=False, legs=False),
        sit(20, 87, a, 0.78, near=(34, 62)),
        wheel(75, 87, d, 0.77, facing=-1, near=(62, 62)),
        table(27, 69, 63, 87, YELLOW),
    ]


@drawing("small meeting")
def small_meeting(cast: Cast) -> Drawing:
    a, b, c = cast.take(3)
    return [
        stand(48, 90, b, 0.97, left=False, right=False, legs=False),
        sit(21.9, 86.5, a, 0.9, near=(35, 57)),
        wheel(73.3, 86.5, c, 0.88, facing=-1, near=(61, 57)),
        _round_table(48, 65, 16, 5, 85, BLUE),
        [cup(x, y, 0.36, WHITE) for x, y in ((39, 58), (54, 57), (47, 62))],
    ]


@drawing("chair")
def chair(cast: Cast) -> Drawing:
    leader, a, b = cast.take(3, avoid=YELLOW)
    gavel = place([tube("M0 0 H20", YELLOW, 3), rect(16, -10, 11, 20, 2, YELLOW)], 60, 40, turn=-8)
    return [
        stand(42, 84, leader, 0.9, left=(31, 58), right=(64, 39), hold=gavel, legs=False),
        rect(74, 50, 14, 6, 1, GREY),
        rect(10, 55, 78, 26, 2, WHITE),
        [[from_behind(x, 66, look, 0.9), place(_chair_back(0, 13), x, 66, 0.9)] for x, look in ((27, a), (69, b))],
    ]
