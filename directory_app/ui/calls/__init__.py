"""The call helper: when everybody can be phoned, drawn and in words."""
