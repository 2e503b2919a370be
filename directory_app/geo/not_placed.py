"""Why an office is not on the map, as a sentence."""

from collections.abc import Sequence

from directory_app.geo.candidate import Candidate, Match
from directory_app.geo.placing import unambiguous
from directory_app.model.countries import country_in_sentence
from directory_app.model.office import Office
from directory_app.model.place import Precision

_NAMED = 4
_COARSE = frozenset({Precision.AREA, Precision.COUNTRY})


def reason_not_placed(office: Office, candidates: Sequence[Candidate]) -> str:
    """Returns why no machine put an office on the map; `candidates` are the places found for it, best first."""
    address = office.address
    town, country = " ".join(address.city.split()), country_in_sentence(address.country)
    if not country:
        unknown = f"“{address.country}” is no country that is known" if address.country.strip() else ""
        missing = "its address names no country" if town else "its address names neither a town nor a country"
        return _sentence(unknown or missing)
    towns = [candidate for candidate in candidates if candidate.position.precision not in _COARSE]
    named = [candidate for candidate in towns if candidate.match <= Match.SPELLING]
    if unambiguous(candidates) is not None:
        return f"Nobody has placed it yet, though {named[0].name} is known."
    if len(named) > 1:
        meant = town or named[0].name
        return f"Several places may be meant by {meant}: {_areas(named) or _told_apart(named)}."
    if towns:
        asked = f"by {town}" if town else "by its address"
        return f"What is meant {asked} is not certain: it may be {_told_apart(towns)}."
    if not town:
        return "Its address names no town."
    if candidates and candidates[0].position.precision is Precision.AREA:
        return f"No town called {town} is known in {country}, only the area {candidates[0].name}."
    return f"No town called {town} is known in {country}."


def _told_apart(candidates: Sequence[Candidate]) -> str:
    """Returns the places with the areas that they are in, as "Ulm (Bavaria), Ulm (Hesse) or 3 others"."""
    return _listed([c.name if c.area in ("", c.name) else f"{c.name} ({c.area})" for c in candidates])


def _areas(candidates: Sequence[Candidate]) -> str:
    """Returns the areas of places that only these tell apart, as "in Bavaria, Hesse or Saxony", else ""."""
    areas = {candidate.area for candidate in candidates}
    is_one_name = len({candidate.name for candidate in candidates}) == 1
    if not is_one_name or "" in areas or len(areas) < len(candidates):
        return ""
    return f"in {_listed([candidate.area for candidate in candidates])}"


def _listed(texts: Sequence[str]) -> str:
    names = list(dict.fromkeys(texts))
    more = len(names) - _NAMED
    shown = [*names[:_NAMED], f"{more} other{'' if more == 1 else 's'}"] if more > 0 else names
    return f"{', '.join(shown[:-1])} or {shown[-1]}" if len(shown) > 1 else shown[0]


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
