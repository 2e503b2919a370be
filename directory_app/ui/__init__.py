"""The window: the only PySide6 besides app.py."""
