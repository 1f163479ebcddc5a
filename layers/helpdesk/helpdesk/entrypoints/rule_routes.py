"""Routes of the intake rules, as part of the settings API."""

from datetime import datetime
from typing import Annotated, Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from pydantic import AwareDatetime, BaseModel, Field

from helpdesk.actions import past_tickets, routing_settings
from helpdesk.domain.past_runs import PastRun
from helpdesk.domain.rules import Actions, Conditions, Incoming, Rule
from helpdesk.domain.settings import DeskSettings
from helpdesk.domain.vocabulary import Channel, Kind, Level, Scale
from helpdesk.entrypoints.http import Answer, answer, caller, gives, if_match
from helpdesk.entrypoints.inputs import Assets, Identifier, Language, Line, Request
from helpdesk.entrypoints.outputs import View
from helpdesk.entrypoints.runtime import desk

Values = Annotated[tuple[Line, ...], Field(max_length=100)]


class RuleConditions(Request):
    """All that are set must hold, each by any of its values. `assets` are ids; `hours` is a calendar file."""

    channels: tuple[Channel, ...] = ()
    kinds: tuple[Kind, ...] = ()
    senders: Values = ()
    organizations: Values = ()
    plans: Values = ()
    words: Values = ()
    categories: Values = ()
    languages: tuple[Language, ...] = ()
    assets: Values = ()
    asset_types: Values = ()
    hours: dict[str, Any] | None = None
    outside: bool = False


class RuleActions(Request):
    kind: Kind | None = None
    category: Identifier | None = None
    impact: Scale | None = None
    urgency: Scale | None = None
    level: Level | None = None
    team: Identifier | None = None
    policy: Identifier | None = None
    tags: Values = ()
    skills: Values = ()


class IntakeRule(Request):
    """Rules are tried in order; what an earlier one set stands. With `last` no rule after it is tried."""

    name: Line
    when: RuleConditions = RuleConditions()
    then: RuleActions = RuleActions()
    active: bool = True
    last: bool = False

    def meant(self) -> Rule:
        when, then = self.when.model_dump(), self.then.model_dump()
        return Rule(name=self.name, when=Conditions(**when), then=Actions(**then), active=self.active, last=self.last)


class RoutingRules(Request):
    rules: Annotated[list[IntakeRule], Field(max_length=200)]


class RoutingSettings(View):
    """`revision` is the ETag."""

    revision: int
    rules: list[IntakeRule]


class DryRun(Request):
    """A pasted text, and what else would be known of the ticket. Without `rules`, those that hold are tried."""

    text: Annotated[str, Field(max_length=60_000)]
    channel: Channel = Channel.WEB
    kind: Kind = Kind.INCIDENT
    sender: Annotated[str, Field(max_length=254)] = ""
    organization: Identifier | None = None
    plan: Identifier | None = None
    category: Identifier | None = None
    language: Language | None = None
    assets: Assets = ()
    at: AwareDatetime | None = None
    rules: Annotated[list[IntakeRule], Field(max_length=200)] | None = None


class DryRunResult(View):
    level: Level
    team: str
    matched: list[str]
    then: RuleActions


class PastDryRun(Request):
    """The newest `last` tickets, created from `start` on and before `end` where these are given. Without `rules`, those
    that hold are tried.
    """

    last: Annotated[int, Field(ge=1, le=past_tickets.MOST)] = past_tickets.MOST
    start: AwareDatetime | None = None
    end: AwareDatetime | None = None
    rules: Annotated[list[IntakeRule], Field(max_length=200)] | None = None


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


def added_to(api: APIGatewayHttpResolver) -> APIGatewayHttpResolver:
    @api.get("/api/settings/routing", responses=gives(RoutingSettings))
    def read_routing() -> Answer:
        return _answer(routing_settings.read(desk(), caller(api)))

    @api.put("/api/settings/routing", responses=gives(RoutingSettings))
    def save_routing(wanted: RoutingRules) -> Answer:
        rules = [rule.meant() for rule in wanted.rules]
        return _answer(routing_settings.save(desk(), caller(api), rules, if_match(api)))

    @api.post("/api/settings/routing/dry-runs", responses=gives(DryRunResult))
    def try_rules(wanted: DryRun) -> Answer:
        rules = None if wanted.rules is None else [rule.meant() for rule in wanted.rules]
        incoming = Incoming(**wanted.model_dump(exclude={"rules", "assets"}))
        found = routing_settings.try_out(desk(), caller(api), incoming, rules, wanted.assets)
        then = RuleActions(**_plain(found.then, RuleActions))
        return answer(DryRunResult(level=found.level, team=found.team, matched=list(found.rules), then=then))

    @api.post("/api/settings/routing/dry-runs/past", responses=gives(PastDryRunResult))
    def try_rules_on_past_tickets(wanted: PastDryRun) -> Answer:
        rules = None if wanted.rules is None else [rule.meant() for rule in wanted.rules]
        window = past_tickets.Window(last=wanted.last, start=wanted.start, end=wanted.end)
        found = past_tickets.try_on_past(desk(), caller(api), window, rules)
        return answer(PastDryRunResult(items=[_past(run) for run in found.runs], complete=found.complete))

    return api


def _past(run: PastRun) -> PastTicket:
    return PastTicket(
        id=run.ticket_id,
        subject=run.subject,
        created_at=run.created_at,
        matched=list(run.matched),
        then=list(run.then),
        differences=[Difference(field=each.field, was=each.was, would=each.would) for each in run.differences],
    )


def _answer(settings: DeskSettings) -> Answer:
    rules = [
        IntakeRule(
            name=rule.name,
            when=RuleConditions(**_plain(rule.when, RuleConditions)),
            then=RuleActions(**_plain(rule.then, RuleActions)),
            active=rule.active,
            last=rule.last,
        )
        for rule in settings.rules
    ]
    return answer(RoutingSettings(revision=settings.version, rules=rules), settings.version)


def _plain(value: Any, model: type[BaseModel]) -> dict[str, Any]:
    return {name: getattr(value, name) for name in model.model_fields}
