"""What a view may ask, and who makes it for whom."""

from datetime import UTC, datetime

import pytest
from helpdesk.capabilities.search.rules.query import Reader
from helpdesk.capabilities.views.rules import (
    ALL,
    MOST,
    USUAL,
    Owner,
    Shelf,
    View,
    checked,
    may_change,
    owners_of,
    with_view,
    without_view,
)
from helpdesk.foundation.kernel.errors import ForbiddenError, InvalidError
from helpdesk.foundation.kernel.vocabulary import PersonId, Role, TeamId

from tests.builders.directory import an_agent

READER = Reader(person=PersonId("ada"), teams=(TeamId("network"),), now=datetime(2026, 3, 2, tzinfo=UTC))


def asking(question: str, **fields: object) -> View:
    return View(id="v", name="V", question=question, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "code", "named"),
    [
        ("is:open teem:network", "no_operator", "teem"),
        ("printer is:opne", "no_such_value", "is"),
        ("due:someday", "no_such_value", "due"),
        ("created:2026-02-30", "no_such_value", "created"),
        ("-waits:everybody", "no_such_value", "waits"),
        ("priority:P1,P9", "no_such_value", "priority"),
        ("state:half", "no_such_value", "state"),
    ],
)
def test_what_is_wrong_with_a_question_is_named(question: str, code: str, named: str):
    with pytest.raises(InvalidError) as refused:
        checked(asking(question), READER)
    (problem,) = refused.value.problems
    assert (problem.field, problem.code, problem.values["name"]) == ("question", code, named)


@pytest.mark.parametrize(
    "question",
    ["", "printer", '"is:opne"', "is:mine team:mine -is:followed", "status:solved prio:p1", "due:<=heute", 'tag:"a b"'],
)
def test_what_can_be_asked_is_kept(question: str):
    assert checked(asking(question), READER).question == question


def test_what_there_is_anyhow_is_nothing_that_could_not_be_asked():
    for view in USUAL.values():
        assert checked(view, READER) == view


def test_more_conditions_than_are_looked_at_and_columns_that_stand_twice_are_refused():
    with pytest.raises(InvalidError):
        checked(asking(" ".join(f"tag:{n}" for n in range(20))), READER)
    with pytest.raises(InvalidError):
        checked(asking("", columns=("team", "team")), READER)


LEAD, ADMIN = {"role": Role.LEAD, "teams": ("network",)}, {"role": Role.ADMIN, "teams": ()}


@pytest.mark.parametrize(
    ("who", "owner", "allowed"),
    [
        ({}, Owner(person=PersonId("ada")), True),
        ({}, Owner(person=PersonId("ben")), False),
        (ADMIN, Owner(person=PersonId("ben")), False),
        ({"teams": ("network",)}, Owner(team=TeamId("network")), False),
        (LEAD, Owner(team=TeamId("network")), True),
        (LEAD, Owner(team=TeamId("desk")), False),
        (LEAD | {"external": True}, Owner(team=TeamId("network")), False),
        (ADMIN, Owner(team=TeamId("desk")), True),
        (LEAD, ALL, False),
        (ADMIN, ALL, True),
        (ADMIN | {"external": True}, ALL, False),
    ],
)
def test_who_makes_a_view_for_whom(who: dict[str, object], owner: Owner, *, allowed: bool):
    person = an_agent(**who)
    if allowed:
        may_change(person, owner)
    else:
        with pytest.raises(ForbiddenError):
            may_change(person, owner)


def test_who_comes_from_outside_has_none_that_the_house_shares():
    assert ALL in owners_of(an_agent())
    assert owners_of(an_agent(external=True, teams=("network",))) == (
        Owner(person=PersonId("ada")),
        Owner(team=TeamId("network")),
    )


def test_a_shelf_keeps_the_order_and_has_an_end():
    shelf = Shelf(owner=ALL)
    for number in range(MOST):
        shelf = with_view(shelf, View(id=str(number), name="V", question=""))
    changed = with_view(shelf, View(id="7", name="W", question=""))
    assert [view.id for view in changed.views] == [view.id for view in shelf.views]
    assert changed.of("7").name == "W"  # type: ignore[union-attr]
    with pytest.raises(InvalidError):
        with_view(shelf, View(id="more", name="V", question=""))
    assert without_view(shelf, "0").of("0") is None
