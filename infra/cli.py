"""The operators' command."""

import logging
import os
from datetime import datetime
from itertools import islice
from typing import Any, Final

import click

from infra import operations
from infra.calendar_cli import calendar_commands
from infra.local import background
from infra.local.progress import complain
from infra.local.settings import SEEDS, STACK, SettingError, Settings
from infra.rebuild_cli import rebuild_answers, rebuild_derived, rebuild_heads
from infra.sla_cli import sla_commands
from infra.targets import Target, local_target, target

EPILOG = """Deploying to AWS: make build, then make deploy (SAM CLI by uvx; parameters by DEPLOY_ARGS, see
`python -m infra.publish deploy --help`). Commands that work on both take the local stack when one runs, else AWS
by the usual environment (AWS_PROFILE, AWS_REGION)."""

AT_ONCE: Final = 100
"""Tickets that are read together."""

stack_option = click.option("--stack", "stack_name", default=STACK, show_default=True, help="Name of the stack on AWS.")


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Run and operate the help desk."""


main.add_command(calendar_commands)
main.add_command(sla_commands)


@main.command()
@click.option("--wait", is_flag=True, help="Start it in the background if none runs, and return when it is ready.")
@click.option("--timeout", type=float, default=180, show_default=True, help="Seconds to wait for it to be ready.")
def up(*, wait: bool, timeout: float) -> None:
    """Start the local stack and keep it running until Ctrl-C.

    With --wait, for scripts: the exit code is 0 when it is ready, whoever started it, and 1 with what is missing when
    it is not in time or ends. What it prints is in up.log of its data folder; helpdesk down stops it.

    \b
    HELPDESK_PORT   8080; the next two ports are used too, for attachments and for mail in
    HELPDESK_DATA   .helpdesk; all state, mail and logs
    HELPDESK_SEED   demo or none
    HELPDESK_CLOCK  <instant>,<factor>: product time starts there and runs so many times faster
    """  # noqa: D301 - the backspace keeps click from rewrapping
    if wait:
        _up_in_background(timeout)
        return
    from infra.local import stack  # noqa: PLC0415 - loads the emulator

    status = 0
    try:
        stack.up(Settings.from_environment())
    except SettingError as error:
        raise click.ClickException(str(error)) from None
    except Exception as error:  # said in one sentence; the log has the rest
        logging.getLogger(__name__).exception("The stack ends")
        complain(f"{error}\nMore in {Settings.from_environment().log}")
        status = 1
    stack.leave(status)


@main.command()
def down() -> None:
    """Stop the local stack of this data folder; what is there stays there."""
    try:
        stopped = background.stop(Settings.from_environment())
    except SettingError as error:
        raise click.ClickException(str(error)) from None
    click.echo("Stopped." if stopped else "No local stack runs here.")


@main.command()
@click.argument("email")
@click.option("--password", default=None, help="When it is not the demo's.")
def token(email: str, password: str | None) -> None:
    """Print a bearer token of a local user, for scripts."""
    from infra.local import accounts  # noqa: PLC0415 - boto3 takes half a second

    found = _local()
    click.echo(accounts.id_token(found.clients, found.deployed, email, password or accounts.PASSWORD))


@main.command()
@click.argument("what", type=click.Choice(SEEDS), default="demo")
def seed(what: str) -> None:
    """Fill the local stack: accounts and teams (none), and a working day's tickets (demo)."""
    found = _local()
    from infra.local.seed import filling  # noqa: PLC0415 - reads the environment the target sets

    filling.fill(found.clients, found.deployed, what)


@main.command()
@stack_option
def adopt(stack_name: str) -> None:
    """Re-arm this region's timers: run one sweep now."""
    found = target(stack_name)
    operations.adopt(found.clients, found.deployed)
    click.echo("Sweep started.")


