"""Opening hours in words."""

import pytest
from hypothesis import given, settings

from directory_app.model.opening_hours.hours import OpeningHours
from directory_app.model.opening_hours.reading import read_hours
from directory_app.model.opening_hours.words import hours_in_words
from tests.model.opening_hours.hours_strategies import opening_hours


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mo-Fr 09:00-17:00; PH off", "Open Monday to Friday 9:00 to 17:00; closed on public holidays"),
        (
            "Mo-Th 08:30-12:00,13:00-17:00; Fr 08:30-12:00",
            "Open Monday to Thursday 8:30 to 12:00 and 13:00 to 17:00, Friday 8:30 to 12:00",
        ),
        ("24/7", "Open around the clock"),
        ("22:00-02:00", "Open every day 22:00 to 2:00"),
        ("Sa,Su off", "Closed on Saturday and Sunday"),
        ("Mo,We,Fr 09:00-24:00", "Open Monday, Wednesday and Friday 9:00 to midnight"),
        ("Mo-Fr", "Open Monday to Friday all day"),
        ("Dec 24-26,31 off", "Closed 24 to 26 December and 31 December"),
        ("2026 Dec 24-Jan 02 off", "Closed 24 December 2026 to 2 January 2027"),
        ("Jun-Aug Mo 08:00-14:00; Dec off", "Open June to August Monday 8:00 to 14:00; closed December"),
        ("Mo 09:00-12:00, We 14:00-18:00", "Open Monday 9:00 to 12:00, also Wednesday 14:00 to 18:00"),
        ('Sa "by appointment"', "Perhaps open Saturday (“by appointment”)"),
        ("We 12:00-13:00 off", "Closed on Wednesday 12:00 to 13:00"),
        ("PH,SH off", "Closed on public holidays and school holidays"),
        ("off", "Closed"),
    ],
)
def test_hours_are_said_in_words(text: str, words: str) -> None:
    hours = read_hours(text)
    assert hours is not None
    assert hours_in_words(hours) == words


@given(opening_hours())
@settings(max_examples=100)
def test_any_hours_have_words(hours: OpeningHours) -> None:
    words = hours_in_words(hours)
    assert words == words.strip()
    assert words[0].isupper()
