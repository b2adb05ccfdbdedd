"""Having a voice: saying, hearing, asking, answering, agreeing or not."""

from __future__ import annotations

from drawings import drawing
from parts import (
    BLUE, FIRM, GREEN, GREY, RED, TEXT, YELLOW,
    Cast, Drawing, arrow, bubble, bust, circle, cross, ear, exclamation, flip_chart, ground, house, lines,
    megaphone, open_palm, path, peg, place, point, question, rect, stand, thought, thumb_up, tick, waves,
    wheel_front,
)


@drawing("listen")
def listen(cast: Cast) -> Drawing:
    look = cast()
    return [
        ear(43, 15, look.skin, 1.1, FIRM),
        bubble(8, 14, 30, 28, (40, 46), YELLOW),
        lines(14, 24, (17, 12), 9),
        arrow("M12 62 H32"),
    ]


@drawing("speak up")
def speak_up(cast: Cast) -> Drawing:
    look = cast(avoid=YELLOW)
    return [
        ground(8, 52),
        stand(26.5, 86, look, 0.92, right=(46, 35), hold=megaphone(41, 28, 1.05, YELLOW)),
        waves(58, 28, (20, 28), 38),
    ]


@drawing("opinion")
def opinion(cast: Cast) -> Drawing:
    look, hand = cast.take(2)
    thumb = thumb_up(hand, 6)
    return [
        bust(23, 66, look, 1.0, depth=22),
        thought(52, 33.5, 33, 22, ((30, 52), (26, 56))),
        place(thumb, 36, 37, 0.75),
        place(thumb, 70, 29, 0.75, turn=180),
    ]


@drawing("feedback")
def feedback() -> Drawing:
    return [
        bubble(8, 8, 44, 28, (16, 46)),
        lines(17, 18, (26, 18), 9),
        bubble(44, 50, 44, 28, (80, 88), GREEN),
        tick(66, 64, 1.1),
        arrow("M60 20 Q76 22 76 40"),
        arrow("M36 74 Q20 74 20 56"),
    ]


@drawing("question")
def ask(cast: Cast) -> Drawing:
    return [bust(26, 62, cast(avoid=YELLOW), 1.15), bubble(40, 8, 48, 42, (36, 60), YELLOW), question(64, 28, 0.95)]


@drawing("answer")
def answer(cast: Cast) -> Drawing:
    return [
        bubble(8, 8, 28, 28, (8, 46), GREY, base=15),
        question(22, 21, 0.6, 4),
        bust(70, 62, cast(avoid=GREEN), 1.15),
        bubble(26, 30, 34, 30, (58, 68), GREEN),
        exclamation(36, 45, 0.85, 5),
        lines(45, 40, (8, 8), 9),
    ]


@drawing("explain")
def explain(cast: Cast) -> Drawing:
    look = cast()
    return [
        flip_chart(47, 10, 38, 42, 86),
        circle(66, 24, 7, YELLOW),
        path("M56 42 L66 31 L76 42"),
        circle(56, 43, 3.5, RED),
        circle(76, 43, 3.5, BLUE),
        ground(),
        stand(26, 86, look, 0.9, right=(49, 37)),
    ]


@drawing("talk")
def talk(cast: Cast) -> Drawing:
    left, right = cast.take(2)
    return [
        bubble(8, 8, 40, 22, (23, 37), YELLOW),
        lines(16, 15.5, (24, 14), 7.5),
        bubble(52, 11, 36, 22, (73, 40), BLUE),
        lines(60, 18.5, (20, 12), 7.5),
        ground(),
        stand(22, 86, left, 0.6),
        stand(74, 86, right, 0.56),
    ]


@drawing("communication")
def communication(cast: Cast) -> Drawing:
    look = cast()
    return [
        bubble(28, 8, 46, 28, (36, 46)),
        lines(37, 18, (28, 18), 9),
        place(open_palm(look, 9), 28, 72, 0.9, turn=-90),
        rect(54, 48, 34, 40, 3, YELLOW),
        house(62, 69, 18, 13, RED, eaves=2),
    ]


@drawing("disagree")
def disagree(cast: Cast) -> Drawing:
    left, right = cast.take(2)
    return [
        bubble(8, 8, 37, 30, (22, 47), GREEN),
        tick(26.5, 23),
        bubble(51, 8, 37, 30, (76, 47), RED),
        cross(69.5, 23),
        bust(23.5, 65, left, 1.04),
        bust(72.5, 65, right, 1.04),
    ]


@drawing("nothing about us without us")
def nothing_about_us(cast: Cast) -> Drawing:
    a, b, c = cast.take(3, avoid=YELLOW)
    return [
        ground(),
        path("M14 34 V64 M82 34 V64", None, FIRM),
        rect(8, 8, 80, 26, 3, YELLOW),
        peg(26, 22, 1.15),
        peg(48, 22, 1.15),
        peg(70, 22, 1.15),
        stand(25, 86, a, 0.62, left=(14, 52)),
        stand(71, 86, c, 0.62, right=(82, 52)),
        wheel_front(48, 86, b, 0.72, left=(37, 42), right=(59, 42)),
    ]


@drawing("sign language")
def sign_language(cast: Cast) -> Drawing:
    look = cast()
    return [
        place(open_palm(look, 12), 32, 60, 1.2, turn=-75),
        place(point(look, 12), 70, 62, 1.2, turn=95, flip=True),
        path("M56 14 Q60 8 66 8 M84 14 Q82 8 76 8"),
    ]


@drawing("translation")
def translation() -> Drawing:
    script = path("M64 47 V51 M53 54 H75 M58 59 Q61 69 74 74 M70 59 Q67 69 54 74", None, FIRM)
    return [
        bubble(8, 8, 42, 38, (16, 58), YELLOW),
        path("M20 37 L29 16 L38 37 M23.5 30 H34.5", None, TEXT),
        bubble(43, 42, 44, 38, (80, 88), BLUE),
        script,
        arrow("M58 14 Q74 14 76 32"),
    ]


@drawing("yes")
def yes() -> Drawing:
    return [rect(10, 10, 76, 76, 10, GREEN), tick(48, 48, 2.7, 12)]


@drawing("no")
def no() -> Drawing:
    return [circle(48, 48, 39.5, RED), cross(48, 48, 2.3, 12)]
