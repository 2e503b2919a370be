"""The card of the chosen office."""
