"""The form in which an office is edited, over the card's place."""
