from datetime import timedelta
from typing import Final

CONNECTION_LIFETIME: Final = timedelta(hours=2, minutes=10)
