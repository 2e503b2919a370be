"""Which places of the screen are taken: rectangles, none upon another."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

AIR = 2.0
"""Pixels that are left free beside a label."""

_CELL_WIDTH, _CELL_HEIGHT = 96.0, 24.0


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle on the screen, in pixels."""

    left: float
    top: float
    width: float
    height: float


class Room:
    """The rectangles taken so far; the world repeats every `period` pixels.

    They are noted in cells, so that of a thousand labels only the near ones are looked at.
    """

    def __init__(self, period: float) -> None:
        self._columns = max(math.floor(period / _CELL_WIDTH), 1)
        self._period, self._cell_width = period, period / self._columns
        self._cells: dict[tuple[int, int], list[tuple[float, float, float, float]]] = {}

    def take(self, rect: Rect) -> None:
        """Takes a place, be it free or not."""
        half_width, half_height = rect.width / 2.0, rect.height / 2.0
        taken = (rect.left + half_width, rect.top + half_height, half_width, half_height)
        for cell in self._touched(rect):
            self._cells.setdefault(cell, []).append(taken)

    def is_free(self, rect: Rect) -> bool:
        """Tells whether nothing is there yet."""
        half_width, half_height = rect.width / 2.0 + AIR, rect.height / 2.0
        x, y = rect.left + rect.width / 2.0, rect.top + rect.height / 2.0
        period = self._period
        for cell in self._touched(rect):
            for other_x, other_y, other_half_width, other_half_height in self._cells.get(cell, ()):
                if abs(y - other_y) < half_height + other_half_height:
                    apart = (x - other_x) % period
                    if min(apart, period - apart) < half_width + other_half_width:
                        return False
        return True

    def _touched(self, rect: Rect) -> list[tuple[int, int]]:
        width, columns = self._cell_width, self._columns
        first, last = math.floor((rect.left - AIR) / width), math.floor((rect.left + rect.width + AIR) / width)
        top, bottom = math.floor(rect.top / _CELL_HEIGHT), math.floor((rect.top + rect.height) / _CELL_HEIGHT)
        if first >= 0 and last < columns:
            across: Iterable[int] = range(first, last + 1)
        else:
            across = {column % columns for column in range(first, min(last, first + columns) + 1)}
        return [(column, row) for row in range(top, bottom + 1) for column in across]
