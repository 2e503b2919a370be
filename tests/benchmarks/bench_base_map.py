"""How long after the first paint of a map its base map is complete, how long tiles take, and the memory it takes."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication

from directory_app.bundled import bundled
from directory_app.geo.base_map import BaseMap
from directory_app.geo.projection import to_world
from directory_app.model.office import Summary
from directory_app.ui.map.colours import LIGHT
from directory_app.ui.map.map_view import MapView
from directory_app.ui.map.tiles.base_source import BaseMapSource
from tests.ui.map.offices import a_summary

READY_MS, TILE_MS, FILE_MB = 60, 8, 8
WIDTH, HEIGHT = 1600, 1000
WARM_UPS, RUNS = 1, 9
ZOOMS = range(1, 9)
DENSE = ((50, 10), (40, -75), (63, -90), (10, 105), (-10, -60), (0, 32), (65, 25), (60, 100), (35, 140), (-45, -73))
"""Where coasts, borders, lakes or islands are many, as latitude and longitude; tiles around these are drawn."""

VIEWS = {
    "world": (),
    "offices": ((50.7, 7.1), (40.7, -74.0), (-1.3, 36.8), (14.6, 121.0), (-34.6, -58.4), (28.6, 77.2), (-33.9, 151.2)),
    "Europe": ((60.2, 24.9), (38.7, -9.1), (37.9, 23.7), (53.3, -6.3), (50.1, 14.4)),
    "Rhineland": ((50.7, 7.1), (51.2, 6.8), (49.4, 8.7)),
}


class Probe(MapView):
    """Notes when it was first painted and when first with every tile, and then ends the program."""

    begun = 0.0
    painted = 0.0
    done = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints, and notes the time."""
        self.begun = self.begun or time.perf_counter()
        super().paintEvent(event)
        self.painted = self.painted or time.perf_counter()
        if self._ground.is_complete and not self.done:
            self.done = time.perf_counter()
            QApplication.quit()


def main() -> bool:
    """Prints times, ratios and memory; returns whether the goals are reached."""
    path = bundled("resources", "base_map", "base_map.bin")
    size = sum(file.stat().st_size for file in path.parent.glob("*.*")) / 1e6
    print(f"base map: {size:.1f} MB, goal at most {FILE_MB}")
    ready = [_report_view(name) for name in VIEWS]
    slow = _report_tiles(path)
    reached = max(ready) < READY_MS and slow < TILE_MS and size <= FILE_MB
    print(
        f"   goals {'reached' if reached else 'missed'}: complete under {READY_MS} ms, a tile's median under {TILE_MS}"
    )
    return reached


def _report_view(name: str) -> float:
    """Prints what a view takes in processes of their own; returns the median in milliseconds."""
    runs = [_run(name) for _ in range(WARM_UPS + RUNS)][WARM_UPS:]
    medians: list[float] = [statistics.median(column) for column in zip(*runs, strict=True)]
    ready, first, opening, memory, bare = medians
    worst = max(run[0] for run in runs)
    print(
        f"{name:>9}: complete {ready:.0f} ms after the first paint (worst {worst:.0f}), which took {first:.0f};"
        f" together {(first + ready) / bare:.0f} times filling and blitting the window once;"
        f" opened in {opening:.1f} ms; {memory:.1f} MB"
    )
    return ready


def _run(name: str) -> list[float]:
    command = [sys.executable, "-m", "tests.benchmarks.bench_base_map", "--view", name]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2], env=environment
    )
    return [float(number) for number in ran.stdout.split()]


def _print_view(name: str) -> None:
    """Prints milliseconds until complete, of the first paint and of opening, megabytes grown, and a bare frame's."""
    application = QApplication([])
    bare = statistics.median(_bare_frame() for _ in range(9))
    before = _resident()
    start = time.perf_counter()
    base_map = BaseMap(bundled("resources", "base_map", "base_map.bin"))
    opening = time.perf_counter() - start
    view = Probe(base_map)
    view.resize(WIDTH, HEIGHT)
    view.show_offices([_an_office(*place) for place in VIEWS[name]])
    view.show()
    application.exec()
    print(
        (view.done - view.painted) * 1000,
        (view.painted - view.begun) * 1000,
        opening * 1000,
        (_resident() - before) / 1e6,
        bare * 1000,
    )


def _an_office(latitude: float, longitude: float) -> Summary:
    return a_summary(f"Office at {latitude} {longitude}", latitude, longitude)


def _bare_frame() -> float:
    """Returns the seconds that filling an image of the window's size and blitting it to another take."""
    image, window = (QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32) for _ in range(2))
    start = time.perf_counter()
    image.fill(LIGHT.water)
    painter = QPainter(window)
    painter.drawImage(0, 0, image)
    painter.end()
    return time.perf_counter() - start


def _report_tiles(path: Path) -> float:
    """Prints what tiles take by zoom, all levels read; returns the largest of the medians in milliseconds."""
    application = QApplication.instance() or QApplication(["", "-platform", "offscreen"])
    source = BaseMapSource(BaseMap(path))
    slowest = 0.0
    for scale in (1.0, 2.0):
        for zoom in ZOOMS:
            tiles = _tiles(zoom)
            source.tile(zoom, *tiles[0], scale, LIGHT)
            times = sorted(_tile_ms(source, zoom, x, y, scale) for x, y in tiles)
            middle, high = statistics.median(times), times[min(len(times) * 99 // 100, len(times) - 1)]
            print(f"   zoom {zoom}, scale {scale:.0f}: median {middle:.1f} ms a tile, 99th percentile {high:.1f}")
            slowest = max(slowest, middle) if scale == 1.0 else slowest
    del application
    return slowest


def _tiles(zoom: int) -> list[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for place in DENSE:
        x, y = (int(part * 2**zoom) for part in to_world(*place))
        around = ((x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        found.update((column % 2**zoom, row) for column, row in around if 0 <= row < 2**zoom)
    return sorted(found)


def _tile_ms(source: BaseMapSource, zoom: int, x: int, y: int, scale: float) -> float:
    start = time.perf_counter()
    source.tile(zoom, x, y, scale, LIGHT)
    return (time.perf_counter() - start) * 1000


def _resident() -> int:
    """Returns the bytes that this process holds in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--view"]:
        _print_view(sys.argv[2])
    else:
        sys.exit(0 if main() else 1)
