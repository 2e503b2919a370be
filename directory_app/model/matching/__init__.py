"""Whether two offices are one, and what the two say together."""
