"""What is special about a drawn day, at the place where it is: other calendars begin their days at other times."""

from dataclasses import dataclass
from datetime import date

from directory_app.model.calls import Party, Span, whole_day, within
from directory_app.model.zones import zone_of
from directory_app.ui.calls.scale import DayScale


@dataclass(frozen=True, slots=True)
class DrawnRemark:
    """A remark about days of a party's own calendar, and which part of the drawn day they are."""

    text: str
    span: Span
    days: tuple[date, ...]

    def sentence(self, scale: DayScale) -> str:
        """Returns it with the days that are meant, where they are only a part of the drawn day."""
        if self.span == (scale.start, scale.end):
            return self.text
        return f"{self.text} ({' and '.join(f'{day:%a}' for day in self.days)} there)"


def remarks_drawn(party: Party, scale: DayScale) -> list[DrawnRemark]:
    """Returns a party's remarks on a drawn day; days that follow each other and are alike are one."""
    zone = zone_of(party.timezone)
    drawn: list[DrawnRemark] = []
    if zone is None:
        return drawn
    for remark in party.remarks:
        for start, end in within([whole_day(remark.day, zone)], scale.start, scale.end):
            text, before = " ".join(remark.text.split()), drawn[-1] if drawn else None
            if before is not None and before.text == text and before.span[1] == start:
                drawn[-1] = DrawnRemark(text, (before.span[0], end), (*before.days, remark.day))
            else:
                drawn.append(DrawnRemark(text, (start, end), (remark.day,)))
    return drawn
