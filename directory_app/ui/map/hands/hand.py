"""The hand on the map: tells a click from a push, and how fast the map was let go. Pure, no Qt."""

import math

_MEMORY_MS = 90
_REST_MS = 60
_LEAST_SPEED = 0.25
_SLIDE_MS = 140.0


class Hand:
    """Follows one button of the mouse; positions in pixels, times in milliseconds."""

    def __init__(self, slack: float) -> None:
        """Takes how many pixels a click may tremble."""
        self._slack = slack
        self._start: tuple[float, float] | None = None
        self._trail: list[tuple[float, float, int]] = []
        self.is_pushing = False

    @property
    def is_holding(self) -> bool:
        """Whether the button is down."""
        return self._start is not None

    def press(self, x: float, y: float, time: int) -> None:
        """Takes hold."""
        self._start = (x, y)
        self._trail = [(x, y, time)]
        self.is_pushing = False

    def move(self, x: float, y: float, time: int) -> tuple[float, float] | None:
        """Returns by how much the map is pushed since the last move, or None if it is not held."""
        if self._start is None:
            return None
        if not self.is_pushing and math.hypot(x - self._start[0], y - self._start[1]) < self._slack:
            return None
        self.is_pushing = True
        last_x, last_y, _ = self._trail[-1]
        self._trail = [point for point in self._trail if time - point[2] <= _MEMORY_MS][-20:]
        self._trail.append((x, y, time))
        return x - last_x, y - last_y

    def drop(self) -> None:
        """Lets go, without a click or a slide: the button, or the finger, means something else by now."""
        self._start, self._trail, self.is_pushing = None, [], False

    def release(self, time: int) -> tuple[float, float] | None:
        """Lets go; returns how far the map slides on, or None if it was a click."""
        was_pushing, trail = self.is_pushing, self._trail
        self.drop()
        if not was_pushing:
            return None
        (first_x, first_y, began), (last_x, last_y, ended) = trail[0], trail[-1]
        if ended <= began or time - ended > _REST_MS:
            return 0.0, 0.0
        speed_x, speed_y = (last_x - first_x) / (ended - began), (last_y - first_y) / (ended - began)
        if math.hypot(speed_x, speed_y) < _LEAST_SPEED:
            return 0.0, 0.0
        return speed_x * _SLIDE_MS, speed_y * _SLIDE_MS
