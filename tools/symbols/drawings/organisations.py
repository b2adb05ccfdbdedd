"""Organisations: who runs things, where, and the people who work there."""

from __future__ import annotations

from drawings import drawing
from parts import (
    BLUE, FINE, FIRM, GREEN, GREY, INK, RED, SIGN, TEXT, WHITE, YELLOW,
    Cast, Drawing, block, bust, chair_sign, circle, clipboard, clock, coin_pile, columns, cup, door, dot, flag,
    from_behind, gripping, ground, key, path, peg, pin, polygon, rect, stand, wheel, window,
)


@drawing("organisation")
def organisation() -> Drawing:
    return [
        path("M48 36 V8", None, FIRM),
        rect(50, 8, 34, 20, 1, YELLOW),
        peg(61, 18.5, 0.8),
        peg(73, 18.5, 0.8),
        block(14, 40, 68, 46, 4, 1, WHITE, 9),
        door(40, 64, 16, 22, RED),
        window(20, 66, 12, 10),
        window(64, 66, 12, 10),
        ground(),
    ]


@drawing("disabled people's organisation")
def dpo(cast: Cast) -> Drawing:
    look = cast(avoid=YELLOW)
    return [
        path("M74 32 V8", None, FIRM),
        rect(44, 8, 29, 19, 1, YELLOW),
        chair_sign(58, 19, 0.52, 3),
        rect(44, 36, 42, 50),
        rect(41, 32, 47, 6, 1, GREY),
        window(72, 45, 8, 10),
        door(60, 60, 22, 26, BLUE),
        ground(),
        wheel(27, 86, look, 0.86, near=(47, 52)),
        key(53, 50, 0.75, 25),
    ]


@drawing("council")
def council() -> Drawing:
    return [
        rect(10, 52, 76, 34),
        rect(7.5, 48, 81, 6, 1, GREY),
        rect(38, 24, 20, 30),
        polygon([(35, 24), (48, 8), (61, 24)], RED),
        clock(48, 37, 8),
        window(16, 62, 12, 14),
        window(68, 62, 12, 14),
        door(40, 62, 16, 24),
        ground(),
    ]


@drawing("councillor")
def councillor(cast: Cast) -> Drawing:
    rosette = [
        polygon([(56, 50), (53, 62), (58, 59), (63, 62), (60, 50)], RED),
        circle(58, 47, 6.5, RED),
        circle(58, 47, 2.5, WHITE, FINE),
    ]
    return [
        stand(48, 96, cast(avoid=RED), 1.05, left=(28, 66), right=(68, 66), legs=False),
        rosette,
        rect(8, 66, 80, 8, 2, YELLOW),
        rect(14, 74, 68, 14, 0, YELLOW),
    ]


@drawing("government")
def government() -> Drawing:
    return [
        flag(48, 22, 8, BLUE, 16),
        polygon([(10, 42), (48, 20), (86, 42)], YELLOW),
        circle(48, 34, 3.5),
        rect(10, 42, 76, 7, 0, WHITE),
        columns(14, 49, 68, 27, 5),
        rect(10, 76, 76, 6, 0, WHITE),
        rect(7.5, 82, 81, 6, 0, WHITE),
    ]


@drawing("health board")
def health_board(cast: Cast) -> Drawing:
    looks = cast.take(3)
    return [
        rect(14, 8, 68, 50, 1, WHITE),
        rect(38, 13, 20, 20, 2, GREEN),
        path("M48 17 V29 M42 23 H54", None, TEXT),
        window(19, 16, 12, 10),
        window(65, 16, 12, 10),
        [stand(x, 93, look, 0.7, left=False, right=False, legs=False) for x, look in zip((25, 48, 71), looks)],
        rect(8, 70, 80, 8, 2, YELLOW),
        path("M14 78 V87 M82 78 V87", None, TEXT),
    ]


@drawing("service")
def service(cast: Cast) -> Drawing:
    person, worker = cast.take(2, avoid=YELLOW)
    return [
        stand(71, 86, worker, 0.84, left=(57, 53)),
        wheel(24, 86, person, 0.86, near=(43, 54)),
        rect(41, 58, 18, 28, 1, YELLOW),
        rect(37, 54, 26, 7, 2, GREY),
        ground(),
    ]


@drawing("commissioner")
def commissioner(cast: Cast) -> Drawing:
    look = cast(avoid=YELLOW)
    return [
        block(58, 14, 26, 42, 2, 2, WHITE, 7),
        coin_pile(71, 87, 3, 13, 4, 5),
        stand(29, 86, look, 0.92, right=(46, 60)),
        clipboard(22, 46, 26, 31),
        path("M31 60 H39 M31 67 H39"),
        gripping(look, (49, 62), turn=90),
    ]


