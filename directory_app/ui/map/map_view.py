"""The map as a widget that mouse, touch and keyboard can use."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from directory_app.geo.base_map import BaseMap
from directory_app.geo.projection import to_degrees
from directory_app.model.office import Summary
from directory_app.ui.map import flight as courses
from directory_app.ui.map.camera import MAX_ZOOM, whole_tiles
from directory_app.ui.map.canvas import MapCanvas
from directory_app.ui.map.flight import GLIDE_MS
from directory_app.ui.map.hand import Hand
from directory_app.ui.map.marks import Mark, Spot, mark_at
from directory_app.ui.map.office_menu import OfficeMenu

_STEP = 0.5
_NOTCH = 120
_PIXELS_A_ZOOM = 160.0
_KEY_PAN = 80.0
_PANS = {
    Qt.Key.Key_Left: (_KEY_PAN, 0.0),
    Qt.Key.Key_Right: (-_KEY_PAN, 0.0),
    Qt.Key.Key_Up: (0.0, _KEY_PAN),
    Qt.Key.Key_Down: (0.0, -_KEY_PAN),
}


class MapView(MapCanvas):
    """The offices on a map that can be pushed, zoomed and used by keyboard alone."""

    office_activated = Signal(object)
    """The id of an office that was clicked, or chosen with Enter."""

    place_clicked = Signal(float, float)
    """Latitude and longitude in degrees of a click beside all offices."""

    def __init__(self, base_map: BaseMap, parent: QWidget | None = None) -> None:
        """Takes the base map; nothing of it is read before the first paint."""
        super().__init__(base_map, parent)
        self._hand = Hand(QApplication.startDragDistance())
        self._leaves = False
        self.setAccessibleName("Map of the offices")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._describe()

    def show_offices(self, offices: Sequence[Summary]) -> None:
        """Shows these offices; until somebody moves the map, all of them are in view."""
        super().show_offices(offices)
        self._describe()

    def _zoom_smoothly(self, step: float, left: float, top: float) -> None:
        """Follows fingers: every little step counts, though zooms are rounded for the tiles."""
        is_near = self._goal is not None and abs(self._goal - self._camera.zoom) < 0.02
        start = self._goal if self._goal is not None and is_near else self._camera.zoom
        self._take_over()
        self._goal = self._camera.held_zoom(start + step)
        self._set_camera(self._camera.zoomed(whole_tiles(self._goal, self.devicePixelRatioF()), left, top))

    def _take_over(self) -> None:
        """Ends whatever moves, as somebody has taken the map into the hand."""
        self._halt()
        self._is_untouched = False

    def _pan(self, dx: float, dy: float) -> None:
        self._take_over()
        self._set_camera(self._camera.panned(dx, dy))

    def _open(self, mark: Mark) -> None:
        """Activates the office of a mark; of several, comes nearer or lets one choose."""
        if not mark.is_cluster:
            self.office_activated.emit(mark.spots[0].office.id)
            return
        padding = min(self._camera.width, self._camera.height) / 4.0
        points = [(spot.x, spot.y) for spot in mark.spots]
        nearer = self._settled(self._camera.fitted(points, padding, MAX_ZOOM))
        if mark.is_one_place or nearer.zoom <= self._camera.zoom + 0.05:
            self._open_menu(mark)
        else:
            self._fly_to(nearer)

    def _open_menu(self, mark: Mark) -> None:
        menu = OfficeMenu(mark, self._theme, self)
        menu.office_chosen.connect(self.office_activated)
        at_x, at_y = self._camera.nearest_on_screen(mark.x, mark.y)
        menu.open_at(QPoint(round(at_x), round(at_y + mark.radius)))

    def _focus_office(self, step: int, around: bool) -> bool:
        """Moves the keyboard's mark to the next office; False if there is none and not to go around."""
        spots = sorted(self._scene.lit(), key=lambda spot: (spot.office.region, spot.rank))
        ids = [spot.office.id for spot in spots]
        before_first = -1 if step > 0 else len(ids)
        place = (ids.index(self._focused) if self._focused in ids else before_first) + step
        if not ids or not (around or 0 <= place < len(ids)):
            self._focused = None
            self._describe()
            self.update()
            return False
        self._leaves = False
        spot = spots[place % len(ids)]
        self._focused = spot.office.id
        self._describe()
        self._reveal(spot)
        self.update()
        return True

    def _reveal(self, spot: Spot) -> None:
        """Brings an office into view if it is outside, at the same zoom."""
        left, top = self._camera.nearest_on_screen(spot.x, spot.y)
        inside = 30.0 < left < self._camera.width - 30.0 and 30.0 < top < self._camera.height - 30.0
        if not inside:
            self._fly_to(self._settled(self._camera.moved_to(spot.x, spot.y)))

    def _describe(self) -> None:
        """Says in one sentence what a screen reader should read out."""
        spot = self._scene.spot(self._focused)
        if spot is not None:
            text = ", ".join(part for part in (spot.office.name, spot.office.city) if part)
        else:
            text = f"{len(self._scene.spots)} offices. Tab goes from one to the next, Enter opens one, Home shows all."
        self.setAccessibleDescription(text)

    def _hover(self, mark: Mark | None) -> None:
        if mark != self._hovered:
            self._hovered = mark
            self.setCursor(Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor)
            self.update()

    def _pinch(self, factor: float, centre: QPointF) -> None:
        if factor > 0.0 and math.isfinite(factor):
            self._zoom_smoothly(math.log2(factor), centre.x(), centre.y())

    def event(self, event: QEvent) -> bool:
        """Takes pinches, of touch screens and of touchpads."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._pinch(1.0 + event.value(), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                centre = QPointF(self.mapFromGlobal(pinch.hotSpot().toPoint()))
                self._pinch(pinch.scaleFactor(), centre)
                return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Lets Tab go through the offices first, and on to the next widget after the last or after Esc."""
        if self.hasFocus() and not self._leaves and self._focus_office(1 if next else -1, around=False):
            return True
        return super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forgets which office the keyboard was at."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._focused = None
            self._leaves = False
            self._describe()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pans, zooms, goes from office to office and opens one."""
        key = Qt.Key(event.key())
        focused = self._scene.mark_of(self._focused, self._camera)
        if key in _PANS:
            self._pan(*_PANS[key])
            self._scene.relabel()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_Home:
            self.fit_all()
        elif key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight):
            self._focus_office(1 if key == Qt.Key.Key_BracketRight else -1, around=True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and focused is not None:
            self.office_activated.emit(self._focused)
        elif key == Qt.Key.Key_Escape and focused is not None:
            self._focused, self._leaves = None, True
            self._describe()
            self.update()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Takes the tip away with the pointer."""
        super().leaveEvent(event)
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of the map."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._halt()
            self._hand.press(event.position().x(), event.position().y(), event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pushes the map, or shows what is under the pointer."""
        left, top = event.position().x(), event.position().y()
        push = self._hand.move(left, top, event.timestamp())
        if push is not None:
            self._hover(None)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pan(*push)
        elif not event.buttons():
            self._hover(mark_at(self.marks(), self._camera, left, top))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets the map go, or clicks."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        left, top = event.position().x(), event.position().y()
        slide = self._hand.release(event.timestamp())
        mark = mark_at(self.marks(), self._camera, left, top)
        if slide is not None:
            self.setCursor(Qt.CursorShape.ArrowCursor)
            duration = self._milliseconds(GLIDE_MS) if slide != (0.0, 0.0) else 0
            course = courses.glided(self._camera, *(slide if duration else (0.0, 0.0)))
            self._flight.start(course, duration, QEasingCurve.Type.OutCubic)
        elif mark is not None:
            self._open(mark)
        else:
            self.place_clicked.emit(*to_degrees(*self._camera.to_world(left, top)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zooms in at the pointer."""
        left, top = event.position().x(), event.position().y()
        if event.button() == Qt.MouseButton.LeftButton and mark_at(self.marks(), self._camera, left, top) is None:
            self._zoom_by(1.0, left, top)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms to the pointer: in steps with a wheel, smoothly with a touchpad."""
        left, top = event.position().x(), event.position().y()
        pixels, angle = event.pixelDelta().y(), event.angleDelta().y()
        if pixels or angle % _NOTCH:
            self._zoom_smoothly(pixels / _PIXELS_A_ZOOM if pixels else angle / _NOTCH * _STEP, left, top)
        elif angle:
            self._zoom_by(angle / _NOTCH * _STEP, left, top)
        event.accept()
