"""What the call helper asks and what it makes of the answer, as values: worked out here, painted elsewhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from directory_app.model.calls import (
    MONDAY_TO_FRIDAY,
    Party,
    Remark,
    Slot,
    best,
    days_of,
    left_out,
    suits,
    whole_day,
    within,
    working_hours,
)
from directory_app.model.calls_text import day_text, shown_name, slot_line, slot_title
from directory_app.ui.calls.scale import DayScale

SEARCHED_DAYS = 14
MOST_SLOTS = 8
ME = "You"

_FREE = "day off"
_SUITS = "Times that suit everybody"
_NOTHING_SUITS = f"Nothing suits everybody in these {SEARCHED_DAYS} days. This comes nearest:"
_NOBODY = f"Nobody can be phoned in these {SEARCHED_DAYS} days."
_NO_CLOCK = "None of these offices has a time zone that is known. Set it in its entry."

_QUARTER = timedelta(minutes=15)

SpansOf = Callable[[Sequence[UUID], datetime, datetime], list[Party]]
"""Says of offices when they can be phoned between two moments: one party an office, in their order."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which offices, and from which day on, that of the scale."""

    offices: tuple[UUID, ...]
    scale: DayScale

    @property
    def until(self) -> datetime:
        """The end of the last day that is searched, in UTC."""
        return DayScale(self.scale.day + timedelta(days=SEARCHED_DAYS - 1), self.scale.zone).end

    def covers(self, day: date) -> bool:
        """Returns whether a day is searched."""
        return 0 <= (day - self.scale.day).days < SEARCHED_DAYS


@dataclass(frozen=True, slots=True)
class Answer:
    """When the offices of a question can be phoned in all the days that are searched, in their order."""

    question: Question
    parties: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class MyHours:
    """When the person phones: these weekdays, from and to full hours of a zone."""

    zone: ZoneInfo
    opens: int = 9
    closes: int = 17
    days: frozenset[int] = MONDAY_TO_FRIDAY

    def party(self, start: datetime, end: datetime) -> Party:
        """Returns the person between two moments."""
        spans = working_hours(self.zone.key, start, end, self.opens, self.closes, self.days)
        free = [day for day in days_of(self.zone, start, end) if not within(spans, *whole_day(day, self.zone))]
        return Party(ME, self.zone.key, spans, remarks=tuple(Remark(day, _FREE) for day in free))

    @property
    def sentence(self) -> str:
        """What is to be known of hours that go on after midnight; nothing of others."""
        if self.closes > self.opens:
            return ""
        hours = f"from {self.opens:02}:00 to {self.closes:02}:00 the next day"
        return f"You phone past midnight: {hours}, {self.closes + 24 - self.opens} hours."


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to see: the slots to choose from, and all that suit everybody, those that are over too."""

    me: Party
    parties: tuple[Party, ...] = ()
    slots: tuple[Slot, ...] = ()
    bands: tuple[Slot, ...] = ()
    suits_all: bool = True
    sentence: str = ""
    note: str = ""


def asked(spans_of: SpansOf, question: Question) -> Answer:
    """Asks; raises what `spans_of` raises, and ValueError where it forgets an office."""
    parties = spans_of(question.offices, question.scale.start, question.until)
    if len(parties) != len(question.offices):
        raise ValueError("the hours of some offices are missing")
    return Answer(question, tuple(parties))


def plan_of(answer: Answer, my_hours: MyHours, length: timedelta, now: datetime) -> Plan:
    """Returns what suits everybody from now or the day of the question on, or else what comes nearest."""
    first, until, parties = answer.question.scale.start, answer.question.until, answer.parties
    start = max(first, _next_quarter(now))
    me, lost = my_hours.party(first, until), left_out(parties)
    plan = Plan(me, parties, note="; ".join(f"{shown_name(out.party.name)}: {out.reason}" for out in lost))
    if len(lost) == len(parties):
        return replace(plan, suits_all=False, sentence=_NO_CLOCK)
    everybody = [me, *parties]
    slots = suits(everybody, start, until, length)
    if slots:
        bands = suits(everybody, first, until, length)
        return replace(plan, slots=tuple(slots[:MOST_SLOTS]), bands=tuple(bands), sentence=_SUITS)
    nearest = sorted(best(everybody, start, until, length), key=partial(_misses, me))  # whoever phones comes first
    sentence = _NOTHING_SUITS if nearest else _NOBODY
    return replace(plan, slots=tuple(nearest[:MOST_SLOTS]), suits_all=False, sentence=sentence)


def title_of(slot: Slot, zone: ZoneInfo, today: date) -> str:
    """Returns a slot with its day in the person's clock, such as "Tomorrow, Tue 24 Nov, 09:00–10:30"."""
    return _with_word(slot_title(slot, zone), slot.start.astimezone(zone).date(), today)


def line_of(slot: Slot, plan: Plan) -> str:
    """Returns a slot in everybody else's clock, and who cannot."""
    return slot_line(slot, ZoneInfo(plan.me.timezone), plan.parties)


def day_name_of(day: date, today: date) -> str:
    """Returns a day as the person says it, such as "Today, Mon 23 Nov"."""
    return _with_word(day_text(day), day, today)


def _misses(party: Party, slot: Slot) -> bool:
    return party in slot.missing


def _with_word(text: str, day: date, today: date) -> str:
    word = {0: "Today, ", 1: "Tomorrow, "}.get((day - today).days, "")
    return f"{word}{text}"


def _next_quarter(now: datetime) -> datetime:
    moment = now.astimezone(UTC)
    return moment + (datetime.min.replace(tzinfo=UTC) - moment) % _QUARTER
