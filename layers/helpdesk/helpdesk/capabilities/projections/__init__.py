"""What changed of tickets goes into all that is derived from them: one reading of each, however much is said of it."""
