"""One note that staff keep at the top of a ticket."""
