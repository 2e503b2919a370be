"""Offices gathered into clusters for every zoom, and the marks that they make where somebody looks: no Qt."""

from collections.abc import Collection, Iterable, Sequence
from functools import partial
from heapq import nsmallest
from itertools import accumulate, compress, pairwise
from uuid import UUID

from directory_app.model.office import Summary
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.marks.clusters import FEW, Box, Clusters, Span
from directory_app.ui.map.marks.mark import Mark, Spot, spots_of

_MARGIN = 280.0
"""Pixels beside the screen from where a mark, or the label of one, can reach into it."""

_AHEAD = 120.0
"""Pixels that are looked at beyond that, so that not every push need look again."""

_MOST_KNOWN = 20_000
"""Clusters whose marks are kept; a view has a thousand or two."""

_TOO_WIDE = 3.0
"""Marks are looked for again when they cover so many times more than somebody sees."""


class Gathered:
    """Offices that are on the map, the most important first, with their clusters; making it takes long if many are."""

    def __init__(self, offices: Iterable[Summary]) -> None:
        """Leaves out offices without a position that a map can show."""
        self.spots = spots_of(offices)
        important = sum(spot.is_important for spot in self.spots)
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
        seen = _seen(camera, _MARGIN)
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
        marks = self._of(level, self._clusters.span(level, place))
        is_dimmed = self._lit is not None and not self._lit[place]
        return next(mark for mark in marks if mark.dimmed == is_dimmed)

    def _found(self, level: int, box: Box) -> tuple[Mark, ...]:
        found = [mark for span in self._clusters.spans(level, box) for mark in self._of(level, span)]
        if self._lit is not None:
            found.sort(key=_is_lit)
        if self._selected is not None:
            of_selected = self._of(level, self._clusters.span(level, self._selected))[-1]
            others = [mark for mark in found if mark is not of_selected]
            found = [*others, of_selected] if len(others) < len(found) else found
        return tuple(found)

    def _of(self, level: int, span: Span) -> tuple[Mark, ...]:
        """Returns the marks of a cluster: one for its dimmed offices, one for the others."""
        key = (level, span[0])
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._made(span)
        return known

    def _made(self, span: Span) -> tuple[Mark, ...]:
        start, end = span
        lit = end - start if self._counts is None else self._counts[end] - self._counts[start]
        marks = []
        for count, is_dimmed in ((end - start - lit, True), (lit, False)):
            if count:
                leader = self._gathered.ordered[start]
                is_led = self._lit is None or self._lit[start] != is_dimmed
                first = leader if is_led else self._gathered.spots[min(self._numbers(span, is_dimmed))]
                members = partial(self._members, span, is_dimmed) if count > 1 else None
                marks.append(Mark(first, first.x, first.y, count, is_dimmed, members))
        return tuple(marks)

    def _numbers(self, span: Span, is_dimmed: bool) -> Iterable[int]:
        """Returns the numbers of the offices of a cluster that are dimmed, or of those that are not."""
        numbers = self._clusters.order[slice(*span)]
        if self._lit is None:
            return numbers
        lit = self._lit[slice(*span)]
        return compress(numbers, lit.translate(_OPPOSITES) if is_dimmed else lit)

    def _members(self, span: Span, is_dimmed: bool, most: int) -> tuple[Spot, ...]:
        return tuple(self._gathered.spots[number] for number in nsmallest(most, self._numbers(span, is_dimmed)))


_OPPOSITES = bytes([1, 0]) + bytes(254)


def _is_lit(mark: Mark) -> bool:
    return not mark.dimmed


def _seen(camera: Camera, margin: float) -> Box:
    left, top = camera.to_world(-margin, -margin)
    right, bottom = camera.to_world(camera.width + margin, camera.height + margin)
    return Box(left, top, right, bottom)


def frame_of(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Returns the spots, or, of many, the few that are farthest out: a view that has those has all."""
    if len(spots) <= FEW:
        return tuple(spots)
    across = sorted(spots, key=_x)
    gaps = [after.x - before.x for before, after in pairwise(across)]
    gaps.append(across[0].x + 1.0 - across[-1].x)
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    return across[widest], across[(widest + 1) % len(across)], min(spots, key=_y), max(spots, key=_y)


def _x(spot: Spot) -> float:
    return spot.x


def _y(spot: Spot) -> float:
    return spot.y
