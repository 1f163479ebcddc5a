"""One list of several, newest first: the requests of a person who was joined of others."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Final

import msgspec

from helpdesk.core.tickets.ports import Listing
from helpdesk.core.tickets.rules.listing import Card
from helpdesk.foundation.kernel.vocabulary import PersonId

Read = Callable[[str | None, int], Listing]

OVER: Final = ""

NEVER: Final = datetime.max.replace(tzinfo=UTC)


def merged(lists: Mapping[PersonId, Read], cursor: str | None, limit: int) -> Listing:
    """A page of them all: one request for each that is not over. What stands in several stands there once."""
    stands = msgspec.json.decode(cursor, type=dict[str, str | None]) if cursor else {}
    pages = {name: read(stands.get(name), limit) for name, read in lists.items() if stands.get(name) != OVER}
    shown, counts = _shown(pages, limit)

    def after(count: Mapping[str, int]) -> dict[str, str | None]:
        return stands | {name: _stands(page, count[name], stands.get(name)) for name, page in pages.items()}

    end = after(counts[-1])
    goes_on = any(stand != OVER for stand in end.values())
    return Listing(
        items=tuple(shown),
        cursor=msgspec.json.encode(end).decode() if goes_on else None,
        after=lambda position: msgspec.json.encode(after(counts[position + 1])).decode(),
    )


def _shown(pages: Mapping[PersonId, Listing], limit: int) -> tuple[list[Card], list[dict[str, int]]]:
    """What stands on the page; and how many of each list are done with before it, and by each that is shown."""
    rows = [(card, name) for name, page in pages.items() for card in page.items]
    whole = _whole_until(pages)
    shown: list[Card] = []
    counts: list[dict[str, int]] = [dict.fromkeys(pages, 0)]
    for card, name in sorted(rows, key=lambda row: row[0].created_at, reverse=True):
        if whole and card.created_at < whole:
            break
        if all(card.id != each.id for each in shown):
            if len(shown) == limit:
                break
            shown.append(card)
            counts.append(dict(counts[-1]))
        counts[-1][name] += 1
    return shown, counts


def _whole_until(pages: Mapping[PersonId, Listing]) -> datetime | None:
    """Since when nothing is missing: a list that goes on may still give what is as old as the last it gave."""
    lasts = [page.items[-1].created_at if page.items else NEVER for page in pages.values() if page.cursor]
    return max(lasts, default=None)


def _stands(page: Listing, count: int, stood: str | None) -> str | None:
    """Where a list goes on of which so many were shown; None at its beginning."""
    if count == len(page.items):
        return page.cursor or OVER
    return page.after(count - 1) if count else stood
