"""Whether somebody made sure that what the directory says of an office is still right, and when that was."""

from dataclasses import replace
from datetime import date

from directory_app.model.office import Office, Status, Summary


def verified(office: Office, on: date, by: str, how: str = "") -> Office:
    """Returns the office as verified on a day by somebody, and how: "called", "website"."""
    return replace(office, verified_on=on, verified_by=by, verified_how=how.strip())


def is_stale(office: Office | Summary, today: date) -> bool:
    """Returns whether an office was never verified or more than a year ago; one that is closed is not asked after."""
    if office.status is Status.CLOSED:
        return False
    return office.verified_on is None or office.verified_on < year_before(today)


def year_before(day: date) -> date:
    """Returns the same day of the year before; for 29 February the 28th."""
    if day.year == date.min.year:
        return date.min
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
