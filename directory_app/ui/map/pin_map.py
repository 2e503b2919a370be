"""The map on which the pin of an office can be moved, in a mode of its own so that none moves by accident."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from directory_app.geo.base_map import BaseMap
from directory_app.geo.clock import local_now
from directory_app.geo.projection import to_world
from directory_app.model.office import Summary
from directory_app.model.place import Point
from directory_app.ui.map.canvas import MapCanvas
from directory_app.ui.map.marks.mark import Mark, mark_at
from directory_app.ui.map.pin.pin import HEAD_HEIGHT, HEAD_RADIUS, pin_of

_MARGIN = 30.0
_NEAR_ZOOM = 6.0
"""Close enough to see which country it is, far enough to see where in it."""


class PinMap(MapCanvas):
    """Begins and ends the moving of a pin; mouse and keyboard come to it by way of `MapView`."""

    pin_placed = Signal(object, float, float)
    """The id of an office, and latitude and longitude in degrees of where somebody has put its pin."""

    def __init__(
        self, base_map: BaseMap, parent: QWidget | None = None, *, clock: Callable[[], datetime] = local_now
    ) -> None:
        """Takes the base map, of which nothing is read before the first paint, and what says the time here."""
        super().__init__(base_map, parent, clock=clock)
        self._mover.changed.connect(self._on_pin_changed)
        self._mover.placed.connect(self.pin_placed)

    def show_offices(self, offices: Sequence[Summary]) -> None:
        """Shows these offices; a pin that is on its way is left, as its office may be another now."""
        self.stop_moving()
        super().show_offices(offices)

    def select(self, office_id: UUID | None, fly: bool = True) -> None:
        """Marks an office as selected, or none, and flies there unless told not to; another's pin is left."""
        if office_id != self._scene.selected:
            self.stop_moving()
        super().select(office_id, fly)

    @property
    def is_moving(self) -> bool:
        """Whether a pin is on its way."""
        return self._mover.pin is not None

    def start_moving(self, office_id: UUID, near: Point | None = None) -> None:
        """Lets somebody move an office's pin until it is taken, which `pin_placed` says, or left.

        The pin of an office that is nowhere yet starts `near` a point, or else in the middle of the view, and can
        only be taken once it was moved. An unknown office has no pin.
        """
        self.stop_moving()
        if self._scene.office(office_id) is None:
            return
        self._take_over()
        if near is not None and self._scene.spot(office_id) is None:
            self._set_camera(self._settled(self._camera.moved_to(*to_world(*near), _NEAR_ZOOM)))
        self._focused = None
        self._hover(None)
        self._mover.start(pin_of(office_id, self._scene.spot(office_id), self._camera))
        self._reveal_pin()
        self.setFocus()

    def stop_moving(self) -> None:
        """Leaves a pin that is on its way, and everything as it was."""
        self._mover.stop()

    def _on_pin_changed(self) -> None:
        if not self.is_moving:
            self.setCursor(Qt.CursorShape.ArrowCursor)

    def _take_over(self) -> None:
        """Ends whatever moves, as somebody has taken the map into the hand."""
        self._halt()
        self._is_untouched = False

    def _reveal_pin(self) -> None:
        """Brings the pin into view, below the banner, if it is elsewhere."""
        if self._mover.pin is not None:
            covered = self._mover.banner.geometry().bottom() + HEAD_HEIGHT + HEAD_RADIUS
            self._reveal(self._mover.pin.x, self._mover.pin.y, covered)

    def _reveal(self, x: float, y: float, covered: float = _MARGIN) -> None:
        """Brings a point in world units into view if it is outside, at the same zoom; `covered` is at the top."""
        there = self._bound_for
        left, top = there.nearest_on_screen(x, y)
        right, bottom = there.width - _MARGIN, there.height - _MARGIN
        if not (_MARGIN < left < right and covered < top < bottom):
            self._fly_to(self._settled(there.moved_to(x, y)))

    def _hover(self, mark: Mark | None) -> None:
        if mark != self._hovered:
            self._hovered = mark
            self.setCursor(Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor)
            self.update()

    def _mark_under(self, left: float, top: float) -> Mark | None:
        """Returns the mark whose sign or name is at a place of the screen."""
        mark = mark_at(self.marks(), self._camera, left, top)
        return mark if mark is not None else self._scene.mark_named_at(self._camera, left, top)

    def _point_at(self, left: float, top: float) -> None:
        """Shows what is under the pointer: an office, or the pin while one is moved."""
        pin = self._mover.pin
        if pin is None:
            self._hover(self._mark_under(left, top))
        else:
            is_on_pin = pin.is_at(self._camera, left, top)
            self.setCursor(Qt.CursorShape.OpenHandCursor if is_on_pin else Qt.CursorShape.ArrowCursor)
