"""Addresses looked up with a Nominatim server, which happens only where the settings allow it."""
