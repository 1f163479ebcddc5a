"""The things that tickets are about."""
