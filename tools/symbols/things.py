"""Things: signs, bubbles, paper, money, tools, furniture.

Each is drawn where it is asked for, in the drawing's own units. Buildings and
whatever stands outdoors are in `places.py`.
"""

from __future__ import annotations

import math

from ink import (
    BLUE, FINE, FIRM, GREEN, GREY, INK, LINE, RED, SIGN, TEXT, WHITE, YELLOW,
    Drawing, Point, Shape, circle, dot, ellipse, outline, patch, path, place, polygon, rect, tube,
)

# --- signs ----------------------------------------------------------------


def tick(x: float, y: float, k: float = 1, w: float = SIGN) -> Shape:
    """A tick, 18 wide at k = 1, about its middle."""
    return path(f"M{x - 9 * k} {y + 1 * k} L{x - 3 * k} {y + 7 * k} L{x + 9 * k} {y - 7 * k}", None, w)


def cross(x: float, y: float, k: float = 1, w: float = SIGN) -> Shape:
    """A cross, 14 wide at k = 1, about its middle."""
    a = 7 * k
    return path(f"M{x - a} {y - a} L{x + a} {y + a} M{x + a} {y - a} L{x - a} {y + a}", None, w)


def tick_disc(x: float, y: float, r: float = 10) -> Drawing:
    """A tick on a green disc."""
    return [circle(x, y, r, GREEN), tick(x, y, r / 16, 4 if r < 12 else 5)]


def cross_disc(x: float, y: float, r: float = 10) -> Drawing:
    """A cross on a red disc."""
    return [circle(x, y, r, RED), cross(x, y, r / 16, 4 if r < 12 else 5)]


def question(x: float, y: float, k: float = 1, w: float = SIGN) -> Drawing:
    """A question mark, 28 tall at k = 1, about its middle."""
    hook = path(
        f"M{x - 8 * k} {y - 6 * k} A{8 * k} {7.5 * k} 0 1 1 {x + 3 * k} {y + 0.5 * k} Q{x} {y + 2 * k} {x} {y + 6 * k}",
        None,
        w,
    )
    return [hook, dot(x, y + 13 * k, max(2.4, w * 0.6))]


def letter_i(x: float, y: float, k: float = 1, w: float = SIGN) -> Drawing:
    """The i of information, about its middle."""
    return [dot(x, y - 10 * k, max(2.4, w * 0.62)), path(f"M{x} {y - 1 * k} V{y + 11 * k}", None, w)]


def exclamation(x: float, y: float, k: float = 1, w: float = SIGN) -> Drawing:
    """An exclamation mark, about its middle."""
    return [path(f"M{x} {y - 11 * k} V{y + 2 * k}", None, w), dot(x, y + 10.5 * k, max(2.4, w * 0.62))]


def star(x: float, y: float, r: float, colour: str = YELLOW) -> Shape:
    """A five-pointed star."""
    points = []
    for i in range(10):
        reach = r if i % 2 == 0 else r * 0.48
        a = math.radians(36 * i - 90)
        points.append((round(x + reach * math.cos(a), 1), round(y + reach * math.sin(a), 1)))
    return polygon(points, colour)


def heart(x: float, y: float, k: float = 1, colour: str = RED) -> list[Shape]:
    """A heart, 24 wide at k = 1, about its middle."""
    d = "M0 10 C-7 5 -12 0 -12 -5 A6.2 6.2 0 0 1 0 -6 A6.2 6.2 0 0 1 12 -5 C12 0 7 5 0 10Z"
    return place(path(d, colour), x, y, k)


def arrow(d: str, w: float = 5, size: float = 9) -> list[Shape]:
    """A line of any form with a solid arrowhead at its end."""
    line = path(d, None, w)
    (x0, y0), (x1, y1) = list(outline(line.segments))[-2:]
    angle = math.degrees(math.atan2(y1 - y0, x1 - x0))
    return [
        line,
        *place(path(f"M{size * 0.55} 0 L{-size * 0.45} {-size * 0.65} V{size * 0.65}Z", INK), x1, y1, turn=angle),
    ]


