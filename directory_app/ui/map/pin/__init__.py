"""The pin of an office while somebody moves it."""
