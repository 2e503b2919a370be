"""An office, or a place, on a map on the web, and coordinates that are copied."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from directory_app.settings import Settings
from directory_app.ui.main_window import MainWindow
from tests.ui.conftest import BERLIN, TOKYO, WORLD


class _Browser(QObject):
    """Stands where the system's browser would open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@pytest.fixture
def browser() -> Iterator[_Browser]:
    browser = _Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")  # type: ignore[arg-type]  # bytes are refused
    yield browser
    QDesktopServices.unsetUrlHandler("https")


def test_the_chosen_office_is_shown_in_the_browser(window: MainWindow, browser: _Browser) -> None:
    window.session.select(BERLIN.id)
    assert browser.opened == []
    window.actions_.web_map.trigger()
    assert browser.opened == ["https://www.openstreetmap.org/?mlat=52.520000&mlon=13.400000#map=15/52.520000/13.400000"]


def test_another_map_is_named_where_it_was_settled_on(window: MainWindow, browser: _Browser) -> None:
    window.use(Settings(my_country="DE", web_map="apple"))
    assert window.actions_.web_map.text() == "Show on Apple Maps"
    assert window.actions_.web_map.toolTip() == "Opens Apple Maps in the browser"
    window.session.select(TOKYO.id)
    window.actions_.web_map.trigger()
    assert browser.opened == ["https://maps.apple.com/?ll=35.680000,139.690000&q=Japan%20Office&z=15"]


def test_a_place_on_the_map_is_shown_too(window: MainWindow, browser: _Browser) -> None:
    window.use(Settings(my_country="DE", web_map="google"))
    window.map.web_map_asked.emit(-1.5, 2.25, "")
    assert browser.opened == ["https://www.google.com/maps/search/?api=1&query=-1.500000%2C2.250000"]


def test_where_no_browser_opens_the_link_is_copied(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    window.session.select(BERLIN.id)
    window.actions_.web_map.trigger()
    assert QApplication.clipboard().text().startswith("https://www.openstreetmap.org/?mlat=52.52")
    assert "copied" in window.status.notice


def test_coordinates_are_copied(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.actions_.copy_coordinates.trigger()
    assert QApplication.clipboard().text() == "52.52000, 13.40000"
    assert window.status.notice == "Copied 52.52000, 13.40000"


def test_the_actions_rest_without_a_position(window: MainWindow, qtbot: QtBot) -> None:
    actions = window.actions_.of_a_position()
    assert not any(action.isEnabled() for action in actions)
    window.session.select(BERLIN.id)
    assert all(action.isEnabled() for action in actions)
    window.session.save(replace(window.session.directory.office(BERLIN.id), position=None))
    assert not any(action.isEnabled() for action in actions)
    window.session.select(WORLD.id)
    assert all(action.isEnabled() for action in actions)
    window.session.select(None)
    assert not any(action.isEnabled() for action in actions)


def test_the_cards_menu_offers_both(window: MainWindow) -> None:
    offered = [action for menu in window.card_pane.findChildren(QMenu) for action in menu.actions()]
    for action in window.actions_.of_a_position():
        assert action in offered


def test_a_pin_can_be_moved_from_the_menu_of_its_office(window: MainWindow) -> None:
    camera = window.map.camera
    window.map.pin_move_asked.emit(TOKYO.id)
    assert window.session.selected == TOKYO.id
    assert window.map.is_moving
    assert window.map.camera.zoom == camera.zoom


def test_the_nearest_to_an_office_of_the_map_are_listed(window: MainWindow, qtbot: QtBot) -> None:
    from directory_app.ui.nearby.dialog import NearbyDialog
    from tests.ui.hands import in_the_dialog

    seen: list[str] = []

    def act(dialog: NearbyDialog) -> None:
        qtbot.waitUntil(lambda: len(dialog.texts()) == 3)
        seen.extend(dialog.texts())
        dialog.reject()

    in_the_dialog(NearbyDialog, act)
    window.map.office_nearest_asked.emit(BERLIN.id)
    assert not any(text.startswith("Berlin") for text in seen)
    assert window.session.selected is None
