"""The IANA time zone of a point on the earth."""

from directory_app.model.place import Point, is_point
from directory_app.model.zones import zone_of

_AT_SEA = "Etc/"
"""Where no land's clock holds, the boundaries have the zones of ships, such as "Etc/GMT+3"."""


def zone_at(point: Point) -> str:
    """Returns the IANA zone of a point in WGS 84 degrees, such as "Asia/Kathmandu".

    It is "" for what is no point, for the high seas, and for a zone that this system does not know. Where
    two zones are claimed, as in Xinjiang, one of them answers. A longitude counts modulo 360.
    The first call takes some 60 ms and 36 MB for the boundaries, later ones some microseconds; never raises.

    Boundaries: timezone-boundary-builder (ODbL), as the package tzfpy has them.
    """
    if not is_point(point):
        return ""
    from tzfpy import get_tz

    east = (point[1] + 180) % 360 - 180
    zone = get_tz(east, point[0])
    return "" if zone.startswith(_AT_SEA) or zone_of(zone) is None else zone
