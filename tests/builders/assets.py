"""Assets that a desk knows. A test names what matters to it; the rest is as on any other day."""

from typing import Any

from helpdesk.core.assets.rules import Asset
from helpdesk.foundation.desk import Desk


def an_asset(desk: Desk, **more: Any) -> Asset:
    """An asset that the desk knows."""
    made = Asset(**{"id": "printer-hall", "name": "Printer in the hall", "type": "printer", "version": 1} | more)
    desk.assets.put(made)
    return made
