"""Publication: entries written become facts on the bus, and what assignment has to look at comes into its lines."""

from collections.abc import Iterator, Sequence

from helpdesk.capabilities.assignment.rules.request import Errand
from helpdesk.capabilities.assignment.rules.wanted import concerns_assignment
from helpdesk.capabilities.timers.rules.horizon import HORIZON
from helpdesk.channels.publishing.rules import envelope
from helpdesk.core.record.entry import Entry
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.apart import tried
from helpdesk.foundation.kernel.vocabulary import TeamId

TEAM = "team:"


def publish(desk: Desk, entries: Sequence[Entry]) -> Sequence[int]:
    """Put entries on the bus in order, and into the lines of the teams they touch; the positions of those that cannot
    be told of, that the bus refused, or that a line did not take.
    """
    watched = _watched(desk, entries)
    made, failed = tried(
        enumerate(entries), lambda at: (at[0], envelope(at[1], arm=_wakes_soon(desk, at[1]), watched=watched))
    )
    refused = desk.publishing.bus.publish([told for _, told in made])
    lost = {*(made[position][0] for position in refused), *(position for (position, _), _ in failed)}
    return sorted(lost | _untaken(desk, entries))


def _watched(desk: Desk, entries: Sequence[Entry]) -> frozenset[str]:
    """Most often nobody looks, and no function needs to run to find that out. Where it cannot be read, who pushes
    looks, and fails for it.
    """
    topics = list(dict.fromkeys(topic for entry in entries for topic in entry.topics))
    found, failed = tried([topics] if topics else [], desk.live.board.watched)
    return frozenset(topics) if failed else frozenset().union(*found)


def _wakes_soon(desk: Desk, entry: Entry) -> bool:
    """Whether it set a wake that the sweep may find too late. A wake that stays had its timer from who set it."""
    promise = entry.promise
    if promise is None or promise.wake_at is None or promise.armed != entry.version:
        return False
    return desk.clock.real_seconds_until(promise.wake_at) <= HORIZON.total_seconds()


def _untaken(desk: Desk, entries: Sequence[Entry]) -> set[int]:
    """Of what this region wrote. A line is told once of each ticket: who looks finds all that was written of it."""
    of_errand: dict[Errand, list[int]] = {}
    for position, entry in enumerate(entries):
        if entry.region == desk.region and concerns_assignment(entry):
            for team in _teams(entry):
                of_errand.setdefault(Errand(team=team, ticket_id=entry.ticket_id), []).append(position)
    told = tried(of_errand.items(), lambda one: desk.assignment.queue.send(one[0], entries[one[1][-1]].id))
    return {position for (_, positions), _ in told[1] for position in positions}


def _teams(entry: Entry) -> Iterator[TeamId]:
    """The team it left has somebody with less to do, the team it came to one more to do."""
    return (TeamId(topic.removeprefix(TEAM)) for topic in entry.topics if topic.startswith(TEAM))
