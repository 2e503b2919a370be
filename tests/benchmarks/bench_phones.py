"""How long phone cells take to be read, against bare phonenumbers over the same numbers."""

import random
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import phonenumbers

from directory_app.model.phones.cell import read_phones

GOAL = 1.5
WARM_UPS = 10
BATCHES = 200
CELLS_A_BATCH = 100

_COUNTRIES = (
    *("AR", "AT", "AU", "BR", "CA", "CH", "CL", "CN", "DE", "ES", "FR", "GB"),
    *("IN", "IT", "JP", "KE", "KR", "MX", "NG", "PH", "PT", "TW", "US", "ZA"),
)
_TYPES = (phonenumbers.PhoneNumberType.FIXED_LINE,) * 2 + (phonenumbers.PhoneNumberType.MOBILE,)
_ABROAD = phonenumbers.PhoneNumberFormat.INTERNATIONAL
_AT_HOME = phonenumbers.PhoneNumberFormat.NATIONAL
_E164 = phonenumbers.PhoneNumberFormat.E164


class Written(NamedTuple):
    """A number as somebody writes it in the country given."""

    text: str
    country: str


class Cell(NamedTuple):
    """A cell as a list of offices has it, and the numbers in it, each written by itself."""

    text: str
    country: str
    numbers: tuple[Written, ...]


def main() -> bool:
    """Prints both times and their ratio; returns whether the goal is reached.

    Both take turns, batch by batch, and nothing is read twice, so that nothing remembered helps. Times
    are the processor's, so that other programs count for neither. Both run with phonenumbers' patterns
    kept, for the reader has the library keep them.
    """
    chance = random.Random(1)
    numbers = _numbers(chance)
    batches = [_cells(chance, numbers) for _ in range(WARM_UPS + BATCHES)]
    times = [(_read(batch), _parse(batch)) for batch in batches][WARM_UPS:]
    count = statistics.mean(sum(len(cell.numbers) for cell in batch) for batch in batches)
    return _report([ours / count for ours, _ in times], [bare / count for _, bare in times])


def _read(cells: Sequence[Cell]) -> float:
    """Returns the seconds of work that the reader takes."""
    start = time.process_time()
    for cell in cells:
        read_phones(cell.text, cell.country)
    return time.process_time() - start


def _parse(cells: Sequence[Cell]) -> float:
    """Returns the seconds of work that the bare library takes for the numbers by themselves."""
    numbers = [number for cell in cells for number in cell.numbers]
    start = time.process_time()
    for text, country in numbers:
        number = phonenumbers.parse(text, country)
        phonenumbers.is_valid_number(number)
        phonenumbers.format_number(number, _E164)
    return time.process_time() - start


def _report(ours: Sequence[float], bare: Sequence[float]) -> bool:
    ratio = statistics.median(mine / theirs for mine, theirs in zip(ours, bare, strict=True))
    print(f"phones: {statistics.median(ours) * 1e6:.1f} µs a number out of cells of all kinds,")
    print(f"        {statistics.median(bare) * 1e6:.1f} µs with bare phonenumbers by itself;")
    print(f"        medians of {len(ours)} alternating batches of {CELLS_A_BATCH} cells")
    print(f"        ratio {ratio:.2f}, goal at most {GOAL}: {'reached' if ratio <= GOAL else 'missed'}")
    return ratio <= GOAL


# The corpus

_Numbers = Iterator[tuple[phonenumbers.PhoneNumber, str]]


def _cells(chance: random.Random, numbers: _Numbers) -> list[Cell]:
    styles = chance.choices([style for style, _ in _STYLES], [weight for _, weight in _STYLES], k=CELLS_A_BATCH)
    return [style(chance, numbers) for style in styles]


def _numbers(chance: random.Random) -> _Numbers:
    """Yields valid numbers, each once, with their country."""
    seen: set[str] = set()
    while True:
        country = chance.choice(_COUNTRIES)
        example = phonenumbers.example_number_for_type(country, chance.choice(_TYPES))
        digits = phonenumbers.national_significant_number(example) if example else ""
        number = phonenumbers.parse(f"{digits[:-4]}{chance.randrange(10000):04}", country) if digits else None
        if number and phonenumbers.is_valid_number(number) and (key := str(number)) not in seen:
            seen.add(key)
            yield number, country


def _abroad(number: phonenumbers.PhoneNumber) -> str:
    return phonenumbers.format_number(number, _ABROAD)


def _plain(_: random.Random, numbers: _Numbers) -> Cell:
    number, country = next(numbers)
    return Cell(_abroad(number), country, (Written(_abroad(number), country),))


def _national(_: random.Random, numbers: _Numbers) -> Cell:
    number, country = next(numbers)
    text = phonenumbers.format_number(number, _AT_HOME)
    return Cell(text, country, (Written(text, country),))


def _with_trunk_zero(_: random.Random, numbers: _Numbers) -> Cell:
    number, country = next(numbers)
    code, rest = _abroad(number).split(" ", 1)
    zero = "(0)" if phonenumbers.ndd_prefix_for_region(country, True) == "0" else ""
    text = f"{code} {zero}{rest}"
    return Cell(text, country, (Written(text, country),))


def _labelled(chance: random.Random, numbers: _Numbers) -> Cell:
    cell = (_national if chance.random() < 0.25 else _plain)(chance, numbers)
    label = chance.choice(("Tel.: ", "T: ", "Phone ", "Fax: ", "Mobile: ", "Téléphone : ", "Fax (consular): "))
    return cell._replace(text=label + cell.text)


def _remarked(chance: random.Random, numbers: _Numbers) -> Cell:
    cell = _plain(chance, numbers)
    remark = chance.choice(("(24 hrs a day)", "(Plantão)", "(Fax)", "(during working hours)"))
    return cell._replace(text=f"{cell.text} {remark}")


def _extended(chance: random.Random, numbers: _Numbers) -> Cell:
    cell = _plain(chance, numbers)
    word = chance.choice((" ext. ", "x", " ext ", " ramal "))
    return cell._replace(text=f"{cell.text}{word}{chance.randrange(10, 9999)}")


def _two(chance: random.Random, numbers: _Numbers) -> Cell:
    first = (_national if chance.random() < 0.25 else _plain)(chance, numbers)
    second = _plain(chance, numbers)
    joint = chance.choice(("; ", " / ", ", ", " or ", " and ", " Fax: "))
    return Cell(first.text + joint + second.text, first.country, first.numbers + second.numbers)


def _with_a_tail(chance: random.Random, numbers: _Numbers) -> Cell:
    cell = _plain(chance, numbers)
    tail = f"{(int(cell.text[-1]) + 1) % 10}"
    second = Written(cell.text[:-1] + tail, cell.country)
    return Cell(f"{cell.text}{chance.choice(('/', ' / ', ', '))}{tail}", cell.country, (*cell.numbers, second))


_STYLES = (
    (_plain, 30),
    (_national, 18),
    (_with_trunk_zero, 10),
    (_labelled, 20),
    (_remarked, 5),
    (_extended, 7),
    (_two, 7),
    (_with_a_tail, 3),
)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
