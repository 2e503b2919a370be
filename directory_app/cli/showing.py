"""One office, as somebody about to phone or write to it reads it."""

import argparse
from collections.abc import Iterator
from datetime import datetime

from directory_app.cli.printing import DONE, print_json, print_lines
from directory_app.directory import Directory
from directory_app.model.countries import country_shown
from directory_app.model.office import Office
from directory_app.model.opening_hours.open_now import Hours, open_now
from directory_app.model.phone import Phone, from_country, is_valid
from directory_app.model.plain import Plain


def show(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints everything about one office."""
    from directory_app.exchange.json_export import office_record

    office = directory.find(asked.office)
    record = office_record(office)
    if asked.json:
        print_json(record)
    else:
        print_lines(_lines(office, record, asked.my_country, asked.clock()))
    return DONE


def with_extension(record: Plain) -> str:
    """Returns the number of a phone's record as it is written for people, with its extension."""
    number = record.get("international") or record["number"]
    return f"{number} ext. {record['extension']}" if record["extension"] and "ext" not in number else str(number)


def _lines(office: Office, record: Plain, my_country: str, now: datetime) -> Iterator[str]:
    yield from (record["name"], f"{record['kind']}, {record['region']}", "")
    yield from (*record["address"]["formatted"].split("\n"), "")
    for phone, written in zip(office.phones, record["phones"], strict=True):
        yield f"{written['kind']}: {with_extension(written)}{_dialled(phone, with_extension(written), my_country)}"
    yield from (f"e-mail: {email['address']}" for email in record["emails"])
    yield from (f"web: {site}" for site in record["websites"])
    yield from (f"{person['name']}, {person['role']}".rstrip(", ") for person in record["people"])
    verified = " ".join(part for part in (record["verified_on"], office.verified_by, office.verified_how) if part)
    named = {
        "time there": _clock(office, now),
        "now": open_now(Hours.of(office), now).text,
        "open": office.opening_hours,
        "also serves": ", ".join(map(country_shown, office.covers)),
        "position": _place(office),
    }
    yield from (f"{what}: {text}" for what, text in named.items() if text)
    yield from (line for line in (record["notes"], verified and f"verified: {verified}", f"id: {record['id']}") if line)


def _dialled(phone: Phone, written: str, my_country: str) -> str:
    """Returns how a number is dialled from the reader's country, where that is known and not as it is written."""
    dialled = from_country(phone, my_country) if my_country and is_valid(phone) else ""
    return f"  (from here {dialled})" if dialled not in ("", written) else ""


def _clock(office: Office, now: datetime) -> str:
    from directory_app.geo.clock import difference_text, local_time, short_time

    time = local_time(office.timezone, now)
    return f"{short_time(time)}, {difference_text(time)} ({office.timezone})" if time is not None else ""


def _place(office: Office) -> str:
    from directory_app.model.coordinates import written_decimal

    place = office.position
    return f"{written_decimal(place.point)} ({place.precision.value}, {place.source})" if place else "not on the map"
