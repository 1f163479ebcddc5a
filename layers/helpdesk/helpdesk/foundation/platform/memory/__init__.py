"""The same promises in memory."""
