"""Functional escalation between support levels, and the answers kept for the lower ones."""
