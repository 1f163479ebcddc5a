"""Every page and state as people see it: looked at by people, no test."""
