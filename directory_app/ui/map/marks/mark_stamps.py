"""The signs and counts of marks as small pictures: a thousand of them are drawn again with every push of the map."""

import math
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen

from directory_app.model.office import Kind
from directory_app.ui.map.colours import MapColours
from directory_app.ui.map.marks.mark import Mark
from directory_app.ui.signs import sign_colour, sign_path
from directory_app.ui.theme import scaled_font

DIM = 0.32
"""How opaque a dimmed mark is."""

_SIGN = 17.0
_WORLD_SIGN = 20.0
_GLOW = 4.0
_AIR = 3.0
_MOST = 3000


_Look = tuple[int, Kind | None, bool]
"""What marks have in common that look the same: their count, the kind of a single office, whether they are dimmed."""


class MarkStamps:
    """Draws marks in one theme, one font and for one screen."""

    def __init__(self, theme: MapColours, font: QFont, ratio: float) -> None:
        """Takes device pixels a pixel; `paint_mark` is for whatever else marks are painted on."""
        self.theme, self.font, self.ratio = theme, font, ratio
        self._stamps: dict[_Look, tuple[QImage, float]] = {}
        self._badges: dict[tuple[float, bool], QImage] = {}
        """Without counts, of which there are many; discs take longer to draw than what is written on them."""

    def draw(self, painter: QPainter, x: float, y: float, mark: Mark) -> None:
        """Draws a mark at a point of the screen, moved to whole device pixels."""
        count = mark.count
        if count > 1:
            look: _Look = (count if count < 1_000 else _rounded(count), None, mark.dimmed)
        else:
            look = (1, mark.first.office.kind, mark.dimmed)
        known = self._stamps.get(look)
        if known is None:
            if len(self._stamps) >= _MOST:
                self._stamps.clear()
            known = self._stamps[look] = self._stamp(mark)
        stamp, half = known
        ratio = self.ratio
        painter.drawImage(QPointF(round((x - half) * ratio) / ratio, round((y - half) * ratio) / ratio), stamp)

    def _stamp(self, mark: Mark) -> tuple[QImage, float]:
        """Returns a picture of a mark, and how far its middle is from its edges in pixels."""
        half = math.ceil(max(mark.radius + _GLOW, _WORLD_SIGN / 2.0) + _AIR)
        if not mark.is_cluster:
            return self._drawn(
                half, partial(paint_sign, kind=mark.first.office.kind, theme=self.theme), mark.dimmed
            ), half
        disc = (mark.radius, mark.dimmed)
        if disc not in self._badges:
            self._badges[disc] = self._drawn(
                half, partial(_paint_disc, radius=mark.radius, theme=self.theme), mark.dimmed
            )
        write = partial(_write_count, mark=mark, theme=self.theme, font=self.font)
        return self._drawn(half, write, mark.dimmed, self._badges[disc]), half

    def _drawn(
        self, half: float, paint: Callable[[QPainter], None], dimmed: bool, over: QImage | None = None
    ) -> QImage:
        """Returns a picture of what is painted around (0, 0), and reaches so far, over a copy of another."""
        side = math.ceil(2.0 * half * self.ratio)
        if over is None:
            image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
            image.setDevicePixelRatio(self.ratio)
            image.fill(Qt.GlobalColor.transparent)
        else:
            image = over.copy()
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(half, half)
        painter.setOpacity(DIM if dimmed else 1.0)
        paint(painter)
        painter.end()
        return image


def count_text(count: int) -> str:
    """Returns a number in at most four characters, rounded down: 999, 1.2k, 12k, 1.2M."""
    if count < 1_000:
        return str(count)
    size, letter = (1_000, "k") if count < 1_000_000 else (1_000_000, "M")
    return f"{_rounded(count) / size:g}{letter}"


def _rounded(count: int) -> int:
    """Returns a number of a thousand or more with what is said of it, two digits or all thousands."""
    size = 1_000 if count < 1_000_000 else 1_000_000
    step = size if count >= 10 * size else size // 10
    return count // step * step


def paint_mark(painter: QPainter, mark: Mark, theme: MapColours, font: QFont) -> None:
    """Paints a mark around (0, 0): the sign of its one office, or how many it has."""
    if mark.is_cluster:
        _paint_disc(painter, mark.radius, theme)
        _write_count(painter, mark, theme, font)
    else:
        paint_sign(painter, mark.first.office.kind, theme)


def paint_sign(painter: QPainter, kind: Kind, theme: MapColours) -> None:
    """Paints a kind's sign around (0, 0) in two tones, with a thin halo that lifts it off the map."""
    path = sign_path(kind, _WORLD_SIGN if kind is Kind.WORLD_SECRETARIAT else _SIGN)
    colour = sign_colour(kind, theme.dark)
    rim = colour.lighter(125) if theme.dark else colour.darker(135)
    outline(painter, path, QColor(theme.halo), 3.6)
    painter.fillPath(path, colour)
    outline(painter, path, rim, 1.0)


def outline(painter: QPainter, path: QPainterPath, colour: QColor, width: float) -> None:
    """Draws a line along a path, with round corners."""
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)


def _paint_disc(painter: QPainter, radius: float, theme: MapColours) -> None:
    glow = QColor(theme.accent)
    glow.setAlphaF(0.22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawEllipse(QPointF(), radius + _GLOW, radius + _GLOW)
    painter.setBrush(QColor(theme.halo))
    painter.drawEllipse(QPointF(), radius, radius)
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(QPointF(), radius - 1.4, radius - 1.4)


def _write_count(painter: QPainter, mark: Mark, theme: MapColours, font: QFont) -> None:
    text = count_text(mark.count)
    number = scaled_font(font, 0.85 if len(text) < 3 else 0.76)
    number.setWeight(QFont.Weight.DemiBold)
    painter.setFont(number)
    painter.setPen(QColor(theme.on_accent))
    box = QRectF(-mark.radius, -mark.radius, 2.0 * mark.radius, 2.0 * mark.radius)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
