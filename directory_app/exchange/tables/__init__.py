"""CSV files and workbooks: found out, read and written."""
