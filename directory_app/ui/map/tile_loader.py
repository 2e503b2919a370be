"""Has tiles drawn in worker threads and hands them over in the thread of the window."""

import logging
from collections.abc import Callable, Sequence
from threading import Lock

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from directory_app.ui.map.tiles import Tile, TileSource

_log = logging.getLogger(__name__)

_WORKERS = 2


class _Outbox(QObject):
    """Emits what workers made; a signal needs a QObject, and this one outlives every worker."""

    drawn = Signal(object, QImage)


class _Workers:
    """The tiles still wanted and the threads that draw them; knows no widget, so that it may outlive one."""

    def __init__(self, source: TileSource, outbox: _Outbox) -> None:
        self._source = source
        self._outbox = outbox
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(_WORKERS)
        self._lock = Lock()
        self._wanted: list[Tile] = []
        self._busy: set[Tile] = set()
        self._running = 0
        self._stopped = False

    def want(self, tiles: Sequence[Tile]) -> None:
        """Replaces what is wanted; the first are drawn first, and what nobody wants any more is not drawn."""
        with self._lock:
            if self._stopped:
                return
            self._wanted = [tile for tile in reversed(tiles) if tile not in self._busy]
            missing = min(_WORKERS, len(self._wanted) + len(self._busy)) - self._running
            self._running += max(missing, 0)
        for _ in range(missing):
            self._pool.start(self._work)

    def stop(self) -> None:
        """Lets the tiles being drawn end, draws no more, and waits until no thread runs."""
        with self._lock:
            self._stopped = True
            self._wanted = []
        if isValid(self._pool):  # At the very end Qt may have taken its objects away already, after waiting itself.
            self._pool.waitForDone()

    def _work(self) -> None:
        tile: Tile | None = None
        while (tile := self._next(done=tile)) is not None:
            try:
                layer = tile.layer
                image = self._source.tile(layer.z, tile.x, tile.y, layer.scale, layer.theme)
            except Exception:
                _log.exception("Tile %d/%d/%d could not be drawn", tile.layer.z, tile.x, tile.y)
                continue
            if not self._stopped:
                self._outbox.drawn.emit(tile, image)

    def _next(self, done: Tile | None) -> Tile | None:
        with self._lock:
            if done is not None:
                self._busy.discard(done)
            if not self._wanted:
                self._running -= 1
                return None
            tile = self._wanted.pop()
            self._busy.add(tile)
            return tile


class TileLoader(QObject):
    """Draws wanted tiles in the background."""

    tile_loaded = Signal(object, QImage)
    """A Tile and its image, always in the thread of the loader."""

    def __init__(self, source: TileSource, parent: QObject) -> None:
        """Takes where tiles come from; threads end before the parent is gone."""
        super().__init__(parent)
        outbox = _Outbox()
        self._workers = _Workers(source, outbox)
        outbox.drawn.connect(self._on_drawn)
        self.want: Callable[[Sequence[Tile]], None] = self._workers.want
        self.stop: Callable[[], None] = self._workers.stop
        self.destroyed.connect(self._workers.stop)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._workers.stop)

    def _on_drawn(self, tile: Tile, image: QImage) -> None:
        self.tile_loaded.emit(tile, image)
