"""Answers: articles that say what somebody asks, found by words and by meaning, in whatever language they ask."""
