"""The order in which offices are listed."""

from collections.abc import Iterable

from directory_app.model.office import Kind, Region, Summary

_KIND_ORDER = {kind: place for place, kind in enumerate(Kind)}


def in_list_order(rows: Iterable[Summary], regions: Iterable[Region]) -> list[Summary]:
    """Returns the rows by region, those of unknown regions last, the secretariat first, then by name."""
    order = {region.name: region.order for region in regions}
    last = len(order) + 1
    return sorted(
        rows, key=lambda row: (order.get(row.region, last), row.region, _KIND_ORDER[row.kind], row.name.casefold())
    )
