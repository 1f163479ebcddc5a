"""What another SLA policy would have meant for the tickets there were: played again in the background."""
