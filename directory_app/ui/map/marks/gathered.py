"""Offices gathered into clusters for every zoom, and the marks that they make where somebody looks: no Qt."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from heapq import nsmallest
from itertools import accumulate, compress
from operator import sub
from uuid import UUID

from directory_app.geo.box import Box
from directory_app.model.office import Summary
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.marks.clusters import FEW, Clusters, Span
from directory_app.ui.map.marks.mark import Mark, Spot, spots_of

_MARGIN = 280.0
"""Pixels beside the screen from where a mark, or the label of one, can reach into it."""

_AHEAD = 120.0
"""Pixels that are looked at beyond that, so that not every push need look again."""

_MOST_KNOWN = 20_000
"""Clusters whose marks are kept; a view has a thousand or two."""

_TOO_WIDE = 3.0
"""Marks are looked for again when they cover so many times more than somebody sees."""

_LEAST_STEP = 0.001
"""A part of the world so narrow may be cut off at the edge of a view of nearly all of it."""


class Gathered:
    """Offices that are on the map, the most important first, with their clusters; making it takes long if many are."""

    def __init__(self, offices: Iterable[Summary]) -> None:
        """Leaves out offices without a position that a map can show."""
        self.spots = spots_of(offices)
        important = bisect_left(self.spots, True, key=_is_unimportant)
        self.clusters = Clusters([complex(spot.x, spot.y) for spot in self.spots], important)
        self.ordered = [self.spots[number] for number in self.clusters.order]
        self._ids = frozenset(spot.office.id for spot in self.spots)
        self._places = {spot.office.id.int: place for place, spot in enumerate(self.ordered)}
        self.frame = frame_of(self.spots)

    def place(self, office_id: UUID | None) -> int | None:
        """Returns where an office is in the clusters' order, or None if it is not on the map."""
        return self._places.get(office_id.int) if office_id is not None else None

    def lit(self, shown: Collection[UUID], selected: int | None) -> bytes:
        """Returns a byte for each place in the clusters' order, 1 where the office is shown or selected."""
        # Sets remember hashes, and integers are hashed faster than UUIDs: so most need not be looked up one by one.
        is_most = 2 * len(shown) > len(self._ids)
        lit = bytearray(b"\1" if is_most else b"\0") * len(self.ordered)
        others = self._ids.difference(shown) if is_most else shown
        for place in map(self._places.get, [office_id.int for office_id in others]):
            if place is not None:
                lit[place] = not is_most
        if selected is not None:
            lit[selected] = 1
        return bytes(lit)


