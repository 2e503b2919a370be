"""The panel of checks in a real window over a real directory."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from directory_app.model.checks import check_office
from directory_app.model.ignoring import ignored
from directory_app.ui.checks.doubt_model import DoubtModel
from directory_app.ui.checks.ignore_dialog import IgnoreDialog
from directory_app.ui.checks.panel import ChecksPanel
from directory_app.ui.checks.rows import Doubt, Grouping, rows_of
from directory_app.ui.commands import Commands
from directory_app.ui.main_window import MainWindow
from tests.builders import a_phone
from tests.ui.checks.test_rows import DOUBTS
from tests.ui.conftest import BERLIN, NOW
from tests.ui.hands import focused, in_the_dialog, save_elsewhere

MANILA = a_phone("+6324260851")


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> ChecksPanel:
    """The panel, open, with an old number in Berlin that a machine can mend."""
    save_elsewhere(window, phones=(MANILA,), address=BERLIN.address)
    window.session.load()
    commands: Commands = window.commands  # type: ignore[attr-defined]
    commands.checker.check()
    window.show_checks()
    qtbot.waitUntil(lambda: any("gave up" in text for text in window.checks.texts()))
    return window.checks


def choose(panel: ChecksPanel, words: str) -> None:
    panel.choose(next(place for place, text in enumerate(panel.texts()) if words in text))


def button(panel: QWidget, text: str) -> QPushButton:
    return next(b for b in panel.findChildren(QPushButton) if b.text() == text)


@pytest.mark.parametrize("doubts", [DOUBTS, DOUBTS[:1], ()], ids=["several", "one", "none"])
def test_the_model_is_sound(doubts: Sequence[Doubt], qtmodeltester: ModelTester) -> None:
    model = DoubtModel()
    model.show_rows(rows_of(doubts, Grouping.OFFICE))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_the_status_line_counts_what_is_probably_wrong_and_leads_to_the_panel(
    window: MainWindow, panel: ChecksPanel
) -> None:
    assert window.status.findings == "3 findings"
    window.actions_.go_map.trigger()
    assert not panel.isVisible()
    window.status.findings_asked.emit()
    assert panel.isVisible()


def test_a_finding_that_is_chosen_shows_its_office(window: MainWindow, panel: ChecksPanel) -> None:
    choose(panel, "gave up")
    assert window.session.selected == BERLIN.id


def test_one_click_takes_what_is_proposed_and_undo_takes_it_back(
    window: MainWindow, panel: ChecksPanel, qtbot: QtBot
) -> None:
    choose(panel, "gave up")
    button(panel, "Use +63 2 8426 0851").click()
    assert window.session.directory.office(BERLIN.id).phones[0].number == "+63284260851"
    qtbot.waitUntil(lambda: not any("gave up" in text for text in panel.texts()))
    window.actions_.undo.trigger()
    qtbot.waitUntil(lambda: any("gave up" in text for text in panel.texts()))


def test_enter_mends_and_escape_leads_back_to_the_map(window: MainWindow, panel: ChecksPanel) -> None:
    choose(panel, "gave up")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert window.session.directory.office(BERLIN.id).phones[0].number == "+63284260851"
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert window.map.isVisible()


def test_a_finding_is_let_stand_with_a_reason_that_history_keeps(
    window: MainWindow, panel: ChecksPanel, qtbot: QtBot
) -> None:
    choose(panel, "gave up")

    def say_why(dialog: IgnoreDialog) -> None:
        assert not button(dialog, "Let it stand").isEnabled()
        dialog.type_reason("Their switchboard takes both")
        button(dialog, "Let it stand").click()

    in_the_dialog(IgnoreDialog, say_why)
    button(panel, "Let it stand …").click()
    assert window.session.directory.office(BERLIN.id).ignored[0].reason == "Their switchboard takes both"
    qtbot.waitUntil(lambda: not any("gave up" in text for text in panel.texts()))


def test_what_is_let_stand_can_be_looked_at_and_pointed_out_again(
    window: MainWindow, panel: ChecksPanel, qtbot: QtBot
) -> None:
    office = window.session.directory.office(BERLIN.id)
    old = next(finding for finding in check_office(office) if finding.code == "phone_old_plan")
    window.session.save(ignored(office, old, "Their switchboard takes both"))
    qtbot.waitUntil(lambda: not any("gave up" in text for text in panel.texts()))
    panel.look_at_let_stand()
    qtbot.waitUntil(lambda: len(panel.texts()) == 2)
    choose(panel, "gave up")
    button(panel, "Point out again").click()
    assert window.session.directory.office(BERLIN.id).ignored == ()
    qtbot.waitUntil(lambda: panel.texts() == [])
    panel.group(Grouping.OFFICE)
    assert any("gave up" in text for text in panel.texts())


def test_a_finding_that_nobody_can_mend_by_a_click_offers_the_editor(window: MainWindow, panel: ChecksPanel) -> None:
    choose(panel, "is a number in the Philippines")
    assert not any(b.isVisible() and b.text().startswith("Use") for b in panel.findChildren(QPushButton))
    button(panel, "Edit").click()
    assert window.editor.editing


def test_verified_today_is_one_click_here_too(window: MainWindow, panel: ChecksPanel) -> None:
    choose(panel, "Nobody has verified")
    button(panel, "Verified today").click()
    selected = window.session.selected
    assert selected is not None
    office = window.session.directory.office(selected)
    assert (office.verified_on, office.verified_by) == (window.session.directory.today, "Ada")
    assert NOW.date() == office.verified_on


def test_the_findings_can_stand_under_their_kinds(panel: ChecksPanel) -> None:
    panel.group(Grouping.KIND)
    assert "Number of an old plan" in panel.texts()
    panel.group(Grouping.OFFICE)
    assert "Berlin Office" in panel.texts()
