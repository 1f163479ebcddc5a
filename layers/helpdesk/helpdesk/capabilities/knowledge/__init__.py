"""What is known: articles that answer without anybody being asked."""
