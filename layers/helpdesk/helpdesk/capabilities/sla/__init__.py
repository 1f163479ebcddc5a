"""Calendars, policies, ladders and surveys as one document that administrators save."""
