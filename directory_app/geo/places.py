"""Where offices are, as the offline gazetteer knows it, for all who ask; it is opened with the first question."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from directory_app.errors import NotFoundError

if TYPE_CHECKING:  # imported when first needed, so that the window need not wait for them
    from directory_app.geo.candidate import Candidate
    from directory_app.geo.gazetteer import Gazetteer
    from directory_app.model.office import Office


class Places:
    """Finds offices and typed places in the gazetteer's file."""

    def __init__(self, gazetteer: Path) -> None:
        """Takes the file, of which nothing is read before the first question."""
        self._path = gazetteer

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer itself. Raises MissingResourceError if its file is missing or damaged."""
        from directory_app.geo.gazetteer import Gazetteer

        return Gazetteer(self._path)

    def locate(self, office: Office) -> list[Candidate]:
        """Returns where an office's address says it is, best first."""
        from directory_app.geo.locate import locate

        return locate(self.gazetteer, office.address)

    def locate_text(self, text: str, country: str = "") -> list[Candidate]:
        """Returns the places that a text may mean, in a country or in any, best first."""
        from directory_app.geo.locate import locate_text

        return locate_text(self.gazetteer, text, country)

    def placed(self, office: Office, before: Office | None) -> Office:
        """Returns an office on its way to be saved where the machine may put it; `before` is how it was saved last."""
        from directory_app.geo.placing import placed

        return placed(office, before, self.locate)

    def placed_anew(self, office: Office) -> Office:
        """Returns an office where its address says, whoever placed it before; raises NotFoundError if none is sure."""
        from directory_app.geo.not_placed import reason_not_placed

        there = self.placed(replace(office, position=None, timezone=""), None)
        if there.position is None:
            raise NotFoundError(f"It stays where it is. {reason_not_placed(office, self.locate(office))}")
        return replace(there, timezone=there.timezone or office.timezone)

    def close(self) -> None:
        """Lets go of the file."""
        if "gazetteer" in self.__dict__:
            self.gazetteer.close()
