"""Addresses as they are published, taken apart as far as that is certain."""
