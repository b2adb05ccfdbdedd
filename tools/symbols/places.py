"""Places: houses, public buildings, doors, ramps, and what is out of doors."""

from __future__ import annotations

from ink import BLUE, GREY, RED, WHITE, YELLOW, Drawing, Shape, circle, dot, path, place, polygon, rect


def door(x: float, y: float, w: float, h: float, colour: str = YELLOW) -> Drawing:
    """A door with its handle, from its top left corner."""
    return [rect(x, y, w, h, 1, colour), dot(x + w - 4, y + h * 0.52, 1.8)]


def window(x: float, y: float, w: float, h: float, colour: str = BLUE) -> Shape:
    """A window."""
    return rect(x, y, w, h, 1, colour)


def house(x: float, y: float, w: float, h: float, roof: str = RED, wall: str = WHITE, eaves: float = 5) -> Drawing:
    """A house with a pitched roof, from the top left corner of its wall."""
    return [rect(x, y, w, h, 0, wall), polygon([(x - eaves, y), (x + w / 2, y - w * 0.52), (x + w + eaves, y)], roof)]


def block(
    x: float, y: float, w: float, h: float, columns: int, rows: int, wall: str = WHITE, pane: float = 8
) -> Drawing:
    """A flat-roofed building with rows of windows, from the top left of its wall."""
    gap = (w - columns * pane) / (columns + 1)
    panes = [
        window(x + gap + c * (pane + gap), y + 8 + r * (pane + 6), pane, pane)
        for r in range(rows)
        for c in range(columns)
    ]
    return [rect(x, y, w, h, 0, wall), panes, rect(x - 3, y - 4, w + 6, 6, 1, GREY)]


def columns(x: float, y: float, w: float, h: float, count: int, colour: str = WHITE) -> Drawing:
    """A row of columns, from the top left corner."""
    thick = 6
    step = (w - thick) / (count - 1)
    return [rect(x + i * step, y, thick, h, 0, colour) for i in range(count)]


def pin(x: float, y: float, k: float = 1) -> list[Shape]:
    """A map pin with its point at (x, y)."""
    drop = path("M0 0 C-5 -10 -11 -14 -11 -21 A11 11 0 0 1 11 -21 C11 -14 5 -10 0 0Z", RED)
    return place([drop, circle(0, -21, 4)], x, y, k)


def steps(x: float, y: float, tread: float, rise: float, count: int, right: float, colour: str = GREY) -> Shape:
    """Stairs that go up to the right from (x, y), flat from the last to `right`."""
    d = f"M{x} {y}"
    for i in range(1, count + 1):
        d += f" V{y - i * rise} H{x + i * tread}"
    return path(d + f" H{right} V{y}Z", colour)
