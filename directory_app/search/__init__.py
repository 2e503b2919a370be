"""Finding offices: folding, queries and the index, over plain values."""
