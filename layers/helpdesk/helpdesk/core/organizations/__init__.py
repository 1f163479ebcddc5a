"""Whom people ask for, and what they pay for."""
