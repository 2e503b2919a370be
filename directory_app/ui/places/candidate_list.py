"""The list of places that may be meant: what its rows say, and how they are painted."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from directory_app.geo.candidate import Candidate
from directory_app.geo.measures import distance_text
from directory_app.model.countries import country_in_sentence
from directory_app.model.place import RADIUS_KM, Point, Precision, great_circle_km
from directory_app.ui.headed_list import ROW_LEFT, ROW_RIGHT, HeadedDelegate, HeadedModel
from directory_app.ui.painted_line import paint_line
from directory_app.ui.theme import SPACE, Theme, scaled_font
from directory_app.ui.words import PRECISION_NAMES

_STANDS_FOR = {Precision.AREA: "pin at its largest town", Precision.COUNTRY: "pin at its capital"}


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A place that may be meant, its number on the map, and how far it is from where the others are measured."""

    number: str
    label: str
    detail: str
    distance: str


def candidate_rows(candidates: Sequence[Candidate], present: Point | None, miles: bool) -> tuple[CandidateRow, ...]:
    """Returns the rows; distances are those from the present position, or else from the first place."""
    rows = []
    for number, candidate in enumerate(candidates):
        start = present or candidates[0].position.point
        kilometres = great_circle_km(start, candidate.position.point)
        is_start = present is None and number == 0
        distance = "" if is_start else distance_text(kilometres, miles=miles, unsure_km=_unsure_km(candidate))
        rows.append(CandidateRow(str(number + 1), name_of(candidate), _detail(candidate), distance))
    return tuple(rows)


def name_of(candidate: Candidate) -> str:
    """Returns what a place is called, with its area where the label does not name it; an area is no place in it."""
    label, area = candidate.label, candidate.area
    if candidate.position.precision is Precision.COUNTRY:
        return f"Somewhere in {country_in_sentence(candidate.country) or label}"
    if candidate.position.precision is Precision.AREA:
        return f"Somewhere in {label}"
    if not area or area in label or not label.startswith(candidate.name):
        return label
    return f"{candidate.name}, {area}{label.removeprefix(candidate.name)}"


def short_names(candidates: Sequence[Candidate]) -> list[str]:
    """Returns what the places are called on a map: by their areas where several have one name."""
    counts = Counter(candidate.name for candidate in candidates)
    return [_short_name(candidate, counts[candidate.name] > 1) for candidate in candidates]


def _short_name(candidate: Candidate, is_shared: bool) -> str:
    if candidate.position.precision in _STANDS_FOR:
        return name_of(candidate)
    return candidate.area if candidate.area and is_shared else candidate.name or candidate.label


def distances_from(number: int, candidates: Sequence[Candidate], miles: bool, most: int = 5) -> str:
    """Returns how far the nearest others are from one of the places, or "" where it is the only one."""
    here = candidates[number].position.point
    others = [
        (great_circle_km(here, other.position.point), place, _unsure_km(candidates[number]) + _unsure_km(other))
        for place, other in enumerate(candidates, 1)
        if place != number + 1
    ]
    parts = [
        f"{distance_text(away, miles=miles, unsure_km=unsure)} to {place}"
        for away, place, unsure in sorted(others)[:most]
    ]
    return f"From {number + 1}: {' · '.join(parts)}" if parts else ""


def _unsure_km(candidate: Candidate) -> float:
    """Returns how much the distance to a place may be wrong: between towns, that between their pins is meant."""
    precision = candidate.position.precision
    return RADIUS_KM[precision] if precision in _STANDS_FOR else 0.0


def _detail(candidate: Candidate) -> str:
    place = candidate.position
    stands_for = _STANDS_FOR.get(place.precision, "")
    return " · ".join(part for part in (PRECISION_NAMES[place.precision], stands_for, place.source) if part)


class CandidateModel(HeadedModel):
    """Shows candidates."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("place", parent)

    def text_of(self, row: CandidateRow) -> str:
        """Returns the name of a place."""
        return row.label

    def spoken(self, row: CandidateRow) -> str:
        """Returns everything that a row says."""
        return ", ".join(part for part in (row.number, row.label, row.detail, row.distance) if part)


class CandidateDelegate(HeadedDelegate):
    """Draws a place: its number on the map, its name, how precise it is and whence, and how far it is."""

    def paint_row(self, painter: QPainter, row: CandidateRow, area: QRect, font: QFont) -> None:
        """Paints a place."""
        small = scaled_font(font, 0.85)
        first, second = QFontMetrics(font).height(), QFontMetrics(small).height()
        top = area.y() + (area.height() - first - second - 1) // 2
        text = area.adjusted(ROW_LEFT + 7 * SPACE, 0, -ROW_RIGHT, 0)
        _paint_number(
            painter, row.number, QRectF(area.x() + ROW_LEFT, area.center().y() - 9, 20, 20), small, self._theme
        )
        distance = QFontMetrics(small).horizontalAdvance(row.distance)
        right = QRect(text.right() - distance, top, distance + 1, first)
        paint_line(painter, right, row.distance, small, self._theme.muted)
        left = text.x()
        paint_line(painter, QRect(left, top, right.x() - left - 2 * SPACE, first), row.label, font, self._theme.text)
        paint_line(painter, QRect(left, top + first + 1, text.width(), second), row.detail, small, self._theme.muted)


def _paint_number(painter: QPainter, number: str, circle: QRectF, font: QFont, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(circle)
    painter.setFont(font)
    painter.setPen(QColor(theme.on_accent))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, number)
