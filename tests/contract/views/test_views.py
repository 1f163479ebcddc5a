"""Where views are kept: all of one owner together, and none of what somebody else saved meanwhile is lost."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from helpdesk.capabilities.views import actions as views
from helpdesk.capabilities.views.rules import ALL, Order, Owner, Shelf, View
from helpdesk.foundation.kernel.errors import ConflictError

from tests.builders.directory import an_agent
from tests.builders.staffing import staff

MINE, TEAM = Owner(person="ada"), Owner(team="service-desk")


def a_view(id_="v1", owner=MINE, **fields):
    return View(**{"id": id_, "name": "Printers", "owner": owner, "question": "printer is:open", **fields})


def a_shelf(owner=MINE, *views, revision=1):
    return Shelf(owner=owner, views=views, revision=revision)


def test_nobody_has_any_at_first(desk):
    assert list(desk.views.shelves([MINE, TEAM, ALL])) == [Shelf(owner=MINE), Shelf(owner=TEAM), Shelf(owner=ALL)]


def test_of_each_owner_there_is_what_was_saved(desk):
    mine, all_s = a_shelf(MINE, a_view(order=Order.NEWEST)), a_shelf(ALL, a_view("v2", ALL), a_view("v3", ALL))
    desk.views.put([mine, all_s])
    assert list(desk.views.shelves([ALL, TEAM, MINE])) == [all_s, Shelf(owner=TEAM), mine]


def test_what_was_saved_meanwhile_is_kept_and_none_of_several_is_saved(desk):
    desk.views.put([a_shelf(MINE, a_view())])
    for revision in (1, 3):
        with pytest.raises(ConflictError):
            desk.views.put([a_shelf(TEAM, a_view("v2", TEAM)), a_shelf(MINE, revision=revision)])
    assert [shelf.revision for shelf in desk.views.shelves([MINE, TEAM])] == [1, 0]


def test_who_saves_at_once_keeps_nothing_from_each_other(desk):
    ada = staff(desk, an_agent())[0]
    with ThreadPoolExecutor(3) as three:
        list(three.map(lambda n: views.save(desk, ada, a_view(f"v{n}", Owner(person=ada.id)), 0), range(3)))
    assert {view.id for view in desk.views.shelves([Owner(person=ada.id)])[0].views} == {"v0", "v1", "v2"}


def test_all_that_somebody_has_are_one_request(aws, aws_desk):
    with aws.watching() as calls:
        aws_desk.views.shelves([MINE, TEAM, ALL])
        aws_desk.views.put([a_shelf(MINE, a_view()), a_shelf(ALL)])
    assert calls == ["dynamodb:BatchGetItem", "dynamodb:TransactWriteItems"]
