"""Countries by ISO 3166-1 that OpenStreetMap has within others, so that neither is taken for the other."""

_DIVISIONS = {
    "CN-HK": "HK",
    "CN-MO": "MO",
    "FR-971": "GP",
    "FR-972": "MQ",
    "FR-973": "GF",
    "FR-974": "RE",
    "FR-976": "YT",
    "FR-BL": "BL",
    "FR-MF": "MF",
    "FR-NC": "NC",
    "FR-PF": "PF",
    "FR-PM": "PM",
    "FR-WF": "WF",
    "US-AS": "AS",
    "US-GU": "GU",
    "US-MP": "MP",
    "US-PR": "PR",
    "US-VI": "VI",
}
"""Subdivisions by ISO 3166-2 that are countries by ISO 3166-1, too."""


def asked_codes(country: str) -> list[str]:
    """Returns the codes that a server is asked for a country with, in lower case as it takes them.

    There are two where it may be filed under the country around it, whose name would find nothing then.
    """
    around = [division[:2] for division, code in _DIVISIONS.items() if code == country.upper()]
    return [code.lower() for code in (country, *around)]


def country_of(details: dict[str, str]) -> str:
    """Returns the alpha-2 code of a place from the details of its address, "" where they do not tell."""
    for key, value in details.items():
        if key.startswith("ISO3166-2-") and value.upper() in _DIVISIONS:
            return _DIVISIONS[value.upper()]
    return details.get("country_code", "").upper()