@main.command()
@stack_option
@click.option("--search", is_flag=True, help="Make anew by what tickets are found, month by month.")
@click.option("--numbers", is_flag=True, help="Make anew what figures count, month by month.")
@click.option("--answers", is_flag=True, help="Make anew by what articles are found.")
@click.option("--month", "months", multiple=True, help="Of these, only this month: 2026-03.")
@click.option("--since", type=click.DateTime(), help="Of these, leave what was made since then (UTC).")
@click.argument("ticket_ids", nargs=-1)
def rebuild(
    *,
    stack_name: str,
    search: bool,
    numbers: bool,
    answers: bool,
    months: tuple[str, ...],
    since: datetime | None,
    ticket_ids: tuple[str, ...],
) -> None:
    """Fold ticket heads from their entries anew: the named tickets, or all. With --search and --numbers, instead what
    is derived from them; with --answers, what is derived from articles.
    """
    derived = [name for name, wanted in (("search", search), ("numbers", numbers)) if wanted]
    if ticket_ids if derived or answers else months or since:
        raise click.UsageError("--month and --since go with --search and --numbers, which take no tickets.")
    found = target(stack_name)
    for name in derived:
        rebuild_derived(found, name, months, since)
    if answers:
        rebuild_answers(found)
    if not derived and not answers:
        rebuild_heads(found, ticket_ids)


@main.command()
@stack_option
def index(stack_name: str) -> None:
    """Make anew by what people, organizations and assets are found: for those that were there before that."""
    found = target(stack_name)
    from infra.operator_desk import operator_desk  # noqa: PLC0415 - reads the environment the target sets

    desk = operator_desk(found.deployed)
    seen = left = 0
    for person in desk.directory.everybody():
        seen += 1
        left += not desk.directory.index(person)
    click.echo(f"{seen} people, {left} of them changed meanwhile: they are found already.")
    for store, called in ((desk.organizations, "organizations"), (desk.assets, "assets")):
        seen, left = _indexed(store)
        click.echo(f"{seen} {called}, {left} of them changed meanwhile: they are found already.")


def _indexed(store: Any) -> tuple[int, int]:
    """Of named things, how many there are and how many of them changed meanwhile."""
    cursor, seen, left = None, 0, 0
    while True:
        page = store.page(cursor, AT_ONCE)
        seen, left = seen + len(page.items), left + sum(not store.index(thing) for thing in page.items)
        cursor = page.cursor
        if cursor is None:
            return seen, left


@main.command()
@stack_option
@click.option("--after", default=None, help="Go on behind this ticket, as it was said.")
def share(stack_name: str, after: str | None) -> None:
    """Put tickets among the requests of those who take part in them: for those who did before there were such lists.

    It may be stopped and gone on with at any time, and be done again: what is there stays as it is.
    """
    found = target(stack_name)
    from helpdesk.core.tickets.actions import repair  # noqa: PLC0415 - reads the environment the target sets
    from helpdesk.foundation.kernel.vocabulary import TicketId  # noqa: PLC0415

    from infra.operator_desk import operator_desk  # noqa: PLC0415

    desk = operator_desk(found.deployed)
    seen = written = left_out = 0
    walk = desk.tickets.ids(TicketId(after) if after else None)
    while some := list(islice(walk, AT_ONCE)):
        shared, failed = repair.share_all(desk, some)
        for ticket_id, error in failed:
            click.echo(f"{ticket_id} is left out: {error}")
        seen, written, left_out = seen + len(some), written + shared, left_out + len(failed)
        click.echo(f"{seen} tickets, {written} places of people. To go on from here: --after {some[-1]}")
    click.echo(f"All {seen} tickets, {written} places of people who take part.")
    if left_out:
        raise click.ClickException(f"{left_out} were left out.")


@main.command()
@stack_option
@click.option("--all", "every", is_flag=True, help="Replay everything without asking.")
def replay(stack_name: str, *, every: bool) -> None:
    """List what could not be processed, and give it to its function again."""
    found = target(stack_name)
    count = 0
    for letter in operations.dead_letters(found.clients, found.deployed):
        count += 1
        click.echo(f"{letter.queue}  {letter.function or ''}  {letter.reason}")
        if not (every or click.confirm("  replay?")):
            continue
        try:
            operations.replay(found.clients, found.deployed, letter)
        except Exception as error:  # noqa: BLE001 - it stays in its queue, and the others go on
            click.echo(f"  {error}")
    click.echo(f"{count} messages.")


def _up_in_background(timeout: float) -> None:
    try:
        address = background.wait_for(Settings.from_environment(), timeout)
    except SettingError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Ready at {address}")


def _local() -> Target:
    found = local_target(Settings.from_environment(os.environ).data)
    if found is None:
        raise click.ClickException("No local stack runs here. Start it with: helpdesk up")
    return found