@drawing("staff")
def staff(cast: Cast) -> Drawing:
    def badge(x: float) -> Drawing:
        return [path(f"M{x - 7} 44 L{x} 58 L{x + 7} 44", None, FIRM), rect(x - 9, 58, 18, 22, 2), peg(x, 69.5, 0.75)]

    return [[bust(x, 28, look, 1.28, depth=46), badge(x)] for x, look in zip((27.5, 68.5), cast.take(2))]


@drawing("role")
def role(cast: Cast) -> Drawing:
    builder, cook, driver = (cast(hair=hair) for hair in ("short", "long", "beard"))
    hard_hat = [
        path("M-10 -3 A10 11 0 0 1 10 -3Z", YELLOW),
        path("M-13 -3 H13", None, FIRM),
        path("M0 -13 V-8", None, FIRM),
    ]
    chef_hat = [
        path("M-9 -8 Q-15 -14 -9 -20 Q-6 -27 0 -25 Q6 -27 9 -20 Q15 -14 9 -8Z", WHITE),
        rect(-9, -9, 18, 7, 1, WHITE),
    ]
    cap = [path("M-9 -3 Q-9 -13 0 -13 Q9 -13 9 -3Z", BLUE), path("M-9 -3 H14", None, TEXT)]
    return [
        bust(21, 50, builder, 0.86, extras=hard_hat, depth=40),
        bust(48, 50, cook, 0.86, extras=chef_hat, depth=40),
        bust(75, 50, driver, 0.86, extras=cap, depth=40),
    ]


@drawing("venue")
def venue() -> Drawing:
    return [
        rect(34, 38, 51, 48, 0, WHITE),
        rect(31, 34, 57, 6, 1, GREY),
        window(40, 46, 10, 10),
        window(70, 46, 10, 10),
        door(52, 58, 18, 20, YELLOW),
        polygon([(8, 86), (52, 78), (72, 78), (72, 86)], GREEN),
        pin(21, 51, 1.1),
        ground(),
    ]


@drawing("travel")
def travel() -> Drawing:
    return [
        path("M14 16 H76 Q82 16 84 24 L88 46 V74 H8 V22 Q8 16 14 16Z", RED),
        rect(14, 24, 20, 18, 1, BLUE),
        path("M64 24 H75 Q77 24 78 28 L81 42 H64Z", BLUE),
        path("M83 60 H87", None, SIGN),
        rect(40, 24, 18, 50, 0, WHITE),
        circle(23, 75, 10, GREY),
        circle(73, 75, 10, GREY),
        dot(23, 75, 3),
        dot(73, 75, 3),
        polygon([(40, 74), (58, 74), (62, 88), (36, 88)], GREEN),
    ]


@drawing("event")
def event(cast: Cast) -> Drawing:
    speaker, a, b, c = cast.take(4, avoid=YELLOW)
    pennants = [
        polygon([(x, y), (x + 14, y + d), (x + 6, y + 13)], colour)
        for x, y, d, colour in ((10, 10, 3, RED), (29, 15, 1, BLUE), (53, 16, -1, GREEN), (72, 13, -3, YELLOW))
    ]
    return [
        path("M8 8 Q48 24 88 8"),
        pennants,
        stand(44, 68, speaker, 0.56, right=(53, 50)),
        path("M57 44 V66", None, FIRM),
        dot(57, 42, 4),
        rect(16, 67, 64, 10, 1, YELLOW),
        [from_behind(x, 73, look, 0.8, 19) for x, look in zip((20, 48, 76), (a, b, c))],
    ]


@drawing("online meeting")
def online_meeting(cast: Cast) -> Drawing:
    parts: list[Drawing] = [path("M14 72 H82 L88 86 H8Z", GREY), path("M40 80 H56"), rect(12, 8, 72, 64, 4, INK)]
    for (x, y), look, shade in zip(((16, 12), (50, 12), (16, 41), (50, 41)), cast.take(4), (WHITE, GREY, GREY, WHITE)):
        parts += [rect(x, y, 30, 26, 0, shade), bust(x + 15, y + 12, look, 0.74, depth=18)]
    return parts


@drawing("time")
def time() -> Drawing:
    return [
        circle(48, 48, 39.5, WHITE, 4),
        path("M48 48 V14 A34 34 0 1 1 14 48Z", YELLOW),
        path("M48 48 V20 M48 48 H30", None, SIGN),
        dot(48, 48, 4),
    ]


@drawing("break")
def pause() -> Drawing:
    return [
        path("M10 87 H66", None, TEXT),
        cup(34, 48, 1.7),
        path("M26 38 Q22 32 26 26 Q30 20 26 14 M42 38 Q38 32 42 26 Q46 20 42 14", None, FIRM),
        circle(73, 24, 15, YELLOW),
        path("M68 18 V30 M78 18 V30", None, TEXT),
    ]
