"""Learning: what people know, live through, find out and teach."""

from __future__ import annotations

from drawings import drawing
from parts import (
    FINE, GREEN, GREY, RED, TEXT, WHITE, YELLOW,
    Cast, Drawing, block_arrow, bust, dot, fist, flip_chart, from_behind, gripping, ground, heart, holding, house,
    magnifier, open_book, path, pen, place, profile, rect, spanner, stand, star, tube, wheel,
)


@drawing("expert by experience")
def expert(cast: Cast) -> Drawing:
    look = cast(avoid=YELLOW)
    road = (
        "M36 88 C40 70 76 70 74 58 C72 49 50 50 51 37 C52 26 70 24 71 8"
        " H77 C78 26 64 30 64 37 C64 44 87 44 88 60 C89 74 68 74 70 88Z"
    )
    return [path(road, GREY), stand(30, 88, look, 0.96), star(30, 49, 11)]


@drawing("experience")
def experience(cast: Cast) -> Drawing:
    return [
        tube("M12 82 H64 Q84 82 84 65.5 Q84 49 64 49 H12", GREY, 6),
        house(16, 65, 13, 9, RED, eaves=2.5),
        heart(46, 66, 0.75),
        star(66, 66, 8),
        wheel(34, 45, cast(), 0.56, facing=-1),
    ]


@drawing("knowledge")
def knowledge(cast: Cast) -> Drawing:
    return [
        profile(12, 8, cast().skin, 1.05),
        open_book(42, 30, 42, 24),
        path("M28 37 H35 M28 44 H35 M49 37 H56 M49 44 H56", None, FINE),
    ]


@drawing("skills")
def skills(cast: Cast) -> Drawing:
    hand = fist(cast(), 12)
    return [
        place(pen(64, 10), 14, 82, turn=22),
        holding(hand, spanner(64, 28, 30), 55, 64, 1.15, turn=-60),
    ]


@drawing("assets")
def assets() -> Drawing:
    return [
        path("M12 50 V40 Q12 28 24 28 H72 Q84 28 84 40 V50Z", GREY),
        star(30, 38, 10),
        star(66, 38, 10),
        star(48, 26, 13),
        rect(10, 48, 76, 38, 3, YELLOW),
        path("M10 60 H86"),
        rect(41, 54, 14, 14, 2, WHITE),
        dot(48, 61, 2.5),
    ]


@drawing("learn")
def learn(cast: Cast) -> Drawing:
    look = cast()
    book = [open_book(34.5, 48, 41, 23), path("M19 54 H28 M19 61 H28 M40 54 H49 M40 61 H49")]
    return [
        ground(8, 62),
        stand(34.5, 86, look, 0.94, left=(18, 60), right=(51, 60)),
        book,
        gripping(look, (14.5, 60), (54.5, 60), turn=90),
        block_arrow(77, 84, 77, 14, GREEN, 10, 11),
    ]


@drawing("training")
def training(cast: Cast) -> Drawing:
    trainer, a, b = cast.take(3)
    return [
        flip_chart(44, 9, 40, 36, 70),
        path("M54 21 H74 M54 32 H68", None, TEXT),
        stand(25, 78, trainer, 0.8, right=(46, 36)),
        from_behind(36, 66, a, 0.92),
        from_behind(70, 66, b, 0.92),
    ]


@drawing("research")
def research(cast: Cast) -> Drawing:
    a, b, c = cast.take(3)
    return [
        stand(22.5, 84, a, 0.7),
        stand(69.5, 84, c, 0.7),
        magnifier(46, 40, 25, 55, 26, WHITE),
        bust(46, 37, b, 1.15, depth=17),
    ]
