"""Large hands, each joined to a forearm in a sleeve.

Every hand is drawn about its wrist at (0, 0), coming from the left and pointing
right with the thumb on top; `place` turns and mirrors it. Fingers are tubes
drawn ink first and skin after, so that they grow into one hand with a clean
outline and a line between each two fingers.

A hand that holds something comes as two layers, `Grip(behind, front)`: what is
held is drawn between them.
"""

from __future__ import annotations

from typing import NamedTuple

from ink import INK, LINE, Drawing, Shape, parse, place, rect
from looks import Look

Stroke = tuple[str, float]
"""A finger or palm: the line down its middle, and how thick it is."""


class Grip(NamedTuple):
    """The part of a hand behind what it holds, and the part in front."""

    behind: list[Shape]
    front: list[Shape]


def holding(
    grip: Grip, thing: Drawing, x: float, y: float, k: float = 1, turn: float = 0, flip: bool = False
) -> Drawing:
    """A hand whose wrist is at (x, y), round a thing drawn in the drawing's own units."""
    behind, front = (place(layer, x, y, k, turn, flip) for layer in grip)
    return [behind, thing, front]


def blob(colour: str, *strokes: Stroke) -> list[Shape]:
    """Thick strokes grown into one shape with one outline."""
    ink = [Shape(parse(d), None, INK, 2 * LINE, thick) for d, thick in strokes]
    skin = [Shape(parse(d), None, colour, 0, thick) for d, thick in strokes]
    return [*ink, *skin]


def sleeve(colour: str, length: float = 14) -> Shape:
    """The sleeve that a forearm comes from; it ends `length` before its cuff."""
    return rect(-8 - length, -10, length, 20, 3, colour)


def forearm(look: Look, *strokes: Stroke, length: float = 14) -> list[Shape]:
    """A sleeve, a forearm and the strokes of a hand."""
    return [*blob(look.skin, ("M-8 0 H2", 12), *strokes), sleeve(look.top, length)]


def fingers(look: Look, x: float, end: float, top: float = -7.5, step: float = 5, count: int = 4) -> list[Shape]:
    """Closed fingers, one under the other, from `x` to `end`."""
    strokes = [(f"M{x} {top + i * step} H{end - abs(i - 1) * 0.8}", 4) for i in range(count)]
    return [shape for stroke in strokes for shape in blob(look.skin, stroke)]


def point(look: Look, length: float = 14) -> list[Shape]:
    """A pointing finger."""
    palm = forearm(look, ("M3 0 H7", 16), ("M6 -5.5 H26", 6), length=length)
    return [*palm, *fingers(look, 9, 13, 1, 5, 2), *blob(look.skin, ("M3 -9 L12 -2.5", 4.5))]


def fist(look: Look, length: float = 14) -> Grip:
    """A hand closed round a bar that runs up and down at x = 10."""
    behind = forearm(look, ("M2 0 H8", 18), length=length)
    front = [*fingers(look, 6, 15), *blob(look.skin, ("M2 -8 Q7 -12 13 -12.5", 4.5))]
    return Grip(behind, front)


def thumb_up(look: Look, length: float = 14) -> list[Shape]:
    """A closed hand with the thumb up."""
    palm = forearm(look, ("M3 1.5 H8", 18), ("M2 -3 Q9 -9 8.5 -20", 7), length=length)
    return [*palm, *fingers(look, 10, 16, -5, 5)]


PALM: tuple[Stroke, ...] = (
    ("M6 -4 H8 V4 H6Z", 13),
    ("M3 -7 Q8 -14 14 -18", 5),
    ("M8 -9 L24 -10.5", 5),
    ("M8 -3 L29 -3.5", 5),
    ("M8 3 L28 3.5", 5),
    ("M8 9 L23 10", 5),
)


def open_palm(look: Look, length: float = 14) -> list[Shape]:
    """A flat hand, its palm to us, the fingers apart."""
    return forearm(look, *PALM, length=length)


def palm_sign(colour: str) -> list[Shape]:
    """The same hand as a plain sign, in any colour, with no sleeve."""
    return blob(colour, ("M-8 0 H2", 12), *PALM)


def palm_up(look: Look, length: float = 14) -> Grip:
    """A hand held flat, from the side: what it holds rests at y = -4, x from 6 to 28."""
    behind = forearm(look, ("M2 0 Q10 5 14 3", 9), ("M8 2 Q18 2 28 -0.5", 6.5), length=length)
    front = blob(look.skin, ("M3 -1 Q9 -2 14 -9", 5))
    return Grip(behind, front)


def pinch(look: Look, length: float = 14) -> Grip:
    """Finger and thumb, meeting at (21, 0)."""
    behind = forearm(look, ("M3 0 H6", 15), ("M5 -4 Q15 -10 21 -2", 6), ("M5 6 H14", 5.5), length=length)
    front = blob(look.skin, ("M3 3 Q12 8 20 2.5", 5.5))
    return Grip(behind, front)


def writing(look: Look, pen: Drawing, length: float = 14) -> list[Shape]:
    """A hand with a pen; the point of the pen is at (26, 14)."""
    palm = forearm(look, ("M3 1 H8", 17), ("M6 8 H15", 5), length=length)
    return [
        *palm,
        *blob(look.skin, ("M5 3 Q12 8 18 5", 5)),
        *place(pen, 26, 14, turn=-30),
        *blob(look.skin, ("M6 -6 Q14 -9 20 2", 5.5)),
    ]


def handshake(left: Look, right: Look, length: float = 12) -> list[Shape]:
    """Two hands that hold each other, about the middle."""
    one = place(forearm(left, ("M2 0 H10", 16), length=length), -14, 0, turn=-8)
    two = place(forearm(right, ("M2 0 H10", 16), length=length), 14, 0, turn=8, flip=True)
    grip = [blob(left.skin, (f"M-4 {y} L{x} {y + 2}", 4)) for y, x in ((-6, 10), (-1, 12), (4, 11), (9, 8))]
    thumb = blob(right.skin, ("M10 -8 Q3 -12 -4 -9", 5))
    return [*one, *two, *place([grip, thumb])]
