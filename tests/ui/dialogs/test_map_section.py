"""Which map is shown, as the settings offer it, and what is said before anything is sent."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from directory_app.settings import Settings
from directory_app.ui.dialogs.map_section import MapSection, doubt_of_file
from directory_app.ui.dialogs.settings import SettingsDialog
from directory_app.ui.theme import DARK, LIGHT

CHOSEN = Settings(
    author="Mwana",
    map_source="online",
    tile_file="maps/kenya.mbtiles",
    online_tiles="on",
    tile_url="https://tiles.example.org/{z}/{x}/{y}.png",
    tile_attribution="© Kenya",
    tile_user_agent="Town Hall/1",
)
BAD = "This is no map."


def shown(qtbot: QtBot, settings: Settings, doubt: str = "") -> MapSection:
    section = MapSection(settings, LIGHT, lambda path: doubt if path.name == "bad.mbtiles" else "")
    qtbot.addWidget(section)
    section.show()
    return section


def seen(*widgets: QWidget) -> list[bool]:
    return [widget.isVisible() for widget in widgets]


@pytest.mark.parametrize("source", ["", "file", "online"])
@pytest.mark.parametrize("settings", [Settings(), CHOSEN, replace(CHOSEN, online_tiles="")])
def test_what_is_not_touched_stays_as_it_was(qtbot: QtBot, settings: Settings, source: str) -> None:
    settings = replace(settings, map_source=source)
    assert shown(qtbot, settings).applied_to(settings) == settings


def test_only_what_concerns_the_map_chosen_is_seen(qtbot: QtBot) -> None:
    section = shown(qtbot, Settings())
    assert seen(section.choose, section.online) == [False, False]
    for source, expected in (("file", [True, False]), ("online", [False, True]), ("", [False, False])):
        section.source.set_value(source)
        assert seen(section.choose, section.online) == expected
        assert section.applied_to(Settings()).map_source == source


def test_choosing_the_online_map_alone_sends_nothing_and_nothing_can_be_typed(qtbot: QtBot) -> None:
    section = shown(qtbot, Settings())
    section.source.set_value("online")
    assert not section.online.switch.isChecked()
    assert not section.online.url.isEnabled()
    assert section.online.text.startswith("Nothing is sent while this is off: the built-in map is shown.")
    assert section.check()
    assert section.applied_to(Settings()) == Settings(map_source="online")


def test_the_switch_says_what_is_sent_and_to_whom(qtbot: QtBot) -> None:
    section = shown(qtbot, Settings(map_source="online"))
    QTest.mouseClick(section.online.switch, Qt.MouseButton.LeftButton)
    assert "tile.openstreetmap.org is told which part of the world you look at" in section.online.text
    assert "this computer's address" in section.online.text
    assert "nothing of the offices is sent" in section.online.text
    section.online.url.setText("http://tiles.example.org:81/{z}/{x}/{y}")
    assert "tiles.example.org:81 is told, unencrypted, which" in section.online.text
    assert section.check()
    assert section.applied_to(Settings()) == Settings(
        map_source="online", online_tiles="on", tile_url="http://tiles.example.org:81/{z}/{x}/{y}"
    )


def test_the_usual_server_and_whom_it_thanks_are_kept_as_the_usual_ones(qtbot: QtBot) -> None:
    section = shown(qtbot, CHOSEN)
    section.online.url.setText(" HTTPS://tile.OpenStreetMap.org/{z}/{x}/{y}.png ")
    section.online.attribution.setText("© OpenStreetMap contributors")
    section.online.agent.clear()
    kept = section.applied_to(CHOSEN)
    assert (kept.tile_url, kept.tile_attribution, kept.tile_user_agent) == ("", "", "")


def test_whoever_names_another_server_says_whom_to_thank(qtbot: QtBot) -> None:
    section = shown(qtbot, Settings(map_source="online", online_tiles="on"))
    url, thanks = section.online.url, section.online.attribution
    given = thanks.text()
    url.clear()
    QTest.keyClicks(url, "https://tiles.example.org/{z}/{x}/{y}")
    QTest.keyClick(url, Qt.Key.Key_Return)
    assert thanks.text() == ""
    assert not section.check()
    url.clear()
    QTest.keyClick(url, Qt.Key.Key_Return)
    assert thanks.text() == given == "© OpenStreetMap contributors"


def test_thanks_that_somebody_typed_stay_when_the_server_changes(qtbot: QtBot) -> None:
    section = shown(qtbot, CHOSEN)
    section.online.url.setText("https://tiles.example.org/v2/{z}/{x}/{y}")
    QTest.keyClick(section.online.url, Qt.Key.Key_Return)
    assert section.online.attribution.text() == "© Kenya"


def test_an_address_that_cannot_be_used_is_doubted_when_typing_ends_and_not_kept(qtbot: QtBot) -> None:
    section = shown(qtbot, CHOSEN)
    section.online.url.setText("https://tiles.example.org/{z}/{x}")
    assert section.online.doubts == ("", "")
    assert not section.check()
    assert "lacks {y}" in section.online.doubts[0]
    assert section.first_doubtful() is section.online.url
    assert section.applied_to(CHOSEN) == CHOSEN
    section.online.url.setText("https://tiles.example.org/{z}/{x}/{y}")
    assert section.online.doubts == ("", "")
    assert section.check()


def test_a_map_that_thanks_nobody_is_doubted(qtbot: QtBot) -> None:
    section = shown(qtbot, CHOSEN)
    section.online.attribution.setText(" \u200b ")
    assert not section.check()
    assert "is named on it" in section.online.doubts[1]
    assert section.first_doubtful() is section.online.attribution
    assert section.applied_to(CHOSEN) == CHOSEN


@pytest.mark.parametrize("source", ["", "file"])
def test_what_cannot_be_used_keeps_nobody_who_chose_another_map(qtbot: QtBot, source: str) -> None:
    section = shown(qtbot, CHOSEN)
    section.online.url.setText("tiles")
    section.source.set_value(source)
    assert section.check()
    section.source.set_value("online")
    section.online.switch.setChecked(False)
    assert section.check()


def test_a_file_is_named_with_its_folder(qtbot: QtBot, tmp_path: Path) -> None:
    section = shown(qtbot, Settings(map_source="file"))
    assert section.shown_file == "None yet"
    section.take_file(tmp_path / "kenya.pmtiles")
    assert section.shown_file == f"kenya.pmtiles in {tmp_path}"
    assert section.check()
    assert section.applied_to(Settings()) == Settings(map_source="file", tile_file=str(tmp_path / "kenya.pmtiles"))


def test_without_a_file_there_is_no_map_of_a_file(qtbot: QtBot, tmp_path: Path) -> None:
    section = shown(qtbot, Settings(map_source="file"))
    assert not section.check()
    assert section.file_doubt == "Choose a file, or another map above."
    assert section.first_doubtful() is section.choose
    section.take_file(tmp_path / "kenya.mbtiles")
    assert section.check()


def test_a_file_that_cannot_be_shown_is_doubted_and_not_kept(qtbot: QtBot, tmp_path: Path) -> None:
    given = replace(CHOSEN, map_source="file")
    section = shown(qtbot, given, BAD)
    section.take_file(tmp_path / "bad.mbtiles")
    assert section.file_doubt == BAD
    assert not section.check()
    assert section.applied_to(given) == given
    section.take_file(tmp_path / "good.mbtiles")
    assert section.check()


def test_a_file_that_was_chosen_before_is_not_looked_at(qtbot: QtBot) -> None:
    section = MapSection(replace(CHOSEN, map_source="file", tile_file="bad.mbtiles"), DARK, lambda _: BAD)
    qtbot.addWidget(section)
    assert section.check()


def test_the_settings_are_not_kept_with_a_map_that_cannot_be_shown(qtbot: QtBot) -> None:
    dialog = SettingsDialog(CHOSEN, LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.map.online.attribution.clear()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.map.online.attribution
    dialog.map.online.attribution.setText("© Mwana")
    dialog.accept()
    assert not dialog.isVisible()
    assert dialog.settings() == replace(CHOSEN, tile_attribution="© Mwana")


def test_why_a_file_is_no_map_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "map.mbtiles").write_text("no map")
    assert "map.mbtiles is neither" in doubt_of_file(tmp_path / "map.mbtiles")
    assert "There is no file" in doubt_of_file(tmp_path / "none.mbtiles")
