"""The chosen office, or any place, on a map on the web, and its coordinates on the clipboard."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from directory_app.model.office import Summary
from directory_app.model.place import Point
from directory_app.ui.main_window import MainWindow
from directory_app.ui.office_card.links import open_link


class WebMaps(QObject):
    """Opens the browser only where a person asks for it; the actions rest while the office has no position."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        window.map.web_map_asked.connect(self._on_asked)
        window.session.office_selected.connect(self._offer)
        window.session.offices_changed.connect(self._offer)
        self._offer()

    def show_office(self) -> None:
        """Shows the chosen office in the browser."""
        row, point = self._chosen()
        if row is not None and point is not None:
            self._show(point, row.name)

    def copy_coordinates(self) -> None:
        """Copies the chosen office's coordinates."""
        from directory_app.model.coordinates import written_decimal

        _, point = self._chosen()
        if point is not None:
            written = written_decimal(point)
            QApplication.clipboard().setText(written)
            self._session.notified.emit(f"Copied {written}")

    def _chosen(self) -> tuple[Summary | None, Point | None]:
        row = self._session.summary(self._session.selected)
        if row is None or row.latitude is None or row.longitude is None:
            return row, None
        return row, (row.latitude, row.longitude)

    def _offer(self) -> None:
        _, point = self._chosen()
        for action in self._window.actions_.of_a_position():
            action.setEnabled(point is not None)

    def _on_asked(self, latitude: float, longitude: float, name: str) -> None:
        self._show((latitude, longitude), name)

    def _show(self, point: Point, name: str) -> None:
        link = self._window.web_map.link(point, name)
        if not open_link(link):
            QApplication.clipboard().setText(link)
            self._session.notified.emit("No browser opened here; the link was copied instead.")
