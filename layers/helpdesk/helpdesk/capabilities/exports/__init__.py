"""Tickets and figures as other programs read them: tables made in the background, and lines of all."""
