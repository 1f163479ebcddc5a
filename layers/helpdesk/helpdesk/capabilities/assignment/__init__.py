"""Which person of a team takes a ticket."""
