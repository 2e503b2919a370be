"""Which steps can be undone and redone, read off the log."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.change import Origin
from directory_app.model.undo import Step, UndoStack, undo_stack


def _id(number: int) -> UUID:
    return UUID(int=number)


def _edit(number: int) -> Step:
    return Step(_id(number), Origin.EDIT)


def test_edits_can_be_undone_newest_first() -> None:
    assert undo_stack([_edit(1), _edit(2)]) == UndoStack((_id(1), _id(2)), ())


def test_an_undone_step_can_be_redone_and_then_undone_again() -> None:
    undone = [_edit(1), Step(_id(2), Origin.UNDO, _id(1))]
    assert undo_stack(undone) == UndoStack((), (_id(2),))
    assert undo_stack([*undone, Step(_id(3), Origin.REDO, _id(2))]) == UndoStack((_id(3),), ())


def test_a_new_edit_after_an_undo_closes_the_way_forward() -> None:
    steps = [_edit(1), Step(_id(2), Origin.UNDO, _id(1)), _edit(3)]
    assert undo_stack(steps) == UndoStack((_id(3),), ())


def test_undo_ends_at_the_first_loading() -> None:
    assert undo_stack([Step(_id(1), Origin.SEED)]) == UndoStack((), ())


def test_an_import_is_undone_like_an_edit() -> None:
    assert undo_stack([Step(_id(1), Origin.IMPORT)]).done == (_id(1),)


@given(st.lists(st.sampled_from(["edit", "undo", "redo"])))
def test_the_log_agrees_with_an_editor_that_keeps_two_stacks(acts: list[str]) -> None:
    log: list[Step] = []
    done: list[int] = []
    undone: list[int] = []
    for number, act in enumerate(acts, start=1):
        if act == "edit":
            log.append(_edit(number))
            done, undone = [*done, number], []
        elif act == "undo" and done:
            log.append(Step(_id(number), Origin.UNDO, _id(done.pop())))
            undone.append(number)
        elif act == "redo" and undone:
            log.append(Step(_id(number), Origin.REDO, _id(undone.pop())))
            done.append(number)
        assert undo_stack(log) == UndoStack(tuple(map(_id, done)), tuple(map(_id, undone)))
