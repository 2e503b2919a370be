"""The legend in its corner of the map: made when it is first wanted, and about what is in view."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from directory_app.geo.base_map import BaseMap
from directory_app.geo.box import Box
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.colours import LIGHT, MapColours
from directory_app.ui.map.corners.legend import Entry, Legend, listing_of
from directory_app.ui.map.labels.room import Rect

_COARSEST = 0
_EDGE = 12
_LINES_BELOW = 2.4
"""What scale bar and attribution take at the bottom, in lines of the map's font."""
_BESIDE = 58
"""What the column of buttons needs at the right."""
_ROOMY = 640
"""In a map that is narrower, the legend begins folded, as it would cover a good part of the world."""
_SHARE = 0.4
"""How much of the map's height and width the legend may take, as long as that is enough to read."""
_LEAST_WIDTH = 240
_REST_MS = 300


class LegendCorner(QObject):
    """Keeps the legend at the lower left, above the scale bar, its offices ranked by what the map shows at rest."""

    office_chosen = Signal(object)
    """The id of an office that was chosen in the legend."""

    moved = Signal()
    """The legend covers another part of the map."""

    def __init__(self, canvas: QWidget, base_map: BaseMap) -> None:
        """Takes the map on which the legend lies, and the base map, of which nothing is read yet."""
        super().__init__(canvas)
        self._canvas, self._base_map = canvas, base_map
        self._theme = LIGHT
        self._camera = Camera()
        self._entries: tuple[Entry, ...] = ()
        self._legend: Legend | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._rank)

    def set_theme(self, theme: MapColours) -> None:
        """Takes over the colours of the map."""
        self._theme = theme
        if self._legend is not None:
            self._legend.set_theme(theme)

    def show_entries(self, entries: Sequence[Entry], camera: Camera) -> None:
        """Lists these offices, those in view first; without any there is no legend."""
        self._camera, self._entries = camera, tuple(entries)
        if entries and self._legend is None:
            self._legend = Legend(self._canvas)
            self._legend.set_theme(self._theme)
            self._legend.fold(is_open=self._canvas.width() >= _ROOMY)
            self._legend.office_chosen.connect(self.office_chosen)
            self._legend.reshaped.connect(self.place)
        if self._legend is not None:
            self._list(self._legend)
            self.place()

    def look_at(self, camera: Camera) -> None:
        """Ranks the offices anew, once the map has come to rest there."""
        if self._entries and camera != self._camera:
            self._rest.start()
        self._camera = camera

    def place(self) -> None:
        """Takes as much room as the legend wants and the map has."""
        if self._legend is None:
            return
        below = round(_LINES_BELOW * QFontMetricsF(self._canvas.font()).height())
        width = min(self._canvas.width() - _EDGE - _BESIDE, max(round(_SHARE * self._canvas.width()), _LEAST_WIDTH))
        height = self._canvas.height() - _EDGE - below
        size = self._legend.best_size(QSize(max(width, 0), max(height, 0)))
        self._legend.resize(size)
        self._legend.move(_EDGE, self._canvas.height() - below - size.height())
        self.moved.emit()

    @property
    def in_view(self) -> tuple[Entry, ...]:
        """The offices with a country in view, those with most there first; none where countries have no colours."""
        seen = self._seen() if self._entries else frozenset()
        return tuple(e for e in listing_of(self._entries, seen).all if not seen.isdisjoint(e.countries))

    def reserved(self) -> tuple[Rect, ...]:
        """Returns what labels leave free."""
        if self._legend is None or self._legend.isHidden():
            return ()
        at = self._legend.geometry()
        return (Rect(float(at.x()), float(at.y()), float(at.width()), float(at.height())),)

    def _rank(self) -> None:
        if self._legend is None or not self._entries:
            return
        if self._legend.is_used:
            self._rest.start()  # rows do not run away from whoever is about to choose one
        else:
            self._list(self._legend)

    def _list(self, legend: Legend) -> None:
        most = legend.rows_within(_SHARE * self._canvas.height())
        legend.show_listing(listing_of(self._entries, self._seen(), most))

    @cached_property
    def _boxes(self) -> dict[str, list[Box]]:
        """The pieces of each country."""
        boxes: defaultdict[str, list[Box]] = defaultdict(list)
        for polygon in self._base_map.level(_COARSEST).polygons:
            boxes[polygon.country.code].append(polygon.box)
        return boxes

    def _seen(self) -> frozenset[str]:
        """Returns the countries of which something is in view, as far as boxes around them tell."""
        seen = self._camera.box()
        views = [replace(seen, left=seen.left - shift, right=seen.right - shift) for shift in (-1, 0, 1)]
        return frozenset(
            code for code, boxes in self._boxes.items() if any(box.overlaps(view) for box in boxes for view in views)
        )
