"""The sign of each kind of office: the same in the list, on the map, on the card and in the legend."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap, QPolygonF

from directory_app.model.office import Kind

_LIGHT = {
    Kind.WORLD_SECRETARIAT: "#0E6B4B",
    Kind.REGIONAL_SECRETARIAT: "#0E6B4B",
    Kind.OFFICE: "#1C7A5A",
    Kind.PROJECT_OFFICE: "#5B7A1E",
    Kind.CENTRE: "#256F80",
    Kind.FOUNDATION: "#256F80",
}
_DARK = {
    Kind.WORLD_SECRETARIAT: "#5CCBA0",
    Kind.REGIONAL_SECRETARIAT: "#5CCBA0",
    Kind.OFFICE: "#4FBC93",
    Kind.PROJECT_OFFICE: "#A9C765",
    Kind.CENTRE: "#6BB9CC",
    Kind.FOUNDATION: "#6BB9CC",
}


def sign_path(kind: Kind, size: float) -> QPainterPath:
    """Returns the outline of a kind's sign around (0, 0), inside a square of the given side.

    Diamonds are secretariats (the world's fills the square), circles offices, triangles project
    offices, squares centres and foundations; their areas are balanced by eye.
    """
    half = size / 2.0
    path = QPainterPath()
    if kind is Kind.WORLD_SECRETARIAT:
        path.addPolygon(_diamond(half))
    elif kind is Kind.REGIONAL_SECRETARIAT:
        path.addPolygon(_diamond(half * 0.8))
    elif kind is Kind.PROJECT_OFFICE:
        path.addPolygon(_triangle(half * 0.8))
    elif kind in (Kind.CENTRE, Kind.FOUNDATION):
        path.addRect(QRectF(-half * 0.56, -half * 0.56, half * 1.12, half * 1.12))
    else:
        path.addEllipse(QPointF(0.0, 0.0), half * 0.64, half * 0.64)
    path.closeSubpath()
    return path


def sign_colour(kind: Kind, dark: bool) -> QColor:
    """Returns the colour of a kind's sign on a light or dark ground."""
    return QColor((_DARK if dark else _LIGHT)[kind])


def paint_sign(painter: QPainter, kind: Kind, centre: QPointF, size: float, dark: bool) -> None:
    """Paints a kind's sign around a point."""
    painter.save()
    painter.translate(centre)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(sign_colour(kind, dark))
    painter.drawPath(sign_path(kind, size))
    painter.restore()


def sign_pixmap(kind: Kind, size: int, dark: bool, ratio: float) -> QPixmap:
    """Returns a picture of a kind's sign, `ratio` device pixels to the pixel."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_sign(painter, kind, QPointF(size / 2, size / 2), size, dark)
    painter.end()
    return pixmap


def _diamond(half: float) -> QPolygonF:
    return QPolygonF([QPointF(0.0, -half), QPointF(half, 0.0), QPointF(0.0, half), QPointF(-half, 0.0)])


def _triangle(radius: float) -> QPolygonF:
    corners = [math.radians(angle) for angle in (-90.0, 30.0, 150.0)]
    # The centre of gravity is set a little lower, where the eye expects it.
    return QPolygonF([QPointF(radius * math.cos(a), radius * (math.sin(a) + 0.12)) for a in corners])
