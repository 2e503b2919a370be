"""Labels as small pictures: text with a halo is slow to draw and is drawn again with every push of the map."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QStaticText

from directory_app.ui.map.colours import MapColours
from directory_app.ui.map.labels.label_text import LabelText, halo_colour, halo_width, text_colour
from directory_app.ui.map.labels.labels import Style

_MOST = 1000
_MARGIN = 3.0
_AROUND = [(math.cos(part * math.tau / 12), math.sin(part * math.tau / 12)) for part in range(12)]
"""Where text is written again and again to make a halo."""


class TextStamps:
    """Measures and paints labels much as `LabelText` does, each from a picture that is made once."""

    def __init__(self, font: QFont) -> None:
        """Derives the fonts of all labels from the widget's."""
        self._text = LabelText(font)
        self._stamps: dict[tuple[str, Style, MapColours, float], QImage] = {}

    def size(self, text: str, style: Style) -> tuple[float, float]:
        """Returns width and height of one line."""
        return self._text.size(text, style)

    def elided(self, text: str, style: Style) -> str:
        """Returns the text on one line, shortened with an ellipsis where it is too long."""
        return self._text.elided(text, style)

    def paint(self, painter: QPainter, at: QPointF, text: str, style: Style, theme: MapColours) -> None:
        """Paints one line with its upper left corner at a point, moved to whole device pixels."""
        ratio = painter.device().devicePixelRatioF()
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
        painter = QPainter(image)
        self._write(painter, text, style, theme)
        painter.end()
        return image

    def _write(self, painter: QPainter, text: str, style: Style, theme: MapColours) -> None:
        """Writes the text with its halo, a score of times faster than outlines of the letters can be drawn."""
        font, halo, width = self._text.font(text, style), halo_colour(style, theme), halo_width(style)
        letters = QStaticText(text)
        letters.setTextFormat(Qt.TextFormat.PlainText)
        letters.prepare(font=font)
        painter.setFont(font)
        painter.setPen(QColor(halo.rgb()))
        for across, down in _AROUND:
            painter.drawStaticText(QPointF(_MARGIN + width * across, _MARGIN + width * down), letters)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.fillRect(QRectF(painter.window()), QColor(0, 0, 0, halo.alpha()))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(text_colour(style, theme))
        painter.drawStaticText(QPointF(_MARGIN, _MARGIN), letters)
