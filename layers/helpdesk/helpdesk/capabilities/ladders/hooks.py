from datetime import timedelta
from typing import Final

# A ladder's workflow takes its steps; should it be lost, the ticket's own timer takes them so much later.
GRACE: Final = timedelta(minutes=2)
