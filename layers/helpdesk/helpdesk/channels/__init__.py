"""How words come in and go out."""
