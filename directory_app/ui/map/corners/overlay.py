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
from directory_app.ui.map.corners.readout import point_text
from directory_app.ui.map.labels.room import Rect
from directory_app.ui.map.marks.mark import Mark
from directory_app.ui.theme import scaled_font

_EDGE = 12.0
_LONGEST = 110.0
_MOST_LINES = 6
_MOST_THANKS = 3
_BETWEEN_THANKS = " · "
_BACK = 0.85
"""How much of what lies beneath the corners is hidden: streets may be of any colour."""
_FARTHEST = -88.8, -178.8
"""A place whose coordinates are as wide as any."""
_KILOMETRES = ((1.0, "km", 1.0), (0.001, "m", 0.0))
_MILES = ((1.609344, "mi", 0.1609344), (0.0003048, "ft", 0.0))
"""Units in kilometres, with what they are called and from how many kilometres on they are used."""
_BUTTONS_WIDTH, _BUTTONS_HEIGHT = 52.0, 118.0


def scale_of(camera: Camera, *, miles: bool = False) -> tuple[float, str]:
    """Returns the length of the scale bar in pixels and what it says, a round number of kilometres or of miles.

    Below one kilometre they are metres, below a tenth of a mile feet. It holds in the middle of the view: Mercator
    grows towards the poles.
    """
    per_pixel = kilometres_per_world(camera.y) / camera.world
    most = per_pixel * _LONGEST
    unit, name = next((unit, name) for unit, name, least in (_MILES if miles else _KILOMETRES) if most >= least)
    power = 10.0 ** math.floor(math.log10(most / unit))
    number = next(step * power for step in (5.0, 2.0, 1.0) if step * power * unit <= most)
    return number * unit / per_pixel, f"{number:,.0f} {name}" if number >= 1.0 else f"{number:g} {name}"


def office_lines(office: Summary, now: datetime) -> tuple[str, ...]:
    """Returns what there is to say of an office: its name, and its town with the time there; `now` is aware."""
    time = local_time(office.timezone, now)
    second = " · ".join(part for part in (office.city, short_time(time) if time else "") if part)
    return tuple(line for line in (office.name, second) if line)


def tip_lines(mark: Mark, now: datetime) -> tuple[str, ...]:
    """Returns what the tip of a mark says: all about its office, or the names of several."""
    if not mark.is_cluster:
        return office_lines(mark.first.office, now)
    names = [spot.office.name for spot in mark.some(_MOST_LINES)]
    if mark.count <= _MOST_LINES:
        return tuple(names)
    return (*names[: _MOST_LINES - 1], f"and {mark.count - _MOST_LINES + 1:,} more")


def reserved_places(camera: Camera, font: QFont, attribution: str) -> tuple[Rect, ...]:
    """Returns the corners of the screen that labels leave free."""
    height = 3.0 * QFontMetricsF(font).height()
    figures = QFontMetricsF(scaled_font(font, 0.78)).horizontalAdvance(point_text(_FARTHEST, camera.zoom))
    width = min(QFontMetricsF(font).horizontalAdvance(attribution), _widest_thanks(camera)) + _EDGE
    top = camera.height - height
    return (
        Rect(0.0, top, max(_LONGEST, figures) + 2.0 * _EDGE, height),
        Rect(camera.width - width, top, width, height),
        Rect(camera.width - _BUTTONS_WIDTH, 0.0, _BUTTONS_WIDTH, _BUTTONS_HEIGHT),
    )


def paint_corners(
    painter: QPainter, camera: Camera, theme: MapColours, font: QFont, attribution: str, *, miles: bool
) -> None:
    """Paints the scale bar and the attribution, plain text, into the lower corners."""
    small = scaled_font(font, 0.78)
    metrics = QFontMetricsF(small)
    painter.save()
    painter.setFont(small)
    painter.setPen(QPen(QColor(theme.quiet_text), 1.0))
    back = QColor(theme.water)
    back.setAlphaF(_BACK)
    _paint_scale(painter, camera, scale_of(camera, miles=miles), metrics, back)
    right, bottom, line = camera.width - _EDGE, round(camera.height - _EDGE), metrics.height()
    for number, thanks in enumerate(reversed(thanks_lines(attribution, metrics, _widest_thanks(camera)))):
        width, below = metrics.horizontalAdvance(thanks), bottom - number * line + 2.0
        air = 2.0 if number == 0 else 0.0
        painter.fillRect(QRectF(right - width - 4.0, below - line, width + 8.0, line + air), back)
        painter.drawText(QPointF(right - width, below - metrics.descent()), thanks)
    painter.restore()


def _paint_scale(
    painter: QPainter, camera: Camera, scale: tuple[float, str], metrics: QFontMetricsF, back: QColor
) -> None:
    length, text = scale
    bottom, right = round(camera.height - _EDGE), round(_EDGE + length)
    width = max(length, metrics.horizontalAdvance(text))
    painter.fillRect(QRectF(_EDGE - 4.0, bottom - metrics.height() - 4.0, width + 8.0, metrics.height() + 8.0), back)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.drawPolyline(
        [QPointF(_EDGE, bottom - 4), QPointF(_EDGE, bottom), QPointF(right, bottom), QPointF(right, bottom - 4)]
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawText(QPointF(_EDGE, bottom - 4.0 - metrics.descent()), text)


def thanks_lines(attribution: str, metrics: QFontMetricsF, room: float) -> list[str]:
    """Returns whom to thank in as few lines as can be, broken between one and the next; three at most."""
    lines: list[str] = []
    for thanks in attribution.split(_BETWEEN_THANKS):
        longer = f"{lines[-1]}{_BETWEEN_THANKS}{thanks}" if lines else thanks
        if lines and (metrics.horizontalAdvance(longer) <= room or len(lines) == _MOST_THANKS):
            lines[-1] = longer
        else:
            lines.append(thanks)
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]


def _widest_thanks(camera: Camera) -> float:
    """Returns how much room the scale bar leaves to the attribution."""
    return max(camera.width - _LONGEST - 4.0 * _EDGE, _LONGEST)


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
