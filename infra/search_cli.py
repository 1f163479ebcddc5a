"""Making anew by what tickets are found."""

from datetime import UTC, datetime

import click

from infra.targets import Target


def rebuild_search(found: Target, months: tuple[str, ...], since: datetime | None) -> None:
    """Month by month, the newest first, while the desk works on. What a broken run made stays made."""
    from helpdesk.capabilities.search.actions import rebuilding  # noqa: PLC0415 - reads the environment the target sets

    from infra.operator_desk import operator_desk  # noqa: PLC0415

    desk = operator_desk(found.deployed)
    begun = datetime.now(UTC)
    click.echo(f"To go on after a break: helpdesk rebuild --search --since {since or begun:%Y-%m-%dT%H:%M:%S}")
    known = rebuilding.by_month(desk)
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
        percent = 100 * seen // sum(map(len, wanted.values()))
        click.echo(f"{month} made: {made.tickets} tickets ({percent} %)")
    late = list(rebuilding.opened_since(desk, known))
    failed += rebuilding.project(desk, late)
    click.echo(f"{seen} tickets, {len(late)} opened meanwhile, in {(datetime.now(UTC) - begun).seconds} seconds.")
    if failed:
        raise click.ClickException(f"{len(failed)} could not be written: {', '.join(failed[:20])}")
