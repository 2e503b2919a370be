"""What can be chosen in the settings, and what is refused."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from directory_app.settings import Settings
from directory_app.ui.dialogs.settings import AS_THE_SYSTEM, SettingsDialog
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import DARK, LIGHT

CHOSEN = Settings(
    author="Mwana",
    my_country="KE",
    theme="dark",
    window="opaque",
    panes="opaque",
    online_geocoding="on",
    nominatim_url="https://maps.example.org/nominatim",
    nominatim_email="mwana@example.org",
    nominatim_user_agent="Town Hall/1",
    home_timezone="Africa/Nairobi",
    distances="mi",
    web_map="osm",
    map_names="local",
    map_memory="128",
    unknown=(("shortcut_scheme", "vim"),),
)


def shown(qtbot: QtBot, settings: Settings) -> SettingsDialog:
    dialog = SettingsDialog(settings, LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def press_save(dialog: SettingsDialog) -> bool:
    """Presses Save; whether that closed the dialog."""
    button = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Save")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return dialog.isHidden()


@pytest.mark.parametrize("settings", [Settings(), CHOSEN, replace(CHOSEN, my_country="ZZ", online_geocoding="")])
def test_what_is_not_touched_stays_as_it_was(qtbot: QtBot, settings: Settings) -> None:
    dialog = shown(qtbot, settings)
    assert dialog.settings() == settings
    assert press_save(dialog)


def test_looking_up_online_is_off_at_first_and_who_is_asked_cannot_be_typed(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Settings())
    assert not dialog.online.switch.isChecked()
    assert not dialog.online.url.isEnabled()
    assert not dialog.online.email.isEnabled()
    assert dialog.online.text.startswith("Nothing is sent while this is off")


def test_the_switch_says_what_is_sent_and_to_whom(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Settings())
    QTest.mouseClick(dialog.online.switch, Qt.MouseButton.LeftButton)
    assert dialog.online.url.isEnabled()
    assert "goes to nominatim.openstreetmap.org, when" in dialog.online.text
    dialog.online.url.setText("http://maps.example.org:8080/x")
    dialog.online.email.setText("me@example.org")
    assert (
        "goes unencrypted to maps.example.org:8080, with your e-mail address me@example.org, when" in dialog.online.text
    )
    assert press_save(dialog)
    assert dialog.settings() == Settings(
        online_geocoding="on", nominatim_url="http://maps.example.org:8080/x", nominatim_email="me@example.org"
    )


def test_the_usual_server_is_kept_as_the_usual_one(qtbot: QtBot) -> None:
    dialog = shown(qtbot, CHOSEN)
    dialog.online.url.setText(" HTTPS://nominatim.OpenStreetMap.org/search ")
    assert dialog.settings().nominatim_url == ""
    dialog.online.url.clear()
    assert dialog.settings().nominatim_url == ""


def test_an_address_that_cannot_be_used_is_refused_with_a_sentence(qtbot: QtBot) -> None:
    dialog = shown(qtbot, CHOSEN)
    dialog.online.url.setText("nominatim")
    assert dialog.online.doubts == ("", "")
    assert not press_save(dialog)
    assert dialog.online.doubts[0].startswith("This is no address of a server")
    assert dialog.focusWidget() is dialog.online.url
    assert dialog.settings().nominatim_url == CHOSEN.nominatim_url
    dialog.online.url.setText("https://example.org")
    assert dialog.online.doubts == ("", "")
    assert press_save(dialog)


def test_what_is_no_e_mail_address_is_refused_with_a_sentence(qtbot: QtBot) -> None:
    dialog = shown(qtbot, CHOSEN)
    dialog.online.email.setText("mwana")
    assert not press_save(dialog)
    assert "no e-mail address" in dialog.online.doubts[1]
    assert dialog.settings().nominatim_email == CHOSEN.nominatim_email
    dialog.online.email.clear()
    assert press_save(dialog)
    assert dialog.settings().nominatim_email == ""


def test_what_is_doubted_is_not_said_to_be_sent(qtbot: QtBot) -> None:
    dialog = shown(qtbot, replace(CHOSEN, nominatim_url="", nominatim_email=""))
    dialog.online.email.setText("me at home")
    assert "e-mail" not in dialog.online.text
    dialog.online.email.setText("me@example.org")
    assert "with your e-mail address me@example.org" in dialog.online.text
    dialog.online.url.setText("ftp://elsewhere")
    assert "goes to nominatim.openstreetmap.org, with" in dialog.online.text


def test_what_was_kept_is_sent_as_long_as_something_else_is_doubted(qtbot: QtBot) -> None:
    dialog = shown(qtbot, CHOSEN)
    dialog.online.email.setText("mwana@")
    dialog.online.url.setText("nominatim")
    assert "goes to maps.example.org, with your e-mail address mwana@example.org, when" in dialog.online.text


def test_what_cannot_be_used_keeps_nobody_while_the_switch_is_off(qtbot: QtBot) -> None:
    dialog = shown(qtbot, CHOSEN)
    dialog.online.url.setText("nominatim")
    assert not press_save(dialog)
    dialog.online.switch.setChecked(False)
    assert dialog.online.doubts == ("", "")
    assert press_save(dialog)
    assert dialog.settings() == replace(CHOSEN, online_geocoding="")


@pytest.mark.parametrize("zone", ["Berlin", "Mars/Base", "../etc", "\x00", "a" * 300])
def test_a_time_zone_that_there_is_not_is_refused_with_a_sentence(qtbot: QtBot, zone: str) -> None:
    dialog = shown(qtbot, CHOSEN)
    dialog.timezone.setEditText(zone)
    assert not press_save(dialog)
    assert "Europe/Berlin" in dialog.zone_doubt
    assert dialog.settings().home_timezone == "Africa/Nairobi"
    dialog.timezone.setEditText(AS_THE_SYSTEM)
    assert press_save(dialog)
    assert dialog.settings().home_timezone == ""


def test_country_distances_and_name_are_chosen(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Settings())
    dialog.country.setCurrentText("Philippines")
    dialog.distances.setCurrentText("Kilometres")
    dialog.web_map.setCurrentText("Apple Maps")
    dialog.author.setText("  Ada   Lovelace\ud800 ")
    assert dialog.settings() == Settings(author="Ada Lovelace", my_country="PH", distances="km", web_map="apple")


def test_escape_leaves_without_a_question(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Settings())
    dialog.online.switch.setChecked(True)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert dialog.result() == 0


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_no_text_is_cut_off_when_the_dialog_is_narrow(qtbot: QtBot, theme: object) -> None:
    dialog = SettingsDialog(CHOSEN, DARK if theme is DARK else LIGHT)
    qtbot.addWidget(dialog)
    dialog.resize(360, 100)
    dialog.show()
    dialog.online.url.setText("nominatim")
    dialog.online.email.setText("mwana")
    dialog.accept()
    labels = [label for label in dialog.findChildren(PlainLabel) if label.isVisible()]
    qtbot.waitUntil(lambda: all(label.height() >= label.heightForWidth(label.width()) for label in labels))
    assert dialog.width() < 400  # as narrow as its choices allow
