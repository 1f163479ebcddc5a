"""SLA policies from the shell: what another policy would have meant for the tickets there were."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from helpdesk.capabilities.sla.settings.document import with_calendar_versions
from helpdesk.core.clocks.rules.policy import Policy, PolicyError
from helpdesk.core.clocks.rules.what_if import Simulation, as_of, book_with, simulate
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.clocks.settings.policies import POLICIES
from helpdesk.core.clocks.settings.policy_file import parse_policy
from msgspec.structs import replace

from infra.calendar_cli import Instant
from infra.local.settings import STACK
from infra.targets import target

SIMULATED = "simulated@1"


@click.group(name="sla")
def sla_commands() -> None:
    """SLA policies: try them out on the past."""


@sla_commands.command(name="simulate")
@click.option("--policy", "path", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True)
@click.option("--from", "start", type=Instant(), required=True, help="Tickets created from here on.")
@click.option("--to", "end", type=Instant(), required=True, help="Tickets created before, judged as of then.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option("--stack", "stack_name", default=STACK, show_default=True, help="Name of the stack on AWS.")
def simulate_command(path: Path, start: datetime, end: datetime, stack_name: str, *, as_json: bool) -> None:
    """Replay past tickets under a policy file and count broken promises. Nothing is written."""
    if end <= start:
        raise click.BadParameter("does not lie after --from", param_hint="--to")
    found = target(stack_name)
    from infra.operator_desk import operator_desk  # noqa: PLC0415 - reads the environment the target sets

    desk = operator_desk(found.deployed)
    policy = policy_of(path, desk.settings.now(POLICIES.bundle))
    book = book_with(policy, book_of(desk.settings))
    simulation = simulate(_tickets(desk, start, end), policy, book, end)
    click.echo(json.dumps(rows(simulation), indent=2) if as_json else table(rows(simulation)))


def _tickets(desk: Any, start: datetime, end: datetime) -> Iterator[Any]:
    """As they stood at the end: facts from later on are not played."""
    for ticket in map(desk.tickets.get, desk.tickets.ids()):
        if start <= ticket.created_at < end:
            yield as_of(ticket, end)


def policy_of(path: Path, edition: Any) -> Policy:
    """The file's policy, counting by the calendars that hold now."""
    try:
        file = with_calendar_versions(json.loads(path.read_text(encoding="utf-8")), edition)
        return replace(parse_policy(file, edition.files["calendars"]), id="simulated", version=1)
    except PolicyError as error:
        raise click.ClickException(f"{path}: {error}") from error
    except ValueError as error:
        raise click.ClickException(f"{path} is not JSON: {error}") from error


def rows(simulation: Simulation) -> list[dict[str, Any]]:
    return [
        {
            "team": team,
            "priority": priority.value,
            "tickets": simulation.tickets[team, priority],
            "breaches_before": simulation.before[team, priority],
            "breaches_after": simulation.after[team, priority],
        }
        for team, priority in simulation.groups
    ]


def table(found: list[dict[str, Any]]) -> str:
    lines = [f"{'Team':24} {'Priority':8} {'Tickets':>8} {'Before':>8} {'After':>8}"]
    lines += [
        f"{row['team']:24} {row['priority']:8} {row['tickets']:8} {row['breaches_before']:8} {row['breaches_after']:8}"
        for row in found
    ]
    total = {name: sum(row[name] for row in found) for name in ("tickets", "breaches_before", "breaches_after")}
    lines.append(f"{'All':24} {'':8} {total['tickets']:8} {total['breaches_before']:8} {total['breaches_after']:8}")
    return "\n".join(lines)
