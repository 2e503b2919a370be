"""Where a country's name goes: the middle of the widest place in an outline."""

import heapq
import math
from collections.abc import Sequence

Ring = Sequence[tuple[float, float]]

LABEL_RATIO = 2.0
"""A name is taken to be this much wider than high."""

_PRECISION = 0.02

_FINEST = 256.0
"""Squares are split no further than to this part of the outline, so that one without any inside ends too."""


def label_point(rings: Sequence[Ring]) -> tuple[float, float, float]:
    """Returns x, y and half the width of about the largest ellipse, twice as wide as high, in a polygon.

    The outline is squeezed so that the ellipse is a circle; then squares are split, the most
    promising first, until no square can hold a centre that is better by a fiftieth.
    """
    squeezed = [[(x / LABEL_RATIO, y) for x, y in ring] for ring in rings]
    xs, ys = [x for x, _ in squeezed[0]], [y for _, y in squeezed[0]]
    left, top, width, height = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    half = min(width, height) / 2.0
    best_x, best_y = left + width / 2.0, top + height / 2.0
    best = _clearance(best_x, best_y, squeezed)
    queue: list[tuple[float, float, float, float]] = []

    def offer(x: float, y: float, size: float) -> None:
        nonlocal best, best_x, best_y
        clearance = _clearance(x, y, squeezed)
        if clearance > best:
            best, best_x, best_y = clearance, x, y
        heapq.heappush(queue, (-(clearance + size * math.sqrt(2.0)), x, y, size))

    for column in range(math.ceil(width / (2.0 * half))):
        for row in range(math.ceil(height / (2.0 * half))):
            offer(left + (2 * column + 1) * half, top + (2 * row + 1) * half, half)
    finest = half / _FINEST
    while queue:
        reach, x, y, size = heapq.heappop(queue)
        if -reach <= max(best, 0.0) * (1.0 + _PRECISION) or size < finest:
            break
        quarter = size / 2.0
        for dx in (-quarter, quarter):
            for dy in (-quarter, quarter):
                offer(x + dx, y + dy, quarter)
    return best_x * LABEL_RATIO, best_y, max(best, 0.0) * LABEL_RATIO


def _clearance(x: float, y: float, rings: Sequence[Ring]) -> float:
    """Returns the distance of a point to the nearest edge, negative outside the polygon."""
    inside = False
    nearest = math.inf
    for ring in rings:
        ax, ay = ring[-1]
        for bx, by in ring:
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
            dx, dy = bx - ax, by - ay
            length = dx * dx + dy * dy
            t = 0.0 if length == 0.0 else min(max(((x - ax) * dx + (y - ay) * dy) / length, 0.0), 1.0)
            px, py = ax + t * dx - x, ay + t * dy - y
            nearest = min(nearest, px * px + py * py)
            ax, ay = bx, by
    return math.sqrt(nearest) * (1.0 if inside else -1.0)
