"""Fill a local stack through its tables and its sign-in."""

from infra.deployed import Deployed
from infra.local import accounts
from infra.local.seed import directory, stories
from infra.operations import Clients
from infra.operator_desk import operator_desk


def fill(clients: Clients, deployed: Deployed, seed: str) -> None:
    """Accounts and teams, and for `demo` experts and tickets; done twice, it changes nothing."""
    demo = seed == "demo"
    desk = operator_desk(deployed)
    accounts.create(clients, deployed, (*accounts.ACCOUNTS, *(directory.EXPERTS if demo else ())))
    directory.fill(desk, experts=demo)
    if demo:
        stories.tell(desk)
