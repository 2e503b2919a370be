"""Long jobs over the whole directory, for the hall: each tells how far it is, can be stopped, and leaves nothing half done."""
