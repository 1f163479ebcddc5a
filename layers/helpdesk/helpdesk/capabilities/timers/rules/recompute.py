"""Recomputing open tickets after a change of settings: in walks over the teams, until a walk finds nothing to do.

A walk goes by next deadline, and a recomputed ticket moves in that order. So a walk may miss one that moves past it;
the next walk finds it.
"""

from collections.abc import Iterable
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.clocks.rules.book import Book
from helpdesk.core.clocks.rules.policy_choice import policy_for
from helpdesk.core.record.clocks import ClocksRecomputed
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.vocabulary import TeamId, TicketId

SLICES = 8  # of each team, walked side by side: the largest team decides how long it all takes


class Walk(Struct, frozen=True, kw_only=True):
    """The part of a team's open tickets that one walker looks after; no team means those without one."""

    revision: int
    team: TeamId | None
    part: int
    parts: int = SLICES

    def covers(self, ticket_id: TicketId) -> bool:
        return crc32(ticket_id.encode()) % self.parts == self.part

    @property
    def name(self) -> str:
        return f"{self.team or 'none'}/{self.part}"


class Progress(Struct, frozen=True, kw_only=True):
    """How far a walk is. `seen` counts tickets in its first round, `changed` those recomputed in all rounds."""

    cursor: str | None = None
    seen: int = 0
    changed: int = 0
    changed_in_round: int = 0
    rounds: int = 0
    finished: bool = False

    def staying(self, changed: int) -> "Progress":
        """The same page again: the table was too busy to take all of it."""
        return replace(self, changed=self.changed + changed, changed_in_round=self.changed_in_round + changed)

    def after(self, seen: int, changed: int, cursor: str | None) -> "Progress":
        """A page further; a round that changed nothing is the last."""
        further = replace(
            self,
            cursor=cursor,
            seen=self.seen + (0 if self.rounds else seen),
            changed=self.changed + changed,
            changed_in_round=self.changed_in_round + changed,
        )
        if cursor is not None:
            return further
        return replace(further, rounds=self.rounds + 1, changed_in_round=0, finished=further.changed_in_round == 0)


def walks(revision: int, teams: Iterable[TeamId]) -> list[Walk]:
    """Over every team, and over the tickets of none."""
    return [
        Walk(revision=revision, team=team, part=part) for team in (*sorted(set(teams)), None) for part in range(SLICES)
    ]


def recompute(ticket: Ticket, book: Book, region: str) -> list[Fact]:
    """The policy that would be chosen today, when it is another. What is finished is never rewritten."""
    if ticket.phase.is_finished or ticket.home_region != region:
        return []
    policy = policy_for(ticket, book)
    if policy == ticket.policy:
        return []
    return [Fact(event=ClocksRecomputed(policy=policy or ""))]
