"""What is on the map of places: a pin for each of them."""

from collections.abc import Sequence
from uuid import UUID

from directory_app.model.office import Summary
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.labels.place_names import PlaceNames
from directory_app.ui.map.marks.mark import Mark, Spot, spots_of
from directory_app.ui.map.scene import Scene
from directory_app.ui.places.pin_layout import pins_of


class PlaceScene(Scene):
    """Gathers nothing; keeps the pins until the zoom, the places or the chosen one are others."""

    def __init__(self, names: PlaceNames) -> None:
        super().__init__(names)
        self._places: tuple[Spot, ...] = ()
        self._pins: tuple[Mark, ...] = ()
        self._laid_out_for: tuple[float, tuple[Spot, ...], UUID | None] | None = None

    def show_offices(self, offices: Sequence[Summary]) -> None:
        """Takes the places."""
        super().show_offices(offices)
        self._places = spots_of(offices)

    def marks(self, camera: Camera) -> tuple[Mark, ...]:
        """Returns the pins at the camera's zoom, the same tuple until there is another one."""
        wanted = camera.zoom, self._places, self.selected
        if wanted != self._laid_out_for:
            self._pins = pins_of(self._places, camera.world, self.selected)
            self._laid_out_for = wanted
            self.relabel()
        return self._pins

    def mark_of(self, office_id: UUID | None, camera: Camera) -> Mark | None:
        """Returns the pin of a place."""
        return next((pin for pin in self.marks(camera) if pin.first.office.id == office_id), None)
