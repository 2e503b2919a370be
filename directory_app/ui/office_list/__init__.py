"""The list of offices."""
