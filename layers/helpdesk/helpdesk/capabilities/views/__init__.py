"""A view is a question to the index that is kept, how its answer is shown, and whose it is."""
