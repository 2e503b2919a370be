"""What one row of a table says of an office while it is being read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from directory_app.model.findings import Finding
from directory_app.model.office import Extra, ExtraSource


@dataclass(frozen=True, slots=True)
class Doubt:
    """Cells that could not be read, as a finding, and as they are kept."""

    finding: Finding
    extras: tuple[Extra, ...]


@dataclass(slots=True)
class Said:
    """The values of an office's fields and of its address by their names, and what could not be read.

    `country` is ISO 3166-1 alpha-2, for numbers and addresses that do not say it themselves.
    """

    country: str = ""
    values: dict[str, object] = field(default_factory=dict)
    address: dict[str, object] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    extras: list[Extra] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def keep(self, header: str, text: str) -> None:
        """Keeps what the directory has no field for, under the header of its column."""
        self.extras.append(Extra(header, text, "", ExtraSource.COLUMN))

    def doubt(self, name: str, message: str, texts: Mapping[str, str], code: str = "") -> None:
        """Tells what could not be read as a field, and keeps it; `texts` are the cells by their headers."""
        beside = " and ".join(f"“{header}”" for header in texts)
        code = code or f"{name.rpartition('.')[2]}_unreadable"
        finding = Finding(code, name, f"{message} It is kept as {beside}.", "", ", ".join(texts.values()))
        kept = (Extra(header, text, "", ExtraSource.COLUMN) for header, text in texts.items())
        self.doubts.append(Doubt(finding, tuple(kept)))
