"""The colours of the map, all quieter than any sign on it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapColours:
    """One theme; colours are written #RRGGBB or #AARRGGBB as Qt reads them."""

    dark: bool
    water: str
    land: str
    ice: str
    coast: str
    border: str
    country: str
    text: str
    quiet_text: str
    halo: str
    accent: str
    on_accent: str
    panel: str
    panel_hover: str
    panel_edge: str


LIGHT = MapColours(
    dark=False,
    water="#D8E4EA",
    land="#ECEFE9",
    ice="#E1E9EB",
    coast="#C9D4D6",
    border="#D2D8CF",
    country="#8B958E",
    text="#17211C",
    quiet_text="#56625C",
    halo="#F3F5F1",
    accent="#0E6B4B",
    on_accent="#FFFFFF",
    panel="#FFFFFF",
    panel_hover="#EEF2EF",
    panel_edge="#D3DBD8",
)

DARK = MapColours(
    dark=True,
    water="#12191D",
    land="#252B28",
    ice="#191F22",
    coast="#2F3734",
    border="#363E3A",
    country="#77827C",
    text="#EAF0ED",
    quiet_text="#A3AFA9",
    halo="#161B19",
    accent="#5CCBA0",
    on_accent="#0B1A13",
    panel="#1D2321",
    panel_hover="#2A322F",
    panel_edge="#38413D",
)
