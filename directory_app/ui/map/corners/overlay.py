"""What lies over the map and does not move with it: scale, attribution, and the tip at the pointer."""

import math
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from directory_app.geo.clock import local_time, short_time
from directory_app.geo.projection import kilometres_per_world
from directory_app.model.office import Summary
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.colours import MapColours
from directory_app.ui.map.labels import Rect
from directory_app.ui.map.marks import Mark
from directory_app.ui.map.text_stamps import scaled_font

ATTRIBUTION = "Natural Earth · GeoNames"

_EDGE = 12.0
_LONGEST = 110.0
_MOST_LINES = 6
_BUTTONS_WIDTH, _BUTTONS_HEIGHT = 52.0, 118.0


def scale_of(camera: Camera) -> tuple[float, str]:
    """Returns the length of the scale bar in pixels and what it says, a round number of kilometres.

    It holds in the middle of the view: Mercator grows towards the poles.
    """
    per_pixel = kilometres_per_world(camera.y) / camera.world
    most = per_pixel * _LONGEST
    power = 10.0 ** math.floor(math.log10(most))
    kilometres = next(step * power for step in (5.0, 2.0, 1.0) if step * power <= most)
    return kilometres / per_pixel, f"{kilometres:g} km" if kilometres < 1.0 else f"{kilometres:.0f} km"


def office_lines(office: Summary, now: datetime) -> tuple[str, ...]:
    """Returns what there is to say of an office: its name, and its town with the time there; `now` is aware."""
    time = local_time(office.timezone, now)
    second = " · ".join(part for part in (office.city, short_time(time) if time else "") if part)
    return tuple(line for line in (office.name, second) if line)


def tip_lines(mark: Mark, now: datetime) -> tuple[str, ...]:
    """Returns what the tip of a mark says: all about its office, or the names of several."""
    if not mark.is_cluster:
        return office_lines(mark.spots[0].office, now)
    names = [spot.office.name for spot in mark.spots]
    if len(names) <= _MOST_LINES:
        return tuple(names)
    return (*names[: _MOST_LINES - 1], f"and {len(names) - _MOST_LINES + 1} more")


def reserved_places(camera: Camera, font: QFont) -> tuple[Rect, ...]:
    """Returns the corners of the screen that labels leave free."""
    height = 3.0 * QFontMetricsF(font).height()
    width = QFontMetricsF(font).horizontalAdvance(ATTRIBUTION) + _EDGE
    top = camera.height - height
    return (
        Rect(0.0, top, _LONGEST + 2.0 * _EDGE, height),
        Rect(camera.width - width, top, width, height),
        Rect(camera.width - _BUTTONS_WIDTH, 0.0, _BUTTONS_WIDTH, _BUTTONS_HEIGHT),
    )


def paint_corners(painter: QPainter, camera: Camera, theme: MapColours, font: QFont) -> None:
    """Paints the scale bar and the attribution into the lower corners."""
    small = scaled_font(font, 0.78)
    metrics = QFontMetricsF(small)
    painter.save()
    painter.setFont(small)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    length, text = scale_of(camera)
    bottom = round(camera.height - _EDGE)
    painter.setPen(QPen(QColor(theme.quiet_text), 1.0))
    right = round(_EDGE + length)
    painter.drawPolyline(
        [QPointF(_EDGE, bottom - 4), QPointF(_EDGE, bottom), QPointF(right, bottom), QPointF(right, bottom - 4)]
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawText(QPointF(_EDGE, bottom - 4.0 - metrics.descent()), text)
    width = metrics.horizontalAdvance(ATTRIBUTION)
    back = QColor(theme.water)
    back.setAlphaF(0.7)
    left = camera.width - _EDGE - width
    painter.fillRect(QRectF(left - 4.0, bottom - metrics.height() + 2.0, width + 8.0, metrics.height() + 2.0), back)
    painter.drawText(QPointF(left, bottom - metrics.descent() + 2.0), ATTRIBUTION)
    painter.restore()


def paint_tip(
    painter: QPainter, mark: Mark, lines: Sequence[str], camera: Camera, theme: MapColours, font: QFont
) -> None:
    """Paints a panel with plain lines beside a mark, where it is not cut by an edge."""
    metrics = QFontMetricsF(font)
    widest = max(camera.width * 0.6, 80.0)
    texts = [metrics.elidedText(" ".join(line.split()), Qt.TextElideMode.ElideRight, widest) for line in lines]
    width = max((metrics.horizontalAdvance(text) for text in texts), default=0.0) + 20.0
    height = len(texts) * metrics.height() + 12.0
    at_x, at_y = camera.nearest_on_screen(mark.x, mark.y)
    top = at_y - mark.radius - 8.0 - height
    if top < 4.0:
        top = at_y + mark.radius + 8.0
    left = min(max(at_x - width / 2.0, 4.0), max(camera.width - width - 4.0, 4.0))
    panel = QRectF(round(left) + 0.5, round(top) + 0.5, math.ceil(width), math.ceil(height))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.panel_edge), 1.0))
    painter.setBrush(QColor(theme.panel))
    painter.drawRoundedRect(panel, 6.0, 6.0)
    painter.setFont(font)
    for number, text in enumerate(texts):
        is_second = number > 0 and not mark.is_cluster
        painter.setPen(QColor(theme.quiet_text if is_second else theme.text))
        baseline = panel.top() + 6.0 + number * metrics.height() + metrics.ascent()
        painter.drawText(QPointF(panel.left() + 10.0, baseline), text)
    painter.restore()
