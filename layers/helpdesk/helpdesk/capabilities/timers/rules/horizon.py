"""How far ahead timers are armed."""

from datetime import timedelta
from typing import Final

# How far ahead, in real time, the sweep looks for wakes; two sweeps fit into it, so that one may fail.
HORIZON: Final = timedelta(minutes=10)
