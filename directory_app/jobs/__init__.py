"""Long jobs over the whole directory: each tells how far it is, can be stopped, and leaves nothing half done."""
