"""What opens where somebody clicks on the map."""
