"""An upright rectangle of the world."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the world in world units; y grows to the south.

    Its left and right may be beyond 0 and 1, where the world begins anew.
    """

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Tells whether the two share a point, edges included."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def grown(self, by: float) -> "Box":
        """Returns the box with its edges so much farther out."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def has(self, other: "Box") -> bool:
        """Tells whether another box lies within it."""
        is_across = self.left <= other.left and other.right <= self.right
        return is_across and self.top <= other.top and other.bottom <= self.bottom
