"""What is on the map besides the ground: offices, which of them are shown, and the layout made of them."""

from collections.abc import Collection, Sequence
from uuid import UUID

from directory_app.model.office import Summary
from directory_app.model.place import Precision
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.figures.ring import Ring, ring_around
from directory_app.ui.map.labels.labels import Label, Measure, Named, PlaceName, labels_of
from directory_app.ui.map.labels.place_names import PlaceNames
from directory_app.ui.map.labels.room import Rect
from directory_app.ui.map.marks.gathered import Gathered, Marks, frame_of
from directory_app.ui.map.marks.mark import Mark, Spot, spot_of

_MANY = 150
"""To place the labels among more marks than this may take longer than a frame."""

_AT_ONCE = 40
"""Of fewer marks, and of places, so many may get labels in a frame while somebody moves the map."""


class Scene:
    """Keeps marks and labels until something changes that they depend on."""

    def __init__(self, names: PlaceNames) -> None:
        """Takes what finds the names of countries and towns."""
        self._names = names
        self._shown: frozenset[UUID] | None = None
        self._offices: dict[UUID, Summary] = {}
        self._gathered = Gathered(())
        self._marks: Marks | None = None
        self._labels: tuple[Label, ...] | None = None
        self._labelled: tuple[tuple[Mark, ...], tuple[PlaceName, ...]] = (), ()
        self._labelled_at = 0.0
        self._is_stale = False
        self._is_provisional = False
        self._named: frozenset[Named] = frozenset()
        self.is_partial = False
        """Whether more labels may fit than were returned last, as the map was moved."""
        self._lit_frame: tuple[Spot, ...] | None = None
        self._tour: tuple[Spot, ...] | None = None
        self.selected: UUID | None = None
        self.precision: Precision | None = None

    def show_names(self, names: PlaceNames) -> None:
        """Names countries and towns in another way."""
        self._names = names
        self._labels = None

    def show_offices(self, offices: Sequence[Summary]) -> None:
        """Takes the offices; those on the map before are marked until these are gathered."""
        self._offices = {office.id: office for office in offices}

    def take(self, gathered: Gathered) -> None:
        """Marks these offices, which are those shown last."""
        self._gathered = gathered
        self._forget()

    def show_only(self, ids: Collection[UUID] | None) -> None:
        """Dims all offices but these; None dims none."""
        self._shown = None if ids is None else frozenset(ids)
        self._forget()

    def select(self, office_id: UUID | None) -> None:
        """Selects an office, which need not be on the map, or none; of another, no precision is known yet."""
        if office_id != self.selected:
            self.precision = None
        self.selected = office_id
        self._marks = None
        self._labels = None

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The offices that are on the map, the most important first."""
        return self._gathered.spots

    def spot(self, office_id: UUID | None) -> Spot | None:
        """Returns where an office is, or None if it is not on the map."""
        office = self.office(office_id)
        return spot_of(office) if office is not None else None

    def office(self, office_id: UUID | None) -> Summary | None:
        """Returns an office, be it on the map or not, or None if there is no such."""
        return self._offices.get(office_id) if office_id is not None else None

    def ring(self) -> Ring | None:
        """Returns the ring around the selected office that says how much is known of its place."""
        spot = self.spot(self.selected)
        return ring_around(spot.x, spot.y, self.precision) if spot is not None else None

    def frame(self) -> tuple[Spot, ...]:
        """Returns offices, of many only a few, such that a view that has them has all."""
        return self._gathered.frame

    def lit_frame(self) -> tuple[Spot, ...]:
        """Returns offices such that a view that has them has all that are not dimmed, or all if none is left."""
        if self._lit_frame is None:
            self._lit_frame = self.frame() if self._shown is None else frame_of(self._lit()) or self.frame()
        return self._lit_frame

    @property
    def lit_count(self) -> int:
        """How many offices are not dimmed, or how many there are if all are; some may not be on the map."""
        return len(self._shown) if self._shown else len(self.spots)

    def next_spot(self, office_id: UUID | None, step: int, *, around: bool) -> Spot | None:
        """Returns the next office, by region, of those not dimmed, or the one before with a step of -1.

        Without an office to go from it is the first or the last; beyond those is None unless one may go around.
        """
        if self._tour is None:
            self._tour = tuple(sorted(self._lit() or self._gathered.spots, key=_region))
        count = len(self._tour)
        before_first = -1 if step > 0 else count
        place = next((n for n, s in enumerate(self._tour) if s.office.id == office_id), before_first) + step
        return self._tour[place % count] if count and (around or 0 <= place < count) else None

    def marks(self, camera: Camera) -> tuple[Mark, ...]:
        """Returns the marks in view and around it."""
        return self._marked().marks(camera)

    def mark_of(self, office_id: UUID | None, camera: Camera) -> Mark | None:
        """Returns the mark that stands for an office, perhaps among others."""
        return self._marked().mark_of(office_id, camera) if office_id is not None else None

    def mark_named_at(self, camera: Camera, left: float, top: float) -> Mark | None:
        """Returns the mark of the office whose name is at a place of the screen, or None."""
        for label in self._labels or ():
            at_x, at_y = camera.nearest_on_screen(label.x, label.y)
            across, down = left - at_x - label.dx, top - at_y - label.dy
            if label.style.is_office and 0.0 <= across <= label.width and 0.0 <= down <= label.height:
                return next((mark for mark in self.marks(camera) if (mark.x, mark.y) == (label.x, label.y)), None)
        return None

    def labels(
        self, camera: Camera, measure: Measure, reserved: Sequence[Rect], *, at_rest: bool = True
    ) -> tuple[Label, ...]:
        """Returns the labels for the camera.

        While the map is pushed, labels move with it, and only marks and places that come into reach get new ones; at
        another zoom, those that were named find another place. Others get labels a few in each frame or, among many
        marks, once the map is at rest. `relabel` lets all find new places.
        """
        marks, names = self.marks(camera), self._names.around(camera)
        is_same_zoom = self._labelled_at == camera.zoom
        is_same_view = is_same_zoom and marks is self._labelled[0] and names is self._labelled[1]
        if self._labels is not None and is_same_view and not self._is_stale and not (self.is_partial and at_rest):
            return self._labels
        if self._labels is not None and len(marks) > _MANY and not at_rest:
            self.is_partial = self.is_partial or not is_same_view
            return self._labels if is_same_view else self._still_true(camera, marks)
        is_good = is_same_zoom and not self._is_stale and not (self._is_provisional and at_rest)
        kept = self._labels if self._labels is not None and is_good else None
        self._labels = labels_of(
            marks,
            names,
            camera,
            measure,
            selected=self.mark_of(self.selected, camera),
            named=self.office(self.selected),
            reserved=reserved,
            kept=kept or (),
            again=self._named if not at_rest else (),
            most=_AT_ONCE if not at_rest else None,
        )
        self._labelled, self._labelled_at = (marks, names), camera.zoom
        self._named = frozenset(label.named for label in self._labels if _is_seen(label, camera))
        self._is_stale, self.is_partial = False, not at_rest
        self._is_provisional = not at_rest and (self._is_provisional or kept is None)
        return self._labels

    def relabel(self) -> None:
        """Has the labels placed anew when next asked for."""
        self._is_stale = True

    def _still_true(self, camera: Camera, marks: Sequence[Mark]) -> tuple[Label, ...]:
        """Returns those of the last labels whose marks are still there; none from nearer, as they would crowd."""
        if camera.zoom < self._labelled_at:
            return ()
        there = {(mark.x, mark.y) for mark in marks}
        return tuple(x for x in self._labels or () if not x.style.is_office or (x.x, x.y) in there)

    def _marked(self) -> Marks:
        if self._marks is None:
            self._marks = Marks(self._gathered, self._shown, self.selected)
        return self._marks

    def _lit(self) -> tuple[Spot, ...]:
        spots, shown = self._gathered.spots, self._shown
        return spots if shown is None else tuple(spot for spot in spots if spot.office.id in shown)

    def _forget(self) -> None:
        self._marks = None
        self._labels = None
        self._lit_frame = None
        self._tour = None


def _region(spot: Spot) -> str:
    return spot.office.region


def _is_seen(label: Label, camera: Camera) -> bool:
    left, top = camera.nearest_on_screen(label.x, label.y)
    return 0.0 <= left <= camera.width and 0.0 <= top <= camera.height
