"""What a ringing timer means: every capability is asked what time has brought, in order."""

from collections.abc import Sequence

from msgspec.structs import replace

from helpdesk.core.record.clocks import ClocksRecomputed
from helpdesk.core.record.entry import Fact
from helpdesk.core.tickets.rules.change import as_if
from helpdesk.core.tickets.rules.hooks import Hooks, Moment
from helpdesk.foundation.kernel.errors import InsideError


class TooEarlyError(InsideError):
    """A timer rang before its wake by this worker's clock; the clocks of two workers differ by some seconds."""

    code = "too_early"


def ring(moment: Moment, hooks: Sequence[Hooks]) -> list[Fact]:
    """The facts due at the moment. A ticket that is finished or whose wake has moved on has none.

    What one capability cannot say keeps nothing back of what the others bring: it stays due, and the ring that finds
    nothing else raises it.
    """
    wake_at = moment.ticket.promise.wake_at
    if wake_at is None or wake_at > moment.at:
        return []
    before, failed = len(moment.facts), []
    for each in hooks:
        try:
            for due in each.due(moment):
                moment = _with_what_it_begins(moment, due, hooks)
        except Exception as error:  # noqa: BLE001 - as said
            failed.append(error)
    if failed and len(moment.facts) == before:
        raise failed[0]
    # Nothing due although it was to wake now: the settings moved the deadline. Write down the new wake.
    return list(moment.facts[before:]) or [Fact(event=ClocksRecomputed())]


def _with_what_it_begins(moment: Moment, due: Fact, hooks: Sequence[Hooks]) -> Moment:
    """Both or neither: what a fact begins, it begins at no other time."""
    moment = _after(moment, due)
    for each in hooks:
        for fact in each.stepped(moment, due):
            moment = _after(moment, fact)
    return moment


def _after(moment: Moment, fact: Fact) -> Moment:
    return replace(moment, ticket=as_if(moment.ticket, fact, moment.at), facts=[*moment.facts, fact])
