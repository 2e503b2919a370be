"""What is drawn between ground and marks: the outline of a region, lines, how much is known of a place."""
