"""Conversations beside the one with the requester: staff ask people outside, who answer there and nowhere else."""
