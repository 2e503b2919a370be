"""What looks doubtful in the whole directory, and what settles it."""
