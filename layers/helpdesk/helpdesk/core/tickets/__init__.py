"""What people do with a ticket."""
