"""Who may read what."""

import pytest
from helpdesk.capabilities.knowledge.rules.visibility import GUEST, Audience, Reader, Visibility, sees
from helpdesk.foundation.kernel.vocabulary import Level

SIGNED_IN = Reader(signed_in=True)
OF_ACME = Reader(signed_in=True, organization="acme")
OF_OTHERS = Reader(signed_in=True, organization="umbrella")
FIRST = Reader(signed_in=True, staff=True)
SECOND = Reader(signed_in=True, staff=True, level=Level.L2)
LEAD = Reader(signed_in=True, staff=True, leads=True)
ALL = [GUEST, SIGNED_IN, OF_ACME, OF_OTHERS, FIRST, SECOND, LEAD]


@pytest.mark.parametrize(
    ("visibility", "readers"),
    [
        (Visibility(audience=Audience.PUBLIC), ALL),
        (Visibility(audience=Audience.SIGNED_IN), ALL[1:]),
        (Visibility(audience=Audience.ORGANIZATIONS, organizations=("acme",)), [OF_ACME, FIRST, SECOND, LEAD]),
        (Visibility(audience=Audience.STAFF), [FIRST, SECOND, LEAD]),
        (Visibility(audience=Audience.STAFF, level=Level.L2), [SECOND, LEAD]),
        (Visibility(audience=Audience.STAFF, level=Level.L3), [LEAD]),
    ],
)
def test_an_article_is_for_whom_it_says(visibility: Visibility, readers: list[Reader]):
    assert [reader for reader in ALL if sees(reader, visibility)] == readers
