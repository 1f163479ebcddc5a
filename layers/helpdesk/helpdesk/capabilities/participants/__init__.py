"""People beside the requester who take part in a ticket: they are answered too, may reply, and may leave."""
