"""Import: a file or a pasted text, what it would change, and the choice what of it is written."""
