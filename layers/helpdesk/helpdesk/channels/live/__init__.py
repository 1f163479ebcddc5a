"""Open browsers hear of what they show."""
