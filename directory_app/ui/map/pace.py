"""What waits for what while somebody moves the map: tiles for the window, labels for tiles."""

from PySide6.QtCore import QObject, QTimer, Signal

from directory_app.ui.map.tiles.ground import Ground

_REST_MS = 50
"""Who has not moved the map for so long looks at it."""

_PATIENCE_MS = 100
"""New labels wait so long for tiles that are still to come, since placing them would keep those waiting in turn."""

_SOON_MS = 48
"""Tiles that come within so long of each other are painted together."""


class Pace(QObject):
    """Says when the map is to be painted, and has no tiles drawn while it is.

    Python runs one thread at a time: two that draw hinder each other, and the window comes first.
    """

    due = Signal()

    def __init__(self, ground: Ground, parent: QObject) -> None:
        """Takes the ground, of whose tiles it is told."""
        super().__init__(parent)
        self._ground = ground
        self._rest, self._patience, self._soon, self._painted = (QTimer(self) for _ in range(4))
        for timer, milliseconds, slot in (
            (self._rest, _REST_MS, self._on_rest),
            (self._patience, _PATIENCE_MS, self.due),
            (self._soon, _SOON_MS, self.due),
            (self._painted, 0, ground.go_on),
        ):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
            timer.timeout.connect(slot)
        ground.tile_arrived.connect(self._on_tile_arrived)

    @property
    def is_at_rest(self) -> bool:
        """Whether nobody has moved the map just now, and no tiles for where it was moved to are about to come."""
        return not (self._rest.isActive() or self._patience.isActive())

    def moved(self) -> None:
        """Is told whenever the map shows another part of the world, which is painted next."""
        self._ground.hold()
        self._rest.start()
        self._patience.stop()

    def painting(self) -> None:
        """Is told before the map is painted."""
        self._ground.hold()

    def painted(self) -> None:
        """Is told after the map has been painted; whatever lies over it still is to be."""
        self._painted.start()

    def _on_tile_arrived(self) -> None:
        """Shows tiles that come one after the other together, as each paint keeps the next ones waiting."""
        if not self._ground.is_waiting:
            self._soon.stop()
            self._patience.stop()
            self.due.emit()
        elif not self._soon.isActive():
            self._soon.start()

    def _on_rest(self) -> None:
        self._ground.go_on()
        if self._ground.is_waiting:
            self._patience.start()
        else:
            self.due.emit()
