"""Named things, as a list gives them."""

from helpdesk.foundation.platform.named import NamedStore, T


def listed(store: NamedStore[T], limit: int) -> list[T]:
    """All of a kind, page by page; no page has more than `limit`."""
    found: list[T] = []
    cursor = None
    while True:
        page = store.page(cursor, limit)
        assert len(page.items) <= limit
        found += page.items
        cursor = page.cursor
        if cursor is None:
            return found
