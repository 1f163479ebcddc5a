"""The next tickets are played, as they were and under the policy that is tried. Nothing of them is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from helpdesk.capabilities.what_if import rules
from helpdesk.capabilities.what_if.rules import HEADS, Progress, Stage
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.errors import ForbiddenError, NotFoundError

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable, Iterator, Sequence

    from helpdesk.capabilities.what_if.rules import Errand, Page, WhatIf
    from helpdesk.core.clocks.rules.what_if import Simulation
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.actors import Actor
    from helpdesk.foundation.kernel.vocabulary import TicketId

    Pages = Callable[[Desk, Actor, WhatIf, int], Page]


def play(desk: Desk, errand: Errand, pages: Pages) -> Progress:
    """Do the next part, and say whether there is another. A part that is done twice is counted once."""
    held = desk.what_if.what_ifs.get(errand.by, errand.what_if)
    if held is None or held.stage is not Stage.RUNNING:
        return _next(errand, finished=True)
    if errand.failed:
        return _said(desk, errand, held, replace(held, stage=Stage.FAILED))
    try:
        by = roles.admin_only(desk.directory.person(held.by).as_actor())
    except (ForbiddenError, NotFoundError) as error:
        return _said(desk, errand, held, replace(held, stage=Stage.FAILED, why=error.code))
    page = pages(desk, by, held, rules.PART)
    return _said(desk, errand, held, held.further(_played(desk, by, held, page.ids), len(page.ids), page.behind))


def _played(desk: Desk, by: Actor, what_if: WhatIf, ids: Sequence[TicketId]) -> Simulation:
    from helpdesk.core.clocks.rules.what_if import book_with, simulate  # noqa: PLC0415 - only who plays pays for it
    from helpdesk.core.clocks.settings.book import book_of  # noqa: PLC0415
    from helpdesk.core.clocks.settings.policy_file import parse_policy  # noqa: PLC0415

    policy = replace(parse_policy(what_if.policy), id="simulated", version=1)
    book = book_with(policy, book_of(desk.settings))
    return simulate(_tickets(desk, by, what_if, ids), policy, book, what_if.end)


def _tickets(desk: Desk, by: Actor, what_if: WhatIf, ids: Sequence[TicketId]) -> Iterator[Ticket]:
    """As they stood at the end."""
    from helpdesk.core.clocks.rules.what_if import as_of  # noqa: PLC0415 - only who plays pays for it

    for at in range(0, len(ids), HEADS):
        for ticket in desk.tickets.heads(ids[at : at + HEADS]):
            if access.sees(by, ticket):
                yield as_of(ticket, what_if.end)


def _said(desk: Desk, errand: Errand, before: WhatIf, after: WhatIf) -> Progress:
    """Where somebody else went on with it meanwhile, what they said holds, and the next looks how far it is."""
    said = desk.what_if.what_ifs.say(before, after)
    return _next(errand, finished=said and after.stage is not Stage.RUNNING)


def _next(errand: Errand, *, finished: bool) -> Progress:
    return Progress(by=errand.by, what_if=errand.what_if, finished=finished)
