"""One change for many tickets: looked at beforehand, made one by one in the background, stopped, and taken back."""
