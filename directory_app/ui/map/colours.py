"""The colours of the map, all quieter than any sign on it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

Fills = tuple[tuple[str, frozenset[str]], ...]
"""Colours, each with the ISO 3166-1 alpha-2 codes of the countries that are filled with it."""


@dataclass(frozen=True, slots=True)
class MapColours:
    """One theme; colours are written #RRGGBB or #AARRGGBB as Qt reads them."""

    dark: bool
    water: str
    river: str
    land: str
    ice: str
    coast: str
    border: str
    country: str
    filled_country: str
    text: str
    quiet_text: str
    halo: str
    accent: str
    on_accent: str
    panel: str
    panel_hover: str
    panel_edge: str
    groups: tuple[str, ...]  # told apart by colour-blind eyes, too, from each other and from land and water
    fills: Fills = ()

    @property
    def country_name(self) -> str:
        """What names of countries are written in: darker on fills than on plain land, brighter in the dark."""
        return self.filled_country if self.fills else self.country

    @property
    def border_line(self) -> str:
        """What borders are drawn in: the dark theme's own would be lost between two fills."""
        return self.halo if self.fills and self.dark else self.border

    def group_colour(self, group: int) -> str:
        """Returns what the countries of a group are filled with; with many groups, colours come again."""
        return self.groups[group % len(self.groups)]

    def with_groups(self, groups: Mapping[str, int] | None) -> "MapColours":
        """Returns the theme in which countries are filled by group; None fills all alike."""
        codes: dict[str, set[str]] = {}
        for code, group in (groups or {}).items():
            codes.setdefault(self.group_colour(group), set()).add(code)
        fills = tuple((colour, frozenset(codes[colour])) for colour in sorted(codes))
        return replace(self, fills=fills)


LIGHT = MapColours(
    dark=False,
    water="#D8E4EA",
    river="#BED1DC",
    land="#ECEFE9",
    ice="#E1E9EB",
    coast="#C9D4D6",
    border="#D2D8CF",
    country="#747E77",
    filled_country="#4E5953",
    text="#17211C",
    quiet_text="#56625C",
    halo="#F3F5F1",
    accent="#0E6B4B",
    on_accent="#FFFFFF",
    panel="#FFFFFF",
    panel_hover="#EEF2EF",
    panel_edge="#D3DBD8",
    groups=("#B2EBBE", "#CFB9DD", "#EBDAA0", "#A8BDF7", "#F1AF96", "#DEB4B4"),
)

DARK = MapColours(
    dark=True,
    water="#12191D",
    river="#151C20",
    land="#252B28",
    ice="#191F22",
    coast="#2F3734",
    border="#363E3A",
    country="#77827C",
    filled_country="#CBD5D0",
    text="#EAF0ED",
    quiet_text="#A3AFA9",
    halo="#161B19",
    accent="#5CCBA0",
    on_accent="#0B1A13",
    panel="#1D2321",
    panel_hover="#2A322F",
    panel_edge="#38413D",
    groups=("#4D6430", "#723357", "#523D0B", "#374574", "#276579", "#695C4D"),
)
