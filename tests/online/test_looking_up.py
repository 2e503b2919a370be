"""Addresses looked up online from the window and the command line, only if that is switched on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from directory_app.bundled import bundled
from directory_app.geo.base_map import BaseMap
from directory_app.geo.online.nominatim import OnlineGeocoder
from directory_app.model.address import PostalAddress
from directory_app.model.place import Precision
from directory_app.paths import paths_under
from directory_app.settings import Settings, write_settings
from directory_app.ui.commands import Commands
from directory_app.ui.icons import Icons
from directory_app.ui.main_window import MainWindow
from directory_app.ui.notice_box import NoticeBox
from directory_app.ui.places.batch_dialog import BatchDialog
from directory_app.ui.places.candidates_dialog import CandidatesDialog
from directory_app.ui.session import DirectorySession
from directory_app.ui.theme import LIGHT
from tests.builders import an_office
from tests.cli.conftest import Run
from tests.directories import AUTHOR
from tests.geo.online.hands import Clock, a_geocoder
from tests.geo.online.server import Reply, SmallServer, places
from tests.geo.online.shapes import HOUSE
from tests.ui.conftest import NOW
from tests.ui.hands import in_the_dialog, press

Serve = Callable[..., SmallServer]
Open = Callable[[OnlineGeocoder | None], MainWindow]


class Hasty(Clock):
    """Two seconds pass between any two looks at it, so that nobody has to wait for a turn."""

    def time(self) -> float:
        """The clock on the wall."""
        self.wait(2)
        return super().time()

    def monotonic(self) -> float:
        """The clock that never jumps."""
        self.wait(2)
        return super().monotonic()


FREIBURG = an_office(
    "Freiburg Office", address=PostalAddress(("Leopoldring 3",), "79098", "Freiburg", country="DE"), position=None
)


@pytest.fixture
def opened(session: DirectorySession, icons: Icons, tmp_path: Path, qtbot: QtBot) -> Open:
    def open_it(online: OnlineGeocoder | None) -> MainWindow:
        base_map = BaseMap(bundled("resources", "base_map", "base_map.bin"))
        window = MainWindow(session, base_map, icons, LIGHT, Settings(author=AUTHOR, my_country="DE"), lambda: NOW)
        columns = tmp_path / "columns.json"
        window.commands = Commands(window, "x", columns, "light", lambda: NOW, lambda: online)  # type: ignore[attr-defined]
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.painted):
            window.show()
        session.save(FREIBURG)
        session.save(replace(session.directory.office(FREIBURG.id), position=None))
        session.select(FREIBURG.id)
        return window

    return open_it


def test_what_a_server_knows_is_offered_before_what_the_gazetteer_knows(
    opened: Open, serve: Serve, tmp_path: Path, clock: Clock, qtbot: QtBot
) -> None:
    server = serve(places(HOUSE))
    window = opened(a_geocoder(server.url, tmp_path, clock))
    in_the_dialog(CandidatesDialog, lambda dialog: press(dialog, "Place it here"))
    window.actions_.choose_place.trigger()
    qtbot.waitUntil(lambda: window.session.directory.office(FREIBURG.id).position is not None)
    position = window.session.directory.office(FREIBURG.id).position
    assert position is not None
    assert (position.precision, position.source) == (Precision.ROOFTOP, "OpenStreetMap")
    assert position.confirmed_by == AUTHOR
    assert len(server.asked) == 1


def test_a_server_that_is_of_no_use_leaves_the_gazetteer_and_a_sentence(
    opened: Open, serve: Serve, tmp_path: Path, clock: Clock, qtbot: QtBot
) -> None:
    server = serve(Reply(b"<html>Out of order</html>", headers={"Content-Type": "text/html"}))
    window = opened(a_geocoder(server.url, tmp_path, clock))
    told: list[str] = []

    def act(dialog: CandidatesDialog) -> None:
        told.extend(box.sentence for box in dialog.findChildren(NoticeBox))
        press(dialog, "Place it here")

    in_the_dialog(CandidatesDialog, act)
    window.actions_.choose_place.trigger()
    qtbot.waitUntil(lambda: window.session.directory.office(FREIBURG.id).position is not None)
    position = window.session.directory.office(FREIBURG.id).position
    assert position is not None and position.source == "GeoNames"
    assert server.url.removeprefix("http://") in told[0] and told[0].endswith("What the built-in towns know is below.")
    assert window.notice.sentence == "", "it is told once"


def test_trouble_with_an_office_that_nobody_looks_at_any_more_stays_until_somebody_has_seen_it(
    opened: Open, serve: Serve, tmp_path: Path, clock: Clock, qtbot: QtBot
) -> None:
    window = opened(a_geocoder(serve(Reply(status=500)).url, tmp_path, clock))
    window.actions_.choose_place.trigger()
    window.session.select(None)
    qtbot.waitUntil(lambda: "is out of order (500)" in window.notice.sentence)
    assert window.notice.sentence.startswith("Freiburg Office: 127.0.0.1")
    window.status.show_notice("Saved: Freiburg Office")
    assert window.notice.isVisible()


def test_all_that_are_not_on_the_map_are_looked_up_and_who_is_left_is_told(
    opened: Open, serve: Serve, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened(a_geocoder(serve(places(HOUSE), places()).url, tmp_path, Hasty()))
    window.session.save(an_office("Kiosk", city="Xyzzyville"))
    seen: list[str] = []

    def act(dialog: BatchDialog) -> None:
        qtbot.waitUntil(lambda: len(dialog.texts()) == 2, timeout=10_000)
        seen.extend(dialog.texts())
        press(dialog, "Close")

    in_the_dialog(BatchDialog, act)
    window.actions_.place_all.trigger()
    assert seen[0] == "1 office placed, 1 office is left."
    assert seen[1] == "Kiosk: No town called Xyzzyville is known in Germany."
    position = window.session.directory.office(FREIBURG.id).position
    assert position is not None and position.precision is Precision.ROOFTOP
    assert window.status.not_on_map == "1 not on the map"


def test_nothing_is_sent_unless_it_is_switched_on(opened: Open, qtbot: QtBot) -> None:
    window = opened(None)
    seen: list[str] = []

    def act(dialog: BatchDialog) -> None:
        seen.append(dialog.texts()[0])
        qtbot.waitUntil(lambda: "placed" in dialog.texts()[0])
        press(dialog, "Close")

    in_the_dialog(BatchDialog, act)
    window.actions_.place_all.trigger()
    position = window.session.directory.office(FREIBURG.id).position
    assert position is not None and position.source == "GeoNames"


def test_the_command_line_asks_a_server_only_if_settings_allow_it(run: Run, serve: Serve, data: Path) -> None:
    query = ("--query", "Leopoldring 3, Freiburg", "--country", "DE")
    words = ("--data-dir", data, "geocode", "--online", *query, "--json")
    answer = run(*words)
    assert (answer.code, answer.out) == (2, "")
    assert "switched off" in answer.err
    server = serve(places(HOUSE))
    write_settings(paths_under(data).settings, Settings(online_geocoding="on", nominatim_url=server.url))
    best = run(*words).json[0]
    assert (best["precision"], best["source"]) == ("rooftop", "OpenStreetMap")
    assert len(server.asked) == 1
