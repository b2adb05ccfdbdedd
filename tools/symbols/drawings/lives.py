"""Lives: disabled people, the support they choose, health and feelings."""

from __future__ import annotations

from drawings import drawing
from parts import (
    BLUE, FINE, FIRM, GREEN, INK, RED, TEXT, WHITE, YELLOW,
    Cast, Drawing, arm_over, blob, bubble, bust, circle, door, dot, fist, glasses, gripping, ground, hearing_aid,
    heart, holding, house, key, open_palm, page, palm_up, path, place, profile, rays, rect, stand, tube, wheel,
)


def cane(x: float, y: float, foot_x: float, foot_y: float) -> Drawing:
    """A long white cane with a dark tip."""
    mx, my = x + (foot_x - x) * 0.75, y + (foot_y - y) * 0.75
    return [tube(f"M{x} {y} L{foot_x} {foot_y}", WHITE, 2), path(f"M{mx} {my} L{foot_x} {foot_y}", None, FIRM)]


@drawing("disabled people")
def disabled_people(cast: Cast) -> Drawing:
    deaf, unseen, blind, rolling = cast(hair="crop"), cast(), cast(), cast()
    return [
        ground(),
        stand(23, 80, deaf, 0.74, extras=hearing_aid(deaf.skin)),
        stand(46, 76, unseen, 0.78, left=False, right=False, legs=False),
        stand(69, 82, blind, 0.74, left=False, right=(82, 54), extras=glasses(INK)),
        cane(82, 54, 86, 84),
        wheel(44, 86, rolling, 0.74),
    ]


@drawing("wheelchair user")
def wheelchair_user(cast: Cast) -> Drawing:
    return [ground(), wheel(44, 86, cast(), 1.15)]


@drawing("blind person")
def blind_person(cast: Cast) -> Drawing:
    look = cast()
    return [
        ground(),
        stand(32, 86, look, 0.94, feet=((22, 84), (44, 84)), right=(52, 50), extras=glasses(INK)),
        cane(52, 50, 80, 83),
        path("M68 72 Q74 66 82 68"),
    ]


@drawing("deaf person")
def deaf_person(cast: Cast) -> Drawing:
    look = cast(hair="crop")
    return [
        blob(look.top, ("M40 76 L58 81 H72", 8)),
        bust(32, 38, look, 1.6, extras=hearing_aid(look.skin), depth=30.5),
        place(open_palm(look, 9), 73.5, 70.5, 0.93, turn=-86),
    ]


@drawing("learning disability")
def learning_disability(cast: Cast) -> Drawing:
    reader, supporter = cast.take(2)
    guide = [
        page(16, 48, 42, 25, 0),
        circle(27, 56, 3.5, YELLOW),
        path("M21 67 Q21 62 27 62 Q33 62 33 67"),
        path("M42 56 H50 M42 65 H50", None, FIRM),
    ]
    return [
        ground(),
        stand(70.5, 86, supporter, 0.88, left=False),
        stand(37, 86, reader, 0.94, left=(20, 62), right=(54, 62)),
        guide,
        gripping(reader, (17, 62), (57, 62), turn=90),
        arm_over(70.5, 86, supporter, 0.88, -1, (57, 52)),
    ]


@drawing("mental health")
def mental_health(cast: Cast) -> Drawing:
    _, look = cast.take(2)
    return [profile(12, 8, look.skin, 1.05), heart(42, 38, 1.5)]


@drawing("hidden disability")
def hidden_disability(cast: Cast) -> Drawing:
    look = cast(avoid=GREEN)
    petals = [place(path("M0 -4 Q-5 -9 0 -13 Q5 -9 0 -4Z", YELLOW, FINE), 48, 70, turn=i * 45) for i in range(8)]
    return [
        bust(48, 27, look, 1.75, depth=35),
        path("M36 45 L48 56 L60 45", None, TEXT),
        rect(31, 54, 34, 34, 4, GREEN),
        petals,
        circle(48, 70, 5, INK, FINE),
    ]


@drawing("independent living")
def independent_living(cast: Cast) -> Drawing:
    look = cast(avoid=YELLOW)
    return [
        house(46, 36, 38, 50, RED, eaves=4),
        door(60, 48, 24, 38, BLUE),
        ground(),
        stand(26, 86, look, 0.86, right=(46, 58)),
        key(53, 58, 0.8),
    ]


