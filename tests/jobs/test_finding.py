"""The search is made ready in any thread, stopped at once, and true of what was written meanwhile."""

from uuid import UUID

import pytest

from directory_app.errors import StoppedError
from directory_app.jobs.finding import Finder
from directory_app.model.office import Office
from directory_app.model.progress import untold
from tests.builders import an_office

BERLIN = an_office("Berlin Office")
KOLN = an_office("Köln Office")


class Shelf:
    """Offices as a store has them."""

    def __init__(self, *offices: Office) -> None:
        self.offices = {office.id: office for office in offices}

    def read(self, ids: object) -> list[Office]:
        return [self.offices[office] for office in ids if office in self.offices]  # type: ignore[attr-defined]

    def finder(self) -> Finder:
        return Finder(lambda: list(self.offices), self.read, list)


def is_ready(finder: Finder) -> bool:
    return finder.is_ready


def found(finder: Finder, text: str) -> list[UUID]:
    return [hit.id for hit in finder.search(text, None, None)]


def test_it_is_ready_once_it_was_made_or_asked() -> None:
    made, asked = Shelf(BERLIN).finder(), Shelf(BERLIN).finder()
    assert not is_ready(made)
    made.make_ready(untold)
    assert found(asked, "berlin") == [BERLIN.id]
    assert is_ready(made)
    assert is_ready(asked)


def test_what_changes_while_it_is_made_is_found_as_it_is_then() -> None:
    shelf = Shelf(BERLIN, KOLN)
    finder = shelf.finder()

    def change(done: int, total: int) -> None:
        if BERLIN.id in shelf.offices:
            del shelf.offices[BERLIN.id]
            finder.forget([BERLIN.id])

    finder.make_ready(change)
    assert found(finder, "office") == [KOLN.id]


def test_one_that_was_stopped_is_made_by_the_next_who_asks() -> None:
    finder = Shelf(BERLIN).finder()

    def stop(done: int, total: int) -> None:
        raise StoppedError("Enough.")

    with pytest.raises(StoppedError):
        finder.make_ready(stop)
    assert not finder.is_ready
    assert found(finder, "berlin") == [BERLIN.id]


def test_many_changes_are_to_be_read_in_the_background_and_few_are_not() -> None:
    many = [an_office(f"Office {number}") for number in range(100)]
    shelf = Shelf(*many)
    finder = shelf.finder()
    finder.make_ready(untold)
    finder.forget([many[0].id])
    assert is_ready(finder)
    finder.forget(office.id for office in many)
    assert not is_ready(finder)
    finder.make_ready(untold)
    assert is_ready(finder)
