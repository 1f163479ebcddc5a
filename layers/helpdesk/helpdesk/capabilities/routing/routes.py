"""Routes of the intake rules, as part of the settings API."""

from helpdesk.capabilities.routing.actions import rules as routing_settings
from helpdesk.capabilities.routing.actions import trials
from helpdesk.capabilities.routing.requests import DryRun, PastDryRun, RoutingRules, RuleActions
from helpdesk.capabilities.routing.rules.rule import Incoming
from helpdesk.capabilities.routing.views import (
    DryRunResult,
    PastDryRunResult,
    RoutingSettings,
    _answer,
    past_view,
)
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match
from helpdesk.foundation.edge.outputs import shown_as


def added_to(api: Api) -> None:
    @api.get("/api/settings/routing", responses=gives(RoutingSettings))
    def read_routing() -> Answer:
        return _answer(routing_settings.read(api.desk(), caller(api)))

    @api.put("/api/settings/routing", responses=gives(RoutingSettings))
    def save_routing(wanted: RoutingRules) -> Answer:
        rules = [rule.meant() for rule in wanted.rules]
        return _answer(routing_settings.save(api.desk(), caller(api), rules, if_match(api)))

    @api.post("/api/settings/routing/dry-runs", responses=gives(DryRunResult))
    def try_rules(wanted: DryRun) -> Answer:
        rules = None if wanted.rules is None else [rule.meant() for rule in wanted.rules]
        incoming = Incoming(**wanted.model_dump(exclude={"rules", "assets"}))
        found = routing_settings.try_out(api.desk(), caller(api), incoming, rules, wanted.assets)
        then = shown_as(RuleActions, found.then)
        return answer(DryRunResult(level=found.level, team=found.team, matched=list(found.rules), then=then))

    @api.post("/api/settings/routing/dry-runs/past", responses=gives(PastDryRunResult))
    def try_rules_on_past_tickets(wanted: PastDryRun) -> Answer:
        rules = None if wanted.rules is None else [rule.meant() for rule in wanted.rules]
        window = trials.Window(last=wanted.last, start=wanted.start, end=wanted.end)
        found = trials.try_on_past(api.desk(), caller(api), window, rules)
        return answer(PastDryRunResult(items=[past_view(run) for run in found.runs], complete=found.complete))
