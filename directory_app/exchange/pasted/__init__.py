"""Text pasted from a page, a letter or a signature, as offices."""