@drawing("personal assistant")
def personal_assistant(cast: Cast) -> Drawing:
    helper, person = cast.take(2, avoid=YELLOW)
    bag = [path("M14 58 Q14 52 20 52 Q26 52 26 58"), rect(9, 58, 22, 18, 3, YELLOW)]
    return [
        ground(),
        stand(32, 86, helper, 0.92, left=(22, 54)),
        bag,
        wheel(64, 86, person, 0.94),
    ]


@drawing("advocate")
def advocate(cast: Cast) -> Drawing:
    person, ally = cast.take(2)
    return [
        bubble(8, 8, 80, 19, (34, 34), YELLOW),
        path("M18 17.5 H40 M50 17.5 H60 M70 17.5 H78", None, TEXT),
        ground(),
        stand(64, 86, ally, 0.64, left=(44, 60)),
        stand(36, 86, person, 0.64, right=(50, 66)),
    ]


@drawing("carer")
def carer(cast: Cast) -> Drawing:
    other, older = cast(), cast(hair="grey bun")
    return [
        ground(),
        # Under one roof: without it they could be taken for two friends.
        path("M11 40 L48 9 L85 40", None, FIRM),
        path("M18 36 V86 M78 36 V86", None),
        stand(58, 86, other, 0.76, left=False),
        stand(37, 86, older, 0.7),
        tube("M28.6 54 L32.5 52.5", other.skin, 4.4),
    ]


@drawing("support")
def support(cast: Cast) -> Drawing:
    person, helper = cast.take(2)
    down = (0, 1)
    return [
        ground(),
        path("M12 58 V84", None, FIRM),
        stand(69, 86, helper, 0.9, left=False),
        arm_over(69, 86, helper, 0.9, -1, (45, 60), down),
        stand(29, 86, person, 0.9, left=(13, 59), right=False),
        arm_over(29, 86, person, 0.9, 1, (57, 52), down),
    ]


@drawing("social care")
def social_care(cast: Cast) -> Drawing:
    left, right, tenant = cast.take(3)
    home = [house(27, 31, 42, 44, RED, eaves=6), stand(48, 69, tenant, 0.46)]
    lifted = holding(palm_up(right, 9), home, 72, 79.4, 0.9, flip=True)
    return holding(palm_up(left, 9), lifted, 24, 79.4, 0.9)


@drawing("health")
def health() -> Drawing:
    return [heart(48, 49, 3.3), path("M10 50 H30 L38 34 L50 66 L57 44 L61 50 H86", None, TEXT)]


@drawing("safe")
def safe(cast: Cast) -> Drawing:
    shield = path("M48 8 Q66 18 86 17 V44 Q86 74 48 88 Q10 74 10 44 V17 Q30 18 48 8Z", BLUE)
    return [shield, stand(48, 80, cast(avoid=BLUE), 0.72)]


@drawing("angry")
def angry(cast: Cast) -> Drawing:
    _, look = cast(), cast(hair="short")
    return [
        bust(48, 36, look, 2.5, depth=20.5),
        path("M33 34 L43 40 M63 34 L53 40", None, TEXT),
        dot(39, 44, 3),
        dot(57, 44, 3),
        path("M39 54 Q48 47 57 54", None, FIRM),
    ]


@drawing("worried")
def worried(cast: Cast) -> Drawing:
    look = cast(hair="short")
    return [
        bust(48, 36, look, 2.5, depth=20.5),
        path("M33 36 L42 31 M63 36 L54 31", None, FIRM),
        dot(39, 41, 3),
        dot(57, 41, 3),
        path("M40 53 Q45 48 51 50", None, FIRM),
        holding(fist(look, 9), (), 64, 71.5, 0.92, turn=-108),
    ]


@drawing("hope")
def hope(cast: Cast) -> Drawing:
    look = cast(avoid=YELLOW)
    return [
        rays(48, 50, 32, 40, range(-165, 0, 30), 4),
        path("M21 56 A27 27 0 0 1 75 56Z", YELLOW),
        path("M8 60 Q48 46 88 60 V88 H8Z", GREEN),
        stand(48, 86, look, 0.72, left=(32, 52), right=(64, 52), away=True),
    ]
