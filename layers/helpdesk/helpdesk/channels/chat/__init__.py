"""Visitors of the portal talk with staff: a chat is a ticket from its first words."""
