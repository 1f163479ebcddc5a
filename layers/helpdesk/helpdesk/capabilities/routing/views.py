from datetime import datetime

from pydantic import BaseModel

from helpdesk.capabilities.routing.requests import IntakeRule, RuleActions, RuleConditions
from helpdesk.capabilities.routing.rules.rule_trials import PastRun
from helpdesk.capabilities.routing.settings import RULES
from helpdesk.foundation.edge.http import Answer, answer
from helpdesk.foundation.edge.outputs import View, shown_as
from helpdesk.foundation.kernel.vocabulary import Level
from helpdesk.foundation.settings.edition import Edition


class RoutingSettings(View):
    """`revision` is the ETag."""

    revision: int
    rules: list[IntakeRule]


class DryRunResult(View):
    level: Level
    team: str
    matched: list[str]
    then: RuleActions


class Difference(BaseModel):
    field: str
    was: str | None
    would: str | None


class PastTicket(BaseModel):
    """`matched` are the rules that hold for it, `then` those that did when it came in."""

    id: str
    subject: str
    created_at: datetime
    matched: list[str]
    then: list[str]
    differences: list[Difference]


class PastDryRunResult(BaseModel):
    """Newest first, of the last twelve months. Not `complete`: there were more than are looked through at once."""

    items: list[PastTicket]
    complete: bool


def past_view(run: PastRun) -> PastTicket:
    return PastTicket(
        id=run.ticket_id,
        subject=run.subject,
        created_at=run.created_at,
        matched=list(run.matched),
        then=list(run.matched_at_first),
        differences=[Difference(field=each.field, was=each.was, would=each.would) for each in run.differences],
    )


def _answer(edition: Edition) -> Answer:
    rules = [
        shown_as(IntakeRule, rule, when=shown_as(RuleConditions, rule.when), then=shown_as(RuleActions, rule.then))
        for rule in edition.of(RULES)
    ]
    return answer(RoutingSettings(revision=edition.revision, rules=rules), edition.revision)
