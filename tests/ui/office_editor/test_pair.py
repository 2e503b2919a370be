"""Fields that share a line, and texts that have no room in theirs."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from directory_app.ui.main_window import MainWindow
from directory_app.ui.office_editor.choice import TypedChoice
from directory_app.ui.office_editor.field import Field
from directory_app.ui.office_editor.line import Line, show_whole
from directory_app.ui.office_editor.pair import Pair, width_of
from directory_app.ui.theme import LIGHT
from tests.ui.conftest import BERLIN
from tests.ui.hands import choice_of, form_of

ZONE = "America/Argentina/Buenos_Aires"


@pytest.fixture
def pair(qtbot: QtBot) -> Pair:
    country, zone = TypedChoice(["Argentina"]), TypedChoice([ZONE, "Asia/Tokyo"])
    pair = Pair(Field("Country", country, LIGHT), Field("Time zone", zone, LIGHT))
    qtbot.addWidget(pair)
    zone.set_text(ZONE)
    pair.show()
    return pair


def zone_of(pair: Pair) -> TypedChoice:
    return pair.findChildren(TypedChoice)[1]


def test_fields_share_a_line_that_holds_their_texts(pair: Pair) -> None:
    pair.resize(1200, 100)
    assert pair.is_side_by_side
    assert zone_of(pair).width() >= width_of(zone_of(pair))


def test_a_text_that_would_be_cut_gets_a_line_of_its_own(pair: Pair, qtbot: QtBot) -> None:
    pair.resize(width_of(zone_of(pair)) + 20, 200)
    assert not pair.is_side_by_side
    qtbot.waitUntil(lambda: zone_of(pair).width() >= width_of(zone_of(pair)))


def test_nothing_moves_while_one_types_and_other_content_is_looked_at(pair: Pair) -> None:
    pair.resize(width_of(zone_of(pair)) + 20, 200)
    zone_of(pair).set_text("Asia/Tokyo")
    assert not pair.is_side_by_side
    pair.settle()
    assert pair.is_side_by_side


def test_no_zone_is_cut_in_the_narrowest_form(window: MainWindow, qtbot: QtBot) -> None:
    office = window.session.directory.office(BERLIN.id)
    window.session.select(office.id)
    window.actions_.edit.trigger()
    form = form_of(window)
    choice_of(window, "timezone").set_text(ZONE)
    form.fill(form.draft())
    window.resize(700, 500)
    zone = choice_of(window, "timezone")
    qtbot.waitUntil(lambda: zone.width() >= min(width_of(zone), form.contentsRect().width()))


def pointed_at(widget: QWidget) -> QHelpEvent:
    at = QPoint(3, 3)
    return QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at))


def test_a_text_that_is_cut_is_told_whole_and_as_it_is(qtbot: QtBot) -> None:
    line = Line("<b>" + "long " * 30)
    qtbot.addWidget(line)
    line.resize(120, 30)
    line.show()
    assert not show_whole(line, "short", pointed_at(line))
    QApplication.sendEvent(line, pointed_at(line))
    assert "&lt;b&gt;long long" in QToolTip.text()
