"""A list of several: each ticket once, newest first, whatever the pages of each are."""

from datetime import timedelta

from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.merging import merged
from helpdesk.core.tickets.ports import Listing
from helpdesk.core.tickets.rules.listing import card
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders.tickets import a_ticket

TICKET = a_ticket()


def ticket(number: int) -> Ticket:
    return replace(TICKET, id=f"HD-{number:08d}", created_at=MONDAY_MORNING + timedelta(hours=number))


def reading(numbers: set[int], hidden: set[int]):
    """A list that leaves out what is hidden, as one does whose reader has left a ticket meanwhile."""
    order = sorted(numbers, reverse=True)

    def read(cursor: str | None, limit: int) -> Listing:
        start = int(cursor or 0)
        rows = [(at, number) for at, number in enumerate(order)][start : start + limit]
        shown = [(at, number) for at, number in rows if number not in hidden]
        goes_on = start + limit < len(order)
        return Listing(
            items=tuple(card(ticket(number)) for _, number in shown),
            cursor=str(start + limit) if goes_on else None,
            after=lambda position: str(shown[position][0] + 1),
        )

    return read


NUMBERS = st.sets(st.integers(0, 12), max_size=8)


@given(st.lists(NUMBERS, min_size=1, max_size=3), NUMBERS, st.integers(1, 5))
def test_all_pages_have_each_once_newest_first(lists, hidden, limit):
    lists = {f"p{number}": reading(numbers, hidden) for number, numbers in enumerate(lists)} | {
        "all": reading(set().union(*lists), hidden)
    }
    whole = sorted({number for numbers in NUMBERS_OF(lists) for number in numbers}, reverse=True)
    found, cursor = [], None
    for _ in range(60):
        page = merged(lists, cursor, limit)
        assert len(page.items) <= limit
        found += [int(each.id[3:]) for each in page.items]
        if page.items and len(page.items) > 1:
            again = merged(lists, page.after(0), limit)
            assert [each.id for each in again.items][:1] == [page.items[1].id] or not again.items
        cursor = page.cursor
        if cursor is None:
            break
    assert found == whole


def NUMBERS_OF(lists):  # noqa: N802 - what each list shows when it is read to its end
    for read in lists.values():
        yield {int(each.id[3:]) for each in read(None, 100).items}
