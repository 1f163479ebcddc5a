"""Notes on the devices of who works on tickets, also while no page is open."""
