"""What was ever written is found at once by who may read it: in files of an index that nobody keeps running."""
