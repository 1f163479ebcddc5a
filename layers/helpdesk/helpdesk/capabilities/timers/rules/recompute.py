"""Recomputing open tickets after a change of settings: in walks over the teams, until a walk finds nothing to do.

A walk goes by next deadline, and a recomputed ticket moves in that order. So a walk may miss one that moves past it;
the next walk finds it.
"""

from collections.abc import Iterable, Sequence
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.clocks.rules.book import Book
from helpdesk.core.clocks.rules.policy_choice import policy_for
from helpdesk.core.record.clocks import ClocksRecomputed
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.errors import InsideError
from helpdesk.foundation.kernel.vocabulary import TeamId, TicketId

SLICES = 8  # of each team, walked side by side: the largest team decides how long it all takes


MOST_NAMED = 10

MOST_FRUITLESS = 3


class NotRecomputedError(InsideError):
    """Some tickets could not be recomputed, however often they were tried; all others were."""

    code = "not_recomputed"


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
    failed: tuple[TicketId, ...] = ()
    """The first of those that could not be recomputed in this round; of a finished walk, in its last."""
    fruitless: int = 0
    """Rounds so far in which nothing was changed and something failed."""

    def staying(self, changed: int) -> "Progress":
        """The same page again: the table was too busy to take all of it."""
        return replace(self, changed=self.changed + changed, changed_in_round=self.changed_in_round + changed)

    def after(self, seen: int, changed: int, failed: Sequence[TicketId], cursor: str | None) -> "Progress":
        """A page further. A round that changed nothing is the last; one in which something failed, after some more."""
        further = replace(
            self,
            cursor=cursor,
            seen=self.seen + (0 if self.rounds else seen),
            changed=self.changed + changed,
            changed_in_round=self.changed_in_round + changed,
            failed=(*self.failed, *failed)[:MOST_NAMED],
        )
        if cursor is not None:
            return further
        quiet = further.changed_in_round == 0
        fruitless = self.fruitless + 1 if quiet and further.failed else 0
        finished = quiet and (not further.failed or fruitless == MOST_FRUITLESS)
        left = further.failed if finished else ()
        further = replace(further, rounds=self.rounds + 1, changed_in_round=0)
        return replace(further, finished=finished, failed=left, fruitless=fruitless)


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
