"""The preview: records listed, narrowed, ticked by mouse and keyboard, decided about beside the list."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from directory_app.model.findings import Finding
from directory_app.model.import_plan import Fate, ImportPlan
from directory_app.model.office import Email
from directory_app.ui.importing.choices import Choices, Decision, Tick
from directory_app.ui.importing.preview import Preview
from directory_app.ui.theme import LIGHT
from tests.builders import a_phone, an_office
from tests.ui.importing.plans import BERLIN, BUREAU, OSLO, ROME, a_plan, changed, duplicate, new, unchanged, unreadable

DOUBT = Finding("phone_short", "phones", "“12” is too short.", suggestion="+49 12")
PLAN = a_plan(
    unchanged(),
    new(ROME),
    new(OSLO, "row 7", findings=(DOUBT,)),
    changed(BERLIN, notes="", emails=(Email("berlin@example.org"),)),
    duplicate(BUREAU, BERLIN),
    unreadable(),
)


@pytest.fixture
def preview(qtbot: QtBot) -> Iterator[Preview]:
    stored = {BERLIN.id: BERLIN}
    preview = Preview(stored.get, LIGHT)
    qtbot.addWidget(preview)
    preview.resize(1000, 600)
    preview.show_choices(Choices(PLAN))
    preview.show()
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    preview.list.setFocus()
    yield preview


def names_of(preview: Preview) -> list[str]:
    return [str(preview.model.index(row).data()) for row in range(preview.model.rowCount())]


def row_of(preview: Preview, fate: Fate) -> int:
    return preview.model.choices.rows(fate)[0]


def test_what_needs_a_person_is_listed_first(preview: Preview) -> None:
    assert names_of(preview) == [
        "Hauptstadtbüro",
        "row 5",
        "Berlin Office",
        "Rome Office",
        "Oslo Office",
        "Paris Office",
    ]


def test_chips_count_the_records_and_narrow_the_list(preview: Preview) -> None:
    assert preview.chips.texts() == [
        "All  6",
        "Possible duplicates  1",
        "Unreadable  1",
        "Changed  1",
        "New  2",
        "Unchanged  1",
    ]
    preview.chips.choose(Fate.NEW)
    assert names_of(preview) == ["Rome Office", "Oslo Office"]


def test_words_narrow_the_list_without_accents_and_case(preview: Preview) -> None:
    preview.search("hauptstadtburo")
    assert names_of(preview) == ["Hauptstadtbüro"]
    preview.search("nothing of this")
    assert names_of(preview) == []
    preview.search("")
    assert len(names_of(preview)) == 6


def test_space_ticks_and_unticks_the_chosen_record(preview: Preview) -> None:
    preview.chips.choose(Fate.NEW)
    QTest.keyClick(preview.list, Qt.Key.Key_Space)
    assert preview.model.choices.to_save()[0].name != "Rome Office"
    QTest.keyClick(preview.list, Qt.Key.Key_Space)
    assert ROME in preview.model.choices.to_save()


def test_space_unticks_all_that_is_selected(preview: Preview) -> None:
    preview.chips.choose(Fate.NEW)
    QTest.keyClick(preview.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(preview.list, Qt.Key.Key_Space)
    assert [preview.model.choices.tick(row) for row in preview.model.choices.rows(Fate.NEW)] == [Tick.NONE, Tick.NONE]


def test_a_click_on_the_box_ticks_and_one_beside_it_only_chooses(preview: Preview) -> None:
    place = preview.list.visualRect(preview.model.index_of(row_of(preview, Fate.NEW)))
    QTest.mouseClick(preview.list.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(16, 20))
    assert preview.model.choices.tick(row_of(preview, Fate.NEW)) is Tick.NONE
    QTest.mouseClick(preview.list.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(120, 20))
    assert preview.model.choices.tick(row_of(preview, Fate.NEW)) is Tick.NONE
    assert preview.list.chosen() == row_of(preview, Fate.NEW)


def test_one_box_takes_all_that_is_shown_or_nothing(preview: Preview) -> None:
    preview.chips.choose(Fate.NEW)
    preview.take_all()
    assert [office.name for office in preview.model.choices.to_save()] == ["Berlin Office"]
    preview.take_all()
    assert len(preview.model.choices.to_save()) == 3


def test_the_detail_of_a_change_shows_old_and_new_and_takes_field_by_field(preview: Preview, qtbot: QtBot) -> None:
    preview.list.choose(row_of(preview, Fate.CHANGED))
    said = preview.detail.texts()
    assert "by the river" in said
    assert "(empty)" in said
    assert "berlin@example.org" in said
    notes = next(view for view in preview.detail.changes() if view.field == "notes")
    with qtbot.waitSignal(preview.chosen):
        notes.set_taken(False)
    assert preview.model.choices.to_save()[-1] == replace(BERLIN, emails=(Email("berlin@example.org"),))


def test_enter_goes_to_the_first_field_and_space_leaves_it(preview: Preview) -> None:
    preview.list.choose(row_of(preview, Fate.CHANGED))
    QTest.keyClick(preview.list, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert preview.model.choices.tick(row_of(preview, Fate.CHANGED)) is Tick.PARTLY


def test_findings_of_a_record_are_sentences(preview: Preview) -> None:
    preview.search("oslo")
    assert "“12” is too short. Proposed: +49 12" in preview.detail.texts()


def test_an_unreadable_record_says_where_and_why(preview: Preview) -> None:
    preview.list.choose(row_of(preview, Fate.UNREADABLE))
    assert {"row 5", "The row has no name."} <= set(preview.detail.texts())


def test_a_duplicate_says_which_office_it_may_be_and_why(preview: Preview) -> None:
    preview.list.choose(row_of(preview, Fate.DUPLICATE))
    assert "It may be Berlin Office: same number." in preview.detail.texts()


def test_a_duplicate_is_kept_apart_by_keyboard_alone(preview: Preview) -> None:
    preview.list.choose(row_of(preview, Fate.DUPLICATE))
    QTest.keyClick(preview.list, Qt.Key.Key_Space)  # a tick cannot decide it: the keyboard goes where it is decided
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    QTest.keyClick(focused, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Not a duplicate"
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert preview.model.choices.decision(row_of(preview, Fate.DUPLICATE)) is Decision.OTHER
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Not a duplicate"


def test_the_same_office_asks_for_a_merge_and_decides_nothing_itself(preview: Preview, qtbot: QtBot) -> None:
    preview.list.choose(row_of(preview, Fate.DUPLICATE))
    with qtbot.waitSignal(preview.merge_asked) as asked:
        preview.detail.decide(Decision.SAME)
    assert asked.args == [row_of(preview, Fate.DUPLICATE), BERLIN.id]
    assert preview.model.choices.decision(row_of(preview, Fate.DUPLICATE)) is None


def test_every_row_is_one_sentence_for_who_listens(preview: Preview) -> None:
    spoken = [
        str(preview.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(preview.model.rowCount())
    ]
    assert spoken[0] == "Hauptstadtbüro, Duplicate?, row 4, may be Berlin Office: same number"
    assert spoken[2] == "Berlin Office, Changed, row 3, E-mail, Notes, ticked"
    assert spoken[4] == "Oslo Office, New, row 7, Oslo, Norway, ticked, 1 finding"


def test_the_model_is_sound(preview: Preview, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(preview.model)  # type: ignore[no-untyped-call]
    preview.chips.choose(Fate.CHANGED)
    assert preview.model.setData(preview.model.index(0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert preview.model.choices.tick(row_of(preview, Fate.CHANGED)) is Tick.NONE
    assert not preview.model.setData(QModelIndex(), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)


def test_an_empty_plan_shows_nothing_and_breaks_nothing(preview: Preview) -> None:
    preview.show_choices(Choices(ImportPlan(())))
    assert names_of(preview) == []
    assert preview.chips.texts() == ["All  0"]
    QTest.keyClick(preview.list, Qt.Key.Key_Space)
    assert preview.detail.texts() == []


def test_hostile_text_is_shown_as_it_is(preview: Preview) -> None:
    name = "<img src=x> & Söhne \x00 \ud800 مكتب " + "x" * 5000
    office = an_office("Hostile", phones=(a_phone("12"),), notes=name)
    preview.show_choices(Choices(a_plan(new(replace(office, name=name)))))
    preview.grab()
    assert any(text.startswith("<img src=x> & Söhne") for text in preview.detail.texts())


def test_in_a_narrow_window_the_detail_stands_below_the_list(preview: Preview, qtbot: QtBot) -> None:
    preview.resize(660, 600)
    qtbot.waitUntil(lambda: preview.detail.mapTo(preview, QPoint(0, 0)).y() > preview.list.height() // 2)
    assert preview.detail.width() > 600
