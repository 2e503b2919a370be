"""The offices nearest to a place."""
