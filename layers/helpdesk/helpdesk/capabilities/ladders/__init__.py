"""What is done step by step until somebody answers for a ticket."""
