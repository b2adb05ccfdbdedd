"""People: whole bodies, arms that reach, an active wheelchair, heads and shoulders.

Every body is drawn about its own ground point (0, 0), 79 units tall, and then
placed. Callers say where a hand is, on the drawing; the elbow finds itself,
and a hand that is out of reach is an error, so no arm is ever too long.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from ink import (
    FINE, FIRM, GREY, INK, LINE, RED, YELLOW,
    Drawing, Point, Shape, circle, dot, ellipse, parse, patch, path, place, tube,
)
from looks import Look, head, head_away

# --- arms and legs that reach -----------------------------------------------------

HIP: Point = (5.5, -29)
ARM = LEG = 14.5
"""Shoulder to elbow, elbow to hand; hip to knee, knee to foot."""


def _joint(start: Point, end: Point, length: float, prefer: Point) -> Point:
    """The elbow or knee between two points, on the side that `prefer` points to."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    gap = math.hypot(dx, dy)
    if gap > 2.12 * length:
        raise ValueError(f"out of reach: {gap:.0f} units from {start} to {end}, at most {2 * length:.0f}")
    off = math.sqrt(max(0, length**2 - gap**2 / 4)) / max(gap, 0.1)
    mid = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    both = [(mid[0] - dy * off, mid[1] + dx * off), (mid[0] + dy * off, mid[1] - dx * off)]
    return max(both, key=lambda p: p[0] * prefer[0] + p[1] * prefer[1])


def _line(*points: Point) -> str:
    return "M" + " L".join(f"{x:.2f} {y:.2f}" for x, y in points)


class Limb(NamedTuple):
    """A limb as two layers, so that it can join a body without a seam."""

    ink: Shape
    colour: list[Shape]


def _strip(*points: Point, colour: str, thick: float) -> Shape:
    """A line of colour, to lie on an ink line of the same points."""
    return Shape(parse(_line(*points)), None, colour, 0, thick)


def arm(look: Look, shoulder: Point, hand: Point, bend: Point) -> Limb:
    """An arm that reaches from `shoulder` to `hand`; the elbow goes towards `bend`.

    A hand near its shoulder is held out towards us, so its arm looks shorter.
    Sleeves are short, but long with a headscarf.
    """
    length = min(ARM, max(6, 0.58 * math.dist(shoulder, hand)))
    elbow = _joint(shoulder, hand, length, bend)
    whole = (shoulder, elbow, hand)
    ink = Shape(parse(_line(*whole)), None, INK, 2 * LINE, 5)
    if look.hair == "scarf":
        near = 1.5 / (math.dist(hand, elbow) or 1)
        wrist = (hand[0] + (elbow[0] - hand[0]) * near, hand[1] + (elbow[1] - hand[1]) * near)
        return Limb(ink, [_strip(*whole, colour=look.top, thick=5), _strip(wrist, hand, colour=look.skin, thick=5)])
    return Limb(ink, [_strip(*whole, colour=look.skin, thick=5), _strip(shoulder, elbow, colour=look.top, thick=5)])


# --- whole bodies -------------------------------------------------------------------

Hand = Point | None | bool
"""A point of the drawing, None for a hand at rest, False for one that is hidden."""

Feet = tuple[Point, Point]


class _Pose(NamedTuple):
    """Where a kind of body keeps its head, shoulders and idle hands."""

    head: Point
    shoulders: tuple[Point, Point]
    rest: tuple[Point, Point]


STANDING = _Pose((0, -68.5), ((-9, -52), (9, -52)), ((-14, -25), (14, -25)))
ROLLING = _Pose((0, -56.5), ((-9, -40), (9, -40)), ((-17, -24), (17, -24)))


def _torso(colour: str, top: float, foot: float) -> Shape:
    """Rounded shoulders at `top`, cut off straight at `foot`."""
    side = top + 8
    return path(f"M-11 {foot} V{side} Q-11 {top} -3 {top} H3 Q11 {top} 11 {side} V{foot}Z", colour)


def _shoe(x0: float, x1: float, y: float, thick: float = 4) -> Shape:
    return Shape(parse(f"M{x0} {y} H{x1}"), None, INK, 1, thick)


