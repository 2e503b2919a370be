"""What the call helper asks and what it makes of the answer, as values: worked out here, painted elsewhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from directory_app.model.calls import MONDAY_TO_FRIDAY, Party, Slot, best, left_out, suits, working_hours
from directory_app.model.calls_text import day_text, shown_name, slot_line, slot_title
from directory_app.ui.calls.scale import DayScale

SEARCHED_DAYS = 14
MOST_SLOTS = 8
ME = "You"

_SUITS = "Times that suit everybody"
_NOTHING_SUITS = f"Nothing suits everybody in these {SEARCHED_DAYS} days. This comes nearest:"
_NOBODY = f"Nobody can be phoned in these {SEARCHED_DAYS} days."
_NO_CLOCK = "None of these offices has a time zone that is known. Set it in its entry."

_QUARTER = timedelta(minutes=15)

SpansOf = Callable[[Sequence[UUID], datetime, datetime], list[Party]]
"""Says of offices when they can be phoned between two moments: one party an office, in their order."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which offices, and from which day on."""

    offices: tuple[UUID, ...]
    scale: DayScale


@dataclass(frozen=True, slots=True)
class Answer:
    """When the offices of a question can be phoned: on its day, with what is special then, and in all the days."""

    question: Question
    of_day: tuple[Party, ...] = ()
    ahead: tuple[Party, ...] = ()


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
        return Party(ME, self.zone.key, spans)


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to see: the slots to choose from, and those of the whole day drawn that suit everybody."""

    me: Party
    parties: tuple[Party, ...] = ()
    slots: tuple[Slot, ...] = ()
    bands: tuple[Slot, ...] = ()
    suits_all: bool = True
    sentence: str = ""
    note: str = ""


def asked(spans_of: SpansOf, question: Question) -> Answer:
    """Asks; raises what `spans_of` raises, and ValueError where it forgets an office."""
    of_day = spans_of(question.offices, question.scale.start, question.scale.end)
    ahead = spans_of(question.offices, question.scale.start, _until(question.scale))
    if not len(of_day) == len(ahead) == len(question.offices):
        raise ValueError("the hours of some offices are missing")
    return Answer(question, tuple(of_day), tuple(ahead))


def plan_of(answer: Answer, my_hours: MyHours, length: timedelta, now: datetime) -> Plan:
    """Returns what suits everybody from now or the day of the question on, or else what comes nearest."""
    scale = answer.question.scale
    start, until = max(scale.start, _next_quarter(now)), _until(scale)
    me, lost = my_hours.party(start, until), left_out(answer.ahead)
    plan = Plan(me, answer.ahead, note="; ".join(f"{shown_name(out.party.name)}: {out.reason}" for out in lost))
    if len(lost) == len(answer.ahead):
        return replace(plan, suits_all=False, sentence=_NO_CLOCK)
    everybody = [me, *answer.ahead]
    slots = suits(everybody, start, until, length)
    if slots:
        on_day = suits([my_hours.party(scale.start, scale.end), *answer.of_day], scale.start, scale.end, length)
        return replace(plan, slots=tuple(slots[:MOST_SLOTS]), bands=tuple(on_day), sentence=_SUITS)
    nearest = best(everybody, start, until, length)
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


def _with_word(text: str, day: date, today: date) -> str:
    word = {0: "Today, ", 1: "Tomorrow, "}.get((day - today).days, "")
    return f"{word}{text}"


def _until(scale: DayScale) -> datetime:
    return DayScale(scale.day + timedelta(days=SEARCHED_DAYS - 1), scale.zone).end


def _next_quarter(now: datetime) -> datetime:
    moment = now.astimezone(UTC)
    return moment + (datetime.min.replace(tzinfo=UTC) - moment) % _QUARTER
