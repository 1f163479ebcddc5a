"""One mail a day for much that concerns somebody, at the time that they chose."""
