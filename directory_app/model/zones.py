"""Time zones by their IANA names, as the system or the package tzdata knows them."""

from zoneinfo import ZoneInfo

from directory_app.model.findings import Finding


def zone_of(timezone: str) -> ZoneInfo | None:
    """Returns the zone of an IANA name, or None for an unknown one."""
    try:
        return ZoneInfo(timezone)
    except (KeyError, ValueError, OSError):  # unknown, malformed, or the name of a folder
        return None


def zone_findings(timezone: str) -> tuple[Finding, ...]:
    """Returns what is doubtful about the time zone of an office; one without any is in no doubt."""
    if not timezone or zone_of(timezone) is not None:
        return ()
    message = f"There is no time zone “{timezone}”, so no local time is shown. One is, for example, Europe/Berlin."
    return (Finding("timezone_unknown", "timezone", message, about=timezone),)
