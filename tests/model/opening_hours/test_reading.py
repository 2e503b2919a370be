"""Opening hours as offices write them: what is read, what is not, and what is said about that."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from directory_app.model.findings import Level
from directory_app.model.opening_hours.hours import ALL_DAY, Dates, OpeningHours, Rule, State, Times, YearDay
from directory_app.model.opening_hours.reading import hours_findings, read_hours
from directory_app.model.opening_hours.writing import write_hours
from tests.model.opening_hours.hours_strategies import opening_hours

WORKING_DAYS = frozenset(range(5))
NINE_TO_FIVE = Times(9 * 60, 17 * 60)


def rules_in(text: str) -> tuple[Rule, ...]:
    hours = read_hours(text)
    assert hours is not None, hours_findings(text)
    return hours.rules


def doubt_about(text: str) -> str:
    assert read_hours(text) is None
    (finding,) = hours_findings(text)
    assert (finding.code, finding.field, finding.about) == ("opening_hours_unread", "opening_hours", text)
    assert finding.level is Level.WARNING
    return finding.message


def test_weekdays_times_and_days_off_are_read() -> None:
    assert rules_in("Mo-Fr 09:00-17:00; PH off") == (
        Rule(WORKING_DAYS, times=(NINE_TO_FIVE,)),
        Rule(public_holidays=True, state=State.OFF),
    )


def test_a_week_may_go_on_over_sunday() -> None:
    assert rules_in("Su-Th 08:00-16:00")[0].weekdays == {6, 0, 1, 2, 3}


def test_times_may_end_on_the_next_day() -> None:
    assert rules_in("22:00-02:00")[0].times == (Times(22 * 60, 26 * 60),)
    assert rules_in("22:00-26:00") == rules_in("22:00-02:00")


def test_dates_are_days_ranges_and_months() -> None:
    christmas = Dates(YearDay(12, 24), YearDay(12, 26))
    assert rules_in("Dec 24-26 off")[0].dates == (christmas,)
    assert rules_in("Dec 24-26,31 off")[0].dates == (christmas, Dates(YearDay(12, 31), YearDay(12, 31)))
    assert rules_in("Dec 24-Jan 02 off")[0].dates == (Dates(YearDay(12, 24), YearDay(1, 2)),)
    assert rules_in("Jun-Aug Mo-Fr 08:00-14:00")[0].dates == (Dates(YearDay(6, 1), YearDay(8, 31)),)


def test_dates_of_one_year_may_pass_new_year() -> None:
    between = (Dates(YearDay(12, 24, 2026), YearDay(1, 2, 2027)),)
    assert rules_in("2026 Dec 24-2027 Jan 02 off")[0].dates == between
    assert rules_in("2026 Dec 24-Jan 02 off")[0].dates == between


def test_a_rule_after_a_comma_adds_to_the_one_before() -> None:
    first, second = rules_in("Mo-Fr 09:00-12:00, We 14:00-18:00")
    assert not first.is_additional
    assert second == Rule(frozenset({2}), times=(Times(14 * 60, 18 * 60),), is_additional=True)


def test_a_comment_without_times_means_that_nothing_is_sure() -> None:
    assert rules_in('"by appointment"') == (Rule(times=(ALL_DAY,), state=State.UNKNOWN, comment="by appointment"),)
    assert rules_in('Mo 09:00-12:00 "ring twice"')[0].state is State.OPEN


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mo-fr 9:00-17:00", "Mo-Fr 09:00-17:00"),
        ("Mon – Fri: 9-17", "Mo-Fr 09:00-17:00"),
        ("Monday-Friday 9.00-17.00", "Mo-Fr 09:00-17:00"),
        ("Mo 09:00-17:00 “ring twice”", 'Mo 09:00-17:00 "ring twice"'),
        ("Sa,Su closed", "Sa,Su off"),
        ("closed", "off"),
        ("Sept 1-3 off;", "Sep 01-03 off"),
        ("24/7 ; PH OFF", "24/7; PH off"),
        ("Mo-Su 00:00-24:00", "Mo-Su 00:00-24:00"),
        ("Mo,Tu,We,Fr 09:00-17:00", "Mo-We,Fr 09:00-17:00"),
        ("Feb off; Dec 24 9-12", "Feb off; Dec 24 09:00-12:00"),
    ],
)
def test_what_people_write_is_written_in_one_way(typed: str, meant: str) -> None:
    assert write_hours(OpeningHours(rules_in(typed))) == meant
    assert rules_in(meant) == rules_in(typed)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mo-Fr 09:00-12:00 || Sa", "“||”"),
        ("Mo-Fr sunrise-sunset", "sun"),
        ("Mo-Fr 09:00-sunset", "sun"),
        ("week 1-10 Mo 09:00-10:00", "weeks"),
        ("Mo[1] 09:00-10:00", "first Monday"),
        ("easter off", "Easter"),
        ("Mo 09:00-17:00+", "open end"),
        ("Mo-Fr 9am-5pm", "“9am-5pm”"),
        ("Lu-Vi 09:00-17:00", "“Lu-Vi”"),
        ("Mo-Fr 25:00-26:00", "“25:00”"),
        ("Mo-Fr 09:60-17:00", "“09:60”"),
        ("Mo-Fr 09:00-49:00", "“49:00”"),
        ("Mo-Fr 09:00-09:00", "24/7"),
        ("Mo-Fr 9-5", "“09:00-17:00”"),
        ("Mo-Fr 09:00", "too early"),
        ("Feb 30 off", "February has no day “30”"),
        ("Dec 26-24 off", "before they begin"),
        ("2027 Jan 01-2026 Dec 31 off", "before they begin"),
        ("Dec 24-2027 Jan 02 off", "not understood"),
        ("PH, Dec 24 off", "comma"),
        ("Mo-Fr 09:00-17:00,", "too early"),
        ("Mo 09:00-17:00 Tu", "“Tu”"),
        (";", "“;”"),
        ('Mo 09:00-17:00 "ring', '“"ring”'),
        ("\ud800\x00", "“\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}”"),
        ("مفتوح", "“مفتوح”"),
        ("Mo-Fr 09:00-17:00;" * 1000, "1000 characters"),
        ("9" * 900, "…”"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(text: str, said: str) -> None:
    message = doubt_about(text)
    assert said in message
    assert message.endswith(".")


def test_school_holidays_are_left_out_and_that_is_noted() -> None:
    (finding,) = hours_findings("Mo-Fr 09:00-17:00; SH off")
    assert (finding.code, finding.level) == ("opening_hours_unread", Level.NOTE)
    assert rules_in("Mo-Fr 09:00-17:00; SH off")[1].school_holidays


@pytest.mark.parametrize("text", ["", "  \n"])
def test_no_hours_are_nothing_to_doubt(text: str) -> None:
    assert read_hours(text) is None
    assert hours_findings(text) == ()


@given(opening_hours())
@settings(max_examples=200)
def test_hours_are_read_back_as_they_were_written(hours: OpeningHours) -> None:
    assert read_hours(write_hours(hours)) == hours


_PIECES = [
    "Mo",
    "Fr",
    "PH",
    "SH",
    "Dec",
    "24",
    "2026",
    "9",
    "09:00",
    "-",
    ",",
    ";",
    "off",
    "24/7",
    '"x"',
    "+",
    "[",
    " ",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join)))
@example("\ud800")
@example("-")
@settings(max_examples=200)
def test_any_text_is_hours_or_a_finding_or_blank(text: str) -> None:
    hours = read_hours(text)
    if hours is None:
        assert bool(hours_findings(text)) == bool(text.strip())
    else:
        assert read_hours(write_hours(hours)) == hours
