"""Words and mechanisms, no rule of a help desk."""
