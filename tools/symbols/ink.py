"""Ink and colour: the one module that knows what an SVG looks like.

A drawing is a list of shapes, nested as deeply as is handy. A shape is a path
or a circle on the 96 x 96 square. `place` moves, turns, mirrors and scales
shapes, but never the line: every outline keeps its weight at every size.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from collections.abc import Iterable, Iterator
from typing import Union
from xml.sax.saxutils import escape

SIZE = 96
MARGIN = 6

INK, WHITE, YELLOW, BLUE = "#111111", "#ffffff", "#ffd84d", "#5aa9e6"
RED, GREEN, GREY = "#e4573d", "#6cbf6a", "#d9d9d9"
SKINS = ("#f6d3b3", "#d9a066", "#a5673f", "#6b4226")
PALETTE = (INK, WHITE, YELLOW, BLUE, RED, GREEN, GREY, *SKINS)

FINE, LINE, FIRM, TEXT, SIGN, BOLD, POSTER = 2, 3, 4, 5, 6, 8, 12
"""Line weights: detail inside a shape; every outline; the ground and small
signs; lines of writing; signs; a large sign; a sign that is the whole picture."""
WEIGHTS = (FINE, LINE, FIRM, TEXT, SIGN, BOLD, POSTER)

Segment = tuple[str, tuple[float, ...]]
Point = tuple[float, float]
Drawing = Union["Shape", Iterable["Drawing"]]


@dataclass(frozen=True)
class Shape:
    """One path or circle. `line` is the outline and stays; `thick` scales."""

    segments: tuple[Segment, ...]
    fill: str | None = None
    stroke: str | None = INK
    line: float = LINE
    thick: float = 0

    @property
    def width(self) -> float:
        """The stroke width as it is written: whole numbers only."""
        return round(self.line + self.thick)


# --- making shapes -------------------------------------------------------

_TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+")
_ARGS = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "A": 7, "Z": 0}


def parse(d: str) -> tuple[Segment, ...]:
    """Read path data. Only absolute M L H V Q C A Z: plain to read and check."""
    segments: list[Segment] = []
    tokens = _TOKEN.findall(d)
    letter = ""
    while tokens:
        if tokens[0].isalpha():
            letter = tokens.pop(0)
            if letter not in _ARGS:
                raise ValueError(f"path letter {letter!r} is not one of {' '.join(_ARGS)}")
        count = _ARGS[letter]
        numbers = tuple(float(tokens.pop(0)) for _ in range(count))
        segments.append((letter, numbers))
        if letter == "M":
            letter = "L"
    return tuple(segments)


def path(d: str, fill: str | None = None, w: float = LINE) -> Shape:
    """A path with an ink outline of weight `w`, filled if a colour is given."""
    return Shape(parse(d), fill, INK, w)


def patch(d: str, colour: str) -> Shape:
    """A patch of colour with no outline."""
    return Shape(parse(d), colour, None, 0)


def circle(x: float, y: float, r: float, fill: str | None = WHITE, w: float = LINE) -> Shape:
    """A circle with an ink outline."""
    return Shape((("O", (x, y, r)),), fill, INK, w)


def dot(x: float, y: float, r: float, colour: str = INK) -> Shape:
    """A solid round dot."""
    return Shape((("O", (x, y, r)),), colour, None, 0)


def ellipse(x: float, y: float, rx: float, ry: float, fill: str | None = WHITE, w: float = LINE) -> Shape:
    """An ellipse with an ink outline."""
    arc = f"A{rx} {ry} 0 0 1"
    return path(f"M{x - rx} {y} {arc} {x + rx} {y} {arc} {x - rx} {y}Z", fill, w)


def rect(x: float, y: float, w: float, h: float, r: float = 0, fill: str | None = WHITE, line: float = LINE) -> Shape:
    """A box from its top left corner, with corners rounded by `r`."""
    if not r:
        return path(f"M{x} {y} H{x + w} V{y + h} H{x}Z", fill, line)
    a = f"A{r} {r} 0 0 1"
    return path(
        f"M{x + r} {y} H{x + w - r} {a} {x + w} {y + r} V{y + h - r} {a} {x + w - r} {y + h}"
        f" H{x + r} {a} {x} {y + h - r} V{y + r} {a} {x + r} {y}Z",
        fill,
        line,
    )


def polygon(points: Iterable[Point], fill: str | None = None, w: float = LINE) -> Shape:
    """A closed shape with straight sides."""
    return path("M" + " L".join(f"{x} {y}" for x, y in points) + "Z", fill, w)


def tube(d: str, colour: str, thick: float = 5) -> list[Shape]:
    """A thick coloured line with an ink outline: an arm, a leg, a pole."""
    segments = parse(d)
    return [
        Shape(segments, None, INK, 2 * LINE, thick),
        Shape(segments, None, colour, 0, thick),
    ]


# --- moving shapes -------------------------------------------------------


def flatten(drawing: Drawing) -> Iterator[Shape]:
    """All shapes of a nested drawing, from back to front."""
    if isinstance(drawing, Shape):
        yield drawing
        return
    for part in drawing:
        yield from flatten(part)


def place(
    drawing: Drawing, x: float = 0, y: float = 0, k: float = 1, turn: float = 0, flip: bool = False
) -> list[Shape]:
    """Mirror, scale by `k`, turn by degrees, then move: about the origin (0, 0)."""
    sign = -1 if flip else 1
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def move(px: float, py: float) -> Point:
        px, py = px * k * sign, py * k
        return (x + px * cos - py * sin, y + px * sin + py * cos)

    def segment(letter: str, n: tuple[float, ...]) -> Segment:
        if letter == "O":
            return ("O", (*move(n[0], n[1]), n[2] * k))
        if letter == "A":
            sweep = n[4] if sign == 1 else 1 - n[4]
            return ("A", (n[0] * k, n[1] * k, n[2] * sign + turn, n[3], sweep, *move(n[5], n[6])))
        points = [move(n[i], n[i + 1]) for i in range(0, len(n), 2)]
        return (letter, tuple(c for point in points for c in point))

    return [
        replace(s, segments=tuple(segment(*seg) for seg in _points_only(s.segments)), thick=s.thick * k)
        for s in flatten(drawing)
    ]


def _points_only(segments: Iterable[Segment]) -> Iterator[Segment]:
    """The same path with H and V written as L, so that it can be turned."""
    x = y = 0.0
    for letter, n in segments:
        if letter == "H":
            letter, n = "L", (n[0], y)
        elif letter == "V":
            letter, n = "L", (x, n[0])
        if letter not in "OZ":
            x, y = n[-2:]
        yield letter, n


# --- measuring shapes ----------------------------------------------------


def bounds(segments: Iterable[Segment], width: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is painted, the line's width included."""
    xs, ys = zip(*outline(segments))
    half = width / 2
    return (min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)


