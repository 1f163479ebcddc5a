"""Why a ticket is where it is."""
