"""Points on the earth as people write, copy and paste them, read into values."""
