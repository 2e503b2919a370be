"""What people write into cells for kinds, statuses, dates and degrees is understood or left alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.exchange.tables.cell_values import (
    is_timezone,
    kind_name,
    read_degrees,
    read_identifier,
    read_kind,
    read_point,
    read_status,
    read_written_date,
    status_name,
)
from directory_app.model.office import Kind, Status


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("office", Kind.OFFICE),
        ("BÜRO", Kind.OFFICE),
        ("regional_secretariat", Kind.REGIONAL_SECRETARIAT),
        ("Regionalsekretariat", Kind.REGIONAL_SECRETARIAT),
        ("Secrétariat Régional", Kind.REGIONAL_SECRETARIAT),
        ("Secretaría regional", Kind.REGIONAL_SECRETARIAT),
        ("escritorio", Kind.OFFICE),
        ("Fundação", Kind.FOUNDATION),
        ("Bureau de projet", Kind.PROJECT_OFFICE),
        ("Center", Kind.CENTRE),
        ("World Secretariat", Kind.WORLD_SECRETARIAT),
        ("embassy", None),
        ("", None),
    ],
)
def test_a_kind_is_known_by_its_names_in_five_languages(text: str, kind: Kind | None) -> None:
    assert read_kind(text) is kind


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *((text, Status.ACTIVE) for text in ("Active", "ja", "Sí", "TRUE", "1", "ouvert", "Ativo", "x")),
        *((text, Status.CLOSED) for text in ("closed", "nein", "Cerrado", "FALSE", "0", "Fermé", "não")),
        ("perhaps", None),
    ],
)
def test_a_status_is_known_by_its_names_and_by_answers(text: str, status: Status | None) -> None:
    assert read_status(text) is status


def test_what_is_written_for_a_kind_or_a_status_is_read_again() -> None:
    assert [read_kind(kind_name(kind)) for kind in Kind] == list(Kind)
    assert [read_status(status_name(status)) for status in Status] == list(Status)


@pytest.mark.parametrize("text", ["2026-01-31", "31.01.2026", "31. 1. 2026", "1/31/2026", "31/01/2026", "2026/1/31"])
@pytest.mark.parametrize("around", ["{}", " {} "])
def test_a_date_is_read_where_it_can_be_only_one(text: str, around: str) -> None:
    assert read_written_date(around.format(text)) == date(2026, 1, 31)


def test_the_time_behind_a_date_is_left_out() -> None:
    assert read_written_date("2026-01-31 00:00:00") == read_written_date("2026-01-31T23:59:59Z") == date(2026, 1, 31)


@pytest.mark.parametrize("text", ["03/04/2026", "3-4-2026", "31.13.2026", "2026-02-30", "1.2.26", "2026", "May", ""])
def test_what_may_be_two_dates_or_is_none_is_not_read(text: str) -> None:
    assert read_written_date(text) is None


def test_a_day_that_is_its_month_is_no_doubt() -> None:
    assert read_written_date("04/04/2026") == date(2026, 4, 4)


@pytest.mark.parametrize(
    ("text", "limit", "degrees"),
    [
        ("50.7374", 90, 50.7374),
        ("50,7374", 90, 50.7374),
        ("−33,9", 90, -33.9),
        ("33.9 S", 90, -33.9),
        ("W 7,5°", 180, -7.5),
        ("7.5 O", 180, 7.5),
        ("1.9087833720732306e-05", 90, 1.9087833720732306e-05),
        ("-1,5E-05", 180, -1.5e-05),
        ("1.8E+02", 180, 180.0),
        ("1e+999", 180, None),
        ("50°30′36″ N", 90, 50.51),
        ("50° 30' 36'' N", 90, 50.51),
        ("90.5", 90, None),
        ("50 N", 180, None),
        ("7 E", 90, None),
        ("1.234.567", 180, None),
        ("north", 90, None),
        ("", 90, None),
    ],
)
def test_degrees_are_read_with_either_decimal_sign_and_with_their_side(
    text: str, limit: int, degrees: float | None
) -> None:
    assert read_degrees(text, limit) == degrees


@pytest.mark.parametrize(
    "text", ["50.5, 7.25", "50.5 7.25", "50,5; 7,25", "50,5, 7,25", "50,5 7,25", "geo:50.5,7.25", "50°30′0″ N 7°15′ E"]
)
def test_a_place_on_earth_is_read_from_one_cell(text: str) -> None:
    assert read_point(text) == (50.5, 7.25)


@pytest.mark.parametrize("text", ["1.5e-05, 7.25", "1.5E-05,7.25", "1.5e-05 7.25", "1,5E-05; 7,25"])
def test_a_place_next_to_the_equator_is_read_as_spreadsheets_write_it(text: str) -> None:
    assert read_point(text) == (1.5e-05, 7.25)


@pytest.mark.parametrize("text", ["50.5", "95, 7", "50, 190", "Bonn, Germany", "1, 2, 3", ""])
def test_what_is_no_place_on_earth_is_not_read(text: str) -> None:
    assert read_point(text) is None


def test_a_zone_is_one_of_the_database() -> None:
    assert is_timezone("Europe/Berlin")
    assert not any(map(is_timezone, ("Berlin time", "../etc/passwd", "Europe", "", "\0", "\ud800", "x" * 5000)))


@given(st.text())
def test_no_text_is_beyond_reading(text: str) -> None:
    read_kind(text), read_status(text), read_written_date(text), read_point(text), read_identifier(text)
    degrees = read_degrees(text, 90)
    assert degrees is None or abs(degrees) <= 90
