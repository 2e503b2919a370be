"""The shipped gazetteer and outlines, and dialogs over them."""

from collections.abc import Iterator

import pytest

from directory_app.bundled import bundled
from directory_app.geo.base_map import BaseMap
from directory_app.geo.gazetteer import Gazetteer
from directory_app.geo.outlines import Outlines
from directory_app.geo.position_checks import PositionChecks
from directory_app.ui.background import Background
from directory_app.ui.places.position_dialog import PositionTools
from directory_app.ui.places.survey import Surveyor


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer(bundled("resources", "gazetteer", "gazetteer.sqlite")) as opened:
        yield opened


@pytest.fixture(scope="session")
def base_map() -> BaseMap:
    return BaseMap(bundled("resources", "base_map", "base_map.bin"))


@pytest.fixture(scope="session")
def surveyor(gazetteer: Gazetteer, base_map: BaseMap) -> Surveyor:
    outlines = Outlines(base_map)
    return Surveyor(PositionChecks(outlines, gazetteer).findings, gazetteer.nearest, outlines.country_at)


@pytest.fixture
def tools(surveyor: Surveyor, base_map: BaseMap) -> Iterator[PositionTools]:
    background = Background()
    yield PositionTools(surveyor.survey, background, base_map)
    background.stop()
