"""The map as a picture to take away: on a sheet with title, legend and attribution."""
