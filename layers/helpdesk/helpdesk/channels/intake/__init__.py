"""How a request becomes a ticket, whoever asks and by whatever way."""
