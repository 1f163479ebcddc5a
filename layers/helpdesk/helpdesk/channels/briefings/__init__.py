"""Reports that leads have sent to them by mail every day, week or month."""
