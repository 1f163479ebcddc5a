"""What time alone does to a ticket: warnings, breaches, and what comes back by itself."""
