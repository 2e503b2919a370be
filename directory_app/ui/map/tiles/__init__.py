"""The ground of the map: tiles, where they come from, how many are kept, and how they are put together."""
