"""What the product costs in time, requests and dollars, measured on a local stack. Started by `make bench`."""
