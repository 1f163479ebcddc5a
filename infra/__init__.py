"""What runs the product: templates for AWS, the local stack, and the operators' command."""
