"""Places by hand: typed coordinates, candidates to choose among, and the offices that are not on the map."""
