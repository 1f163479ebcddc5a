"""Which tickets a list is asked for: whose they are, and what their cards have to show."""

from datetime import datetime
from typing import Final, Self

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.tickets.rules.listing import NOBODY, Card, WaitsFor
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.text import folded
from helpdesk.foundation.kernel.vocabulary import Channel, Phase

_FOR_STAFF: Final = {
    **dict.fromkeys(("team", "assignee", "organization", "tag", "channel", "waits_for", "due_before")),
    "missed": False,
}


class Wanted(Struct, frozen=True, kw_only=True):
    """`team`, `assignee` and `organization` may be `none`. All that is given has to fit."""

    team: str | None = None
    assignee: str | None = None
    requester: str | None = None
    organization: str | None = None
    phase: Phase | None = None
    priority: str | None = None
    tag: str | None = None
    channel: Channel | None = None
    waits_for: WaitsFor | None = None
    due_before: datetime | None = None
    """Its next deadline comes before."""
    missed: bool = False
    """A deadline of it has passed."""
    words: str | None = None
    """Each stands in its number, its subject or the name of its requester or assignee, if only as a part."""
    needs_work: bool = False
    """It is not solved."""
    shelf: str = "live"
    shared: bool = False
    """Its requester asks for themselves: also where they take part in what others ask."""

    @property
    def narrows(self) -> bool:
        """Whether it asks for less than all of one list."""
        lists = (self.requester, self.team, self.assignee, self.organization)
        shown = (self.phase, self.priority, self.tag, self.channel, self.waits_for, self.due_before, self.words)
        return any(shown) or self.missed or self.needs_work or sum(map(bool, lists)) > 1

    def by(self, actor: Actor) -> Self:
        """With ids for `me`. A requester gets their own tickets, and what they do not see narrows nothing."""
        if not actor.is_staff:
            return replace(self, requester=actor.id, shared=True, **_FOR_STAFF)
        assignee, requester = (actor.id if who == "me" else who for who in (self.assignee, self.requester))
        return replace(self, assignee=assignee, requester=requester, shared=self.requester == "me")

    @property
    def by_deadline(self) -> bool:
        """Its list is in the order of deadlines."""
        return not self.requester and bool(self.assignee or self.team)

    def fits(self, card: Card, now: datetime) -> bool:
        pairs = (
            (self.team, card.team or NOBODY),
            (self.assignee, card.assignee or NOBODY),
            (self.organization, card.organization or NOBODY),
            (self.phase, card.phase),
            (self.priority, card.priority),
            (self.channel, card.channel),
            (self.waits_for, card.waits_for),
        )
        return (
            all(wanted in {None, found} for wanted, found in pairs)
            and self.tag in {None, *card.tags}
            and not (self.needs_work and card.phase.is_finished)
            and not (self.missed and not _has_missed(card, now))
            and not (self.due_before and self.is_past(card))
            and self._says(card)
        )

    def is_past(self, card: Card) -> bool:
        """Whether in the order of deadlines nothing that is due before stands here or behind."""
        return self.due_before is not None and (card.next_deadline is None or card.next_deadline >= self.due_before)

    def _says(self, card: Card) -> bool:
        if not self.words:
            return True
        said = folded(" ".join((card.id, card.subject, card.requester_name, card.assignee_name or "")))
        return all(word in said for word in folded(self.words).split())


def _has_missed(card: Card, now: datetime) -> bool:
    return bool(card.breached) or (card.next_deadline is not None and card.next_deadline <= now)