def _standing_legs(look: Look) -> Drawing:
    """Trousers, or by rule a skirt."""
    if look.hair in ("long", "bun", "grey bun") and look.top in (RED, YELLOW):
        skirt = path("M-11 -29 H11 L14 -9 H-14Z", look.legs)
        shins = [tube(f"M{x} -12 V-3", look.skin, 4) for x in (-5, 5)]
        return [shins, skirt, _shoe(-8.5, -1.5, -1.5), _shoe(1.5, 8.5, -1.5)]
    trousers = path("M-11 -29 H11 V-2 H1.5 L0 -20 L-1.5 -2 H-11Z", look.legs)
    return [trousers, _shoe(-10.5, -3.5, -1.5), _shoe(3.5, 10.5, -1.5)]


def _walking_legs(look: Look, feet: Feet) -> Drawing:
    """Legs to two feet, going right; the left foot is the one behind."""
    parts: list[Drawing] = []
    for hip_x, (x, y) in zip((-HIP[0], HIP[0]), feet):
        hip = (hip_x, HIP[1])
        parts += [tube(_line(hip, _joint(hip, (x, y), LEG, (1, 0)), (x, y)), look.legs, 6), _shoe(x - 1, x + 5, y, 5)]
    return parts


def _dressed(
    look: Look, torso: Shape, pose: _Pose, hands: tuple[Hand, Hand], bend: Point | None, hold: Drawing
) -> tuple[Drawing, Drawing, Drawing]:
    """A torso and its arms, in three layers: the torso, what goes over it, what is in front.

    An arm that goes outwards grows out of the body. One that lies across the
    body, or over a thing held, is drawn in front with its own outline.
    """
    behind, over, front = [], [], []
    for side, hand, shoulder, rest in zip((-1, 1), hands, pose.shoulders, pose.rest):
        if hand is False:
            continue
        target = hand or rest
        limb = arm(look, shoulder, target, bend or (side, 0.6))
        if hold or (abs(target[0]) < 9 and target[1] > shoulder[1] - 6):
            front.append(limb)
        else:
            behind.append(limb.ink)
            over.append(limb.colour)
    return [behind, torso], over, front


def _local(x: float, y: float, k: float, point: Hand) -> Hand:
    """A point of the drawing, as the body at (x, y) sees it."""
    return ((point[0] - x) / k, (point[1] - y) / k) if isinstance(point, tuple) else point


def stand(
    x: float, y: float, look: Look, k: float = 1, left: Hand = None, right: Hand = None,
    feet: Feet | None = None, hold: Drawing = (), bend: Point | None = None,
    extras: Drawing = (), legs: bool = True, away: bool = False,
) -> list[Shape]:  # fmt: skip
    """A person standing at (x, y), `k` times as large.

    `left` and `right` are where the hands are: a point of the drawing, None (at
    rest) or False (hidden). `feet` gives two points for someone who walks.
    `hold` is drawn between the body and the hands. `away` turns their back to us.
    """
    hands = (_local(x, y, k, left), _local(x, y, k, right))
    held = place(hold, -x / k, -y / k, 1 / k) if hold else ()
    low: Drawing = ()
    if legs:
        low = (
            _walking_legs(look, (_local(x, y, k, feet[0]), _local(x, y, k, feet[1]))) if feet else _standing_legs(look)
        )
    body, over, front = _dressed(look, _torso(look.top, -58, -29), STANDING, hands, bend, held)
    top = head_away(look) if away else head(look, *extras)
    return place([low, body, over, place(top, *STANDING.head), held, front], x, y, k)


def arm_over(
    x: float, y: float, look: Look, k: float, side: int, hand: Point, bend: Point | None = None
) -> list[Shape]:
    """One arm of a person who stands at (x, y), drawn later: over what was drawn since."""
    shoulder = STANDING.shoulders[0 if side < 0 else 1]
    return place(arm(look, shoulder, _local(x, y, k, hand), bend or (side, 0.6)), x, y, k)


def gripping(look: Look, *points: Point, turn: float = 0) -> list[Drawing]:
    """Fingers that come round the edge of a thing held, one hand a point.

    They come over a top edge; `turn` them a quarter for an edge at the side.
    """
    return [place(tube("M0 -1 V2", look.skin, 5), x, y, turn=turn) for x, y in points]


