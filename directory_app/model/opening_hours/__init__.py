"""Opening hours in OpenStreetMap's syntax: read, written, said in words, and laid over a calendar."""
