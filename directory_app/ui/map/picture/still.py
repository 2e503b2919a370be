"""The map as somebody takes it away: sharp on whatever it is painted, without what belongs to pointer and keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter

from directory_app.model.office import Kind
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.colours import MapColours
from directory_app.ui.map.corners.legend import Entry as Country
from directory_app.ui.map.labels.label_painter import paint_labels
from directory_app.ui.map.labels.label_text import LabelText
from directory_app.ui.map.labels.labels import Label
from directory_app.ui.map.marks.mark import Mark
from directory_app.ui.map.marks.mark_stamps import DIM, paint_mark
from directory_app.ui.map.painter import Emphasis, paint_marks
from directory_app.ui.map.picture.sheet import Entry, Sheet, in_pixels
from directory_app.ui.words import KIND_NAMES

_MOST_COUNTRIES = 24
_CLUSTER = "So many offices near each other"


class SharpMarks:
    """Paints every mark anew, as vectors, where the map itself has pictures of them."""

    def __init__(self, theme: MapColours, font: QFont) -> None:
        """Takes the font of the counts."""
        self.theme, self.font = theme, font

    def draw(self, painter: QPainter, x: float, y: float, mark: Mark) -> None:
        """Paints a mark around a point of the view."""
        painter.save()
        painter.translate(QPointF(x, y))
        painter.setOpacity(DIM if mark.dimmed else 1.0)
        paint_mark(painter, mark, self.theme, self.font)
        painter.restore()


@dataclass(frozen=True, slots=True)
class Still:
    """What is in view, as it was when somebody asked; `beneath` and `above` paint what is not marks or labels."""

    camera: Camera
    theme: MapColours
    font: QFont
    labels: Sequence[Label]
    marks: Sequence[Mark]
    emphasis: Emphasis
    countries: Sequence[Country]
    beneath: Callable[[QPainter], None]
    above: Callable[[QPainter], None]

    def paint(self, painter: QPainter) -> None:
        """Paints the view with its upper left corner at (0, 0)."""
        font = in_pixels(self.font)
        self.beneath(painter)
        paint_labels(painter, self.labels, LabelText(font), self.camera, self.theme)
        paint_marks(painter, self.marks, self.camera, self.emphasis, SharpMarks(self.theme, font))
        painter.setFont(font)
        self.above(painter)

    def sheet(self, title: str, subtitle: str, *, with_legend: bool) -> Sheet:
        """Returns the sheet on which the view is to be painted."""
        entries = tuple(self._legend()) if with_legend else ()
        size = self.camera.width, self.camera.height
        return Sheet(title, subtitle, entries, *size, self.theme, self.font)

    @property
    def count(self) -> int:
        """How many offices are in view, without those that are dimmed."""
        return sum(mark.count for mark in self.marks if not mark.dimmed and self._is_seen(mark))

    def _legend(self) -> list[Entry]:
        """Returns the kinds of offices with a mark of their own in view, then what the colours mean."""
        seen = [mark for mark in self.marks if self._is_seen(mark)]
        kinds = {mark.first.office.kind for mark in seen if not mark.is_cluster}
        entries = [Entry(KIND_NAMES[kind], kind=kind) for kind in Kind if kind in kinds]
        if any(mark.is_cluster for mark in seen):
            entries.append(Entry(_CLUSTER, colour=self.theme.accent, sample="2"))
        named = self.countries if len(self.countries) <= _MOST_COUNTRIES else self.countries[: _MOST_COUNTRIES - 1]
        entries += [Entry(country.name, colour=self.theme.group_colour(country.group)) for country in named]
        if len(named) < len(self.countries):
            entries.append(Entry(f"and {len(self.countries) - len(named)} more"))
        return entries

    def _is_seen(self, mark: Mark) -> bool:
        left, top = self.camera.nearest_on_screen(mark.x, mark.y)
        return 0.0 <= left <= self.camera.width and 0.0 <= top <= self.camera.height
