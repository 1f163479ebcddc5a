"""Keys of requests. A test names what matters to it; the rest is as on any other day."""

from helpdesk.foundation.kernel.once import Once


def a_key(key: str = "key", payload: str = "payload") -> Once:
    return Once(key=key, payload=payload)