def block_arrow(
    x0: float, y0: float, x1: float, y1: float, colour: str = GREEN, thick: float = 9, head: float = 11
) -> list[Shape]:
    """A fat arrow with an outline, from its tail to its point."""
    length, t, h = math.hypot(x1 - x0, y1 - y0), thick / 2, head
    neck = length - h
    points = [(0, -t), (neck, -t), (neck, -h), (length, 0), (neck, h), (neck, t), (0, t)]
    return place(polygon(points, colour), x0, y0, turn=math.degrees(math.atan2(y1 - y0, x1 - x0)))


def equals(x: float, y: float, width: float = 16) -> Shape:
    """An equals sign."""
    a, b = x - width / 2, x + width / 2
    return path(f"M{a} {y - 6} H{b} M{a} {y + 6} H{b}", None, SIGN)


def ground(x0: float = 8, x1: float = 88, y: float = 87.5) -> Shape:
    """The line that people stand on."""
    return path(f"M{x0} {y} H{x1}", None, FIRM)


def rays(x: float, y: float, r0: float, r1: float, angles: range | tuple[float, ...], w: float = LINE) -> Shape:
    """Short lines that go out from a point: light, or something of great worth."""
    parts = []
    for a in map(math.radians, angles):
        c, s = math.cos(a), math.sin(a)
        parts.append(f"M{x + r0 * c:.1f} {y + r0 * s:.1f} L{x + r1 * c:.1f} {y + r1 * s:.1f}")
    return path(" ".join(parts), None, w)


def waves(x: float, y: float, radii: tuple[float, ...], spread: float = 40, turn: float = 0) -> list[Shape]:
    """Sound: arcs that go out to the right of (x, y)."""
    shapes = []
    for r in radii:
        c, s = r * math.cos(math.radians(spread)), r * math.sin(math.radians(spread))
        shapes.append(path(f"M{c} {-s} A{r} {r} 0 0 1 {c} {s}"))
    return place(shapes, x, y, turn=turn)


# --- bubbles ----------------------------------------------------------------


def bubble(
    x: float, y: float, w: float, h: float, tail: Point, colour: str = WHITE, base: float | None = None, r: float = 6
) -> Shape:
    """A speech bubble from its top left corner; its tail points at `tail`.

    The tail leaves the side that it points away from, at `base` along that side.
    """
    tx, ty = tail
    x1, y1 = x + w, y + h
    half = 5
    below, above = ty > y1, ty < y
    mid = (
        base
        if base is not None
        else (
            min(max(tx, x + r + half), x1 - r - half) if below or above else min(max(ty, y + r + half), y1 - r - half)
        )
    )
    tip = f"L{tx} {ty}"
    top = f"H{mid - half} {tip} L{mid + half} {y}" if above else ""
    right = f"V{mid - half} {tip} L{x1} {mid + half}" if not (below or above) and tx > x1 else ""
    bottom = f"H{mid + half} {tip} L{mid - half} {y1}" if below else ""
    left = f"V{mid + half} {tip} L{x} {mid - half}" if not (below or above) and tx < x else ""
    a = f"A{r} {r} 0 0 1"
    return path(
        f"M{x + r} {y} {top} H{x1 - r} {a} {x1} {y + r} {right} V{y1 - r} {a} {x1 - r} {y1}"
        f" {bottom} H{x + r} {a} {x} {y1 - r} {left} V{y + r} {a} {x + r} {y}Z",
        colour,
    )


def cloud(x: float, y: float, rx: float, ry: float, colour: str = WHITE, bumps: int = 9) -> Shape:
    """A thought cloud about its middle."""
    points = []
    for i in range(bumps + 1):
        a = math.tau * i / bumps - math.pi / 2
        points.append((round(x + rx * math.cos(a), 1), round(y + ry * math.sin(a), 1)))
    d = f"M{points[0][0]} {points[0][1]}"
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        r = round(math.dist((ax, ay), (bx, by)) * 0.58, 1)
        d += f" A{r} {r} 0 0 1 {bx} {by}"
    return path(d + "Z", colour)


def thought(x: float, y: float, rx: float, ry: float, trail: tuple[Point, ...]) -> Drawing:
    """A thought cloud with the small circles that lead to a head."""
    return [cloud(x, y, rx, ry), [circle(px, py, 2.6 - i * 0.6) for i, (px, py) in enumerate(trail)]]


# --- paper ------------------------------------------------------------------


def lines(x: float, y: float, lengths: tuple[float, ...], step: float = 8, w: float = FIRM) -> Shape:
    """Lines of writing, from the left end of the first."""
    return path(" ".join(f"M{x} {y + i * step} H{x + n}" for i, n in enumerate(lengths) if n), None, w)


