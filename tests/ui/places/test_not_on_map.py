from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from directory_app.ui.places.not_on_map import NotOnMapDialog, UnplacedModel
from directory_app.ui.places.row_list import RowList
from directory_app.ui.places.unplaced import Unplaced
from directory_app.ui.theme import LIGHT

SEVERAL = Unplaced(UUID(int=1), "A <b>bold</b> office", "Springfield · United States", "Several may be meant.", 10)
UNKNOWN = Unplaced(UUID(int=2), "Atlantis Office", "Atlantis · Germany", "No town called Atlantis is known.", 0)
NAMELESS = Unplaced(UUID(int=3), "", "", "Its address names no country.", 1)


def opened(qtbot: QtBot, *rows: Unplaced) -> NotOnMapDialog:
    dialog = NotOnMapDialog(rows, LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def button_texts(dialog: NotOnMapDialog) -> list[str]:
    return [button.text() for button in dialog.buttons()]


def test_each_office_has_its_reason_and_what_can_be_done(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SEVERAL, UNKNOWN, NAMELESS)
    assert dialog.texts() == ["3 offices are not on the map.", "Several may be meant."]
    assert button_texts(dialog) == ["Choose among 10 …", "Type coordinates …", "Edit"]
    dialog.choose(UNKNOWN.id)
    assert dialog.texts()[1] == UNKNOWN.reason
    assert button_texts(dialog) == ["Type coordinates …", "Edit"]
    dialog.choose(NAMELESS.id)
    assert button_texts(dialog)[0] == "Look at the place …"


def test_buttons_ask_for_the_chosen_office_and_the_dialog_stays(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SEVERAL, UNKNOWN)
    choose, type_, _ = dialog.buttons()
    with qtbot.waitSignal(dialog.choose_asked, check_params_cb=lambda office: office == SEVERAL.id):
        choose.click()
    dialog.choose(UNKNOWN.id)
    with qtbot.waitSignal(dialog.type_asked, check_params_cb=lambda office: office == UNKNOWN.id):
        type_.click()
    assert dialog.isVisible()


def test_editing_closes_the_dialog_first(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SEVERAL)
    with qtbot.waitSignal(dialog.edit_asked, check_params_cb=lambda office: office == SEVERAL.id):
        dialog.buttons()[2].click()
    assert not dialog.isVisible()


def test_enter_does_what_is_likeliest(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SEVERAL, UNKNOWN)
    rows = dialog.findChildren(RowList)[0]
    with qtbot.waitSignal(dialog.choose_asked):
        QTest.keyClick(rows, Qt.Key.Key_Return)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.type_asked):
        QTest.keyClick(rows, Qt.Key.Key_Enter)


def test_when_one_is_placed_the_next_takes_its_place(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SEVERAL, UNKNOWN, NAMELESS)
    dialog.choose(UNKNOWN.id)
    dialog.show_rows([UNKNOWN, NAMELESS])
    assert dialog.chosen == UNKNOWN
    dialog.show_rows([NAMELESS])
    assert dialog.chosen == NAMELESS
    assert dialog.texts()[0] == "1 office is not on the map."


def test_while_reasons_are_looked_for_and_when_there_are_none_the_dialog_says_so(qtbot: QtBot) -> None:
    dialog = NotOnMapDialog(None, LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.texts() == ["Looking for the reasons …"]
    dialog.show_rows([SEVERAL])
    assert dialog.chosen == SEVERAL
    dialog.show_rows([])
    assert dialog.texts() == ["Every office is on the map."]
    assert dialog.chosen is None


def test_the_model_is_one_and_speaks_whole_rows() -> None:
    model = UnplacedModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows([SEVERAL, NAMELESS])
    assert tester.model() is model
    spoken = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Office without a name, Its address names no country."


def test_what_comes_after_the_dialog_was_shown_has_room(qtbot: QtBot) -> None:
    dialog = NotOnMapDialog(None, LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    before = dialog.height()
    dialog.show_rows([SEVERAL, UNKNOWN])
    qtbot.waitUntil(lambda: dialog.is_whole and dialog.height() > before)
