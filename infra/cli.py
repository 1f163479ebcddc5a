"""The operators' command."""

import logging
import os
from dataclasses import dataclass
from typing import Any

import boto3
import click

from infra import deployed as deployed_stack
from infra import operations
from infra.deployed import Deployed
from infra.local import instance
from infra.local.aws import Aws
from infra.local.progress import complain
from infra.local.settings import STACK, SettingError, Settings

EPILOG = """Deploying to AWS: make build, then make deploy (SAM CLI; parameters in infra/samconfig.toml).
Commands that work on both take the local stack when one runs, else AWS by the usual environment
(AWS_PROFILE, AWS_REGION)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A stack to work on, and who calls it."""

    aws: operations.Clients
    deployed: Deployed


class OnAws:
    def __init__(self) -> None:
        self._session = boto3.Session()

    def client(self, service: str) -> Any:
        create: Any = self._session.client
        return create(service)


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Run and operate the help desk."""


@main.command()
def up() -> None:
    """Start the local stack and keep it running until Ctrl-C.

    \b
    HELPDESK_PORT   8080; the next port is used too, for attachments
    HELPDESK_DATA   .helpdesk; all state, mail and logs
    HELPDESK_SEED   demo or none
    HELPDESK_CLOCK  <instant>,<factor>: product time starts there and runs so many times faster
    """  # noqa: D301 - the backspace keeps click from rewrapping
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
@click.argument("email")
@click.option("--password", default=None, help="When it is not the demo's.")
def token(email: str, password: str | None) -> None:
    """Print a bearer token of a local user, for scripts."""
    from infra.local import accounts  # noqa: PLC0415

    target = _local()
    if target is None:
        raise click.ClickException("No local stack runs here. Start it with: helpdesk up")
    assert isinstance(target.aws, Aws)  # noqa: S101 - tells the type checker
    click.echo(accounts.id_token(target.aws, target.deployed, email, password or accounts.PASSWORD))


@main.command()
@click.option("--stack", "stack_name", default=STACK, show_default=True, help="Name of the stack on AWS.")
def adopt(stack_name: str) -> None:
    """Re-arm this region's timers: run one sweep now."""
    target = _target(stack_name)
    operations.adopt(target.aws, target.deployed)
    click.echo("Sweep started.")


@main.command()
@click.option("--stack", "stack_name", default=STACK, show_default=True, help="Name of the stack on AWS.")
@click.option("--all", "every", is_flag=True, help="Replay everything without asking.")
def replay(stack_name: str, every: bool) -> None:  # noqa: FBT001 - click calls by name
    """List what could not be processed, and give it to its function again."""
    target = _target(stack_name)
    count = 0
    for letter in operations.dead_letters(target.aws, target.deployed):
        count += 1
        click.echo(f"{letter.queue}  {letter.function or ''}  {letter.reason}")
        if every or click.confirm("  replay?"):
            operations.replay(target.aws, target.deployed, letter)
    click.echo(f"{count} messages.")


def _target(stack_name: str) -> Target:
    local = _local()
    if local is not None:
        return local
    aws = OnAws()
    return Target(aws=aws, deployed=deployed_stack.read(aws.client("cloudformation"), stack_name))


def _local() -> Target | None:
    running = instance.running(Settings.from_environment(os.environ).data)
    if running is None:
        return None
    aws = Aws(running.gateway_url)
    return Target(aws=aws, deployed=deployed_stack.read(aws.client("cloudformation"), STACK))
