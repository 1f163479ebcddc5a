"""Who wrote what is about to end is told by mail some days before."""
