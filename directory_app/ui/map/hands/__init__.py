"""What fingers, mouse and keyboard mean on the map, and what a screen reader is told."""
