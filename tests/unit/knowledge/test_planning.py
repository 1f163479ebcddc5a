"""What becomes of a text at a time: published, told of, ended, and never shown longer than was planned."""

from datetime import UTC, datetime, timedelta

import pytest
from helpdesk.capabilities.knowledge.rules.article import Article, Plan, State, moved, written
from helpdesk.capabilities.knowledge.rules.planning import (
    REMINDED_BEFORE,
    as_of,
    due_at,
    fallen_due,
    planned,
    reminds,
)
from helpdesk.foundation.kernel.errors import InvalidError
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.directory import an_agent
from tests.builders.knowledge import EVERYBODY

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ADA = an_agent().as_actor()
BLANK = Article(id="A1", language="en", category="account", visibility=EVERYBODY, editions={}, revision=1, at=NOW)
DRAFT = written(BLANK, "en", "Moving", "<p>So</p>", ADA, NOW)[0]
SHOWN = moved(DRAFT, "en", State.PUBLISHED, NOW)


def plan(article: Article, publish: timedelta | None = None, expire: timedelta | None = None) -> Article:
    publish_at, expire_at = (NOW + each if each else None for each in (publish, expire))
    return planned(article, "en", Plan(region="here", at=NOW, publish_at=publish_at, expire_at=expire_at), NOW)


def due(article: Article, after: timedelta) -> Article:
    found = fallen_due(article, "en", NOW + after)
    assert found is not None
    return found


def test_it_is_published_at_its_time_and_not_before():
    article = plan(DRAFT, publish=HOUR)
    assert (article.shown, due_at(article.edition("en"))) == ({}, NOW + HOUR)
    assert fallen_due(article, "en", NOW + HOUR - timedelta(seconds=1)) is None
    published = due(article, 2 * HOUR)
    assert (published.edition("en").state, published.shown["en"].at) == (State.PUBLISHED, NOW + HOUR)
    assert due_at(published.edition("en")) is None


def test_from_the_second_that_it_ends_nobody_reads_it():
    article = plan(SHOWN, expire=DAY)
    assert as_of(article, NOW + DAY - timedelta(seconds=1)) is article
    assert as_of(article, NOW + DAY).shown == {}
    ended = due(article, DAY)
    assert (ended.edition("en").state, ended.shown, ended.edition("en").plan) == (State.ARCHIVED, {}, None)


def test_another_language_stays_when_one_ends():
    german = moved(written(SHOWN, "de", "Umzug", "", ADA, NOW)[0], "de", State.PUBLISHED, NOW)
    assert set(as_of(plan(german, expire=HOUR), NOW + HOUR).shown) == {"de"}


def test_what_is_written_anew_is_not_published_by_what_was_planned_before():
    article = written(plan(SHOWN, expire=DAY), "en", "Anew", "", ADA, NOW)[0]
    again = written(plan(article, publish=HOUR, expire=DAY), "en", "Once more", "", ADA, NOW)[0]
    assert fallen_due(again, "en", NOW + 2 * HOUR) is None
    assert again.shown["en"].until == NOW + DAY
    ended = due(again, DAY)
    assert (ended.edition("en").state, ended.shown) == (State.DRAFT, {})


def test_its_writer_hears_once_that_it_ends_and_not_when_that_is_near_anyway():
    article = plan(SHOWN, expire=10 * DAY)
    soon = NOW + 10 * DAY - REMINDED_BEFORE
    assert due_at(article.edition("en")) == soon
    assert [reminds(article.edition("en"), at) for at in (soon - HOUR, soon, NOW + 10 * DAY)] == [False, True, False]
    told = due(article, soon - NOW)
    assert (reminds(told.edition("en"), soon), due_at(told.edition("en"))) == (False, NOW + 10 * DAY)
    assert due_at(plan(SHOWN, expire=6 * DAY).edition("en")) == NOW + 6 * DAY


def test_a_plan_that_is_taken_back_changes_nothing():
    article = plan(plan(SHOWN, expire=DAY))
    assert (article.edition("en").plan, article.shown["en"].until) == (None, None)


@pytest.mark.parametrize(
    ("article", "publish", "expire", "field"),
    [
        (DRAFT, -HOUR, None, "publish_at"),
        (DRAFT, None, -HOUR, "expire_at"),
        (DRAFT, 2 * HOUR, HOUR, "expire_at"),
        (SHOWN, HOUR, None, "publish_at"),
    ],
)
def test_what_cannot_be_is_refused(article, publish, expire, field):
    with pytest.raises(InvalidError) as refused:
        plan(article, publish, expire)
    assert [each.field for each in refused.value.problems] == [field]


def test_after_a_late_publication_by_hand_nothing_ends_that_should_have_before():
    late = moved(plan(DRAFT, expire=HOUR), "en", State.PUBLISHED, NOW + DAY)
    assert (late.shown["en"].until, late.edition("en").plan) == (None, None)


steps = st.sampled_from(["write", "plan", "sweep", *State])


@given(st.lists(st.tuples(steps, st.integers(1, 72)), max_size=15))
def test_whatever_happens_nothing_is_shown_past_its_end_and_what_is_due_gets_done(asked):
    article, now = DRAFT, NOW
    for step, hours in asked:
        now += timedelta(hours=hours)
        try:
            article = stepped(article, step, now, timedelta(hours=hours))
        except InvalidError:
            continue
        shown = as_of(article, now).shown
        assert all(each.until is None or each.until > now for each in shown.values())
    for _ in range(4):
        article = fallen_due(article, "en", now + 99 * DAY) or article
    assert due_at(article.edition("en")) is None
    assert as_of(article, now + 99 * DAY) == article


def stepped(article: Article, step: str, now: datetime, ahead: timedelta) -> Article:
    match step:
        case "write":
            return written(article, "en", "Anew", "", ADA, now)[0]
        case "plan":
            publish = now + ahead if article.edition("en").state is not State.PUBLISHED else None
            return planned(article, "en", Plan(region="", at=now, publish_at=publish, expire_at=now + 9 * ahead), now)
        case "sweep":
            return fallen_due(article, "en", now) or article
        case _:
            return moved(article, "en", State(step), now)
