"""Has tiles drawn in worker threads and hands them over in the thread of the window."""

import logging
from collections.abc import Callable, Sequence
from threading import Lock

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from directory_app.geo.tiles.pictures import TilesError
from directory_app.ui.map.tiles.gate import Gate
from directory_app.ui.map.tiles.tile import Tile, TileSource

_log = logging.getLogger(__name__)


class _Outbox(QObject):
    """Emits what workers made; a signal needs a QObject, and this one is its loader's, which waits for every worker."""

    drawn = Signal(object, QImage)
    failed = Signal(object, str)


class _Workers:
    """The tiles still wanted and the threads that draw them; knows no widget, so that it may outlive one."""

    def __init__(self, source: TileSource, owner: QObject, outbox: _Outbox, gate: Gate, most: int) -> None:
        """Takes whose the threads are: without an owner, Python might destroy their pool in any other thread."""
        self._source = source
        self._outbox = outbox
        self._gate = gate
        self._most = most
        self._pool = QThreadPool(owner)
        self._pool.setMaxThreadCount(most)
        self._lock = Lock()
        self._wanted: list[Tile] = []
        self._busy: set[Tile] = set()
        """Being drawn, or drawn and on the way to the window's thread: nobody has to draw them again."""
        self._running = 0
        self._stopped = False

    def want(self, tiles: Sequence[Tile]) -> None:
        """Replaces what is wanted; the first are drawn first, and what nobody wants any more is not drawn."""
        with self._lock:
            if self._stopped:
                return
            self._wanted = [tile for tile in reversed(tiles) if tile not in self._busy]
            missing = min(self._most - self._running, len(self._wanted))
            self._running += missing
        for _ in range(missing):
            self._pool.start(self._work)

    def take(self, tile: Tile) -> None:
        """Forgets a tile that has arrived, drawn or not."""
        with self._lock:
            self._busy.discard(tile)

    def retire(self) -> None:
        """Draws no more and closes the source, without waiting for either."""
        if self._ends():
            self._pool.setMaxThreadCount(self._most + 1)  # those that wait for a picture must not keep it from closing
            self._pool.start(self._close)

    def stop(self) -> None:
        """Closes the source, draws no more, and waits until no thread runs."""
        if self._ends():
            self._close()
        if isValid(self._pool):  # At the very end Qt may have taken its objects away already, after waiting itself.
            self._pool.waitForDone()

    @property
    def is_running(self) -> bool:
        """Whether a thread still draws or closes."""
        return isValid(self._pool) and not self._pool.waitForDone(0)

    def _ends(self) -> bool:
        """Sees to it that nothing more is drawn; True the first time."""
        with self._lock:
            was_stopped, self._stopped = self._stopped, True
            self._wanted = []
        self._gate.open()
        return not was_stopped

    def _close(self) -> None:
        try:
            self._source.close()
        except Exception:
            _log.exception("A source of tiles could not be closed")

    def _work(self) -> None:
        while (tile := self._next()) is not None:
            try:
                layer = tile.layer
                image = self._source.tile(layer.z, tile.x, tile.y, layer.scale, layer.theme)
            except Exception as error:
                self._report(tile, error)
                continue
            if not self._stopped:
                self._outbox.drawn.emit(tile, image)

    def _report(self, tile: Tile, error: Exception) -> None:
        if self._stopped:
            return
        name = f"{tile.layer.z}/{tile.x}/{tile.y}"
        if isinstance(error, TilesError):
            _log.info("Tile %s could not be had: %s", name, error)
        else:
            _log.error("Tile %s could not be drawn", name, exc_info=error)
        self._outbox.failed.emit(tile, str(error) if isinstance(error, TilesError) else "")

    def _next(self) -> Tile | None:
        self._gate.wait()
        with self._lock:
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

    tile_failed = Signal(object, str)
    """A Tile that could not be had, and a sentence about it, empty if that is the program's own fault."""

    def __init__(self, source: TileSource, parent: QObject, gate: Gate, threads: int = 1) -> None:
        """Takes where tiles come from, a gate at which each waits to be begun, and how many are drawn at once.

        Threads end before the parent is gone, for which the gate is opened, for others that wait there, too.
        Those that draw share one interpreter, so that two are no faster than one; those that wait for pictures are.
        """
        super().__init__(parent)
        outbox = _Outbox(self)
        self._workers = _Workers(source, self, outbox, gate, threads)
        outbox.drawn.connect(self._on_drawn)
        outbox.failed.connect(self._on_failed)
        self.want: Callable[[Sequence[Tile]], None] = self._workers.want
        self.retire: Callable[[], None] = self._workers.retire
        self.stop: Callable[[], None] = self._workers.stop
        self.destroyed.connect(self._workers.stop)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._on_about_to_quit)

    @property
    def is_running(self) -> bool:
        """Whether a thread still draws, or closes the source."""
        return self._workers.is_running

    def _on_drawn(self, tile: Tile, image: QImage) -> None:
        self._workers.take(tile)
        self.tile_loaded.emit(tile, image)

    def _on_failed(self, tile: Tile, sentence: str) -> None:
        self._workers.take(tile)
        self.tile_failed.emit(tile, sentence)

    def _on_about_to_quit(self) -> None:
        self._workers.stop()
