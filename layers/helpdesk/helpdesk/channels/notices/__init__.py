"""Mail to those whom a fact concerns."""
