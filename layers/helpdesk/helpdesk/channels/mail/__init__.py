"""Letters that people send: what they say, and which ticket they belong to."""
