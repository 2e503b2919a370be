"""How fast the map moves with few and with many offices, against filling and showing the same window once."""

import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QEventLoop, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from directory_app.bundled import bundled
from directory_app.geo.base_map import BaseMap
from directory_app.geo.projection import to_world
from directory_app.jobs.collecting import settle, young_only
from directory_app.model.office import Summary
from directory_app.ui.map.map_view import MapView
from directory_app.ui.map.marks.clusters import Clusters
from directory_app.ui.map.marks.gathered import Gathered
from tests.benchmarks.many_offices import many_offices

SIZE = QSize(1600, 1000)
COUNTS = (25, 2_500, 100_000)
FRAME_MS, SHARP_MS, CLUSTERS_MS, FILTER_MS = 16.0, 150.0, 300.0, 50.0

_PLACES = ((50.0, 8.0, 4.0), (35.0, 105.0, 5.0), (40.0, -95.0, 4.0), (51.5, 0.0, 8.0))
"""Latitude, longitude and zoom of where the map is pushed: where most offices are, and in a large town."""

_RIGHT, _DOWN, _LEFT, _UP = Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up
_ROUND = (_RIGHT,) * 8 + (_DOWN,) * 5 + (_LEFT,) * 8 + (_UP,) * 5
_ZOOMS = 4
_LONGEST_S = 30.0
_LOOK_S = 0.3
"""For so long, at least, somebody looks at a place before moving on."""


class _Bare(QWidget):
    """A window that does nothing but fill itself and show one picture of its own size."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage(SIZE, QImage.Format.Format_RGB32)
        self._picture.fill(Qt.GlobalColor.lightGray)
        self.resize(SIZE)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.darkGray)
        painter.drawImage(0, 0, self._picture)
        painter.end()


def main(counts: Sequence[int] = COUNTS) -> bool:
    """Prints times and ratios; returns whether the goals are reached."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    bare = _Bare()
    application.processEvents()
    limit = statistics.median(_ms(bare.repaint) for _ in range(50))
    bare.close()
    print(f"map: {limit:.1f} ms to fill and show {SIZE.width()} by {SIZE.height()} pixels once, the machine's limit")
    reached = [_measured(count, limit) for count in counts]
    application.processEvents()
    return all(reached)


def _measured(count: int, limit: float) -> bool:
    offices = many_offices(count)
    print(f"{count:,} offices")
    reached = [_clustering(offices)]
    view = MapView(BaseMap(bundled("resources", "base_map", "base_map.bin")))
    view.set_motion(False)
    view.resize(SIZE)
    view.show()
    view.show_offices(offices)
    _settle(view)
    settle()  # as the program does once many offices are on the map
    reached.append(_filtering(view, offices))
    pushes: list[float] = []
    first_frames: list[float] = []
    sharp: list[float] = []
    for place in _PLACES:
        _go(view, *place)
        pushes += [_framed(_push, view, key) for key in _ROUND]
        _go(view, *place)
        for _ in range(_ZOOMS):
            start = time.perf_counter()
            first_frames.append(_ms(_zoom_in, view))
            _wait(view)
            sharp.append((time.perf_counter() - start) * 1000.0)
    reached.append(_told("pan by one step and repaint", pushes, FRAME_MS, limit))
    reached.append(_told("zoom by one level, first frame", first_frames, FRAME_MS, limit))
    reached.append(_told("zoom by one level, until sharp", sharp, SHARP_MS, limit))
    view.close()
    view.deleteLater()
    QApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)
    return all(reached)


def _clustering(offices: Sequence[Summary]) -> bool:
    gathered = Gathered(offices)
    points = [complex(spot.x, spot.y) for spot in gathered.spots]
    print(f"  {_ms(Gathered, offices):8.1f} ms to place and sort the offices and to cluster them")
    with young_only():  # as the program does
        return _told("clustering for all zooms", [_ms(Clusters, points) for _ in range(5)], CLUSTERS_MS)


def _filtering(view: MapView, offices: Sequence[Summary]) -> bool:
    some = frozenset(office.id for office in offices[::40])
    most = frozenset(office.id for office in offices[len(offices) // 10 :])
    times = [_ms(_show_only, view, ids) for ids in (some, most, None) * 4]
    view.show_only(None)
    return _told("another filter", times, FILTER_MS)


def _told(what: str, times: Sequence[float], goal: float, limit: float | None = None) -> bool:
    """Prints how long something took; of a few times, the worst must reach the goal, of many all but one in 100."""
    middle, worst = statistics.median(times), sorted(times)[-max(len(times) // 100, 1)]
    ratio = f", {middle / limit:.1f} times the limit" if limit is not None else ""
    is_reached = worst < goal
    print(
        f"  {middle:8.1f} ms {what}, 99th percentile {worst:.1f} ms{ratio};"
        f" goal {goal:.0f} ms: {'reached' if is_reached else 'missed'}"
    )
    return is_reached


def _go(view: MapView, latitude: float, longitude: float, zoom: float) -> None:
    """Brings a place into the middle by the way that people take: wheel and keys are measured later."""
    view.fit_all()
    x, y = to_world(latitude, longitude)
    at_x, at_y = view.camera.nearest_on_screen(x, y)
    view._zoom_by(zoom - view.camera.zoom, at_x, at_y)
    at_x, at_y = view.camera.nearest_on_screen(x, y)
    view._pan(round(view.width() / 2.0 - at_x), round(view.height() / 2.0 - at_y))
    _settle(view)
    time.sleep(_LOOK_S)
    QApplication.processEvents()


def _push(view: MapView, key: Qt.Key) -> None:
    """Pushes the map, takes the tiles that have come since the last push, and paints."""
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
    QApplication.processEvents()


def _zoom_in(view: MapView) -> None:
    view.zoom_in()
    view.repaint()


def _framed(function: Callable[..., object], *values: object) -> float:
    """Returns how many milliseconds something took, and lets the rest of a screen's frame pass, as a person does."""
    took = _ms(function, *values)
    time.sleep(max(FRAME_MS - took, 0.0) / 1000.0)
    return took


def _show_only(view: MapView, ids: frozenset[object] | None) -> None:
    view.show_only(ids)  # type: ignore[arg-type]
    view.marks()


def _settle(view: MapView) -> None:
    """Lets the map, painted first, come to rest."""
    view.repaint()
    _wait(view)


def _wait(view: MapView) -> None:
    """Lets the map, painted before, come to rest, with all that is still to be painted."""
    end = time.monotonic() + _LONGEST_S
    while not view.is_settled and time.monotonic() < end:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    QApplication.processEvents()


def _ms(function: Callable[..., object], *values: object) -> float:
    start = time.perf_counter()
    function(*values)
    return (time.perf_counter() - start) * 1000.0


if __name__ == "__main__":
    sys.exit(0 if main([int(count) for count in sys.argv[1:]] or COUNTS) else 1)
