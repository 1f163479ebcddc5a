"""How far somebody has read each ticket, on whatever device."""
