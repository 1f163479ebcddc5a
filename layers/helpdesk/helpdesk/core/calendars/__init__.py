"""When an office is open, and what holidays it keeps."""
