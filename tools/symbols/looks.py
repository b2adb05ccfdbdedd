"""Looks: who is in a drawing, given out by rule, and their heads.

Skin, hair and clothes are never chosen drawing by drawing: a `Cast` gives them
out in rotation, so that every group is mixed. Faces are blank.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from zlib import crc32

from ink import (
    BLUE, FINE, GREEN, GREY, INK, RED, SKINS, WHITE, YELLOW,
    Drawing, Shape, circle, ellipse, patch, path, place, tube,
)

# --- the rule -----------------------------------------------------------------

TOPS = (YELLOW, BLUE, RED, GREEN)
LEGS = (BLUE, WHITE, GREY)
HAIRS = ("short", "long", "grey", "scarf", "curly", "bob", "beard", "bun", "fair", "crop")
"""What the rule gives out; a drawing may also ask for a "turban" or a "grey bun"."""


class Look(NamedTuple):
    """How one person looks."""

    skin: str
    hair: str
    top: str
    legs: str


class Cast:
    """Gives a drawing its people, always the same ones, always a mixed group.

    The drawing's name sets where the rotation starts. From there neighbours
    differ in skin, hair and clothes. `avoid` names the colour of what the person
    holds, so that it stands out; `hair` asks for a kind of hair.
    """

    def __init__(self, name: str) -> None:
        self._start = crc32(name.encode())
        self._turn = 0

    def __call__(self, avoid: str = "", hair: str = "") -> Look:
        n = self._start + self._turn
        skin = SKINS[(0, 2, 1, 3)[n % 4]]
        kind = hair or HAIRS[(self._start // 4 + self._turn * 3) % len(HAIRS)]
        if kind == "fair" and skin != SKINS[0]:
            kind = "bob"
        tops = [c for c in TOPS if c != avoid]
        top = tops[(self._start // 64 + self._turn) % len(tops)]
        legs = [c for c in LEGS if c not in (top, avoid)]
        self._turn += 1
        return Look(skin, kind, top, legs[(self._start // 16 + self._turn) % len(legs)])

    def take(self, count: int, avoid: str = "") -> list[Look]:
        """The next few people."""
        return [self(avoid) for _ in range(count)]


# --- heads ----------------------------------------------------------------------

HEAD = 9
"""The radius of a head; a body is a little under nine of them tall."""

SWEPT = "M-10 0 A10 10 0 0 1 10 0 Q8.5 -3.5 3 -3 H-3 Q-8.5 -3.5 -10 0Z"
BEARD = "M-9 0 A9 9 0 0 0 9 0 Q6 3.5 0 3 Q-6 3.5 -9 0Z"
SCARF = "M-11 13 Q-12 -12 0 -12 Q12 -12 11 13 Q0 17 -11 13Z"


def _drop(length: float, colour: str) -> Shape:
    """Hair that falls on both sides, behind the face."""
    end = length + 2
    fall = f"V{length} Q10.5 {end} 8.5 {end} H-8.5 Q-10.5 {end} -10.5 {length}Z"
    return path(f"M-10.5 {length} V0 A10.5 10.5 0 0 1 10.5 0 {fall}", colour)


def _face(skin: str) -> Shape:
    return circle(0, 0, HEAD, skin)


def _framed(skin: str) -> Shape:
    """A slightly smaller face, for hair that shows on all sides of it."""
    return circle(0, 0.8, 8, skin)


Style = Callable[[str, str], Drawing]
"""Draws a head, from the colour of its skin and of its cloth."""

STYLES: dict[str, Style] = {
    "short": lambda skin, cloth: [
        _face(skin),
        path("M-9 -0.5 A9 9 0 0 1 9 -0.5 Q6.5 -4.5 2 -4.5 Q-6 -4 -9 -0.5Z", INK, FINE),
    ],
    "crop": lambda skin, cloth: [_face(skin), path("M-9 -2 A9 9 0 0 1 9 -2 Q0 -6 -9 -2Z", INK, FINE)],
    "grey": lambda skin, cloth: [_face(skin), path(SWEPT, GREY)],
    "grey bun": lambda skin, cloth: [circle(0, -12, 4, GREY), _face(skin), path(SWEPT, GREY)],
    "bun": lambda skin, cloth: [
        circle(0, -11.5, 3.5, INK),
        _face(skin),
        path("M-9 1 A9 9 0 0 1 9 1 Q7 -5 0 -5 Q-7 -5 -9 1Z", INK, FINE),
    ],
    "long": lambda skin, cloth: [
        _drop(9, INK),
        _framed(skin),
        path("M-8 -1 Q-1 -2 2 -7 Q4 -2 8 -1 Q6 -8 0 -8 Q-6 -8 -8 -1Z", INK, FINE),
    ],
    "bob": lambda skin, cloth: [
        _drop(5, INK),
        _framed(skin),
        patch("M-8 -2 Q0 -4.5 8 -2 Q6 -8.5 0 -8.5 Q-6 -8.5 -8 -2Z", INK),
    ],
    "fair": lambda skin, cloth: [
        _drop(6, YELLOW),
        path("M-7 -3.5 Q1 -3 5 -6 Q7.5 -3 7.5 1.5 A7.5 7.5 0 0 1 -7.5 1.5 Q-7.5 -2 -7 -3.5Z", skin, FINE),
    ],
    "curly": lambda skin, cloth: [
        circle(0, -3, 11, INK),
        _framed(skin),
        patch("M-8 -2 Q-4 -4 -3 -3 Q0 -5 3 -3 Q5 -4 8 -2 Q6 -9 0 -9 Q-6 -9 -8 -2Z", INK),
    ],
    "beard": lambda skin, cloth: [_face(skin), path(BEARD, INK, FINE)],
    "scarf": lambda skin, cloth: [path(SCARF, cloth), ellipse(0, 0.5, 6.5, 7.3, skin, FINE)],
    "turban": lambda skin, cloth: [
        _face(skin),
        path(BEARD, INK, FINE),
        path("M-10 -1 Q-12 -12 0 -12.5 Q12 -12 10 -1 Q6 -5 0 -5 Q-6 -5 -10 -1Z", cloth),
        path("M-9 -3 Q-1 -5 5 -11", None, FINE),
    ],
}


def _cloth(look: Look) -> str:
    """The colour of a headscarf or turban: never that of the clothes below it."""
    return BLUE if look.top == RED else RED


def head(look: Look, *extras: Drawing) -> list[Shape]:
    """A blank face with its hair, about its centre; extras such as glasses on top."""
    return place([STYLES[look.hair](look.skin, _cloth(look)), extras])


def head_away(look: Look) -> list[Shape]:
    """A head that looks away from us, about its centre."""
    kind = look.hair
    if kind in ("scarf", "turban"):
        return place(path(SCARF, _cloth(look)))
    if kind in ("long", "bob", "fair"):
        return place(_drop(8, YELLOW if kind == "fair" else INK))
    if kind == "beard":
        return place(_face(look.skin))
    colour = GREY if "grey" in kind else INK
    knot = circle(0, -11.5, 3.5, colour) if "bun" in kind else ()
    return place([_face(look.skin), knot, path("M-9 2 A9 9 0 1 1 9 2 Q7 6 0 6 Q-7 6 -9 2Z", colour)])


def hearing_aid(skin: str) -> Drawing:
    """An ear with a hearing aid behind it, for a head."""
    return [circle(9.5, 1.5, 3, skin), tube("M8.5 -3 Q12.5 -7 13.5 1 Q13.5 4.5 12 5", BLUE, 1.5)]


def glasses(lens: str | None = None) -> Drawing:
    """Glasses for a head; dark ones with `lens=INK`."""
    return [circle(-3.6, 0.5, 2.6, lens, FINE), circle(3.6, 0.5, 2.6, lens, FINE), path("M-1 0 H1", None, FINE)]
