"""Cells that gave no number, or a wrong one, when they were read, and what is read in them today."""

from directory_app.model.office import Office
from directory_app.model.phone import Phone, is_valid
from directory_app.model.phones.cell import read_phones, split_cells


def identity(phone: Phone) -> str:
    """Returns what a finding about a number is about: the number, or the raw text where none was read."""
    return phone.number or phone.raw


def reread(phone: Phone, office: Office) -> tuple[Phone, ...]:
    """Returns the numbers that are read in a doubtful phone's cell today and that the office has not got out of it.

    A number in today's plan is left as it is, and so is one that is read as it was. The kind of the phone is kept.
    """
    if is_valid(phone):
        return ()
    readings = [
        reading
        for cell in split_cells(phone.raw)
        for reading in read_phones(cell, office.address.country, phone.kind)
        if reading.number
    ]
    known = {other.number for other in office.phones if other.raw == phone.raw}
    return () if phone.number in {reading.number for reading in readings} else _others(readings, known)


def _others(readings: list[Phone], known: set[str]) -> tuple[Phone, ...]:
    return tuple(dict.fromkeys(reading for reading in readings if reading.number not in known))
