"""Which level and team a new ticket goes to."""
