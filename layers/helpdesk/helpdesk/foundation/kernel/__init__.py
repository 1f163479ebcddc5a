"""Words that everything else is said in: people, roles, errors, refusals, readings of settings."""
