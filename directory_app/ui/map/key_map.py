"""The map as the keyboard uses it: from office to office, in every direction, nearer and farther."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEasingCurve, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from directory_app.geo.base_map import BaseMap
from directory_app.geo.clock import local_now
from directory_app.ui.map import flight as courses
from directory_app.ui.map.corners.overlay import office_lines, tip_lines
from directory_app.ui.map.flight import STEP_MS
from directory_app.ui.map.hands.announcing import announce
from directory_app.ui.map.hands.walk import mark_towards, next_mark
from directory_app.ui.map.mark_map import MarkMap
from directory_app.ui.map.marks.gathered import Gathered
from directory_app.ui.map.marks.mark import Mark, Spot
from directory_app.ui.words import count_of

_KEY_PAN = 80.0
_FAR = 3.0
"""How many times farther Shift goes."""
_PAGE = 0.75
"""The part of the map's height that is another one after the page keys."""
_WAYS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
_PAGES = {Qt.Key.Key_PageUp: -1.0, Qt.Key.Key_PageDown: 1.0}
_ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_BRACKETS = {Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BracketRight: 1}
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_FEW_OFFICES = 100
"""Up to so many, Tab goes to each of them wherever it is; of more, to the marks in view."""


class KeyMap(MarkMap):
    """Goes where keys say and tells a screen reader what is there."""

    NOUN = "office"
    """What a mark stands for, in what a screen reader says."""

    def __init__(
        self, base_map: BaseMap, parent: QWidget | None = None, *, clock: Callable[[], datetime] = local_now
    ) -> None:
        """Takes the base map, of which nothing is read before the first paint, and what says the time here."""
        super().__init__(base_map, parent, clock=clock)
        self._leaves = False
        self._is_at_mark = False
        """Whether the keyboard is at all offices of a mark, rather than at one of them."""
        self._mover.changed.connect(self._on_pin_moved)
        self.setAccessibleName("Map of the offices")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._describe()

    def _on_gathered(self, gathered: Gathered) -> None:
        super()._on_gathered(gathered)
        self._describe()

    def _on_pin_moved(self) -> None:
        self._describe()
        if self.is_moving and self.hasFocus() and not self._mover.is_held:
            announce(self, self.accessibleDescription())

    def _focused_spot(self) -> Spot | None:
        """Returns the one office at which the keyboard is, or None if it is at none or at several."""
        mark = self._focused_mark() if self._is_at_mark else None
        return None if mark is not None and mark.is_cluster else super()._focused_spot()

    def _focused_mark(self) -> Mark | None:
        """Returns what the keyboard is at: an office by itself, or all that share a mark."""
        spot = self._scene.spot(self._focused)
        if spot is None:
            return None
        return self._scene.mark_of(self._focused, self._camera) if self._is_at_mark else Mark(spot, spot.x, spot.y)

    def _focus_next(self, step: int, around: bool) -> bool:
        """Moves the keyboard's mark to the next office, or to the next mark in view if there are many offices.

        False if there is none and not to go around.
        """
        if self._scene.lit_count <= _FEW_OFFICES:
            return self._focus(self._scene.next_spot(self._focused, step, around=around))
        start = self._scene.spot(self._focused)
        mark = next_mark(self.marks(), self._camera, start, step, around=around)
        return self._focus(mark.first if mark is not None else None, at_mark=True)

    def _focus(self, spot: Spot | None, *, at_mark: bool = False) -> bool:
        """Puts the keyboard to an office, or takes it away from all, and says so; False if there is no office."""
        self._focused = spot.office.id if spot is not None else None
        self._is_at_mark = at_mark
        self._describe()
        self.update()
        if spot is None:
            return False
        self._leaves = False
        if not at_mark:
            self._reveal(spot.x, spot.y)
        announce(self, self.accessibleDescription())
        return True

    def _go(self, way: tuple[float, float]) -> None:
        """Goes to the next office in a direction if the keyboard is at one, or else that way by a step."""
        start = self._scene.spot(self._focused)
        mark = mark_towards(self.marks(), self._camera, start, way) if start is not None else None
        if mark is not None:
            self._focus(mark.first, at_mark=True)
        else:
            self._take_over()
            self._set_camera(self._camera.panned(-way[0] * _KEY_PAN, -way[1] * _KEY_PAN))
            self._scene.relabel()

    def _push(self, dx: float, dy: float) -> None:
        """Goes far at once; steps that follow quickly add up."""
        self._flight.finish()
        self._take_over()
        self._flight.start(
            courses.glided(self._camera, -dx, -dy), self._milliseconds(STEP_MS), QEasingCurve.Type.OutQuad
        )

    def _describe(self) -> None:
        """Says in one sentence what a screen reader should read out."""
        mark, pin = self._focused_mark(), self._mover.pin
        if pin is not None:
            latitude, longitude = pin.place
            text = (
                f"The pin is at {latitude:.5f}, {longitude:.5f}. Arrow keys move it. Enter takes it, Escape leaves it."
            )
        elif mark is not None and mark.is_cluster:
            names = ", ".join(tip_lines(mark, self._clock()))
            text = f"{count_of(mark.count, self.NOUN)}: {names}. Enter opens them."
        elif mark is not None:
            text = ", ".join(office_lines(mark.first.office, self._clock()))
        else:
            many = count_of(len(self._scene.spots), self.NOUN)
            text = f"{many}. Tab goes from one to the next, arrows from there to those around it, Enter opens one."
        self.setAccessibleDescription(text)

    def _press_office_key(self, key: Qt.Key) -> bool:
        """Does what a key means to the office at the keyboard, if there is one; False if it means nothing to it."""
        mark = self._focused_mark()
        if key in _BRACKETS and not self.is_moving:
            self._focus_next(_BRACKETS[key], around=True)
        elif mark is None:
            return False
        elif key in _OPENS:
            self._open(mark)
        elif key == Qt.Key.Key_Escape:
            self._focus(None)
            self._leaves = True
        else:
            return False
        return True

    def focusNextPrevChild(self, next: bool) -> bool:
        """Lets Tab go through the offices first, and on to the next widget after the last or after Esc."""
        stays = self.hasFocus() and not self._leaves and not self.is_moving
        if stays and self._focus_next(1 if next else -1, around=False):
            return True
        return super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forgets which office the keyboard was at."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._focus(None)
            self._leaves = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pans, zooms, goes from office to office and opens one; arrows, Enter and Esc are a moving pin's."""
        key = Qt.Key(event.key())
        is_far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._mover.wants(event):
            self._mover.press_key(self._camera, event)
            self._reveal_pin()
        elif key in _WAYS and is_far:
            self._push(_WAYS[key][0] * _FAR * _KEY_PAN, _WAYS[key][1] * _FAR * _KEY_PAN)
        elif key in _WAYS:
            self._go(_WAYS[key])
        elif key in _PAGES:
            self._push(0.0, _PAGES[key] * _PAGE * self._camera.height)
        elif key in _ZOOMS:
            (self.zoom_in if _ZOOMS[key] > 0 else self.zoom_out)()
        elif key == Qt.Key.Key_Home:
            self.fit_all()
        elif not self._press_office_key(key):
            super().keyPressEvent(event)
