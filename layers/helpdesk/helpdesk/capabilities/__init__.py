"""What a desk can do with tickets and around them."""
