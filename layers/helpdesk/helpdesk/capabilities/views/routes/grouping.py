"""By what the tickets of a view are divided, and how many each part has: from the same index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query as Parameters
from msgspec.structs import replace

from helpdesk.capabilities.search.actions import counting
from helpdesk.capabilities.search.rules.scope import reader_of
from helpdesk.capabilities.views import actions as views
from helpdesk.capabilities.views.requests import Question, WhichView
from helpdesk.capabilities.views.rules import DUE, Grouping, Part, asked, parts_of
from helpdesk.capabilities.views.views import ViewGroups, group_view
from helpdesk.core.directory.routes import person
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.inputs import Request
from helpdesk.foundation.kernel.vocabulary import PersonId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Mapping, Sequence

    from helpdesk.capabilities.search.rules.query import Query
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk


class GroupQuery(Request):
    grouping: Grouping
    q: Question = ""


def added_to(api: Api) -> None:
    @api.get("/api/views/<view_id>/groups", responses=gives(ViewGroups))
    def group_view_by(view_id: WhichView, wanted: Annotated[GroupQuery, Parameters()]) -> Answer:
        """Into what its tickets, or those of them that `q` narrows it to, are divided."""
        who, desk = person(api), api.desk()
        reader = reader_of(who, desk.clock.now())
        view = views.read(desk, who, view_id)
        query = asked(f"{view.question} {wanted.q}", reader)
        parts = _parts(desk, who, query, wanted.grouping)
        names = _names(desk, wanted.grouping, [part.key for part in parts if part.key])
        return answer(ViewGroups(items=[group_view(part, names) for part in parts]))


def _parts(desk: Desk, who: Person, query: Query, by: Grouping) -> Sequence[Part]:
    actor, reader = who.as_actor(), reader_of(who, desk.clock.now())

    def narrowed(condition: str) -> Query:
        return replace(query, conditions=(*query.conditions, *asked(condition, reader).conditions))

    if by is Grouping.DUE:
        return parts_of(by, counting.totals(desk, actor, {key: narrowed(said) for key, said in DUE.items()}))
    found = counting.grouped(desk, actor, query, by.value)
    return parts_of(by, found.by_value, found.total)


def _names(desk: Desk, by: Grouping, keys: Sequence[str]) -> Mapping[str, str]:
    match by:
        case Grouping.TEAM:
            return {team.id: team.name for team in desk.staffing.teams()}
        case Grouping.ASSIGNEE if keys:
            return {each: found.name for each, found in desk.directory.people(list(map(PersonId, keys))).items()}
        case Grouping.ORGANIZATION if keys:
            return {each.id: each.name for each in desk.organizations.known(keys).values()}
    return {}
