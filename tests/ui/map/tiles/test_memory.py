"""Ten thousand pans: what is kept stays within its budget, and nothing else grows."""

import gc
import math
import random
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QImage, QPainter
from shiboken6 import delete

from directory_app.geo.base_map import BaseMap
from directory_app.geo.tiles.files import open_tile_file
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.colours import LIGHT
from directory_app.ui.map.tiles.ground import Ground
from tests.geo.tiles.files import write_mbtiles
from tests.ui.map.tiles.drawn import plain

MOVES = 10_000
BUDGET = 4_000_000
VIEW = Camera(0.5, 0.4, 5.0, 300.0, 200.0, max_zoom=9.0)


def _live_images() -> int:
    gc.collect()
    return sum(isinstance(thing, QImage) for thing in gc.get_objects())


def _moved(camera: Camera, step: int, chance: random.Random) -> Camera:
    """Returns the camera after somebody pushed the map, and now and then zoomed."""
    if step % 50 == 0:
        return camera.zoomed(chance.choice([4.0, 5.0, 5.5, 7.0, 8.0]), 150.0, 100.0)
    return camera.panned(20.0 * math.cos(step / 90.0), 20.0 * math.sin(step / 70.0))


@pytest.mark.parametrize("has_pictures", [False, True])
def test_ten_thousand_pans_leave_no_more_behind_than_one(base_map: BaseMap, tmp_path: Path, has_pictures: bool) -> None:
    owner = QObject()
    ground = Ground(base_map, owner, BUDGET)
    if has_pictures:
        picture = plain("#208040", 256, "png")
        tiles = {(z, x, y): picture for z in range(7) for x in range(2**z) for y in range(2**z) if (x + y) % 5}
        ground.show_pictures(open_tile_file(write_mbtiles(tmp_path / "a.mbtiles", tiles)))
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    camera, chance = VIEW, random.Random(5)
    most_bytes, most_images = 0, 0
    before = _live_images()
    for step in range(MOVES):
        camera = _moved(camera, step, chance)
        painter = QPainter(image)
        ground.paint(painter, camera, 1.0, LIGHT, passing=False)
        painter.end()
        QCoreApplication.processEvents()
        most_bytes = max(most_bytes, ground.bytes_kept)
        if step % 1000 == 999:
            most_images = max(most_images, _live_images() - before)
    ground.stop()
    assert BUDGET // 2 < most_bytes <= BUDGET
    assert most_images <= BUDGET // (256 * 256 * 4) + 8  # the kept ones, and those on their way
    delete(owner)
