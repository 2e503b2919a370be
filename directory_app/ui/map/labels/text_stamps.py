"""Labels as small pictures: text with a halo is slow to draw and is drawn again with every push of the map."""

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from directory_app.ui.map.colours import MapColours
from directory_app.ui.map.labels import Style

_MARGIN = 3.0
_MOST = 2000
_WIDEST = 36
"""Labels are cut at this many average characters."""


class TextStamps:
    """Measures and draws labels in the fonts of the map; implements `labels.Measure`."""

    def __init__(self, font: QFont) -> None:
        """Derives the fonts of all labels from the widget's."""
        self._fonts = {
            Style.OFFICE: _font(font, 0.92, QFont.Weight.Medium),
            Style.SELECTED: _font(font, 0.96, QFont.Weight.DemiBold),
            Style.COUNTRY: _country_font(font),
        }
        self._metrics = {style: QFontMetricsF(derived) for style, derived in self._fonts.items()}
        self._sizes: dict[tuple[str, Style], tuple[float, float]] = {}
        self._stamps: dict[tuple[str, Style, MapColours, float], QImage] = {}

    def size(self, text: str, style: Style) -> tuple[float, float]:
        """Returns width and height of one line."""
        known = self._sizes.get((text, style))
        if known is None:
            metrics = self._metrics[style]
            known = (math.ceil(metrics.horizontalAdvance(_written(text, style))), math.ceil(metrics.height()))
            self._sizes[text, style] = known
        return known

    def elided(self, text: str, style: Style) -> str:
        """Returns the text on one line, shortened with an ellipsis where it is too long."""
        metrics = self._metrics[style]
        one_line = " ".join(text.split())
        return metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, _WIDEST * metrics.averageCharWidth())

    def draw(self, painter: QPainter, at: QPointF, text: str, style: Style, theme: MapColours, ratio: float) -> None:
        """Draws one line with its upper left corner at a point, moved to whole device pixels."""
        key = (text, style, theme, ratio)
        stamp = self._stamps.get(key)
        if stamp is None:
            if len(self._stamps) >= _MOST:
                self._stamps.clear()
            stamp = self._stamps[key] = self._stamp(text, style, theme, ratio)
        left, top = round((at.x() - _MARGIN) * ratio) / ratio, round((at.y() - _MARGIN) * ratio) / ratio
        painter.drawImage(QPointF(left, top), stamp)

    def _stamp(self, text: str, style: Style, theme: MapColours, ratio: float) -> QImage:
        width, height = self.size(text, style)
        image = QImage(
            math.ceil((width + 2.0 * _MARGIN) * ratio),
            math.ceil((height + 2.0 * _MARGIN) * ratio),
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        written = _written(text, style)
        at = QPointF(_MARGIN, _MARGIN + self._metrics[style].ascent())
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addText(at, self._fonts[style], written)
        halo = QColor(theme.land if style is Style.COUNTRY else theme.halo)
        halo.setAlphaF(0.7 if style is Style.COUNTRY else 0.92)
        painter.strokePath(outline, _round_pen(halo, 2.0 if style is Style.COUNTRY else 3.0))
        painter.setFont(self._fonts[style])
        painter.setPen(QColor(theme.country_name if style is Style.COUNTRY else theme.text))
        painter.drawText(at, written)
        painter.end()
        return image


def scaled_font(font: QFont, factor: float) -> QFont:
    """Returns a font in another size, whether its size is in points or in pixels."""
    derived = QFont(font)
    if font.pointSizeF() > 0.0:
        derived.setPointSizeF(font.pointSizeF() * factor)
    else:
        derived.setPixelSize(max(round(font.pixelSize() * factor), 1))
    return derived


def _font(font: QFont, factor: float, weight: QFont.Weight) -> QFont:
    derived = scaled_font(font, factor)
    derived.setWeight(weight)
    return derived


def _country_font(font: QFont) -> QFont:
    derived = scaled_font(font, 0.72)
    derived.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 112.0)
    return derived


def _written(text: str, style: Style) -> str:
    return text.upper() if style is Style.COUNTRY else text


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
