"""What a directory is: immutable values and the rules about them, in pure Python."""
