"""The shipped base map, and views of it over small sets of offices."""

import pytest
from pytestqt.qtbot import QtBot

from directory_app.bundled import bundled
from directory_app.geo.base_map import BaseMap
from directory_app.ui.map.map_view import MapView
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
