"""Text of labels: how large it is, and how it is written with a halo, as vectors, on whatever painter."""

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from directory_app.ui.map.colours import MapColours
from directory_app.ui.map.labels.labels import Style
from directory_app.ui.theme import scaled_font

_OFFICE_HALO, _PLACE_HALO = 1.5, 1.0

_WIDEST = 36
"""Labels are cut at this many average characters."""

_SURELY_SHORT = 12
"""So many characters need not be measured to know that they are not too wide."""

_FONTS = {
    Style.OFFICE: (0.92, QFont.Weight.Medium, 100.0),
    Style.SELECTED: (0.96, QFont.Weight.DemiBold, 100.0),
    Style.COUNTRY: (0.72, QFont.Weight.Normal, 112.0),
    Style.CAPITAL: (0.84, QFont.Weight.Medium, 100.0),
    Style.CITY: (0.84, QFont.Weight.Normal, 100.0),
    Style.TOWN: (0.78, QFont.Weight.Normal, 100.0),
}
"""Size as a part of the widget's, weight, and letter spacing in per cent."""

_UNCASED_COUNTRY = (0.82, QFont.Weight.Normal, 100.0)
"""The same for countries in a script without capitals, in which the others' size and spacing would hurt."""


class LabelText:
    """Measures and paints labels in the fonts of the map; implements `labels.Measure`."""

    def __init__(self, font: QFont) -> None:
        """Derives the fonts of all labels from the widget's."""
        self._fonts = {style: _font(font, *how) for style, how in _FONTS.items()}
        self._uncased = _font(font, *_UNCASED_COUNTRY)
        self._sizes: dict[tuple[str, Style], tuple[float, float]] = {}
        self._elided: dict[tuple[str, Style], str] = {}

    def size(self, text: str, style: Style) -> tuple[float, float]:
        """Returns width and height of one line."""
        known = self._sizes.get((text, style))
        if known is None:
            metrics = QFontMetricsF(self.font(text, style))
            known = (math.ceil(metrics.horizontalAdvance(text)), math.ceil(metrics.height()))
            self._sizes[text, style] = known
        return known

    def elided(self, text: str, style: Style) -> str:
        """Returns the text on one line, shortened with an ellipsis where it is too long."""
        known = self._elided.get((text, style))
        if known is None:
            known = self._elided[text, style] = self._cut(" ".join(text.split()), style)
        return known

    def _cut(self, line: str, style: Style) -> str:
        if len(line) <= _SURELY_SHORT:
            return line
        metrics = QFontMetricsF(self.font(line, style))
        return metrics.elidedText(line, Qt.TextElideMode.ElideRight, _WIDEST * metrics.averageCharWidth())

    def paint(self, painter: QPainter, at: QPointF, text: str, style: Style, theme: MapColours) -> None:
        """Paints one line with its upper left corner at a point, as outlines that need no font to be seen."""
        font = self.font(text, style)
        baseline = at + QPointF(0.0, QFontMetricsF(font).ascent())
        outline = QPainterPath()
        outline.addText(baseline, font, text)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        halo = QPen(halo_colour(style, theme), 2.0 * halo_width(style))
        halo.setCapStyle(Qt.PenCapStyle.RoundCap)
        halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(outline, halo)
        painter.fillPath(outline, text_colour(style, theme))
        painter.restore()

    def font(self, text: str, style: Style) -> QFont:
        """Returns what a label is written in."""
        return self._uncased if style is Style.COUNTRY and not text.isupper() else self._fonts[style]


def text_colour(style: Style, theme: MapColours) -> QColor:
    """Returns what a label is written in: names of places are quieter than those of offices."""
    if style.is_office:
        return QColor(theme.text)
    if style is Style.COUNTRY or theme.fills:
        return QColor(theme.country_name)
    return QColor(theme.quiet_text)


def halo_colour(style: Style, theme: MapColours) -> QColor:
    """Returns what is around a label: much of what is beneath shows through that of a place."""
    colour = QColor(theme.halo if style.is_office else theme.land)
    colour.setAlphaF(0.92 if style.is_office else 0.7)
    return colour


def halo_width(style: Style) -> float:
    """Returns how far, in pixels, a label's halo reaches beyond its text."""
    return _OFFICE_HALO if style.is_office else _PLACE_HALO


def _font(font: QFont, factor: float, weight: QFont.Weight, spacing: float) -> QFont:
    derived = scaled_font(font, factor)
    derived.setWeight(weight)
    derived.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing)
    return derived
