"""What was written goes on the bus."""
