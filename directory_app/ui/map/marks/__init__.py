"""The offices as marks: gathered into clusters for every zoom, and their signs."""