class Marks:
    """The marks of offices, some of which are dimmed.

    Dimmed offices never share a mark with others. The clusters are those of all offices, whichever are dimmed: only
    the offices in each are counted anew, so that marks keep their places while somebody searches.
    """

    def __init__(self, gathered: Gathered, shown: Collection[UUID] | None = None, selected: UUID | None = None) -> None:
        """Dims all offices but those shown and the one selected; None dims none."""
        self._gathered = gathered
        self._clusters = gathered.clusters
        self._selected = gathered.place(selected)
        self._lit = gathered.lit(shown, self._selected) if shown is not None else None
        self._counts = list(accumulate(self._lit, initial=0)) if self._lit is not None else None
        self._known: dict[tuple[int, int], tuple[Mark, ...]] = {}
        self._level = -1
        self._box = Box(0.0, 0.0, 0.0, 0.0)
        self._marks: tuple[Mark, ...] = ()

    def marks(self, camera: Camera) -> tuple[Mark, ...]:
        """Returns the marks in view and around it; dimmed ones first, at last the one with the selected office.

        It is the same tuple until another is needed.
        """
        level = self._clusters.level(camera.zoom)
        seen = camera.box(_MARGIN, _MARGIN)
        is_too_wide = self._box.right - self._box.left > _TOO_WIDE * (seen.right - seen.left)
        if level != self._level or is_too_wide or not self._box.has(seen):
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._level = level
            self._box = seen.grown(_AHEAD / camera.world)
            self._marks = self._found(level, self._box)
        return self._marks

    def mark_of(self, office_id: UUID, camera: Camera) -> Mark | None:
        """Returns the mark that stands for an office, perhaps among others."""
        place = self._gathered.place(office_id)
        if place is None:
            return None
        level = self._clusters.level(camera.zoom)
        marks = self._of(self._clusters.span(level, place))
        is_dimmed = self._lit is not None and not self._lit[place]
        return next(mark for mark in marks if mark.dimmed == is_dimmed)

    def _found(self, level: int, box: Box) -> tuple[Mark, ...]:
        known, found = self._known, list[Mark]()
        for span in self._clusters.spans(level, box):
            found += known.get(span) or self._of(span)
        if self._lit is not None:
            found.sort(key=_is_lit)
        if self._selected is not None:
            of_selected = self._of(self._clusters.span(level, self._selected))[-1]
            others = [mark for mark in found if mark is not of_selected]
            found = [*others, of_selected] if len(others) < len(found) else found
        return tuple(found)

    def _of(self, span: Span) -> tuple[Mark, ...]:
        """Returns the marks of a cluster: one for its dimmed offices, one for the others."""
        known = self._known.get(span)
        if known is None:
            known = self._known[span] = self._made(span)
        return known

    def _made(self, span: Span) -> tuple[Mark, ...]:
        start, end = span
        lit = end - start if self._counts is None else self._counts[end] - self._counts[start]
        if lit == end - start:
            return (self._mark(span, lit, False),)
        dimmed = self._mark(span, end - start - lit, True)
        return (dimmed, self._mark(span, lit, False)) if lit else (dimmed,)

    def _mark(self, span: Span, count: int, is_dimmed: bool) -> Mark:
        first = self._gathered.ordered[span[0]]
        if self._lit is not None and self._lit[span[0]] == is_dimmed:
            first = self._gathered.spots[min(_numbers(self._gathered, self._lit, span, is_dimmed))]
        members = partial(_members, self._gathered, self._lit, span, is_dimmed) if count > 1 else None
        return Mark(first, first.x, first.y, count, is_dimmed, members)


_OPPOSITES = bytes([1, 0]) + bytes(254)


def _members(gathered: Gathered, lit: bytes | None, span: Span, is_dimmed: bool, most: int) -> tuple[Spot, ...]:
    """Returns the most important members of a mark; as no mark knows the `Marks`, all go at once when others come."""
    return tuple(gathered.spots[number] for number in nsmallest(most, _numbers(gathered, lit, span, is_dimmed)))


def _numbers(gathered: Gathered, lit: bytes | None, span: Span, is_dimmed: bool) -> Iterable[int]:
    """Returns the numbers of the offices of a cluster that are dimmed, or of those that are not."""
    numbers = gathered.clusters.order[slice(*span)]
    if lit is None:
        return numbers
    parts = lit[slice(*span)]
    return compress(numbers, parts.translate(_OPPOSITES) if is_dimmed else parts)


def _is_lit(mark: Mark) -> bool:
    return not mark.dimmed


def frame_of(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Returns the spots, or, of many, few of them: a view of the world's narrowest part that has those has all.

    Between the first and the last of the part are so many that no gap among them is as wide as the one outside.
    """
    if len(spots) <= FEW:
        return tuple(spots)
    at_x = [spot.x for spot in spots]
    across = sorted(range(len(spots)), key=at_x.__getitem__)
    at_x.sort()
    gaps = [*map(sub, at_x[1:], at_x), at_x[0] + 1.0 - at_x[-1]]
    first = gaps.index(max(gaps)) + 1
    step = max(gaps[first - 1], _LEAST_STEP)
    eastwards = [*at_x[first:], *(x + 1.0 for x in at_x[:first])]
    places = [0]
    while places[-1] < len(spots) - 1:
        farthest = bisect_left(eastwards, eastwards[places[-1]] + step) - 1
        places.append(max(farthest, places[-1] + 1))
    chosen = (spots[across[(first + place) % len(spots)]] for place in places)
    return (*chosen, min(spots, key=_y), max(spots, key=_y))


def _is_unimportant(spot: Spot) -> bool:
    return not spot.is_important


def _y(spot: Spot) -> float:
    return spot.y
