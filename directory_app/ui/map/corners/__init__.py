"""What lies over the map and does not move with it."""
