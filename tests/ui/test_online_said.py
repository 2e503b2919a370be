"""The line at the bottom says what may ever be sent, and the map is written as the settings say."""

import pytest

from directory_app.settings import ON, ONLINE, Settings
from directory_app.ui.main_window import MainWindow

_MAP = Settings(map_source=ONLINE, online_tiles=ON)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (Settings(), "works offline · nothing is sent"),
        (Settings(map_source=ONLINE), "works offline · nothing is sent"),
        (Settings(online_tiles=ON), "works offline · nothing is sent"),
        (Settings(online_geocoding=ON), "addresses are looked up online when asked"),
        (_MAP, "the map comes from a server"),
        (
            Settings(map_source=ONLINE, online_tiles=ON, online_geocoding=ON),
            "map and addresses are looked up online",
        ),
    ],
)
def test_what_may_be_sent_is_always_said(window: MainWindow, settings: Settings, said: str) -> None:
    window.use(settings)
    assert window.status.online == said


def test_names_on_the_map_can_be_those_that_people_there_write(window: MainWindow) -> None:
    window.map.select(None)
    window.map.fit_all()
    before = {label.text for label in window.map.still().labels}
    window.use(Settings(map_names="local"))
    after = {label.text for label in window.map.still().labels}
    assert after - before
    window.use(Settings())
    assert {label.text for label in window.map.still().labels} == before
