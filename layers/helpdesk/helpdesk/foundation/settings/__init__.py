"""Settings as documents in versions: what holds, who changed what, and what older tickets name."""
