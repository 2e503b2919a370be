"""What opening hours say: rules, each for some days, that are laid over one another."""

from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum

HOUR = 60
DAY = 24 * HOUR
EVERY_DAY = frozenset(range(7))
_A_LEAP_YEAR = 2024


class State(StrEnum):
    """What an office is at the times of a rule."""

    OPEN = "open"
    OFF = "off"
    UNKNOWN = "unknown"
    """It may be open; only the comment says more, such as "by appointment"."""


@dataclass(frozen=True, slots=True, order=True)
class Times:
    """From when to when, in minutes since midnight; `end` is past `DAY` where it is on the next day."""

    start: int
    end: int


ALL_DAY = Times(0, DAY)


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day of one year, or of every year where `year` is 0."""

    month: int
    day: int
    year: int = 0


@dataclass(frozen=True, slots=True)
class Dates:
    """Days of the year, the last included; either both have a year or neither, and then they may pass New Year."""

    first: YearDay
    last: YearDay

    @property
    def is_one_day(self) -> bool:
        """Whether a single day is named."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: the days it is for, the times, and what the office is then.

    Weekdays are numbered from 0, Monday. Without `weekdays`, `public_holidays` and `school_holidays` the rule is for
    every day; without `dates` for the whole year. `times` are empty only where `state` is OFF, and then mean the whole
    day. An `is_additional` rule adds to the rules before it, any other replaces them on its days.
    """

    weekdays: frozenset[int] = frozenset()
    public_holidays: bool = False
    school_holidays: bool = False
    dates: tuple[Dates, ...] = ()
    times: tuple[Times, ...] = ()
    state: State = State.OPEN
    comment: str = ""
    is_additional: bool = False

    @property
    def is_for_every_day(self) -> bool:
        """Whether the rule names no days at all."""
        return not (self.weekdays or self.public_holidays or self.school_holidays or self.dates)

    @property
    def is_always(self) -> bool:
        """Whether the rule is "24/7"."""
        return self.is_for_every_day and self.state is State.OPEN and self.times == (ALL_DAY,)


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Weekly hours and days off: at least one rule, later ones laid over earlier ones."""

    rules: tuple[Rule, ...]

    @property
    def say_when_open(self) -> bool:
        """Whether more is said than which days are off; "off" says that it is never open."""
        return any(rule.state is not State.OFF or rule.is_for_every_day for rule in self.rules)

    @property
    def are_silent_on_holidays(self) -> bool:
        """Whether nothing is said about public holidays, by "PH" or by "24/7"."""
        return not any(rule.public_holidays or rule.is_always for rule in self.rules)


def days_in_month(month: int) -> int:
    """Returns how many days a month, 1 to 12, can have."""
    return monthrange(_A_LEAP_YEAR, month)[1]