def page(x: float, y: float, w: float, h: float, fold: float = 0, colour: str = WHITE) -> Drawing:
    """A sheet of paper, with its top right corner folded if asked."""
    if not fold:
        return rect(x, y, w, h, 3, colour)
    x1, y1 = x + w, y + h
    sheet = f"M{x} {y} H{x1 - fold} L{x1} {y + fold} V{y1} H{x}Z"
    return [path(sheet, colour), path(f"M{x1 - fold} {y} V{y + fold} H{x1}", GREY)]


def checkbox(x: float, y: float, size: float = 10, ticked: bool = True) -> Drawing:
    """A small box, ticked or empty, from its top left corner."""
    box = rect(x, y, size, size, 1)
    return [box, tick(x + size * 0.58, y + size * 0.32, size / 14, 3)] if ticked else box


def clipboard(x: float, y: float, w: float, h: float, board: str = YELLOW) -> Drawing:
    """A clipboard with a white sheet."""
    mid = x + w / 2
    return [rect(x, y, w, h, 4, board), rect(x + 5, y + 6, w - 10, h - 11, 0), rect(mid - 9, y - 4, 18, 9, 3, GREY)]


def open_book(x: float, y: float, w: float, h: float, colour: str = WHITE) -> Drawing:
    """An open book, its two pages towards us, about the top of its spine."""
    half = w / 2
    left = f"M{x} {y} Q{x - half / 2} {y - 6} {x - half} {y} V{y + h} Q{x - half / 2} {y + h - 6} {x} {y + h}Z"
    right = f"M{x} {y} Q{x + half / 2} {y - 6} {x + half} {y} V{y + h} Q{x + half / 2} {y + h - 6} {x} {y + h}Z"
    return [path(left, colour), path(right, colour)]


def flip_chart(x: float, y: float, w: float, h: float, foot: float) -> Drawing:
    """A board on three legs, from its top left corner; the legs reach `foot`."""
    mid = x + w / 2
    legs = path(f"M{mid - 6} {y + h} L{mid - 12} {foot} M{mid + 6} {y + h} L{mid + 12} {foot}")
    return [legs, rect(x, y, w, h, 2), path(f"M{x - 2} {y} H{x + w + 2}", None, TEXT)]


def calendar(x: float, y: float, w: float, h: float) -> Drawing:
    """A calendar page with rings and days."""
    days = [dot(x + w * (0.22 + 0.28 * i), y + 16 + 8 * j, 2.2) for j in range(2) for i in range(3)]
    rings = path(f"M{x + w * 0.28} {y - 3} V{y + 3} M{x + w * 0.72} {y - 3} V{y + 3}", None, LINE)
    return [
        rect(x, y, w, h, 2),
        path(f"M{x} {y + 8} V{y + 2} A2 2 0 0 1 {x + 2} {y} H{x + w - 2} A2 2 0 0 1 {x + w} {y + 2} V{y + 8}Z", RED),
        rings,
        days,
    ]


# --- tools --------------------------------------------------------------------


def pen(length: float = 36, thick: float = 7, colour: str = YELLOW) -> Drawing:
    """A pencil with its point at (0, 0), standing up."""
    t = thick / 2
    return [
        path(f"M0 0 L{-t} -8 V{-length} H{t} V-8Z", colour),
        path(f"M{-t} -9 H{t} M{-t} {4 - length} H{t}", None, FINE),
        path(f"M0 0 L{-t * 0.4} -3 H{t * 0.4}Z", INK, FINE),
    ]


def spanner(x: float, y: float, turn: float = 0, k: float = 1) -> list[Shape]:
    """A spanner; its jaw is at (x, y), its handle goes down."""
    jaw = "M-4 -2 V28 A4 4 0 0 0 4 28 V-2 Q10 -5 10 -12 Q10 -17 6 -20 V-11 H-6 V-20 Q-10 -17 -10 -12 Q-10 -5 -4 -2Z"
    return place(path(jaw, GREY), x, y, k, turn)


def magnifier(x: float, y: float, r: float, turn: float = 45, length: float = 16, glass: str | None = None) -> Drawing:
    """A magnifying glass about the middle of its lens."""
    handle = tube(f"M{r + 4} 0 H{r + length}", RED, 5)
    return [place(handle, x, y, turn=turn), circle(x, y, r, glass, 4)]


