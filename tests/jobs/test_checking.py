"""All checks over all offices: each office is looked at once until it changes, and a person can stop it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from directory_app.directory import Directory
from directory_app.errors import NotFoundError, StoppedError
from directory_app.jobs.checking import Checks
from directory_app.model.findings import Finding
from directory_app.model.ignoring import ignored
from directory_app.model.office import Email, Kind, Office, Status
from directory_app.model.place import Precision
from tests.builders import a_phone, a_position, an_office, summary_of
from tests.directories import AUTHOR, NOON, a_directory

REACHABLE = (Email("a@example.org"),)
BONN = an_office("Bonn", kind=Kind.REGIONAL_SECRETARIAT, emails=REACHABLE, position=a_position())
MANILA = an_office("Manila", city="Manila", country="PH", phones=(a_phone("+6324260851"),))
LOST = an_office("Lost", city="Hamburg", phones=(a_phone("+49401234567"),))


@pytest.fixture
def directory(empty_database: Path, tmp_path: Path) -> Iterator[Directory]:
    with a_directory(empty_database, tmp_path, [BONN, MANILA, LOST]) as directory:
        yield directory


def _codes(directory: Directory, office: Office, *, with_ignored: bool = False, alone: bool = False) -> list[str]:
    found = directory.check([office.id], with_ignored=with_ignored, alone=alone)
    return [finding.code for _, finding in found]


def _finding(directory: Directory, office: Office, code: str) -> Finding:
    return next(finding for _, finding in directory.check([office.id]) if finding.code == code)


def test_findings_come_in_list_order_with_their_office(directory: Directory) -> None:
    names = [row.name for row, _ in directory.check()]
    assert list(dict.fromkeys(names)) == ["Bonn", "Lost", "Manila"]
    assert _codes(directory, MANILA) == ["phone_old_plan", "not_on_map", "verification_missing"]


def test_an_office_that_is_verified_and_right_is_in_no_doubt(directory: Directory) -> None:
    directory.save(replace(directory.office(BONN.id), verified_on=NOON.date()), AUTHOR)
    assert _codes(directory, BONN) == []


def test_an_edit_is_looked_at_and_so_is_what_it_takes_from_the_others(directory: Directory) -> None:
    assert "phone_shared" not in _codes(directory, LOST)
    saved = replace(directory.office(BONN.id), phones=LOST.phones)
    directory.save(saved, AUTHOR)
    assert "phone_shared" in _codes(directory, LOST)
    directory.remove(directory.office(BONN.id), AUTHOR)
    assert "phone_shared" not in _codes(directory, LOST)
    assert _codes(directory, BONN) == []


def test_an_office_looked_at_alone_says_nothing_of_the_others(directory: Directory) -> None:
    directory.save(replace(directory.office(BONN.id), phones=LOST.phones), AUTHOR)
    assert _codes(directory, LOST, alone=True) == [code for code in _codes(directory, LOST) if code != "phone_shared"]


def test_what_somebody_lets_stand_is_told_only_if_asked_for(directory: Directory) -> None:
    finding = _finding(directory, MANILA, "phone_old_plan")
    directory.save(ignored(directory.office(MANILA.id), finding, "They still answer"), AUTHOR)
    assert "phone_old_plan" not in _codes(directory, MANILA)
    assert "phone_old_plan" in _codes(directory, MANILA, with_ignored=True)
    directory.undo(AUTHOR)
    assert "phone_old_plan" in _codes(directory, MANILA)


def test_a_proposal_is_one_undoable_step(directory: Directory) -> None:
    directory.mend(directory.office(MANILA.id), _finding(directory, MANILA, "phone_old_plan"), AUTHOR)
    assert [phone.number for phone in directory.office(MANILA.id).phones] == ["+63284260851"]
    assert "phone_old_plan" not in _codes(directory, MANILA)
    directory.undo(AUTHOR)
    assert directory.office(MANILA.id).phones == MANILA.phones


def test_an_office_is_put_on_the_map_with_its_time_zone(directory: Directory) -> None:
    directory.mend(directory.office(LOST.id), _finding(directory, LOST, "not_on_map"), AUTHOR)
    office = directory.office(LOST.id)
    assert office.position is not None and office.position.precision is Precision.TOWN
    assert (round(office.position.latitude), office.timezone) == (54, "Europe/Berlin")


def test_an_office_whose_town_is_unknown_is_not_put_anywhere(directory: Directory) -> None:
    finding = Finding("not_on_map", "position", "odd", "1, 2")
    nowhere = replace(directory.office(LOST.id), address=replace(LOST.address, city="Atlantis"))
    with pytest.raises(NotFoundError, match="Atlantis"):
        directory.mend(nowhere, finding, AUTHOR)


def test_an_office_is_verified_by_whoever_says_so_today(directory: Directory) -> None:
    directory.mend(directory.office(BONN.id), _finding(directory, BONN, "verification_missing"), AUTHOR)
    office = directory.office(BONN.id)
    assert (office.verified_on, office.verified_by) == (NOON.date(), AUTHOR)


def test_a_closed_office_that_is_edited_again_is_pointed_out(directory: Directory) -> None:
    directory.save(replace(directory.office(BONN.id), status=Status.CLOSED), AUTHOR)
    assert _codes(directory, BONN) == []
    directory.save(replace(directory.office(BONN.id), websites=("example.org",)), AUTHOR)
    assert _codes(directory, BONN) == ["closed_but_edited"]


class _Shelf:
    """Offices that count how often each is read."""

    def __init__(self, offices: Sequence[Office]) -> None:
        self._offices = {office.id: office for office in offices}
        self.read: list[UUID] = []
        self.rows = [summary_of(office) for office in offices]
        self.checks = Checks(self._take, lambda _: [], lambda _: ())

    def _take(self, ids: Sequence[UUID]) -> list[Office]:
        self.read += ids
        return [self._offices[office] for office in ids if office in self._offices]


TODAY = date(2026, 6, 1)


def test_each_office_is_read_once_until_it_changes() -> None:
    shelf = _Shelf([an_office(f"Office {number}") for number in range(450)])
    told: list[tuple[int, int]] = []
    first = shelf.checks.findings(shelf.rows, TODAY, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (450, 450) and len(told) > 1
    assert len(shelf.read) == len(set(shelf.read)) == 450
    assert shelf.checks.findings(shelf.rows, TODAY) == first
    shelf.checks.forget([shelf.rows[7].id])
    shelf.checks.findings(shelf.rows, TODAY)
    assert shelf.read[450:] == [shelf.rows[7].id]


def test_an_office_looked_at_alone_is_the_only_one_that_is_read() -> None:
    shelf = _Shelf([an_office(f"Office {number}") for number in range(5)])
    wanted = shelf.rows[3].id
    shelf.checks.findings(shelf.rows, TODAY, frozenset([wanted]), alone=True)
    assert shelf.read == [wanted]


def test_a_day_later_an_entry_may_be_too_old() -> None:
    shelf = _Shelf([an_office(verified_on=TODAY - timedelta(days=365))])

    def codes(day: date) -> set[str]:
        return {finding.code for _, finding in shelf.checks.findings(shelf.rows, day)}

    assert "verification_old" not in codes(TODAY)
    assert "verification_old" in codes(TODAY + timedelta(days=1))


def test_a_person_can_stop_it_and_begin_again() -> None:
    shelf = _Shelf([an_office(f"Office {number}") for number in range(450)])

    def stop(done: int, total: int) -> None:
        raise StoppedError("Stopped.")

    with pytest.raises(StoppedError):
        shelf.checks.findings(shelf.rows, TODAY, progress=stop)
    assert 0 < len(shelf.read) < 450
    assert {row.id for row, _ in shelf.checks.findings(shelf.rows, TODAY)} == {row.id for row in shelf.rows}


def test_an_office_that_is_gone_meanwhile_is_in_no_doubt() -> None:
    shelf = _Shelf([an_office("Here")])
    gone = summary_of(an_office("Gone"))
    assert {row.name for row, _ in shelf.checks.findings([*shelf.rows, gone], TODAY)} == {"Here"}
