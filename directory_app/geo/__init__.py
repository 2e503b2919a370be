"""Where things are: the gazetteer, distances and the projection."""
