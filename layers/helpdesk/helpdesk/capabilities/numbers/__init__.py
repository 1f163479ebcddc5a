"""Figures of tickets: a row for each, counted by questions whose every answer has one definition."""
