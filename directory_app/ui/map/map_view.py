"""The map as a widget that mouse, touch and keyboard can use."""

import math
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from directory_app.geo.base_map import BaseMap
from directory_app.geo.clock import local_now
from directory_app.geo.projection import to_degrees
from directory_app.model.office import Summary
from directory_app.ui.map import flight as courses
from directory_app.ui.map.camera import MAX_ZOOM, whole_tiles
from directory_app.ui.map.flight import GLIDE_MS
from directory_app.ui.map.hand import Hand
from directory_app.ui.map.marks import Mark, mark_at
from directory_app.ui.map.office_menu import OfficeMenu
from directory_app.ui.map.overlay import office_lines
from directory_app.ui.map.pin import rounded_degrees
from directory_app.ui.map.pin_map import PinMap
from directory_app.ui.map.place_menu import PlaceMenu
from directory_app.ui.words import count_of

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


class MapView(PinMap):
    """The offices on a map that can be pushed, zoomed and used by keyboard alone."""

    NOUN = "office"
    """What a mark stands for, in what a screen reader says."""

    office_activated = Signal(object)
    """The id of an office that was clicked, or chosen with Enter."""

    place_clicked = Signal(float, float)
    """Latitude and longitude in degrees of a click beside all offices."""

    nearest_asked = Signal(float, float)
    """Latitude and longitude in degrees of a place whose nearest offices somebody wants to see."""

    def __init__(
        self, base_map: BaseMap, parent: QWidget | None = None, *, clock: Callable[[], datetime] = local_now
    ) -> None:
        """Takes the base map, of which nothing is read before the first paint, and what says the time here."""
        super().__init__(base_map, parent, clock=clock)
        self._hand = Hand(QApplication.startDragDistance())
        self._leaves = False
        self._mover.changed.connect(self._describe)
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
        self._reveal(spot.x, spot.y)
        self.update()
        return True

    def _describe(self) -> None:
        """Says in one sentence what a screen reader should read out."""
        spot, pin = self._scene.spot(self._focused), self._mover.pin
        if pin is not None:
            latitude, longitude = pin.place
            text = (
                f"The pin is at {latitude:.5f}, {longitude:.5f}. Arrow keys move it. Enter takes it, Escape leaves it."
            )
        elif spot is not None:
            text = ", ".join(office_lines(spot.office, self._clock()))
        else:
            many = count_of(len(self._scene.spots), self.NOUN)
            text = f"{many}. Tab goes from one to the next, Enter opens one, Home shows all."
        self.setAccessibleDescription(text)

    def _click(self, left: float, top: float) -> None:
        mark = mark_at(self.marks(), self._camera, left, top)
        if mark is not None:
            self._open(mark)
        else:
            self.place_clicked.emit(*to_degrees(*self._camera.to_world(left, top)))

    def _open_place_menu(self, at: QPoint) -> None:
        office = self._scene.office(self._scene.selected)
        place = rounded_degrees(*self._camera.to_world(at.x(), at.y()))
        menu = PlaceMenu(place, office, self)
        menu.nearest_asked.connect(self.nearest_asked)
        menu.pin_placed.connect(self.pin_placed)
        menu.open_at(at)

    def _pinch(self, factor: float, centre: QPointF) -> None:
        if factor > 0.0 and math.isfinite(factor):
            self._zoom_smoothly(math.log2(factor), centre.x(), centre.y())

    def event(self, event: QEvent) -> bool:
        """Takes pinches, of touch screens and of touchpads, and the pin's keys before any shortcut does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._mover.wants(event):
            event.accept()
            return True
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
        if (
            self.hasFocus()
            and not self._leaves
            and not self.is_moving
            and self._focus_office(1 if next else -1, around=False)
        ):
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
        """Pans, zooms, goes from office to office and opens one; arrows, Enter and Esc are a moving pin's."""
        key = Qt.Key(event.key())
        focused = self._scene.mark_of(self._focused, self._camera)
        if self._mover.wants(event):
            self._mover.press_key(self._camera, event)
            self._reveal_pin()
        elif key in _PANS:
            self._pan(*_PANS[key])
            self._scene.relabel()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_Home:
            self.fit_all()
        elif key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight) and not self.is_moving:
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers what can be done with a place beside all offices; from the keyboard, the one in the middle."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.rect().center() if by_key else event.pos()
        is_on_mark = mark_at(self.marks(), self._camera, at.x(), at.y()) is not None
        is_busy = self.is_moving or self._hand.is_holding
        if not is_busy and (by_key or not is_on_mark):
            self._open_place_menu(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of the pin that is to be moved, or of the map."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._halt()
            left, top = event.position().x(), event.position().y()
            if self._mover.press(self._camera, left, top):
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
            else:
                self._hand.press(left, top, event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves the pin, pushes the map, or shows what is under the pointer."""
        left, top = event.position().x(), event.position().y()
        push = self._hand.move(left, top, event.timestamp())
        if push is not None:
            self._hover(None)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pan(*push)
        elif not self._mover.drag(self._camera, left, top) and not event.buttons():
            self._point_at(left, top)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets the pin or the map go, or clicks."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        left, top = event.position().x(), event.position().y()
        was_holding = self._hand.is_holding
        slide = self._hand.release(event.timestamp())
        if self._mover.release():
            self._point_at(left, top)
            self.update()
        elif slide is not None:
            self.setCursor(Qt.CursorShape.ArrowCursor)
            duration = self._milliseconds(GLIDE_MS) if slide != (0.0, 0.0) else 0
            course = courses.glided(self._camera, *(slide if duration else (0.0, 0.0)))
            self._flight.start(course, duration, QEasingCurve.Type.OutCubic)
        elif was_holding and not self.is_moving:
            self._click(left, top)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zooms in at the pointer; the second press of two on the pin takes hold of it again."""
        left, top = event.position().x(), event.position().y()
        if event.button() != Qt.MouseButton.LeftButton or self._mover.press(self._camera, left, top):
            return
        if mark_at(self.marks(), self._camera, left, top) is None:
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
