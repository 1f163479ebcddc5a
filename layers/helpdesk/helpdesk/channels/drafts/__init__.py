"""What somebody writes on tickets and has not sent yet, on whatever device."""
