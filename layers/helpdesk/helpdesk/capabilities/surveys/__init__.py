"""Requesters say how it went."""
