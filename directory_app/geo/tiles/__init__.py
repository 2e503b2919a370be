"""Tiles that somebody else has drawn: files and servers of map pictures, as bytes. No Qt."""
