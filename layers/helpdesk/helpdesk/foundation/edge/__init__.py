"""What AWS runs: the edge of HTTP, of queues, streams and workflows."""

import gc

# What is imported stays. With Python's 700 the collector looks through all of it again and again, which is a tenth of a
# cold start; a request makes far fewer objects than this before it is over.
gc.set_threshold(50_000)
