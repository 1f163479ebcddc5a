"""What is stored of a ticket and published: one chapter for each capability."""
