"""The two tables, and what every store in them does alike."""
