"""Two fingers on a touch screen: how they spread and where they go. Pure, no Qt."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

Place = tuple[float, float]
"""Pixels on the screen."""


@dataclass(frozen=True, slots=True)
class Pinch:
    """What two fingers did: `factor` is how many times farther apart they are, `push` how far their middle went."""

    factor: float
    middle: Place
    push: Place


class Fingers:
    """Follows two fingers, told by their numbers, while both are down.

    Qt's own recogniser of pinches says everything twice where a window passes touches on to a widget.
    """

    def __init__(self) -> None:
        """Begins with none."""
        self._last: dict[int, Place] = {}

    def move(self, fingers: Mapping[int, Place]) -> Pinch | None:
        """Returns what the first two fingers did since the last move, or None if they are not the same two."""
        pair = {number: fingers[number] for number in sorted(fingers)[:2]}
        last, self._last = self._last, pair
        if len(pair) < 2 or last.keys() != pair.keys():
            return None
        before, after = math.dist(*last.values()), math.dist(*pair.values())
        factor = after / before if before and after else 1.0
        middle, last_middle = _middle(pair), _middle(last)
        return Pinch(factor, middle, (middle[0] - last_middle[0], middle[1] - last_middle[1]))


def _middle(pair: Mapping[int, Place]) -> Place:
    (ax, ay), (bx, by) = pair.values()
    return (ax + bx) / 2.0, (ay + by) / 2.0
