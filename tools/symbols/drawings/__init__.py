"""The drawings: one function each, found by the name of its concept.

A drawing with people takes a `Cast` and asks it who they are; one without
people takes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from inspect import signature
from pkgutil import iter_modules

from ink import Drawing
from looks import Cast

Artist = Callable[..., Drawing]

REGISTRY: dict[str, Artist] = {}


def drawing(name: str) -> Callable[[Artist], Artist]:
    """Register the function that draws the concept `name`."""

    def register(artist: Artist) -> Artist:
        if name in REGISTRY:
            raise ValueError(f"two drawings are called {name!r}")
        REGISTRY[name] = artist
        return artist

    return register


def load() -> None:
    """Import every module of drawings, so that all are registered."""
    for module in iter_modules(__path__, f"{__name__}."):
        import_module(module.name)


def draw(name: str) -> Drawing:
    """The shapes of one drawing."""
    artist = REGISTRY[name]
    return artist(Cast(name)) if signature(artist).parameters else artist()
