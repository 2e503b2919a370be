"""Movements of the camera: flying, gliding and zooming, all of them short and interruptible."""

import math
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from directory_app.geo.projection import nearest_copy
from directory_app.ui.map.camera import TILE, Camera

FLIGHT_MS = 400
STEP_MS = 140
GLIDE_MS = 380

Course = Callable[[float], Camera]
"""A movement: the camera at a part of the way, from 0.0 to 1.0."""

_CURVE = 1.4


def flown(start: Camera, end: Camera) -> Course:
    """Returns the course of a flight that rises, crosses and comes down again.

    J. J. van Wijk and W. A. A. Nuij, Smooth and efficient zooming and panning, 2003, equation 9.
    """
    end_x = nearest_copy(end.x, start.x)
    dx, dy = end_x - start.x, end.y - start.y
    distance = math.hypot(dx, dy) * TILE
    first, last = start.width / start.world * TILE, end.width / end.world * TILE
    if distance < first * 1e-3:
        return lambda t: (
            replace(end, zoom=start.zoom + (end.zoom - start.zoom) * t, x=start.x + dx * t) if t < 1.0 else end
        )
    square = _CURVE**2

    def slope(width: float, sign: float) -> float:
        b = (last**2 - first**2 + sign * square**2 * distance**2) / (2.0 * width * square * distance)
        return math.log(math.sqrt(b * b + 1.0) - b)

    r0, r1 = slope(first, 1.0), slope(last, -1.0)
    length = (r1 - r0) / _CURVE

    def at(t: float) -> Camera:
        if t >= 1.0:
            return end
        r = r0 + _CURVE * t * length
        part = first / square * (math.cosh(r0) * math.tanh(r) - math.sinh(r0)) / distance
        width = first * math.cosh(r0) / math.cosh(r)
        zoom = math.log2(start.width / width)
        return replace(end, x=start.x + dx * part, y=start.y + dy * part, zoom=zoom).held()

    return at


def zoomed(start: Camera, zoom: float, left: float, top: float) -> Course:
    """Returns the course of a zoom about a point of the screen, which stays where it is."""
    return lambda t: start.zoomed(start.zoom + (zoom - start.zoom) * t, left, top)


def glided(start: Camera, dx: float, dy: float) -> Course:
    """Returns the course of a map that was pushed and slides on by so many pixels."""
    return lambda t: start.panned(dx * t, dy * t)


class Flight(QObject):
    """Runs one movement at a time; a new one takes the place of the old."""

    moved = Signal(object)
    """The camera on the way."""

    landed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Starts at rest."""
        super().__init__(parent)
        self._course: Course | None = None
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._on_value_changed)
        self._animation.finished.connect(self._on_finished)

    @property
    def is_flying(self) -> bool:
        """Whether a movement is under way."""
        return self._course is not None

    @property
    def end(self) -> Camera | None:
        """Where a movement that is under way is going to end."""
        return self._course(1.0) if self._course is not None else None

    def start(self, course: Course, milliseconds: int, easing: QEasingCurve.Type) -> None:
        """Begins a movement; one of no length is over at once."""
        self.stop()
        if milliseconds <= 0:
            self.moved.emit(course(1.0))
            self.landed.emit()
            return
        self._course = course
        self._animation.setDuration(milliseconds)
        self._animation.setEasingCurve(easing)
        self._animation.start()

    def finish(self) -> None:
        """Lands at once where a movement that is under way would have ended."""
        if self._course is not None:
            end = self._course(1.0)
            self.stop()
            self.moved.emit(end)
            self.landed.emit()

    def stop(self) -> None:
        """Ends a movement where it is, without landing."""
        self._course = None
        self._animation.stop()

    def _on_value_changed(self, value: float) -> None:
        if self._course is not None:
            self.moved.emit(self._course(float(value)))

    def _on_finished(self) -> None:
        if self._course is not None:
            self._course = None
            self.landed.emit()
