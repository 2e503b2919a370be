"""The bridge between window and directory: what is shown, chosen, changed."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from directory_app.model.scope import Scope
from directory_app.ui.session import DirectorySession
from tests.ui.conftest import BERLIN, KOLN, TOKYO


def _names(session: DirectorySession) -> list[str]:
    return [row.name for row in session.shown.offices]


def test_everything_is_shown_until_something_is_asked_for(session: DirectorySession) -> None:
    assert len(_names(session)) == 4
    assert not session.shown.narrowed


def test_a_query_shows_the_matches_best_first_and_why(session: DirectorySession) -> None:
    session.ask("東京")
    assert _names(session) == ["Japan Office"]
    assert session.shown.reasons[TOKYO.id] == "alias: 東京"


def test_query_and_scope_narrow_together(session: DirectorySession) -> None:
    session.ask("office")
    session.narrow(Scope(region="East Asia"))
    assert _names(session) == ["Japan Office"]
    session.ask("")
    assert _names(session) == ["Japan Office"]


def test_choosing_tells_every_view_once(session: DirectorySession, qtbot: QtBot) -> None:
    told: list[object] = []
    session.office_selected.connect(told.append)
    session.select(BERLIN.id)
    session.select(BERLIN.id)
    assert told == [BERLIN.id]


def test_a_guard_that_says_no_keeps_the_choice_and_tells_the_views_so(session: DirectorySession, qtbot: QtBot) -> None:
    session.select(BERLIN.id)
    session.set_guard(lambda: False)
    with qtbot.waitSignal(session.choice_refused), qtbot.assertNotEmitted(session.office_selected):
        session.select(KOLN.id)
    assert session.selected == BERLIN.id


def test_nobody_is_asked_whether_an_office_that_is_gone_may_be_left(session: DirectorySession) -> None:
    session.select(BERLIN.id)
    asked: list[int] = []

    def ask() -> bool:
        asked.append(1)
        return True

    session.set_guard(ask)
    session.directory.remove(session.directory.office(BERLIN.id), "Bob")
    session.load()
    assert (session.selected, asked) == (None, [])


def test_saving_shows_the_new_values_and_says_so(session: DirectorySession, qtbot: QtBot) -> None:
    office = session.office(BERLIN.id)
    assert office is not None
    notices: list[str] = []
    session.notified.connect(notices.append)
    with qtbot.waitSignal(session.offices_changed) as blocker:
        assert session.save(replace(office, name="Hauptstadtbüro"))
    assert "Hauptstadtbüro" in _names(session)
    assert blocker.args[0].updated == (BERLIN.id,)
    assert notices == ["Saved: Hauptstadtbüro"]


def test_a_refused_save_is_a_sentence_and_not_an_exception(session: DirectorySession, qtbot: QtBot) -> None:
    office = session.office(BERLIN.id)
    assert office is not None
    session.save(replace(office, notes="newer"))
    with qtbot.waitSignal(session.failed) as blocker:
        assert not session.save(replace(office, notes="older"))
    assert "Berlin Office" in blocker.args[0]


def test_undo_without_anything_to_undo_says_so(session: DirectorySession, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.notified) as blocker, qtbot.assertNotEmitted(session.failed):
        assert not session.undo()
    assert blocker.args == ["There is nothing to undo."]


def test_removing_the_chosen_office_leaves_none_chosen_and_undo_brings_it_back(session: DirectorySession) -> None:
    session.select(BERLIN.id)
    office = session.office(BERLIN.id)
    assert office is not None and session.remove(office)
    assert session.selected is None
    assert session.undo()
    assert "Berlin Office" in _names(session)
    assert session.selected == BERLIN.id