def key(x: float, y: float, k: float = 1, turn: float = 0) -> list[Shape]:
    """A key, its ring at (x, y), its blade to the right."""
    shapes = [tube("M6 0 H24 M17 0 V6 M23 0 V6", YELLOW, 3), circle(0, 0, 7, YELLOW), circle(0, 0, 2, WHITE, FINE)]
    return place(shapes, x, y, k, turn)


def clock(x: float, y: float, r: float, hands: str = "") -> Drawing:
    """A clock face; by default it shows four."""
    return [
        circle(x, y, r),
        path(hands or f"M{x} {y - r * 0.62} V{y} L{x + r * 0.45} {y + r * 0.28}", None, FIRM if r > 14 else LINE),
    ]


def bulb(x: float, y: float, k: float = 1) -> list[Shape]:
    """A light bulb, about the middle of its glass."""
    glass = path("M-5 13 Q-5 9 -9 5 A11.5 11.5 0 1 1 9 5 Q5 9 5 13Z", YELLOW)
    return place([glass, path("M-3 13 V7 L0 4 L3 7 V13", None, FINE), rect(-5, 13, 10, 6, 2, GREY)], x, y, k)


def megaphone(x: float, y: float, k: float = 1, colour: str = YELLOW) -> list[Shape]:
    """A megaphone, its mouthpiece at (x, y), pointing right."""
    horn = path("M4 -5 L26 -16 V16 L4 5Z", colour)
    return place([horn, rect(-3, -5, 8, 10, 2, GREY), path("M26 -17.5 V17.5", None, TEXT)], x, y, k)


def scales(x: float, y: float, k: float = 1, base: bool = True) -> list[Shape]:
    """A pair of scales in balance, about the top of the post."""
    pans = [path(f"M{s - 9} 18 A9 7 0 0 0 {s + 9} 18Z", YELLOW) for s in (-17, 17)]
    cords = path("M-17 4 L-25 18 M-17 4 L-9 18 M17 4 L9 18 M17 4 L25 18", None, FINE)
    foot = path("M-11 38 H11", None, TEXT) if base else ()
    return place(
        [path("M-17 4 H17", None, FIRM), path("M0 0 V38", None, FIRM), dot(0, 1, 4), cords, pans, foot], x, y, k
    )


def puzzle(
    x: float, y: float, w: float, h: float, colour: str, left: int = 0, right: int = 0, knob: float = 1
) -> Shape:
    """A jigsaw piece; a side has a knob out (1), a knob in (-1) or is flat (0)."""
    x1, mid = x + w, y + h / 2
    neck, belly, reach = 3 * knob, 8 * knob, 11 * knob

    def side(at: float, out: float, way: int) -> str:
        tip = at + out * reach
        return f"V{mid - way * neck} C{tip} {mid - way * belly} {tip} {mid + way * belly} {at} {mid + way * neck}"

    down = side(x1, right, 1) if right else ""
    up = side(x, -left, -1) if left else ""
    return path(f"M{x} {y} H{x1} {down} V{y + h} H{x} {up}Z", colour)


# --- money ----------------------------------------------------------------------


def pound(x: float, y: float, k: float = 1, w: float = LINE) -> list[Shape]:
    """A pound sign, 16 tall at k = 1, about its middle."""
    d = "M5 -4.5 Q4 -8 0.5 -8 Q-3 -8 -3 -4 Q-3 -1 -2 1.5 Q-2 6 -5.5 8 H5.5 M-5 0.5 H3"
    return place(path(d, None, w), x, y, k)


def coin(x: float, y: float, r: float = 9) -> Drawing:
    """A coin with a pound sign."""
    return [circle(x, y, r, YELLOW), pound(x + 0.3, y, r / 15, FINE if r < 12 else LINE)]


def coin_pile(x: float, y: float, count: int, rx: float = 10, ry: float = 4, step: float = 5) -> Drawing:
    """Coins lying on each other; (x, y) is the middle of the lowest one's foot."""
    shapes = []
    for i in range(count):
        low, high = y - ry - i * step, y - ry - (i + 1) * step
        shapes.append(path(f"M{x - rx} {high} V{low} A{rx} {ry} 0 0 0 {x + rx} {low} V{high}Z", YELLOW))
        shapes.append(ellipse(x, high, rx, ry, YELLOW))
    return shapes


