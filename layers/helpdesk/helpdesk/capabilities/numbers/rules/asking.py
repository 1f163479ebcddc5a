"""What is asked of a report, and what of it who asks may have counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.capabilities.numbers.rules.questions import Filter, Reach
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.vocabulary import Role

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.capabilities.numbers.rules.definitions import Report
    from helpdesk.capabilities.numbers.rules.periods import Period, Span
    from helpdesk.core.directory.rules import Person


class Asked(Struct, frozen=True, kw_only=True):
    report: Report
    period: Period
    filter: Filter = Filter()


def reach_of(by: Person) -> Reach:
    return Reach(everything=by.role is Role.ADMIN, person=by.id, teams=by.teams)


def wanted_by(by: Person, asked: Asked) -> Filter:
    """What single people do is for themselves and their leads."""
    if asked.filter.person not in {None, by.id}:
        roles.lead_only(by.as_actor())
    alone = "handled_by" in asked.report.groups and not roles.leads(by.as_actor())
    return replace(asked.filter, person=by.id) if alone else asked.filter


def instants_of(spans: Sequence[Span]) -> dict[str, object]:
    """Instants without a zone, as rows have them."""
    whole, before, *parts = spans
    return {
        "earliest": before.start.replace(tzinfo=None),
        "until": before.end.replace(tzinfo=None),
        "first": whole.start.replace(tzinfo=None),
        "latest": whole.end.replace(tzinfo=None),
        "parts": [span.name for span in parts],
        "starts": [span.start.replace(tzinfo=None) for span in parts],
        "ends": [span.end.replace(tzinfo=None) for span in parts],
    }
