"""Making anew what is derived: of a ticket's entries its head, by what it is found, and what figures count of it; of
articles by what they are found.
"""

import importlib
from datetime import UTC, datetime
from typing import Any

import click

from infra.targets import Target


def rebuild_derived(found: Target, name: str, months: tuple[str, ...], since: datetime | None) -> None:
    """Month by month, the newest first, while the desk works on. What a broken run made stays made."""
    from helpdesk.core.tickets.actions import reading  # noqa: PLC0415 - reads the environment the target sets

    from infra.operator_desk import operator_desk  # noqa: PLC0415

    desk, rebuilding = operator_desk(found.deployed), _rebuilding(name)
    begun = datetime.now(UTC)
    click.echo(f"To go on after a break: helpdesk rebuild --{name} --since {since or begun:%Y-%m-%dT%H:%M:%S}")
    known = reading.by_month(desk)
    wanted = {month: ids for month, ids in known.items() if not months or month in months}
    failed: list[str] = []
    seen = 0
    for month, ids in wanted.items():
        seen += len(ids)
        if since and rebuilding.is_made(desk, month, since.replace(tzinfo=UTC)):
            click.echo(f"{month} was made before")
            continue
        made = rebuilding.make(desk, month, ids)
        failed += made.failed
        click.echo(f"{month} made: {made.tickets} tickets ({100 * seen // sum(map(len, wanted.values()))} %)")
    late = list(reading.opened_since(desk, known))
    failed += rebuilding.project(desk, late)
    click.echo(f"{seen} tickets, {len(late)} opened meanwhile, in {(datetime.now(UTC) - begun).seconds} seconds.")
    if failed:
        raise click.ClickException(f"{len(failed)} could not be written: {', '.join(failed[:20])}")


def _rebuilding(name: str) -> Any:
    """How it is made anew: `is_made`, `make` for a month, `project` for what came meanwhile."""
    return importlib.import_module(f"helpdesk.capabilities.{name}.actions.rebuilding")


def rebuild_answers(found: Target) -> None:
    """At once: articles are thousands."""
    from helpdesk.capabilities.answers.actions import following  # noqa: PLC0415 - reads the environment the target sets

    from infra.operator_desk import operator_desk  # noqa: PLC0415

    made = following.make_anew(operator_desk(found.deployed))
    click.echo(f"{made.articles} articles with {made.texts} texts.")


def rebuild_heads(found: Target, ticket_ids: tuple[str, ...]) -> None:
    """Of the named tickets, or of all."""
    from helpdesk.core.tickets.actions import repair as maintenance  # noqa: PLC0415 - reads the environment the target sets
    from helpdesk.foundation.kernel.vocabulary import TicketId  # noqa: PLC0415

    from infra.operator_desk import operator_desk  # noqa: PLC0415

    desk, seen, changed = operator_desk(found.deployed), 0, 0
    failed: list[TicketId] = []
    for ticket_id in map(TicketId, ticket_ids) if ticket_ids else desk.tickets.ids():
        seen += 1
        try:
            rebuilt = maintenance.rebuild(desk, ticket_id)
        except Exception as error:  # noqa: BLE001 - one that cannot be read keeps none of the others as it is
            failed.append(ticket_id)
            click.echo(f"{ticket_id} cannot be rebuilt: {error}")
            continue
        if rebuilt:
            changed += 1
            click.echo(f"{ticket_id} rebuilt")
    click.echo(f"{seen} tickets, {changed} of them rebuilt.")
    if failed:
        raise click.ClickException(f"{len(failed)} could not be rebuilt.")
