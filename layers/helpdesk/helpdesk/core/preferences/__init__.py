"""How somebody who works on tickets wants to work, and how they are told of what concerns them."""
