"""Compiles directory_app/model/country_names.py, what countries are called in other languages, from Babel."""

import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_cldr_version
from babel.languages import get_official_languages

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from directory_app.model.countries import spelling_key  # noqa: E402  (a script has to find the checkout first)
from directory_app.model.country_table import COUNTRIES  # noqa: E402

TABLE = ROOT / "directory_app" / "model" / "country_names.py"
EVERYWHERE = ("en", "es", "pt", "pt_PT", "fr", "de", "it")
"""The languages in which people name all countries."""
SCRIPTS = {"zh": ("zh", "zh_Hant"), "sr": ("sr", "sr_Latn"), "uz": ("uz", "uz_Cyrl"), "pa": ("pa", "pa_Arab")}
HEAD = '''"""Countries in Spanish, Portuguese, French, German, Italian and their own languages, one a line.

Made by resources/countries/compile_country_names.py from Babel {babel} (BSD-3-Clause), whose data is that of
CLDR {cldr} (Copyright © 2004-2025 Unicode, Inc.; Unicode License V3, in resources/countries/LICENSE.unicode).
A line has the alpha-2 code and between bars the names that country_table.py does not have.
"""

NAMES = """\\
'''
FOOT = '"""  # noqa: E501 - one country a line keeps the table searchable\n'


def main() -> None:
    """Writes the table, without names that would stand for two countries, and says which those were."""
    known = {spelling_key(name): code for code, names in _curated() for name in names}
    named: dict[str, dict[str, str]] = defaultdict(dict)
    owners: dict[str, set[str]] = defaultdict(set)
    for code, _ in _curated():
        for name in _names(code):
            key = spelling_key(name)
            if key:
                owners[key].add(code)
                named[code].setdefault(key, name)
    for key, codes in owners.items():
        if len(codes | {known.get(key, next(iter(codes)))}) > 1:
            print(f"left out: {key}, which may be {', '.join(sorted(codes))} or {known.get(key, 'nothing else')}")
    lines = []
    for code, names in sorted(named.items()):
        new = [name for key, name in names.items() if key not in known and len(owners[key]) == 1]
        lines += [f"{code} {' | '.join(new)}\n"] if new else []
    head = HEAD.format(babel=version("babel"), cldr=get_cldr_version())
    TABLE.write_text(head + "".join(lines) + FOOT, encoding="utf-8", newline="\n")
    print(f"{TABLE.name}: {sum(line.count('|') + 1 for line in lines)} names of {len(lines)} countries")


def _curated() -> Iterator[tuple[str, list[str]]]:
    for line in COUNTRIES.splitlines():
        code, _, names = line.split(" ", 2)
        yield code, names.split(" | ")


def _names(code: str) -> Iterator[str]:
    spoken = get_official_languages(code, regional=True, de_facto=True)
    for language in (*EVERYWHERE, *(script for name in spoken for script in SCRIPTS.get(name, (name,)))):
        try:
            name = Locale.parse(language).territories.get(code)
        except UnknownLocaleError:
            continue
        if name and name != code:
            yield " ".join(name.split())


if __name__ == "__main__":
    main()
