"""The mode in which a pin is moved, with mouse or keyboard, until it is taken or left."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from directory_app.ui.map.camera import Camera
from directory_app.ui.map.pin.move_banner import MoveBanner
from directory_app.ui.map.pin.pin import Pin

_STEP = 1.0
_LONG_STEP = 10.0
_STEPS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PinMover(QObject):
    """Holds the pin that is being moved, if there is one, and the banner over the map."""

    changed = Signal()
    """The pin is elsewhere, or has come or gone."""

    placed = Signal(object, float, float)
    """The id of the office, and latitude and longitude in degrees of where its pin was put."""

    def __init__(self, parent: QWidget) -> None:
        """Takes the map, on which the banner appears."""
        super().__init__(parent)
        self._map = parent
        self.banner = MoveBanner(parent)
        self.banner.take.clicked.connect(self.take)
        self.banner.leave.clicked.connect(self.stop)
        self._grip: tuple[float, float] | None = None
        self.pin: Pin | None = None

    @property
    def is_held(self) -> bool:
        """Whether the mouse has hold of the pin."""
        return self._grip is not None

    def start(self, pin: Pin) -> None:
        """Begins to move a pin, in place of another that may be on its way."""
        self.pin, self._grip = pin, None
        self.banner.place(self._map.width())
        self.banner.show()
        self._show_pin()

    def stop(self) -> None:
        """Leaves everything as it was."""
        if self.pin is not None:
            self.pin, self._grip = None, None
            if self.banner.take.hasFocus() or self.banner.leave.hasFocus():
                self._map.setFocus()
            self.banner.hide()
            self.changed.emit()

    def take(self) -> None:
        """Puts the pin where it is now; one that nobody has put anywhere says nothing, and stays."""
        pin = self.pin
        if pin is not None and not pin.may_be_taken:
            return
        self.stop()
        if pin is not None:
            self.placed.emit(pin.office_id, *pin.place)

    def press(self, camera: Camera, left: float, top: float) -> bool:
        """Takes hold of the pin; False if it is not there."""
        if self.pin is None or not self.pin.is_at(camera, left, top):
            return False
        at_x, at_y = self.pin.on_screen(camera, left)
        self._grip = at_x - left, at_y - top
        return True

    def drag(self, camera: Camera, left: float, top: float) -> bool:
        """Moves the pin with the pointer; False if it is not held."""
        if self.pin is None or self._grip is None:
            return False
        self.pin = self.pin.moved_to(camera, left + self._grip[0], top + self._grip[1])
        self._show_pin()
        return True

    def release(self) -> bool:
        """Lets the pin go where it is; False if it was not held."""
        was_held, self._grip = self._grip is not None, None
        return was_held

    def wants(self, event: QKeyEvent) -> bool:
        """Tells whether a key means something to the pin."""
        return self.pin is not None and (event.key() in _STEPS or event.key() in (*_TAKES, Qt.Key.Key_Escape))

    def press_key(self, camera: Camera, event: QKeyEvent) -> None:
        """Moves, takes or leaves the pin, as a key that it wants says."""
        key = Qt.Key(event.key())
        if key in _TAKES:
            self.take()
        elif key == Qt.Key.Key_Escape:
            self.stop()
        elif self.pin is not None:
            step = _LONG_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            dx, dy = _STEPS[key]
            self.pin = self.pin.moved_by(camera, dx * step, dy * step)
            self._show_pin()

    def _show_pin(self) -> None:
        self.banner.take.setEnabled(self.pin is not None and self.pin.may_be_taken)
        self.changed.emit()