def banknote(x: float, y: float, w: float = 44, h: float = 24, turn: float = 0) -> Drawing:
    """A banknote about its middle."""
    shapes = [rect(-w / 2, -h / 2, w, h, 2, GREEN), circle(0, 0, h * 0.32), pound(0, 0, h / 46, FINE)]
    return place(shapes, x, y, turn=turn)


# --- furniture --------------------------------------------------------------------


def table(x0: float, x1: float, y: float, foot: float, colour: str = GREY) -> Drawing:
    """A table from the side: its top at `y`, its legs down to `foot`."""
    legs = tube(f"M{x0 + 6} {y + 3} V{foot - 3} M{x1 - 6} {y + 3} V{foot - 3}", colour, 3)
    return [legs, rect(x0, y, x1 - x0, 6, 2, colour)]


def box(x: float, y: float, w: float, h: float, colour: str = YELLOW) -> Drawing:
    """A closed cardboard box with its tape."""
    return [rect(x, y, w, h, 2, colour), path(f"M{x} {y + h * 0.3} H{x + w} M{x + w / 2} {y} V{y + h * 0.3}")]


def ballot_box(x: float, y: float, w: float, h: float) -> Drawing:
    """A box with a slot in its lid."""
    return [
        rect(x, y + 6, w, h - 6, 2, BLUE),
        rect(x - 4, y, w + 8, 9, 2, WHITE),
        path(f"M{x + w / 2 - 11} {y + 4.5} H{x + w / 2 + 11}", None, FIRM),
    ]


def cup(x: float, y: float, k: float = 1, colour: str = BLUE) -> list[Shape]:
    """A cup, about the middle of its rim."""
    bowl = path("M-13 0 H13 V9 Q13 20 2 20 H-2 Q-13 20 -13 9Z", colour)
    return place([path("M13 4 H17 Q22 4 22 9 Q22 14 12 14", WHITE), bowl], x, y, k)


def flag(
    x: float, foot: float, top: float, colour: str = RED, width: float = 22, chequered: bool = False, side: int = 1
) -> Drawing:
    """A flag on a pole."""
    h = width * 0.66
    x1 = x + side * width
    if not chequered:
        return [
            path(f"M{x} {top} L{x1} {top + h / 2} L{x} {top + h}Z", colour),
            path(f"M{x} {foot} V{top}", None, FIRM),
        ]
    cloth = rect(min(x, x1), top, width, h)
    squares = []
    for row in range(2):
        for col in range(3):
            if (row + col) % 2 == 0:
                sx, sy = min(x, x1) + col * width / 3, top + row * h / 2
                squares.append(patch(f"M{sx} {sy} H{sx + width / 3} V{sy + h / 2} H{sx}Z", INK))
    return [cloth, squares, path(f"M{x} {foot} V{top}", None, FIRM)]


# --- senses ---------------------------------------------------------------------------


def ear(x: float, y: float, skin: str, k: float = 1, w: float = LINE) -> list[Shape]:
    """An ear, 40 wide and 64 tall at k = 1, from its top left; it listens to the left."""
    outer = path("M3 22 C1 -4 40 -8 40 20 C40 36 28 38 27 50 C26 64 8 68 5 55 C3 46 5 38 3 22Z", skin, w)
    inner = path("M12 22 C12 8 31 8 30 21 C29 30 19 31 20 42 M12 30 C17 30 18 34 15 38", None, w)
    return place([outer, inner], x, y, k)


def eye(x: float, y: float, k: float = 1, w: float = LINE) -> list[Shape]:
    """An open eye, 28 wide at k = 1, about its middle."""
    return place([path("M-14 0 Q0 -17 14 0 Q0 17 -14 0Z", WHITE, w), circle(0, 0, 5, BLUE, w), dot(0, 0, 2)], x, y, k)


def chair_sign(x: float, y: float, k: float = 1, w: float = FIRM) -> list[Shape]:
    """The sign of someone in a wheelchair, leaning forward, 24 wide at k = 1, about its middle."""
    rider = path("M-2 -7 L1 3 H8 L11 11", None, w)
    wheel = path("M-5 -1 A8 8 0 1 0 6 8", None, w)
    return place([dot(-3, -13, 3.6), rider, path("M-1 -3 H6", None, w), wheel], x, y, k)
