from datetime import date

import pytest

from directory_app.model.office import Status
from directory_app.model.scope import Scope
from directory_app.model.verifying import is_stale, verified, year_before
from tests.builders import an_office, summary_of

TODAY = date(2026, 6, 1)


def test_who_verified_an_office_when_and_how_is_kept() -> None:
    office = verified(an_office(), TODAY, "Ada", " called ")
    assert (office.verified_on, office.verified_by, office.verified_how) == (TODAY, "Ada", "called")


def test_verifying_again_forgets_how_it_was_done_before() -> None:
    before = verified(an_office(), date(2020, 1, 1), "Bob", "website")
    assert verified(before, TODAY, "Ada").verified_how == ""


@pytest.mark.parametrize(
    ("on", "stale"),
    [(None, True), (date(2025, 5, 31), True), (date(2025, 6, 1), False), (TODAY, False), (date(2027, 1, 1), False)],
)
def test_an_office_is_stale_if_it_was_never_verified_or_more_than_a_year_ago(on: date | None, stale: bool) -> None:
    office = an_office(verified_on=on)
    assert is_stale(office, TODAY) is stale
    assert is_stale(summary_of(office), TODAY) is stale


def test_a_closed_office_is_not_asked_after() -> None:
    assert not is_stale(an_office(status=Status.CLOSED), TODAY)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2024, 2, 29), date(2023, 2, 28)),
        (date(2025, 3, 1), date(2024, 3, 1)),
        (date.min, date.min),
    ],
)
def test_every_day_has_a_day_a_year_before(day: date, before: date) -> None:
    assert year_before(day) == before


def test_a_scope_of_stale_offices_holds_no_others() -> None:
    fresh, stale = (summary_of(an_office(verified_on=on)) for on in (TODAY, None))
    assert Scope(stale_on=TODAY).holds(stale)
    assert not Scope(stale_on=TODAY).holds(fresh)
    assert Scope().holds(stale) and Scope().holds(fresh)
