"""Assignment: who of a team is next. Round robin; every candidate's part in the choice is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpdesk.domain.people import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The member chosen, already moved to the end of the rotation, and why; None when nobody is eligible."""

    member: Member | None
    reasons: tuple[str, ...]


def choose(members: Sequence[Member]) -> Choice:
    """The active member whose turn was longest ago; ties go by id, so that every worker chooses the same."""
    eligible = sorted((m for m in members if m.active), key=lambda m: (m.turn, m.person))
    out = tuple(f"{m.person}: not active" for m in members if not m.active)
    if not eligible:
        return Choice(member=None, reasons=(*out, "nobody is eligible"))
    chosen = eligible[0]
    latest = max(m.turn for m in members)
    reasons = (*out, f"{chosen.person}: next in turn of {len(eligible)}")
    return Choice(member=replace(chosen, turn=latest + 1), reasons=reasons)
