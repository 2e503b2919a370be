"""What can be done with a place on the map where no office is."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from directory_app.model.office import Summary
from directory_app.model.place import Point
from directory_app.ui.plain_text import without_mnemonic

_WIDEST = 40


class PlaceMenu(QMenu):
    """Offers to look around a place, to copy it, and to put the chosen office's pin there."""

    nearest_asked = Signal(float, float)
    """Latitude and longitude in degrees."""

    pin_placed = Signal(object, float, float)
    """The id of the office, and latitude and longitude in degrees."""

    def __init__(self, place: Point, office: Summary | None, parent: QWidget) -> None:
        """Takes latitude and longitude, and the chosen office, None if there is none."""
        super().__init__(parent)
        self._map = parent
        self._place = place
        self._office = office
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("At this place")
        self.addAction("Nearest offices to here").triggered.connect(self._on_nearest)
        self.addAction("Copy the coordinates").triggered.connect(self._on_copy)
        if office is not None:
            self.addSeparator()
            self.addAction(self._moving(office.name)).triggered.connect(self._on_move)

    def open_at(self, place: QPoint) -> None:
        """Opens at a place of the map."""
        self.popup(self._map.mapToGlobal(place))

    def _moving(self, name: str) -> str:
        metrics = self.fontMetrics()
        one_line = " ".join(name.split()) or "this office"
        shown = metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, _WIDEST * metrics.averageCharWidth())
        return f"Move the pin of {without_mnemonic(shown)} here"

    def _on_nearest(self) -> None:
        self.nearest_asked.emit(*self._place)

    def _on_copy(self) -> None:
        from directory_app.model.coordinates import written_decimal

        QGuiApplication.clipboard().setText(written_decimal(self._place))

    def _on_move(self) -> None:
        if self._office is not None:
            self.pin_placed.emit(self._office.id, *self._place)
