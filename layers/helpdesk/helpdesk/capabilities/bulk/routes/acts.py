"""What a change of many tickets does to each: what people do to one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpdesk.capabilities.assignment.actions import hand_over as handing_over
from helpdesk.capabilities.assignment.rules.by_hand import HandOver
from helpdesk.capabilities.bulk.actions.working import Act
from helpdesk.capabilities.bulk.rules import Handed, Item, Job, Moved, Said, Wanted
from helpdesk.core.record.fold import fold
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Outcome, Wish
from helpdesk.core.tickets.rules.writing import Message
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Channel, Phase


def act_of(job: Job) -> Act:
    return undone if job.undoes else done


def done(desk: Desk, wish: Wish, wanted: Wanted, _: Item) -> Outcome:
    match wanted:
        case Wanted(fields=Mapping() as fields):
            return tickets.update(desk, wish, fields)
        case Wanted(move=Moved() as move):
            return tickets.move(desk, wish, move.state, move.reason)
        case Wanted(team=Handed() as to):
            return handing_over.hand_over(desk, wish, HandOver(summary=to.summary), to.team, None)
        case Wanted(message=Said() as said):
            return tickets.write(
                desk, wish, Message(body=said.body, visibility=said.visibility, channel=Channel.PORTAL)
            )
    raise AssertionError(wanted)


def undone(desk: Desk, wish: Wish, wanted: Wanted, item: Item) -> Outcome:
    """Back to what it was before, by what people would do for it; StaleError where it was changed since."""
    before = fold(desk.tickets.entries(item.id, up_to=item.version - 1))
    if wanted.fields is not None:
        return tickets.update(desk, wish, {name: _was(before, name) for name in wanted.fields})
    if wanted.move:
        return _moved_back(desk, wish, before)
    summary = wanted.team.summary if wanted.team else ""
    return handing_over.hand_over(desk, wish, HandOver(summary=summary), before.team, before.assignee)


def _was(before: Ticket, name: str) -> Any:
    value = getattr(before, name)
    return "" if value is None and name != "assignee" else value


def _moved_back(desk: Desk, wish: Wish, before: Ticket) -> Outcome:
    ahead = before.until if before.until and before.until > desk.clock.now() else None
    vendor = before.vendor if before.phase is Phase.ON_HOLD else None
    return tickets.move(desk, wish, before.state, until=ahead, vendor=vendor)
