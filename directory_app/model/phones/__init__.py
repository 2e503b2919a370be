"""Phone cells as people write them, read into numbers."""
