"""The shipped base map, and views of it over small sets of offices or over none."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from directory_app.bundled import bundled
from directory_app.geo.base_map import BaseMap
from directory_app.ui.map.map_view import MapView
from directory_app.ui.map.tiles.ground import Ground
from tests.ui.map.offices import BERLIN, BONN, FREIBURG, SUVA


@pytest.fixture(scope="session")
def base_map() -> BaseMap:
    return BaseMap(bundled("resources", "base_map", "base_map.bin"))


@pytest.fixture
def view(qtbot: QtBot, base_map: BaseMap) -> MapView:
    """A map of four offices that jumps instead of flying."""
    view = MapView(base_map)
    qtbot.addWidget(view)
    view.set_motion(False)
    view.show_offices([BONN, BERLIN, FREIBURG, SUVA])
    view.resize(800, 600)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def ground(base_map: BaseMap) -> Iterator[Ground]:
    """The ground of a map that nobody sees."""
    owner = QObject()
    ground = Ground(base_map, owner)
    yield ground
    ground.stop()
    delete(owner)
