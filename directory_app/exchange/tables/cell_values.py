"""What cells say in fields of few values: kinds, statuses, dates and degrees, as people write them."""

import re
from datetime import date
from functools import cache
from uuid import UUID

from directory_app.model.folding import fold
from directory_app.model.office import Kind, Status
from directory_app.model.typed import COORDINATES
from directory_app.model.zones import zone_of

_KIND_NAMES = {
    Kind.WORLD_SECRETARIAT: """World secretariat | Headquarters | HQ | Global office | Weltsekretariat | Hauptsitz
        | Secretaría mundial | Secretariado mundial | Sede mundial | Sede central | Secrétariat mondial | Siège""",
    Kind.REGIONAL_SECRETARIAT: """Regional secretariat | Regional office | Secretariat | Regionalsekretariat
        | Regionalbüro | Sekretariat | Secretaría regional | Secretariado regional | Oficina regional | Secretaría
        | Secretariado | Escritório regional | Secretaria regional | Secrétariat régional | Bureau régional
        | Secrétariat""",
    Kind.OFFICE: """Office | Country office | National office | Local office | Branch | Branch office | Büro
        | Länderbüro | Landesbüro | Geschäftsstelle | Niederlassung | Zweigstelle | Oficina | Oficina nacional
        | Escritório | Escritório nacional | Bureau | Bureau national""",
    Kind.PROJECT_OFFICE: """Project office | Projektbüro | Oficina de proyecto | Oficina de proyectos
        | Escritório de projeto | Escritório de projetos | Bureau de projet | Bureau de projets""",
    Kind.CENTRE: """Centre | Center | Capacity centre | Capacity center | Training centre | Training center | Zentrum
        | Kompetenzzentrum | Centro | Centro de capacitación | Centro de capacitação | Centre de formation""",
    Kind.FOUNDATION: "Foundation | Stiftung | Fundación | Fundação | Fondation",
}
"""What kinds are called in English, German, Spanish, Portuguese and French; the first name is what is written."""

_STATUS_NAMES = {
    Status.ACTIVE: """Active | Open | Yes | True | 1 | x | In operation | Aktiv | Offen | Geöffnet | Ja | Wahr
        | Activo | Activa | Abierto | Abierta | Sí | Ativo | Ativa | Aberto | Aberta | Sim | Actif | Ouvert | Ouverte
        | Oui""",
    Status.CLOSED: """Closed | Inactive | No | False | 0 | Shut | Geschlossen | Inaktiv | Nein | Falsch | Cerrado
        | Cerrada | Inactivo | Inactiva | Fechado | Fechada | Encerrado | Encerrada | Inativo | Inativa | Não | Fermé
        | Fermée | Inactif | Non""",
}

_DAY_FIRST = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ T]\d{1,2}:\d\d.*)?")
_EITHER_FIRST = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})")

_NUMBER = r"(\d{1,3}(?:[.,]\d*)?)"
_SMALL_NUMBER = r"(\d{1,3}(?:[.,]\d*)?(?:E[+-]\d{1,3})?)"
"""Spreadsheets write what is nearly nothing as 1.9E-05; the sign tells the exponent from the letter of the east."""
_DEGREES = re.compile(
    rf"""([NSEWO]?)\s*([+-]?)\s*{_SMALL_NUMBER}\s*°?\s*(?:{_NUMBER}\s*['′’]\s*(?:{_NUMBER}\s*(?:["″”]|''))?)?\s*([NSEWO]?)""",
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN_DEGREES = re.compile(r"\s*;\s*|,\s+|(?<=[NSns])\s*,?\s*|\s+(?=[+-]?\d+[.,])")


def read_kind(text: str) -> Kind | None:
    """Returns the kind of office that a text names, or None."""
    return _kinds().get(_folded(text))


def read_status(text: str) -> Status | None:
    """Returns whether an office is open, from a word for it or an answer to "active?", or None."""
    return _statuses().get(_folded(text))


def kind_name(kind: Kind) -> str:
    """Returns a kind as it is written in a table."""
    return _KIND_NAMES[kind].split(" | ")[0]


def status_name(status: Status) -> str:
    """Returns a status as it is written in a table."""
    return _STATUS_NAMES[status].split(" | ")[0]


def read_written_date(text: str) -> date | None:
    """Returns the date of a text, or None for what is none and for what may be two ("03/04/2026")."""
    text = text.strip()
    try:
        if match := _YEAR_FIRST.fullmatch(text):
            return date(int(match[1]), int(match[3]), int(match[4]))
        if match := _DAY_FIRST.fullmatch(text):
            return date(int(match[3]), int(match[2]), int(match[1]))
        if match := _EITHER_FIRST.fullmatch(text):
            first, second, year = int(match[1]), int(match[3]), int(match[4])
            if first > 12 or first == second:
                return date(year, second, first)
            return date(year, first, second) if second > 12 else None
    except ValueError:
        pass
    return None


def read_degrees(text: str, limit: int) -> float | None:
    """Returns the degrees of a text ("50,7374", "50°44′14″ N"), or None if it has none or they are beyond the limit."""
    match = _DEGREES.fullmatch(text.strip().replace("−", "-"))
    if match is None:
        return None
    before, sign, degrees, minutes, seconds, after = match.groups()
    side = (before + after).upper()
    if len(side) > 1 or (side and (side in "NS") != (limit == 90)):
        return None
    value = _float(degrees) + _float(minutes) / 60 + _float(seconds) / 3600
    value = -value if sign == "-" or side in ("S", "W") else value
    return value if abs(value) <= limit else None


def read_point(text: str) -> tuple[float, float] | None:
    """Returns the latitude and longitude of a text such as "50.7374, 7.0982", or None."""
    text = text.strip().removeprefix("geo:")
    match = COORDINATES.fullmatch(text)
    parts = list(match.groups()) if match else _BETWEEN_DEGREES.split(text, maxsplit=1)
    if len(parts) != 2:
        return None
    latitude, longitude = read_degrees(parts[0], 90), read_degrees(parts[1], 180)
    return None if latitude is None or longitude is None else (latitude, longitude)


def read_identifier(text: str) -> UUID | None:
    """Returns the identifier of an office, or None for what identifies it elsewhere."""
    try:
        return UUID(text.strip())
    except ValueError:
        return None


def is_timezone(text: str) -> bool:
    """Tells whether a text is the name of a zone of the IANA database."""
    return zone_of(text) is not None


def _float(number: str | None) -> float:
    return float(number.replace(",", ".")) if number else 0.0


@cache
def _kinds() -> dict[str, Kind]:
    return {name: kind for kind, names in _KIND_NAMES.items() for name in (_folded(kind), *_each_folded(names))}


@cache
def _statuses() -> dict[str, Status]:
    return {name: status for status, names in _STATUS_NAMES.items() for name in (_folded(status), *_each_folded(names))}


def _each_folded(names: str) -> list[str]:
    return [_folded(name) for name in names.split("|")]


def _folded(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())
