"""Teams, who works in them, and what everybody can be given when."""
