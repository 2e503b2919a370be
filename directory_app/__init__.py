"""The office directory: offices of an international network, looked up offline."""

__version__ = "0.1.0"
