"""The map of the offices: camera, tiles, marks and the widget that joins them."""
