"""How the keyboard goes from mark to mark: pure, no Qt."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from directory_app.ui.map.camera import Camera
from directory_app.ui.map.marks.mark import Mark, Spot

_ASIDE = 2.0
"""What lies aside is this much farther away than it is, for one who wants to go straight on."""
_STEEPEST = 1.2
"""What lies more aside than this, for each pixel ahead, is in another direction."""
_LEAST = 1.0

Place = tuple[float, float]
"""Pixels on the screen."""


def in_view(marks: Sequence[Mark], camera: Camera) -> list[tuple[Mark, Place]]:
    """Returns the marks on the screen and where they are; dimmed ones only if there are no others."""
    found = []
    for mark in marks:
        left, top = camera.nearest_on_screen(mark.x, mark.y)
        if 0.0 <= left <= camera.width and 0.0 <= top <= camera.height:
            found.append((mark, (left, top)))
    return [stop for stop in found if not stop[0].dimmed] or found


def next_mark(marks: Sequence[Mark], camera: Camera, start: Spot | None, step: int, *, around: bool) -> Mark | None:
    """Returns the next mark in view, by region and importance, or the one before with a step of -1.

    Without an office to start from, which need not be in view, it is the first or the last; beyond those is None
    unless one may go around.
    """
    stops = sorted((mark for mark, _ in in_view(marks, camera)), key=_order_of_mark)
    if not stops:
        return None
    if start is None:
        return stops[0] if step > 0 else stops[-1]
    key = _order(start)
    place = (
        bisect_right(stops, key, key=_order_of_mark) if step > 0 else bisect_left(stops, key, key=_order_of_mark) - 1
    )
    return stops[place % len(stops)] if around or 0 <= place < len(stops) else None


def mark_towards(marks: Sequence[Mark], camera: Camera, start: Spot, way: tuple[float, float]) -> Mark | None:
    """Returns the nearest mark in view in a direction, given as a step of the screen, or None if none is there."""
    from_left, from_top = camera.nearest_on_screen(start.x, start.y)
    best: tuple[float, Mark] | None = None
    for mark, (left, top) in in_view(marks, camera):
        dx, dy = left - from_left, top - from_top
        ahead, aside = dx * way[0] + dy * way[1], abs(dx * way[1] - dy * way[0])
        if ahead < _LEAST or aside > ahead * _STEEPEST:
            continue
        if best is None or ahead + _ASIDE * aside < best[0]:
            best = ahead + _ASIDE * aside, mark
    return best[1] if best is not None else None


def _order(spot: Spot) -> tuple[str, tuple[int, str], int]:
    return spot.office.region, spot.rank, spot.office.id.int


def _order_of_mark(mark: Mark) -> tuple[str, tuple[int, str], int]:
    return _order(mark.first)
