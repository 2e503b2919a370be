"""vCards: written in one way, read in every way."""
