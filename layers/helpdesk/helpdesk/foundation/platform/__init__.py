"""Time, tables, signatures and queues: in AWS, and in memory for tests."""
