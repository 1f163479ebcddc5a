"""Fill the stack that starts this: a process of its own, as the product reads its settings from the environment."""

import os
import sys

from infra import deployed
from infra.local.aws import Aws
from infra.local.settings import STACK
from infra.targets import speak_locally


def main(gateway_url: str, site_url: str, seed: str) -> None:
    speak_locally(gateway_url, site_url, os.environ.get("HELPDESK_CLOCK"))
    from infra.local.seed import filling  # noqa: PLC0415 - reads the environment

    clients = Aws(gateway_url)
    filling.fill(clients, deployed.read(clients.client("cloudformation"), STACK), seed)


if __name__ == "__main__":
    main(*sys.argv[1:])
