"""Which stack a command works on: the local one that runs, or one on AWS."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
import click
from botocore.exceptions import BotoCoreError, ClientError

from infra import deployed as deployed_stack
from infra.deployed import Deployed
from infra.local import instance
from infra.local.aws import Aws
from infra.local.settings import REGION, STACK, Settings
from infra.operations import Clients


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    clients: Clients
    deployed: Deployed


class OnAws:
    def __init__(self) -> None:
        self._session = boto3.Session()

    def client(self, service: str) -> Any:
        create: Any = self._session.client
        return create(service)


def target(stack_name: str) -> Target:
    """The local stack when one runs, else the named one on AWS."""
    found = local_target(Settings.from_environment().data)
    if found is not None:
        return found
    os.environ.pop("HELPDESK_CLOCK", None)
    clients = OnAws()
    try:
        deployed = deployed_stack.read(clients.client("cloudformation"), stack_name)
    except (BotoCoreError, ClientError) as error:
        raise click.ClickException(f"No local stack runs here, and AWS has none either: {error}") from None
    return Target(clients=clients, deployed=deployed)


def local_target(data: Path) -> Target | None:
    """The stack that runs on this data folder. This process then speaks to it as a function would."""
    running = instance.running(data)
    if running is None:
        return None
    speak_locally(running.gateway_url, running.site_url, running.clock)
    clients = Aws(running.gateway_url)
    return Target(clients=clients, deployed=deployed_stack.read(clients.client("cloudformation"), STACK))


def speak_locally(gateway_url: str, site_url: str, clock: str | None) -> None:
    """What the product's code reads from its environment, for the local stack."""
    os.environ |= {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_ENDPOINT_URL": gateway_url,
        "SITE_URL": site_url,
    }
    if clock:
        os.environ["HELPDESK_CLOCK"] = clock
    else:
        os.environ.pop("HELPDESK_CLOCK", None)
