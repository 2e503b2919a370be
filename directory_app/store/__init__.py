"""The only SQLAlchemy: tables, rows to values and back, migrations and the change log."""
