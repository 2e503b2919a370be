"""Slots in words."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.calls import Party, Remark, Slot
from directory_app.model.calls_text import call_text, shown_name, slot_line, slot_title, times_text

BERLIN = ZoneInfo("Europe/Berlin")
ME = Party("You", "Europe/Berlin", ())
MANILA = Party("Manila Office", "Asia/Manila", ())
BEIJING = Party("Beijing Office", "Asia/Shanghai", ())
TOKYO = Party("Japan Office", "Asia/Tokyo", (), is_assumed=True)
APIA = Party("Pacific Islands Office", "Pacific/Apia", ())
SLOT = Slot(datetime(2026, 11, 24, 8, tzinfo=UTC), datetime(2026, 11, 24, 9, 30, tzinfo=UTC))
LATE = Slot(datetime(2026, 11, 24, 21, tzinfo=UTC), datetime(2026, 11, 24, 22, tzinfo=UTC))


def test_a_slot_is_said_in_the_readers_clock() -> None:
    assert slot_title(SLOT, BERLIN) == "Tue 24 Nov, 09:00–10:30"


def test_who_shares_a_clock_is_named_together_in_the_order_of_the_clocks() -> None:
    line = slot_line(SLOT, BERLIN, [TOKYO, MANILA, BEIJING])
    assert line == "16:00–17:30 Manila Office, Beijing Office; 17:00–18:30 Japan Office"


def test_another_day_elsewhere_is_named() -> None:
    assert slot_line(LATE, BERLIN, [APIA]) == "Wed 10:00–11:00 Pacific Islands Office"
    assert times_text(LATE, ZoneInfo("Pacific/Pago_Pago"), date(2026, 11, 25)) == "Tue 10:00–11:00"


def test_who_cannot_is_said_with_the_time_it_is_for_them() -> None:
    slot = Slot(SLOT.start, SLOT.end, (APIA, ME))
    line = slot_line(slot, BERLIN, [ME, MANILA, APIA])
    assert line == (
        "16:00–17:30 Manila Office; outside office hours: Pacific Islands Office (21:00–22:30), You (09:00–10:30)"
    )


def test_who_cannot_because_of_the_day_says_which_day_it_is_on_their_calendar() -> None:
    days = Remark(date(2026, 11, 24), "public holiday: Rest"), Remark(date(2026, 11, 25), "weekend")
    tokyo, apia = (replace(party, remarks=days) for party in (TOKYO, APIA))
    missing = Slot(SLOT.start, SLOT.end, (tokyo, apia))
    assert slot_line(missing, BERLIN, [tokyo, apia]) == (
        "outside office hours: Japan Office (17:00–18:30, public holiday: Rest), "
        "Pacific Islands Office (21:00–22:30, public holiday: Rest)"
    )
    late = Slot(LATE.start, LATE.end, (tokyo,))  # which is Wednesday for both
    text = call_text(late, ME, [tokyo, apia])
    assert "Japan Office: Wed 06:00–07:00, weekend\n" in text
    assert "Pacific Islands Office: Wed 10:00–11:00\n" in text


def test_a_clock_that_changes_during_a_call_is_said() -> None:
    start = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    text = times_text(Slot(start, start + timedelta(hours=1)), BERLIN, date(2026, 10, 25))
    assert text == "02:30–02:30 (the clock changes meanwhile)"


def test_the_text_to_send_has_everybodys_clock() -> None:
    slot = Slot(LATE.start, LATE.end, (TOKYO,))
    lost = Party("Lost Office", "Mars/Olympus", ())
    assert call_text(slot, ME, [APIA, TOKYO, lost]) == (
        "Tue 24 Nov 2026, 22:00–23:00 Berlin time\n"
        "\n"
        "Pacific Islands Office: Wed 10:00–11:00\n"
        "Japan Office: Wed 06:00–07:00, outside office hours\n"
        "Lost Office: its time zone Mars/Olympus is not known\n"
        "UTC: 21:00–22:00\n"
    )


def test_the_text_to_send_says_which_hours_are_assumed_and_that_the_sender_is_not_at_work() -> None:
    text = call_text(Slot(LATE.start, LATE.end, (ME,)), ME, [TOKYO])
    assert text.startswith("Tue 24 Nov 2026, 22:00–23:00 Berlin time, outside office hours\n")
    assert "Japan Office: Wed 06:00–07:00, hours not known\n" in text


def test_a_sender_without_a_clock_writes_in_utc() -> None:
    assert call_text(LATE, Party("You", "", ()), []).startswith("Tue 24 Nov 2026, 21:00–22:00 UTC\n")


def test_a_name_from_right_to_left_does_not_turn_the_times_beside_it() -> None:
    cairo = Party("مكتب القاهرة", "Africa/Cairo", ())
    assert slot_line(SLOT, BERLIN, [cairo]) == "10:00–11:30 \u2068مكتب القاهرة\u2069"


@given(st.text(st.characters(), max_size=20))
def test_a_name_is_one_line_and_never_nothing(name: str) -> None:
    shown = shown_name(name)
    assert shown.strip() and len(shown.splitlines()) == 1
