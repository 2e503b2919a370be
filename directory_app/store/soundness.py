"""What a column holds, asked before it becomes a value: in a damaged file that may be anything."""


def require_texts(*values: object) -> None:
    """Raises ValueError unless every value is a text."""
    if not {str}.issuperset(map(type, values)):
        raise ValueError("a text is no text")


def require_numbers(*values: object) -> None:
    """Raises ValueError unless every value is a number."""
    if not {int, float}.issuperset(map(type, values)):
        raise ValueError("a number is no number")
