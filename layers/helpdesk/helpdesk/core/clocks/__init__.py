"""What is promised, and what the clocks of a ticket say by its tape and the settings alone."""