def outline(segments: Iterable[Segment], steps: int = 24) -> Iterator[Point]:
    """Points along a path: close enough together to measure it."""
    at: Point = (0, 0)
    for letter, n in _points_only(segments):
        ts = [i / steps for i in range(1, steps + 1)]
        if letter == "O":
            for t in ts:
                yield (n[0] + n[2] * math.cos(t * math.tau), n[1] + n[2] * math.sin(t * math.tau))
            continue
        if letter == "Z":
            continue
        if letter == "Q":
            for t in ts:
                yield tuple((1 - t) ** 2 * at[i] + 2 * t * (1 - t) * n[i] + t * t * n[i + 2] for i in (0, 1))
        elif letter == "C":
            for t in ts:
                u = 1 - t
                yield tuple(
                    u**3 * at[i] + 3 * u * u * t * n[i] + 3 * u * t * t * n[i + 2] + t**3 * n[i + 4] for i in (0, 1)
                )
        elif letter == "A":
            yield from _arc(at, n, ts)
        at = (n[-2], n[-1])
        yield at


def _arc(start: Point, n: tuple[float, ...], ts: list[float]) -> Iterator[Point]:
    """Points along an elliptical arc (SVG 1.1, appendix F.6.5)."""
    rx, ry, angle, large, sweep, ex, ey = n
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    dx, dy = (start[0] - ex) / 2, (start[1] - ey) / 2
    x1, y1 = cos * dx + sin * dy, cos * dy - sin * dx
    grow = math.sqrt(max(1, (x1 / rx) ** 2 + (y1 / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    below = (rx * y1) ** 2 + (ry * x1) ** 2
    root = math.sqrt(max(0, ((rx * ry) ** 2 - below) / below)) if below else 0
    root = -root if large == sweep else root
    cx1, cy1 = root * rx * y1 / ry, -root * ry * x1 / rx
    cx = cos * cx1 - sin * cy1 + (start[0] + ex) / 2
    cy = sin * cx1 + cos * cy1 + (start[1] + ey) / 2
    first = math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx)
    delta = math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - first
    if sweep and delta < 0:
        delta += math.tau
    elif not sweep and delta > 0:
        delta -= math.tau
    for t in ts:
        px, py = rx * math.cos(first + t * delta), ry * math.sin(first + t * delta)
        yield (cx + cos * px - sin * py, cy + sin * px + cos * py)


# --- writing shapes ------------------------------------------------------


def number(value: float) -> str:
    """A coordinate as short as it can be: one decimal at most."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _data(segments: Iterable[Segment]) -> str:
    return "".join(letter + " ".join(map(number, n)) for letter, n in segments)


def _element(shape: Shape) -> str:
    """One SVG element; what equals the root's own style is left out."""
    letter, n = shape.segments[0]
    if letter == "O":
        tag = f'circle cx="{number(n[0])}" cy="{number(n[1])}" r="{number(n[2])}"'
    else:
        tag = f'path d="{_data(shape.segments)}"'
    if shape.fill:
        tag += f' fill="{shape.fill}"'
    if shape.stroke is None:
        return f'<{tag} stroke="none"/>'
    if shape.stroke != INK:
        tag += f' stroke="{shape.stroke}"'
    if shape.width != LINE:
        tag += f' stroke-width="{shape.width}"'
    return f"<{tag}/>"


def _joined(drawing: Drawing) -> Iterator[Shape]:
    """The same shapes, with lines of one kind that follow each other made one path."""
    last: Shape | None = None
    for shape in flatten(drawing):
        alike = last and not shape.fill and (last.fill, last.stroke, last.width) == (None, shape.stroke, shape.width)
        if alike and "O" not in (last.segments[0][0], shape.segments[0][0]):
            last = replace(last, segments=last.segments + shape.segments)
            continue
        if last:
            yield last
        last = shape
    if last:
        yield last


def svg(title: str, drawing: Drawing) -> str:
    """The whole file: a title and the shapes, one a line."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" fill="none" stroke="{INK}"'
        f' stroke-width="{LINE}" stroke-linecap="round" stroke-linejoin="round">'
    )
    lines = [head, f"<title>{escape(title)}</title>", *map(_element, _joined(drawing)), "</svg>"]
    return "\n".join(lines) + "\n"
