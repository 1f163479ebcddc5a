"""Every port in memory, with the promises of the real ones: for tests of decisions and actions."""
