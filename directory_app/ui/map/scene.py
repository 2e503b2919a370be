"""What is on the map besides the ground: offices, which of them are shown, and the layout made of them."""

from collections.abc import Collection, Sequence
from uuid import UUID

from directory_app.geo.base_map import Country
from directory_app.model.office import Summary
from directory_app.model.place import Precision
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.labels import Label, Measure, Rect, labels_of
from directory_app.ui.map.marks import Mark, Spot, marks_of, spots_of
from directory_app.ui.map.ring import Ring, ring_around


class Scene:
    """Keeps marks and labels until something changes that they depend on."""

    def __init__(self, countries: Sequence[Country]) -> None:
        """Takes the countries to be named, in any order."""
        self._countries = tuple(sorted(countries, key=lambda country: -country.reach))
        self._shown: frozenset[UUID] | None = None
        self._offices: dict[UUID, Summary] = {}
        self._by_id: dict[UUID, Spot] = {}
        self._marks: tuple[Mark, ...] = ()
        self._marked_at: float | None = None
        self._labels: tuple[Label, ...] | None = None
        self.spots: tuple[Spot, ...] = ()
        self.selected: UUID | None = None
        self.precision: Precision | None = None

    def show_offices(self, offices: Sequence[Summary]) -> None:
        """Takes the offices; those without a position that a map can show are left out."""
        self._offices = {office.id: office for office in offices}
        self.spots = spots_of(offices)
        self._by_id = {spot.office.id: spot for spot in self.spots}
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
        self._forget()

    def spot(self, office_id: UUID | None) -> Spot | None:
        """Returns where an office is, or None if it is not on the map."""
        return self._by_id.get(office_id) if office_id is not None else None

    def office(self, office_id: UUID | None) -> Summary | None:
        """Returns an office, be it on the map or not, or None if there is no such."""
        return self._offices.get(office_id) if office_id is not None else None

    def ring(self) -> Ring | None:
        """Returns the ring around the selected office that says how much is known of its place."""
        spot = self.spot(self.selected)
        return ring_around(spot.x, spot.y, self.precision) if spot is not None else None

    def lit(self) -> tuple[Spot, ...]:
        """Returns the offices that are not dimmed, or all if none is left."""
        return tuple(s for s in self.spots if self._shown is None or s.office.id in self._shown) or self.spots

    def marks(self, camera: Camera) -> tuple[Mark, ...]:
        """Returns the marks at the camera's zoom."""
        if self._marked_at != camera.zoom:
            self._marks = marks_of(self.spots, camera.world, self._shown, self.selected)
            self._marked_at = camera.zoom
            self._labels = None
        return self._marks

    def mark_of(self, office_id: UUID | None, camera: Camera) -> Mark | None:
        """Returns the mark that stands for an office, perhaps among others."""
        return next((mark for mark in self.marks(camera) if office_id in mark.ids), None)

    def labels(self, camera: Camera, measure: Measure, reserved: Sequence[Rect]) -> tuple[Label, ...]:
        """Returns the labels for the camera, or those made last if only the place has changed since.

        While the map is pushed, labels move with it; `relabel` lets them find new places.
        """
        marks = self.marks(camera)
        if self._labels is None:
            self._labels = labels_of(marks, self._countries, camera, measure, selected=self.selected, reserved=reserved)
        return self._labels

    def relabel(self) -> None:
        """Has the labels placed anew when next asked for."""
        self._labels = None

    def _forget(self) -> None:
        self._marked_at = None
        self._labels = None
