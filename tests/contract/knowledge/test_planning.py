"""Where it is kept what articles become at a time: found in time order, by one request, and gone once it is done."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.knowledge.actions import planning, reading, sweeping, writing
from helpdesk.capabilities.knowledge.ports import DueText
from helpdesk.capabilities.knowledge.rules.article import State
from helpdesk.foundation.kernel.errors import NotFoundError

from tests.builders.knowledge import a_lead, a_published, a_text, in_language

HOUR = timedelta(hours=1)


def nobody(desk, article, language):
    """Nobody is told."""


def planned(desk, article, publish=None, expire=None, language="en"):
    at = [desk.clock.now() + each if each else None for each in (publish, expire)]
    return planning.plan(desk, a_lead(), article.id, language, *at, article.revision)


def due(desk, after, most=10, region=None):
    return list(desk.knowledge.due(region or desk.region, desk.clock.now() + after, most))


def test_what_is_due_is_found_in_its_order_and_in_its_region(desk):
    article = in_language(desk, a_published(desk), "de", "Umzug")
    article = planned(desk, article, expire=3 * HOUR, language="de")
    article = planned(desk, article, expire=2 * HOUR)
    found = [DueText(article=article.id, language=each) for each in ("en", "de")]
    assert due(desk, HOUR) == []
    assert due(desk, 4 * HOUR) == found
    assert due(desk, 4 * HOUR, most=1) == found[:1]
    assert due(desk, 4 * HOUR, region="elsewhere") == []


def test_who_plans_anew_or_archives_leaves_nothing_due(desk):
    one = planned(desk, planned(desk, a_published(desk), expire=HOUR), expire=3 * HOUR)
    assert due(desk, 2 * HOUR) == []
    assert len(due(desk, 4 * HOUR)) == 1
    one = planned(desk, one)
    assert due(desk, 4 * HOUR) == []
    one = planned(desk, one, expire=HOUR)
    writing.move(desk, a_lead(), one.id, "en", State.ARCHIVED, one.revision)
    assert due(desk, 4 * HOUR) == []


def test_a_draft_is_shown_by_the_sweep_and_ends_before_the_next(desk):
    made = writing.make(desk, a_lead(), "en", a_text())
    planned(desk, made, publish=HOUR, expire=2 * HOUR)
    assert sweeping.sweep(desk, nobody) == 0
    desk.clock.advance(HOUR)
    assert [sweeping.sweep(desk, nobody) for _ in range(2)] == [1, 0]
    assert [each.id for each in reading.of_category(desk, None, "account")] == [made.id]
    desk.clock.advance(HOUR)
    assert reading.of_category(desk, None, "account") == []
    assert [sweeping.sweep(desk, nobody) for _ in range(2)] == [1, 0]
    assert desk.knowledge.get(made.id).editions["en"].state is State.ARCHIVED


def test_one_that_fails_keeps_no_other_from_its_turn_and_stays_due(desk, monkeypatch):
    first, second = (planned(desk, a_published(desk), expire=each * HOUR) for each in (1, 2))
    get = desk.knowledge.get

    def failing(article_id):
        if article_id == first.id:
            raise NotFoundError("article", article_id)
        return get(article_id)

    desk.clock.advance(3 * HOUR)
    monkeypatch.setattr(desk.knowledge, "get", failing)
    with pytest.raises(NotFoundError):
        sweeping.sweep(desk, nobody)
    monkeypatch.setattr(desk.knowledge, "get", get)
    assert desk.knowledge.get(second.id).shown == {}
    assert sweeping.sweep(desk, nobody) == 1


def test_finding_what_is_due_takes_one_request(aws, aws_desk):
    planned(aws_desk, a_published(aws_desk), expire=HOUR)
    with aws.watching() as calls:
        sweeping.sweep(aws_desk, nobody)
    assert calls == ["dynamodb:Query"]
