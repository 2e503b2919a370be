"""What the commands about places do: where something is, and what is near it."""

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from directory_app.cli.printing import DONE, WITH_FINDINGS, print_json, print_lines, tell
from directory_app.cli.records import candidate_record, near_record
from directory_app.cli.words import country_of
from directory_app.directory import Directory
from directory_app.errors import BadInputError, NotFoundError
from directory_app.geo.candidate import Candidate
from directory_app.model.office import Office
from directory_app.model.place import Position
from directory_app.model.plain import Plain
from directory_app.model.typed import point_of_place, typed_pin

if TYPE_CHECKING:
    from directory_app.geo.online.nominatim import OnlineGeocoder

_NAMED = 4


def geocode(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints where the gazetteer finds a text, the offices named, or all that are not on the map."""
    online = asked.online_geocoder() if asked.online else None
    records: list[Plain] = []
    if asked.query is not None:
        records += _records_of_text(directory, asked.query, country_of(asked.country), online)
    for office in _offices(directory, asked):
        records += _records_of_office(directory, office, online)
    if asked.json:
        print_json(records)
    else:
        print_lines(map(_line, records))
    return DONE if records else WITH_FINDINGS


def _offices(directory: Directory, asked: argparse.Namespace) -> list[Office]:
    if asked.query is not None or asked.offices:
        return [directory.find(text) for text in asked.offices]
    missing = directory.offices(row.id for row in directory.summaries() if row.latitude is None)
    if not missing:
        tell("Every office is on the map.")
    return missing


def _records_of_text(directory: Directory, text: str, country: str, online: "OnlineGeocoder | None") -> list[Plain]:
    if not text.strip():
        raise BadInputError("Write after --query what is to be found, such as a town.")
    known = _known_online(partial(online.locate_text, text, country)) if online else ()
    found = [*known, *directory.places.locate_text(text, country)]
    if not found:
        tell(f"No place called “{text}” is known{' there' if country else ''}. Try a larger town near it.")
    return [candidate_record(candidate, None) for candidate in found]


def _records_of_office(directory: Directory, office: Office, online: "OnlineGeocoder | None") -> list[Plain]:
    from directory_app.geo.not_placed import reason_not_placed

    known = _known_online(partial(online.locate, office.address)) if online else ()
    found = [*known, *directory.places.locate(office)]
    if not found or office.position is None:
        tell(f"{office.name}: {reason_not_placed(office, found)}")
    return [candidate_record(candidate, office) for candidate in found]


def _line(record: Plain) -> str:
    whose = f"{record['office']}: " if record["office"] else ""
    where = f"{record['latitude']}, {record['longitude']} ({record['precision']}, {record['source']})"
    return f"{whose}{record['label']}: {where}"


def _known_online(ask: Callable[[], Sequence[Candidate]]) -> Sequence[Candidate]:
    """Returns what a server knows; why it does not know anything is a message."""
    from directory_app.geo.online.problems import OnlineError

    try:
        return ask()
    except OnlineError as error:
        tell(str(error))
        return ()


def nearest(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints the offices nearest to an office, a place or a point, nearest first; from where is a message."""
    from directory_app.geo.near import near_direction_name, near_distance

    position, name, leave_out = _start(directory, asked.place)
    near = directory.nearest(position, asked.count, leave_out)
    if asked.json:
        print_json([near_record(found) for found in near])
    else:
        tell(f"From {name}:")
        print_lines(f"{n.office.name}: {near_distance(n)} {near_direction_name(n)}".rstrip() for n in near)
    return DONE if near else WITH_FINDINGS


def _start(directory: Directory, text: str) -> tuple[Position, str, UUID | None]:
    """Returns the point to measure from, what it is called, and the office that it is, if it is one.

    A text is coordinates, else what an office is called, else a town or country, else whatever finds one office.
    """
    from directory_app.geo.placing import meant
    from directory_app.model.coordinates import written_decimal

    point = point_of_place(text)
    if point is not None:
        return typed_pin(point), written_decimal(point), None
    if any("name" in hit.matched_in for hit in directory.search(text)):
        return _at(directory, directory.find(text))
    found = directory.places.locate_text(text)
    place = meant(found)
    if place is not None:
        return _in(place)
    try:
        return _at(directory, directory.find(text))
    except NotFoundError:
        raise NotFoundError(_why_unknown(text, found)) from None


def _at(directory: Directory, office: Office) -> tuple[Position, str, UUID]:
    """Returns where an office is, or its town if it is not on the map."""
    if office.position is not None:
        return office.position, office.name, office.id
    found = directory.places.locate(office)
    if not found:
        raise NotFoundError(f"{office.name} is not on the map, so nothing is near it. Give it a town or coordinates.")
    position, name, _ = _in(found[0])
    return position, f"{name}, as {office.name} is not on the map", office.id


def _in(place: Candidate) -> tuple[Position, str, None]:
    from directory_app.geo.near import centre_of, measured_from

    detail = measured_from(place.position)
    return centre_of(place.position), f"{place.label}, {detail}" if detail else place.label, None


def _why_unknown(text: str, found: Sequence[Candidate]) -> str:
    if not found:
        return f"No office matches “{text}”, and no town is called so. Try a larger town near it, or coordinates."
    names = "; ".join(dict.fromkeys(place.label for place in found[:_NAMED]))
    return f"No office matches “{text}”, and several towns may be meant. Write one of them whole, such as {names}."
