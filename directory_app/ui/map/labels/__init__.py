"""The names on the map: which there are, where they go, and how they are written."""
