"""The site's edge: it alone may call the HTTP API, and it says who called there."""

import hmac
from collections.abc import Mapping

from helpdesk.foundation.platform.environment import environment


def came_through(headers: Mapping[str, str]) -> bool:
    """The API's own address is closed: only the edge knows the token."""
    token = environment().origin_token
    return bool(token) and hmac.compare_digest(str(token).encode(), headers.get("x-origin-token", "").encode())
