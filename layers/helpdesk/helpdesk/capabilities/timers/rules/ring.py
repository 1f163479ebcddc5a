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
    """The facts due at the moment. A ticket that is finished or whose wake has moved on has none."""
    wake_at = moment.ticket.promise.wake_at
    if wake_at is None or wake_at > moment.at:
        return []
    facts: list[Fact] = []
    for each in hooks:
        for due in each.due(moment):
            facts.append(due)
            moment = _after(moment, due)
            for fact in (fact for other in hooks for fact in other.stepped(moment, due)):
                facts.append(fact)
                moment = _after(moment, fact)
    # Nothing due although it was to wake now: the settings moved the deadline. Write down the new wake.
    return facts or [Fact(event=ClocksRecomputed())]


def _after(moment: Moment, fact: Fact) -> Moment:
    return replace(moment, ticket=as_if(moment.ticket, fact, moment.at), facts=[*moment.facts, fact])
