"""Addresses looked up with geopy's Nominatim, where a user allows it."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from directory_app.errors import BadInputError
from directory_app.geo.candidate import Candidate
from directory_app.geo.online.allowed import OnlineSettings, online_settings
from directory_app.geo.online.answers import GOOD_ENOUGH, ZoneAt, candidates_of
from directory_app.geo.online.cache import AnswerCache, Places
from directory_app.geo.online.pace import Pace
from directory_app.geo.online.query import Question, question_of_text, questions
from directory_app.geo.online.territories import asked_codes
from directory_app.geo.online.waiting import Wait
from directory_app.model.address import PostalAddress
from directory_app.model.countries import country_name
from directory_app.settings import Settings

if TYPE_CHECKING:
    from directory_app.geo.online.transport import Transport

_MOST_PLACES = 5


class OnlineGeocoder:
    """Asks a Nominatim server; any thread may. There is none unless the settings say that there may be one."""

    def __init__(
        self,
        settings: OnlineSettings,
        cache: AnswerCache,
        pace: Pace,
        zone_at: ZoneAt,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Raises BadInputError where looking up online is not switched on."""
        if not settings.is_on:
            raise BadInputError("Looking up addresses online is switched off. Switch it on in Settings.")
        self._settings, self._cache, self._pace = settings, cache, pace
        self._zone_at, self._clock = zone_at, clock

    @property
    def host(self) -> str:
        """Who is asked."""
        return self._settings.server.host

    def locate(self, address: PostalAddress, wait: Wait = time.sleep) -> list[Candidate]:
        """Returns the places in its country that an address may mean, best first; an unknown country gives none.

        Raises problems.OnlineError, and what `wait` raises. It takes its time: never in the window's thread.
        """
        best: list[Candidate] = []
        for question in questions(address) if country_name(address.country) else ():
            found = self._ask(question, address, wait)
            if any(candidate.position.precision in GOOD_ENOUGH for candidate in found):
                return found
            best = best or found
        return best

    def locate_text(self, text: str, country: str, wait: Wait = time.sleep) -> list[Candidate]:
        """Returns the places in a country, ISO 3166-1 alpha-2, that a text may mean; as `locate` otherwise."""
        question = question_of_text(text)
        if question is None or not country_name(country):
            return []
        return self._ask(question, PostalAddress(country=country), wait)

    def _ask(self, question: Question, address: PostalAddress, wait: Wait) -> list[Candidate]:
        from geopy.geocoders import Nominatim  # slow to import

        from directory_app.geo.online.transport import Transport

        transport = Transport(self._settings, self._cache, self._pace, wait, self._clock)
        server = self._settings.server
        geocoder = Nominatim(
            scheme=server.scheme,
            domain=server.place,
            user_agent=self._settings.user_agent,
            adapter_factory=_adapter_over(transport),
        )
        locations = geocoder.geocode(
            question.parts or question.text,
            exactly_one=False,
            limit=_MOST_PLACES,
            addressdetails=True,
            language="en",
            country_codes=asked_codes(address.country),
        )
        return candidates_of([location.raw for location in locations or ()], address, self._zone_at)


def _adapter_over(transport: "Transport") -> type:
    """Returns the class with which geopy asks the transport; proxies are those of the system."""
    from geopy.adapters import BaseSyncAdapter

    class Adapter(BaseSyncAdapter):  # type: ignore[misc]  # geopy ships no annotations
        def get_json(self, url: str, *, timeout: object, headers: Mapping[str, str]) -> Places:
            return transport.places(url, headers)

        def get_text(self, url: str, *, timeout: object, headers: object) -> str:
            raise NotImplementedError("Nominatim answers in JSON")

    return Adapter


def online_geocoder(settings: Settings, folder: Path, version: str, zone_at: ZoneAt) -> OnlineGeocoder | None:
    """Returns the geocoder that a user's settings allow, None where the switch is off.

    `folder` is the program's data folder, where answers and the time of the last request are kept.
    Raises BadInputError where the server's address cannot be used.
    """
    allowed = online_settings(settings, version)
    if not allowed.is_on:
        return None
    return OnlineGeocoder(
        allowed, AnswerCache(folder / "online" / "answers"), Pace(folder / "online" / "turn"), zone_at
    )
