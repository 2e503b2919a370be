"""How long importing offices from CSV takes, against a bare script that reads the CSV and its numbers.

As many offices as wanted: python -m tests.benchmarks.bench_import 100000
"""

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from directory_app.directory import Directory
from directory_app.exchange.sources import open_source, records_of
from directory_app.jobs.importing import chosen
from directory_app.model.office import Office
from directory_app.opening import open_directory

GOAL = 3.0
OFFICES = 20_000
MEMORY_MB = 600

_Result = TypeVar("_Result")

HEADER = (
    *("Name", "Region", "Street", "Postal code", "City", "Country"),
    *("Phone", "Fax", "Mobile", "E-mail", "Website", "Notes"),
)
KINDS = ("Office", "Secretariat", "Project Office", "Capacity Centre", "Regional Office")

# Reads the same file, and parses, validates and formats the same cells; prints the seconds that this took.
BARE = """
import csv, sys, time
import phonenumbers
from phonenumbers import PhoneNumberFormat

countries = dict(word.split("=") for word in sys.argv[2:])
start = time.perf_counter()
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        for column in ("Phone", "Fax", "Mobile"):
            if row[column]:
                number = phonenumbers.parse(row[column], countries[row["Country"]])
                phonenumbers.is_valid_number(number)
                phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
print(time.perf_counter() - start)
"""


class Town(NamedTuple):
    """A town, and how its numbers, mobile numbers and postal codes are written; each # is a digit."""

    name: str
    country: str
    code: str
    region: str
    number: str
    mobile: str
    postal_code: str


TOWNS = (
    Town("Freiburg", "Germany", "DE", "Europe", "+49 761 37 ## ###", "0171 #######", "79###"),
    Town("Berlin", "Germany", "DE", "Europe", "030 / 4## ####", "+49 (0)151 ########", "10###"),
    Town("Brussels", "Belgium", "BE", "Europe", "+32 2 734 ## ##", "0475 ## ## ##", "1###"),
    Town("Lyon", "France", "FR", "Europe", "04 72 ## ## ##", "+33 6 12 ## ## ##", "69###"),
    Town("Barcelona", "Spain", "ES", "Europe", "+34 93 2## ## ##", "612 ### ###", "08###"),
    Town("Malmö", "Sweden", "SE", "Europe", "+46 40 34 ## ##", "070-3## ## ##", "21# ##"),
    Town("Turku", "Finland", "FI", "Europe", "+358 2 330 ####", "040 #######", "20###"),
    Town("Cape Town", "South Africa", "ZA", "Africa", "+27 21 21# ####", "082 ### ####", "80##"),
    Town("Nairobi", "Kenya", "KE", "Africa", "+254 20 22# ####", "0712 ######", "00###"),
    Town("Hyderabad", "India", "IN", "South Asia", "+91 - 40 / 4103####", "98480 #####", "5000##"),
    Town("New Delhi", "India", "IN", "South Asia", "011 4975 ####", "+91 98100 #####", "1100##"),
    Town("Seoul", "South Korea", "KR", "East Asia", "+82-2-3788-####", "010-2###-####", "03###"),
    Town("Tokyo", "Japan", "JP", "East Asia", "+81-3-6206-####", "090-1###-####", "105-####"),
    Town("Kaohsiung", "Taiwan", "TW", "East Asia", "+886 7 337 ####", "0912 ### ###", "80#"),
    Town("Manila", "Philippines", "PH", "Southeast Asia", "+63 2 8427 ####", "0917 ### ####", "11##"),
    Town("Melbourne", "Australia", "AU", "Oceania", "(03) 9638 ####", "0412 ### ###", "30##"),
    Town("Toronto", "Canada", "CA", "North America", "+1-647-727-####", "(416) 555-####", "M5V 3A#"),
    Town("Denver", "United States", "US", "North America", "(303) 555-####", "+1 720 555 ####", "802##"),
    Town("São Paulo", "Brazil", "BR", "South America", "+55 11 5085-####", "(11) 9####-####", "040##-###"),
    Town("Bogotá", "Colombia", "CO", "South America", "+57 601 746 ####", "310 ### ####", "1112##"),
    Town("Rosario", "Argentina", "AR", "South America", "0341 480-####", "+54 9 341 5##-####", "2000"),
    Town("Mexico City", "Mexico", "MX", "Central America", "+52 55 5346 ####", "55 4### ####", "060##"),
)


def main(count: int = OFFICES) -> bool:
    """Prints both times, their ratio and the memory taken; returns whether the goals are reached."""
    with tempfile.TemporaryDirectory(prefix="bench-import-") as name:
        file = Path(name) / "offices.csv"
        with file.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows((HEADER, *_rows(count)))
        with open_directory(Path(name) / "offices.sqlite") as directory:
            # A machine is not equally fast all the time, so the bare script runs before, between and after.
            bare = [_bare(file)]
            offices, planning = _timed(lambda: _planned(directory, file))
            bare.append(_bare(file))
            created, writing = _timed(lambda: len(directory.import_offices(offices, "benchmark").added))
            bare.append(_bare(file))
    return _told(count, created, planning + writing, sum(bare) / len(bare))


def _told(count: int, created: int, ours: float, bare: float) -> bool:
    if created != count:
        print(f"import: {created:,} of {count:,} offices were created")
        return False
    ratio, memory = ours / bare, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"import: {ours:.1f} s for {count:,} offices from CSV, {ours / count * 1e6:.0f} µs each,")
    print(f"        {bare:.1f} s for a bare script that reads the file and its numbers;")
    print(f"        at most {memory:.0f} MB of memory, goal at most {MEMORY_MB};")
    print(f"        ratio {ratio:.2f}, goal at most {GOAL}: {'reached' if ratio <= GOAL else 'missed'}")
    return ratio <= GOAL and memory <= MEMORY_MB


def _planned(directory: Directory, file: Path) -> list[Office]:
    """Returns the offices of a file that the command line would create."""
    source = open_source(file)
    plan = directory.plan_import(records_of(source), source.total)
    return chosen(plan, update=False, create_duplicates=False)


def _timed(work: Callable[[], _Result]) -> tuple[_Result, float]:
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def _bare(file: Path) -> float:
    countries = [f"{town.country}={town.code}" for town in TOWNS]
    command = [sys.executable, "-P", "-c", BARE, str(file), *countries]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _rows(count: int) -> Iterator[tuple[str, ...]]:
    """Yields offices no two of which may be one."""
    chance = random.Random(1)
    for number in range(count):
        town = TOWNS[number % len(TOWNS)]
        first = 2 * (number // len(TOWNS))
        yield (
            f"{town.name} {chance.choice(KINDS)} {number}",
            town.region,
            f"{chance.randint(1, 250)} Station Road",
            _digits(town.postal_code, chance.randrange(1000)),
            town.name,
            town.country,
            _digits(town.number, first),
            _digits(town.number, first + 1),
            _digits(town.mobile, first) if chance.random() < 0.5 else "",
            f"office{number}@example.org",
            f"https://www.example.org/offices/{number}",
            "Ring twice." if chance.random() < 0.3 else "",
        )


def _digits(pattern: str, number: int) -> str:
    """Returns the pattern with digits that are others for each number, as long as there are enough."""
    places = pattern.count("#")
    digits = iter(f"{number * 7919 % 10**places:0{places}}")
    return "".join(next(digits) if sign == "#" else sign for sign in pattern)


if __name__ == "__main__":
    sys.exit(0 if main(*map(int, sys.argv[1:])) else 1)
