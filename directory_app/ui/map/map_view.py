"""The map as a widget that mouse, touch and keyboard can use."""

import math
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEventPoint,
    QFocusEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from directory_app.geo.base_map import BaseMap
from directory_app.geo.clock import local_now
from directory_app.geo.projection import to_degrees
from directory_app.ui.map import flight as courses
from directory_app.ui.map.camera import Camera, whole_tiles
from directory_app.ui.map.corners.overlay import paint_corners, reserved_places
from directory_app.ui.map.corners.readout import Readout, point_at
from directory_app.ui.map.flight import GLIDE_MS
from directory_app.ui.map.hands.band import Band
from directory_app.ui.map.hands.fingers import Fingers
from directory_app.ui.map.hands.hand import Hand
from directory_app.ui.map.key_map import KeyMap
from directory_app.ui.map.painter import Emphasis

_STEP = 0.5
_NOTCH = 120
_PIXELS_A_ZOOM = 160.0

if TYPE_CHECKING:
    from directory_app.ui.map.picture.still import Still


class MapView(KeyMap):
    """The offices on a map that can be pushed, zoomed and used by keyboard alone."""

    place_clicked = Signal(float, float)
    """Latitude and longitude in degrees of a click beside all offices."""

    def __init__(
        self, base_map: BaseMap, parent: QWidget | None = None, *, clock: Callable[[], datetime] = local_now
    ) -> None:
        """Takes the base map, of which nothing is read before the first paint, and what says the time here."""
        super().__init__(base_map, parent, clock=clock)
        self._fingers = Fingers()
        self._hand = Hand(QApplication.startDragDistance())
        self._pointer: QPointF | None = None
        self._band = Band(self)
        self._readout = Readout(self)
        self._mover.changed.connect(self._tell_place)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.grabGesture(Qt.GestureType.PinchGesture)  # else no more is heard of fingers that are not taken at once

    def set_dark(self, dark: bool) -> None:
        """Changes between the light and the dark map."""
        super().set_dark(dark)
        self._band.set_theme(self._theme)
        self._readout.set_theme(self._theme)

    def still(self) -> "Still":
        """Returns the map as it is shown now, to be painted elsewhere."""
        from directory_app.ui.map.picture.sheet import in_pixels
        from directory_app.ui.map.picture.still import Still

        camera, theme, scene, thanks = self._camera, self._theme, self._scene, self._ground.attribution
        ratio, font = self.devicePixelRatioF(), in_pixels(self.font())
        emphasis = Emphasis(scene.selected, scene.mark_of(scene.selected, camera))
        labels = scene.labels(camera, self._stamps, reserved_places(camera, self.font(), thanks))

        def beneath(painter: QPainter) -> None:
            self._ground.draw(painter, camera, ratio, theme)
            self._figures.paint(painter, camera, theme)
            self._paint_ring(painter)

        def above(painter: QPainter) -> None:
            paint_corners(painter, camera, theme, font, thanks, miles=self._has_miles)

        marks, countries = scene.marks(camera), self._legend.in_view
        return Still(camera, theme, self.font(), labels, marks, emphasis, countries, beneath, above)

    def keep(self, budget: int) -> None:
        """Keeps no more than so many bytes of what was drawn."""
        self._ground.set_budget(budget)

    def _set_camera(self, camera: Camera) -> None:
        super()._set_camera(camera)
        self._tell_place()

    def _tell_place(self) -> None:
        """Says where the pin is while it is moved, or else what is under the pointer, if it is on the map."""
        pin, pointer = self._mover.pin, self._pointer
        if pin is not None:
            self._readout.tell(pin.place, self._camera)
        else:
            self._readout.tell(point_at(self._camera, pointer.x(), pointer.y()) if pointer else None, self._camera)

    def _zoom_smoothly(self, step: float, left: float, top: float) -> None:
        """Follows fingers: every little step counts, though zooms are rounded for the tiles."""
        is_near = self._goal is not None and abs(self._goal - self._camera.zoom) < 0.02
        start = self._goal if self._goal is not None and is_near else self._camera.zoom
        self._take_over()
        self._goal = self._camera.held_zoom(start + step)
        self._set_camera(self._camera.zoomed(whole_tiles(self._goal, self.devicePixelRatioF()), left, top))

    def _zoom_into(self, seen: QRect) -> None:
        """Comes so near that a part of the screen fills it."""
        nearer = min(self._camera.width / seen.width(), self._camera.height / seen.height())
        x, y = self._camera.to_world(seen.x() + seen.width() / 2.0, seen.y() + seen.height() / 2.0)
        self._fly_to(self._settled(self._camera.moved_to(x, y, self._camera.zoom + math.log2(nearer))))

    def _click(self, left: float, top: float) -> None:
        mark = self._mark_under(left, top)
        if mark is not None:
            self._open(mark)
        else:
            self.place_clicked.emit(*to_degrees(*self._camera.to_world(left, top)))

    def _pinch(self, factor: float, left: float, top: float) -> None:
        if factor > 0.0 and math.isfinite(factor):
            self._zoom_smoothly(math.log2(factor), left, top)

    def _touch(self, event: QTouchEvent) -> None:
        """Pushes and zooms the map as two fingers do; what the first of them had begun is not meant any more."""
        down = [point for point in event.points() if point.state() != QEventPoint.State.Released]
        pinch = self._fingers.move({point.id(): point.position().toTuple() for point in down})
        if self._mover.is_held:
            return
        if len(down) > 1:
            self._hand.drop()
            self._end_band()
        if pinch is not None:
            self._pan(*pinch.push)
            self._pinch(pinch.factor, *pinch.middle)

    def _end_band(self) -> QRect | None:
        """Takes the rectangle away; returns what was in it, or None if there was none or too little."""
        if not self._band.is_drawn:
            return None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        return self._band.end()

    def _pan(self, dx: float, dy: float) -> None:
        self._take_over()
        self._set_camera(self._camera.panned(dx, dy))

    def _slide(self, dx: float, dy: float) -> None:
        """Lets the map go; it comes to rest where it is, or after as many pixels."""
        self.setCursor(Qt.CursorShape.ArrowCursor)
        duration = self._milliseconds(GLIDE_MS) if (dx, dy) != (0.0, 0.0) else 0
        course = courses.glided(self._camera, *((dx, dy) if duration else (0.0, 0.0)))
        self._flight.start(course, duration, QEasingCurve.Type.OutCubic)

    def event(self, event: QEvent) -> bool:
        """Takes pinches, of touch screens and of touchpads, and the pin's keys before any shortcut does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._mover.wants(event):
            event.accept()
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._pinch(1.0 + event.value(), event.position().x(), event.position().y())
            return True
        if isinstance(event, QTouchEvent) and event.deviceType() == QInputDevice.DeviceType.TouchScreen:
            self._touch(event)  # touchpads that tell of fingers tell of pinches, too
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forgets which office the keyboard was at, and a rectangle that is not done."""
        super().focusOutEvent(event)
        self._end_band()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes a rectangle away that is being drawn, or else does what keys do."""
        if event.key() == Qt.Key.Key_Escape and self._band.is_drawn:
            self._end_band()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says at the new edge what is under the pointer."""
        super().resizeEvent(event)
        self._tell_place()

    def leaveEvent(self, event: QEvent) -> None:
        """Takes the tip away with the pointer, and what was said of its place."""
        super().leaveEvent(event)
        self._hover(None)
        self._pointer = None
        self._tell_place()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers what can be done with a place and the offices there; from the keyboard, those it is at.

        Where the keyboard is at no office, the place is the one in the middle.
        """
        if self.is_moving or self._hand.is_holding or self._band.is_drawn:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            mark = self._focused_mark()
            self._open_menu(self._below(mark) if mark is not None else self.rect().center(), mark)
        else:
            at = event.pos()
            self._open_menu(at, self._mark_under(at.x(), at.y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of the pin that is to be moved, or of the map; with Shift, begins a rectangle to zoom into."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._halt()
            left, top = event.position().x(), event.position().y()
            if self._mover.press(self._camera, left, top):
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
            elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._hover(None)
                self.setCursor(Qt.CursorShape.CrossCursor)
                self._band.begin(event.position().toPoint())
            else:
                self._hand.press(left, top, event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves the pin, draws the rectangle, pushes the map, or shows what is under the pointer."""
        left, top = event.position().x(), event.position().y()
        self._pointer = event.position()
        push = self._hand.move(left, top, event.timestamp())
        if self._band.is_drawn:
            self._band.draw_to(event.position().toPoint())
        elif push is not None:
            self._hover(None)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pan(*push)
        elif not self._mover.drag(self._camera, left, top) and not event.buttons():
            self._point_at(left, top)
        self._tell_place()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets the pin or the map go, zooms into the rectangle, or clicks."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        left, top = event.position().x(), event.position().y()
        was_holding = self._hand.is_holding
        slide = self._hand.release(event.timestamp())
        seen = self._end_band()
        if seen is not None:
            self._zoom_into(seen)
        elif self._mover.release():
            self._point_at(left, top)
            self.update()
        elif slide is not None:
            self._slide(*slide)
        elif was_holding and not self.is_moving:
            self._click(left, top)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zooms in at the pointer, out with Shift; the second press of two on the pin takes hold of it again."""
        left, top = event.position().x(), event.position().y()
        if event.button() != Qt.MouseButton.LeftButton or self._mover.press(self._camera, left, top):
            return
        if self._mark_under(left, top) is None:
            is_out = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._zoom_by(-1.0 if is_out else 1.0, left, top)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms to the pointer: in steps with a wheel, smoothly with a touchpad."""
        left, top = event.position().x(), event.position().y()
        pixels, angle = event.pixelDelta().y(), event.angleDelta().y()
        if pixels or angle % _NOTCH:
            self._zoom_smoothly(pixels / _PIXELS_A_ZOOM if pixels else angle / _NOTCH * _STEP, left, top)
        elif angle:
            self._zoom_by(angle / _NOTCH * _STEP, left, top)
        event.accept()
