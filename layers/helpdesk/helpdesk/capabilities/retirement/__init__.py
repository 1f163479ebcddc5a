"""Teams that nobody works in any more: what still points at one, and who goes on with its tickets."""
