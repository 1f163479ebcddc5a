"""The SLA settings: one document that administrators save as a whole."""
