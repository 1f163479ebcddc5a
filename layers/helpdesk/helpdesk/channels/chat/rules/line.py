"""How long what passes at a chat holds."""

from datetime import timedelta
from typing import Final

LINK_LASTS: Final = timedelta(days=7)
"""Of real time: so long a browser that chatted without an account can read on and write."""

TYPING: Final = timedelta(seconds=6)
"""How long it holds that somebody types, if it is not said again."""

LONGEST_MESSAGE: Final = 4000