def wheel_front(x: float, y: float, look: Look, k: float = 1, left: Hand = None, right: Hand = None) -> list[Shape]:
    """A wheelchair user from the front; hands as for `stand`, at rest on the wheels."""
    hands = (_local(x, y, k, left), _local(x, y, k, right))
    wheels = [ellipse(side * 17, -14.5, 4, 13, GREY) for side in (-1, 1)]
    legs = path("M-9.5 -24 Q-9.5 -27 -6.5 -27 H6.5 Q9.5 -27 9.5 -24 V-5 H1.2 L0 -18 L-1.2 -5 H-9.5Z", look.legs)
    feet = [path("M-12 -1.5 H12"), _shoe(-9, -2, -4), _shoe(2, 9, -4)]
    body, over, front = _dressed(look, _torso(look.top, -46, -18), ROLLING, hands, None, ())
    return place([wheels, body, legs, feet, over, place(head(look), *ROLLING.head), front], x, y, k)


# --- from the side --------------------------------------------------------------------


def _seated(look: Look, seat: Drawing, wheel: Drawing, near: Hand, away: bool) -> list[Drawing]:
    """Someone who sits, from the side, facing right: seat, body, legs, wheel, near arm."""
    legs = [tube("M-2 -22 H14 L18 -6", look.legs, 7), _shoe(18, 22.5, -3.5, 4.5)]
    top = place(head_away(look) if away else head(look), *ROLLING.head)
    return [seat, _torso(look.top, -46, -18), legs, wheel, top, arm(look, (-3, -40), near or (10, -25), (-1, 0.3))]


def _mirrored(x: float, y: float, k: float, facing: int, hand: Hand) -> Hand:
    """A hand's place, as someone who faces right (1) or left (-1) at (x, y) sees it."""
    local = _local(x, y, k, hand)
    return (local[0] * facing, local[1]) if isinstance(local, tuple) else local


def wheel(
    x: float, y: float, look: Look, k: float = 1, near: Hand = None,
    facing: int = 1, turn: float = 0, away: bool = False,
) -> list[Shape]:  # fmt: skip
    """A wheelchair user from the side, 46 wide, in an active chair; y is the ground.

    `near` is the hand on our side: on the rim, unless it is given a point.
    """
    frame = [path("M-14 -20 L-15 -35 H-12"), path("M-8 -20 L16 -4 H22")]
    wheels = [circle(17, -4, 2.5), circle(-3, -15.5, 14), circle(-3, -15.5, 9, None, FINE), dot(-3, -15.5, 3)]
    hand = _mirrored(x, y, k, facing, near)
    return place(_seated(look, frame, wheels, hand, away), x, y, k, turn, flip=facing < 0)


def sit(x: float, y: float, look: Look, k: float = 1, near: Hand = None, facing: int = 1) -> list[Shape]:
    """A person on a chair, from the side; y is the ground."""
    chair = path("M-15 -42 L-13 -17 H8 M-12 -17 V-2 M7 -17 V-2", None, FIRM)
    hand = _mirrored(x, y, k, facing, near)
    return place(_seated(look, chair, (), hand, away=False), x, y, k, flip=facing < 0)


# --- parts of people --------------------------------------------------------------


def bust(x: float, y: float, look: Look, k: float = 1, extras: Drawing = (), depth: float = 22) -> list[Shape]:
    """Head and shoulders, about the middle of the head, cut off straight `depth` below it."""
    shoulders = path(f"M-15 {depth} V19 Q-15 11 -7 11 H7 Q15 11 15 19 V{depth}Z", look.top)
    return place([shoulders, head(look, *extras)], x, y, k)


def from_behind(x: float, y: float, look: Look, k: float = 1, depth: float = 24) -> list[Shape]:
    """Head and shoulders of someone who looks away from us."""
    shoulders = path(f"M-15 {depth} V19 Q-15 10 -7 10 H7 Q15 10 15 19 V{depth}Z", look.top)
    return place([shoulders, head_away(look)], x, y, k)


def profile(x: float, y: float, skin: str, k: float = 1) -> list[Shape]:
    """A large head from the side, looking right; about 60 wide and 76 tall, from its top left."""
    d = "M12 76 V60 Q2 50 2 32 Q2 2 32 2 Q58 2 60 28 L67 41 Q68.5 45 64 46 H60.5 L60 56 Q59.5 63 52 63 H43 V76Z"
    return place(path(d, skin), x, y, k)


def peg(x: float, y: float, k: float = 1, colour: str = INK) -> list[Shape]:
    """A small solid person for a sign or a flag, about the chin; 14 wide, 18 tall."""
    return place([dot(0, -5, 4.2, colour), patch("M-7 9 V6 Q-7 1 -2 1 H2 Q7 1 7 6 V9Z", colour)], x, y, k)
