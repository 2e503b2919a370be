"""A clock that a test moves, and geocoders that ask a small server."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from directory_app.errors import StoppedError
from directory_app.geo.online.allowed import OnlineSettings, read_server
from directory_app.geo.online.cache import AnswerCache
from directory_app.geo.online.nominatim import OnlineGeocoder
from directory_app.geo.online.pace import Pace

AGENT = "office-directory/test"


@dataclass
class Clock:
    """Time goes on only where somebody waits; `stop_after` so many waits a person stops the job."""

    now: float = 1_780_000_000.0
    uptime: float = 500.0
    waits: list[float] = field(default_factory=list)
    stop_after: int = -1
    lock: Lock = field(default_factory=Lock)

    def time(self) -> float:
        """The clock on the wall, which may jump."""
        return self.now

    def monotonic(self) -> float:
        """The clock that never jumps."""
        return self.uptime

    def wait(self, seconds: float) -> None:
        """Waits in no time."""
        with self.lock:
            if seconds > 0:
                self.waits.append(seconds)
            if 0 <= self.stop_after <= len(self.waits):
                raise StoppedError("Enough.")
            self.now += seconds
            self.uptime += seconds

    @property
    def waited(self) -> float:
        """For how long anybody waited."""
        return sum(self.waits)


def a_pace(folder: Path, clock: Clock) -> Pace:
    """Returns the pace of another process, or of this one."""
    return Pace(folder / "online" / "turn", clock.time, clock.monotonic)


def a_geocoder(url: str, folder: Path, clock: Clock, *, email: str = "", seconds: float = 5.0) -> OnlineGeocoder:
    """Returns a geocoder that asks a server, over a cache and a pace in a folder."""
    settings = OnlineSettings(True, read_server(url), AGENT, email, seconds)
    cache = AnswerCache(folder / "online" / "answers", clock=clock.time)
    return OnlineGeocoder(settings, cache, a_pace(folder, clock), lambda point: "Europe/Berlin", clock.time)
