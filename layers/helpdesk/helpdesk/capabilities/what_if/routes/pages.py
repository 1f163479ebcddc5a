"""The tickets that are played, as the index finds them: what was opened in that time, the newest first.

That order never changes, so nothing moves between one part and the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.capabilities.search.actions import finding
from helpdesk.capabilities.search.actions.finding import Asked
from helpdesk.capabilities.search.ports import Position
from helpdesk.capabilities.search.rules.query import Condition, During, Query
from helpdesk.capabilities.what_if.rules import Page
from helpdesk.foundation.kernel.vocabulary import TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.what_if.rules import WhatIf
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.actors import Actor


def page_of(desk: Desk, by: Actor, what_if: WhatIf, limit: int) -> Page:
    asked = During(field="created", since=what_if.start, until=what_if.end)
    after = Position.read(what_if.behind) if what_if.behind else None
    query = Query(conditions=(Condition(asked=asked),))
    found = finding.find(desk, by, Asked(query=query, after=after, limit=limit, facets=(), forgives=False))
    behind = found.more.written if found.more else ""
    return Page(ids=tuple(TicketId(hit.id) for hit in found.hits), behind=behind, total=found.total)
