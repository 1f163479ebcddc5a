"""However many administrators deactivate each other at once: one is left."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from helpdesk.core.directory import actions as directory
from helpdesk.foundation.kernel.errors import ConflictError, ForbiddenError
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent

NAMES = ("alex", "bea", "carl", "dora")


def test_an_administrator_is_always_left(desk):
    admins = [an_agent(name.title(), role=Role.ADMIN, teams=()) for name in NAMES]
    for admin in admins:
        desk.directory.add_person(admin)

    def deactivate(pair):
        by, whom = pair
        try:
            directory.deactivate(desk, by.as_actor(), whom.id)
        except (ForbiddenError, ConflictError):
            return False
        return True

    pairs = [(by, whom) for by in admins for whom in admins if by is not whom]
    with ThreadPoolExecutor(len(pairs)) as at_once:
        done = list(at_once.map(deactivate, pairs))
    left = [admin for admin in admins if desk.directory.person(admin.id).active]
    assert any(done)
    assert left


@pytest.mark.parametrize("now", [{"active": False}, {"role": Role.AGENT}], ids=["deactivated", "no administrator"])
def test_whose_token_alone_is_an_administrators_deactivates_nobody(desk, now):
    alex, ada = an_agent("Alex", role=Role.ADMIN, teams=()), an_agent(teams=())
    for person in (an_agent("Alex", teams=(), **{"role": Role.ADMIN} | now), ada):
        desk.directory.add_person(person)
    with pytest.raises(ForbiddenError):
        directory.deactivate(desk, alex.as_actor(), ada.id)
    assert desk.directory.person(ada.id) == ada
