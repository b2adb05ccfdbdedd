"""Money, and what else it takes."""

from __future__ import annotations

from drawings import drawing
from parts import (
    TEXT, WHITE, YELLOW,
    Cast, Drawing, arrow, banknote, coin, coin_pile, gripping, holding, lines, palm_up, path, pinch, rect,
    spanner, stand,
)


@drawing("payment")
def payment(cast: Cast) -> Drawing:
    giver, taker = cast.take(2)
    return [
        holding(pinch(giver, 12), coin(56, 32, 11), 30, 30),
        holding(palm_up(taker, 12), coin(46, 62, 10), 66, 76, flip=True),
    ]


@drawing("reimbursement")
def reimbursement(cast: Cast) -> Drawing:
    look = cast(avoid=YELLOW)
    receipt = path("M10 8 H42 V48 L36.7 43 L31.3 48 L26 43 L20.7 48 L15.3 43 L10 48Z", WHITE)
    return [
        receipt,
        lines(17, 19, (18, 18, 10), 9),
        arrow("M48 20 Q70 20 70 38", TEXT),
        holding(palm_up(look, 12), coin(68, 58, 12), 48, 76, 1.1),
    ]


@drawing("money")
def money() -> Drawing:
    return [
        banknote(46, 30, 66, 34, -8),
        banknote(48, 40, 66, 34, 4),
        coin_pile(30, 87, 4, 14, 5, 6),
        coin_pile(66, 87, 2, 14, 5, 6),
    ]


@drawing("resources")
def resources(cast: Cast) -> Drawing:
    look = cast(avoid=YELLOW)
    return [
        stand(27, 84, look, 0.85, left=(16, 56), right=(38, 56)),
        coin(58, 42, 11),
        spanner(75, 42, 18, 0.9),
        rect(8, 54, 80, 34, 2, YELLOW),
        path("M8 64 H88"),
        gripping(look, (15, 54), (39, 54)),
    ]
