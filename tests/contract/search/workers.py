"""Workers of search: processes that share what is kept, and have a disk each."""

from datetime import UTC, datetime, timedelta

from helpdesk.capabilities.search.actions import finding, projecting
from helpdesk.capabilities.search.actions.finding import Asked
from helpdesk.capabilities.search.ports import SearchPorts
from helpdesk.capabilities.search.rules.document import Document
from helpdesk.capabilities.search.rules.query import Query
from helpdesk.capabilities.search.services.copies import DiskCopies
from helpdesk.core.tickets.rules.access import Place
from helpdesk.foundation.kernel.actors import system
from helpdesk.foundation.kernel.months import month_of
from msgspec.structs import replace

from tests.contract.search.small_engine import SmallEngine

MONTH = "2026-03"


def a_document(number=1, version=1, month=3):
    return Document(
        id=f"HD-{number:08d}",
        version=version,
        created=datetime(2026, month, 1, tzinfo=UTC) + timedelta(minutes=number),
        at=datetime(2026, month, 2, tzinfo=UTC),
        title=f"version {version}",
        place=Place(id=f"HD-{number:08d}", team="l1"),
    )


def a_worker(desk, **instead):
    """Another process: it shares what is kept, and has a disk of its own."""
    packs = instead.pop("packs", desk.search.packs)
    manifests = instead.pop("manifests", desk.search.manifests)
    copies = DiskCopies(packs, SmallEngine(), **instead)
    return replace(desk, search=SearchPorts(manifests=manifests, packs=packs, copies=copies))


def write(worker, *documents):
    projecting.write(worker, month_of(documents[0].created), documents)


def found(worker, **asked):
    return finding.find(worker, system("test"), Asked(query=Query(), **asked))


def shown_by(worker):
    """What a new reader finds: title by id, and no id twice."""
    hits = found(a_worker(worker), limit=100).hits
    titles = {hit.id: hit.title[0].text for hit in hits}
    assert len(titles) == len(hits)
    return titles


def shown(worker):
    """Of what `a_document` made, which version by number."""
    return {
        int(ticket.removeprefix("HD-")): int(title.removeprefix("version "))
        for ticket, title in shown_by(worker).items()
    }


class Disturbed:
    """Stands before a port; something happens before the first call of a method that matters."""

    def __init__(self, port, method, act):
        self._port, self._method, self._act = port, method, act

    def __getattr__(self, name):
        if name == self._method and self._act:
            act, self._act = self._act, None
            act()
        return getattr(self._port, name)
