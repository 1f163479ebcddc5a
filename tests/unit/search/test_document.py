from datetime import UTC, datetime, timedelta

from helpdesk.capabilities.search.rules.document import Document, first_order, order_of
from helpdesk.core.tickets.rules.access import Place
from helpdesk.foundation.kernel.vocabulary import TeamId, TicketId
from hypothesis import given
from hypothesis import strategies as st

CREATED = datetime(2026, 11, 23, 9, tzinfo=UTC)
MILLISECONDS = st.integers(0, 10**9).map(lambda n: timedelta(milliseconds=n))
IDS = st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=8, max_size=8).map(lambda end: f"HD-{end}")


def document(id: str = "HD-00000001", created: datetime = CREATED) -> Document:  # noqa: A002 - as the field
    place = Place(id=TicketId(id), team=TeamId("service-desk"))
    return Document(id=id, version=1, created=created, at=created, title="Drucker", place=place)


@given(IDS, MILLISECONDS, IDS, MILLISECONDS)
def test_what_was_created_later_has_a_higher_place_whatever_its_id(first: str, a: timedelta, second: str, b: timedelta):
    one, other = document(first, CREATED + a), document(second, CREATED + b)
    if a != b:
        assert (order_of(one) < order_of(other)) is (a < b)
    assert first_order(one.created) <= order_of(one) < first_order(one.created + timedelta(milliseconds=1))


def test_two_of_one_millisecond_have_places_of_their_own():
    assert order_of(document("HD-00000001")) != order_of(document("HD-00000002"))
