"""Places in the shape that Nominatim 4 and 5 give them with format=json and addressdetails=1."""

from typing import Any

Place = dict[str, Any]

HOUSE: Place = {
    "place_id": 117320911,
    "licence": "Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright",
    "osm_type": "node",
    "osm_id": 1834623417,
    "lat": "47.9968152",
    "lon": "7.8455371",
    "class": "place",
    "type": "house",
    "place_rank": 30,
    "importance": 0.0000655,
    "addresstype": "place",
    "name": "",
    "display_name": "3, Leopoldring, Neuburg, Freiburg im Breisgau, Baden-Württemberg, 79098, Germany",
    "address": {
        "house_number": "3",
        "road": "Leopoldring",
        "suburb": "Neuburg",
        "city": "Freiburg im Breisgau",
        "state": "Baden-Württemberg",
        "ISO3166-2-lvl4": "DE-BW",
        "postcode": "79098",
        "country": "Germany",
        "country_code": "de",
    },
    "boundingbox": ["47.9967652", "47.9968652", "7.8454871", "7.8455871"],
}

STREET: Place = {
    "place_id": 117094226,
    "osm_type": "way",
    "osm_id": 24930214,
    "lat": "50.7190241",
    "lon": "7.1174822",
    "class": "highway",
    "type": "residential",
    "place_rank": 26,
    "importance": 0.0533,
    "addresstype": "road",
    "name": "Kaiser-Friedrich-Straße",
    "display_name": "Kaiser-Friedrich-Straße, Gronau, Bonn, North Rhine-Westphalia, 53113, Germany",
    "address": {
        "road": "Kaiser-Friedrich-Straße",
        "suburb": "Gronau",
        "city": "Bonn",
        "state": "North Rhine-Westphalia",
        "ISO3166-2-lvl4": "DE-NW",
        "postcode": "53113",
        "country": "Germany",
        "country_code": "de",
    },
    "boundingbox": ["50.7186", "50.7204", "7.1168", "7.1189"],
}

TOWN: Place = {
    "place_id": 90011843,
    "osm_type": "relation",
    "osm_id": 62508,
    "lat": 50.735851,
    "lon": 7.10066,
    "class": "boundary",
    "type": "administrative",
    "place_rank": 12,
    "importance": 0.7097,
    "addresstype": "city",
    "name": "Bonn",
    "display_name": "Bonn, North Rhine-Westphalia, Germany",
    "address": {
        "city": "Bonn",
        "state": "North Rhine-Westphalia",
        "ISO3166-2-lvl4": "DE-NW",
        "country": "Germany",
        "country_code": "de",
    },
    "boundingbox": ["50.6327", "50.7745", "7.0225", "7.2107"],
}

ABROAD: Place = {
    **TOWN,
    "display_name": "Bonn, Van Buren Township, Ohio, United States",
    "address": {"village": "Bonn", "state": "Ohio", "country": "United States", "country_code": "us"},
}

IN_HONG_KONG: Place = {
    **STREET,
    "lat": "22.2793",
    "lon": "114.1628",
    "name": "Queen's Road Central",
    "display_name": "Queen's Road Central, Central, Hong Kong Island, Hong Kong, China",
    "address": {
        "road": "Queen's Road Central",
        "state": "Hong Kong",
        "ISO3166-2-lvl3": "CN-HK",
        "country": "China",
        "country_code": "cn",
    },
}
