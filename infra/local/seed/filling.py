"""Fill a local stack through its tables and its sign-in."""

from collections.abc import Iterator
from contextlib import contextmanager

from infra.deployed import Deployed
from infra.local import accounts
from infra.local.seed import articles, directory, mailboxes, stories
from infra.operations import Clients
from infra.operator_desk import operator_desk


def fill(clients: Clients, deployed: Deployed, seed: str) -> None:
    """Accounts and teams, and for `demo` experts and tickets; done twice, it changes nothing."""
    demo = seed == "demo"
    desk = operator_desk(deployed)
    accounts.create(clients, deployed, (*accounts.ACCOUNTS, *(directory.EXPERTS if demo else ())))
    directory.fill(desk, experts=demo)
    if demo:
        mailboxes.fill(desk)
        with _events_held_back(clients):
            stories.tell(desk)
            articles.fill(desk)


@contextmanager
def _events_held_back(clients: Clients) -> Iterator[None]:
    """Nobody hears of tickets until all are written: a timer of the past would ring into an unfinished story. What
    articles mean takes a model two seconds to say, which can wait as well.
    """
    functions = clients.client("lambda")
    mappings = [
        mapping["UUID"]
        for mapping in functions.list_event_source_mappings()["EventSourceMappings"]
        if ":dynamodb:" in mapping["EventSourceArn"]
    ]
    try:
        for mapping in mappings:
            functions.update_event_source_mapping(UUID=mapping, Enabled=False)
        yield
    finally:
        for mapping in mappings:
            functions.update_event_source_mapping(UUID=mapping, Enabled=True)
