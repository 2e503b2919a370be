"""The gazetteer that the program ships, opened once."""

from collections.abc import Iterator

import pytest

from directory_app.bundled import bundled
from directory_app.geo.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer(bundled("resources", "gazetteer", "gazetteer.sqlite")) as opened:
        yield opened
