"""Where articles are kept: nothing that somebody else saved is lost, and who reads one reads no other version."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.knowledge.actions import reading, writing
from helpdesk.capabilities.knowledge.rules.article import State
from helpdesk.capabilities.knowledge.rules.feedback import Feedback, Missing
from helpdesk.capabilities.knowledge.rules.visibility import Audience, Visibility
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError, RateLimitedError
from helpdesk.foundation.platform.ports import Limit
from msgspec.structs import replace

from tests.builders.directory import a_requester
from tests.builders.knowledge import a_lead, a_published, a_text, in_language
from tests.builders.organizations import an_organization

LIMIT = Limit(key="one", most=2, window=timedelta(hours=1))


def rewritten(desk, article, title, **more):
    return writing.write(desk, a_lead(), article.id, "en", a_text(title, **more), article.revision)


def test_what_was_saved_is_there_with_every_version_of_it(desk):
    article = rewritten(desk, a_published(desk, html="<p>First</p>"), "Second", html="<p>Second</p>")
    assert desk.knowledge.get(article.id) == article
    texts = [desk.knowledge.version(article.id, "en", number) for number in (1, 2)]
    assert [(text.title, text.html) for text in texts] == [
        ("Reset your password", "<p>First</p>"),
        ("Second", "<p>Second</p>"),
    ]


def test_what_there_is_not_is_not_found(desk):
    article = a_published(desk)
    with pytest.raises(NotFoundError):
        desk.knowledge.get("NONE")
    for language, number in (("en", 2), ("de", 1)):
        with pytest.raises(NotFoundError):
            desk.knowledge.version(article.id, language, number)


def test_several_are_had_at_once(desk):
    first, second = a_published(desk), a_published(desk)
    assert desk.knowledge.many([first.id, "NONE", second.id, first.id]) == {first.id: first, second.id: second}
    assert desk.knowledge.many([]) == {}


def test_versions_are_listed_newest_first_without_their_words(desk):
    article = a_published(desk)
    for title in ("Two", "Three"):
        article = rewritten(desk, article, title)
    first = desk.knowledge.versions(article.id, "en", None, 2)
    assert [(each.number, each.title, each.html) for each in first.items] == [(3, "Three", ""), (2, "Two", "")]
    rest = desk.knowledge.versions(article.id, "en", first.cursor, 2)
    assert ([each.number for each in rest.items], rest.cursor) == ([1], None)


def test_nothing_that_was_saved_meanwhile_is_lost(desk):
    held = a_published(desk)
    rewritten(desk, held, "Theirs")
    mine = replace(held, category="network", revision=held.revision + 1)
    with pytest.raises(ConflictError):
        desk.knowledge.put(mine, held, None, "en")
    with pytest.raises(ConflictError):
        desk.knowledge.put(replace(held, revision=1), None, None, "en")
    assert desk.knowledge.get(held.id).editions["en"].title == "Theirs"


def test_a_list_goes_on_until_each_came_once(desk):
    made = [a_published(desk, str(number)).id for number in range(5)]
    wanted = {made[0], made[2], made[4]}
    first = desk.knowledge.page(lambda each: each.id in wanted, None, 2)
    assert [each.id for each in first.items] == [made[4], made[2]]
    second = desk.knowledge.page(lambda each: each.id in wanted, first.cursor, 2)
    assert ([each.id for each in second.items], second.cursor) == ([made[0]], None)


def test_a_category_has_what_is_shown_of_it(desk):
    one, two = a_published(desk), in_language(desk, a_published(desk), "de", "Kennwort")
    writing.make(desk, a_lead(), "en", a_text())
    assert list(desk.knowledge.shown("account")) == [one, two]
    one = rewritten(desk, one, "Elsewhere", category="network")
    two = writing.move(desk, a_lead(), two.id, "de", State.ARCHIVED, two.revision)
    assert list(desk.knowledge.shown("account")) == [two]
    assert list(desk.knowledge.shown("network")) == [one]
    writing.move(desk, a_lead(), two.id, "en", State.ARCHIVED, two.revision)
    assert list(desk.knowledge.shown("account")) == []


def test_what_somebody_may_read_is_listed_however_much_else_there_is(desk, monkeypatch):
    monkeypatch.setattr(reading, "MOST_SHOWN", 2)
    for number in range(3):
        a_published(desk, f"Inside {number}", visibility=Visibility(audience=Audience.STAFF))
    made = [a_published(desk, str(number)).id for number in range(3)]
    assert [each.id for each in reading.of_category(desk, None, "account")] == made[:2]


def test_by_any_of_their_addresses_somebody_belongs_to_an_organization(desk):
    an_organization(desk, domains=("acme.example",))
    theirs = a_published(desk, visibility=Visibility(audience=Audience.ORGANIZATIONS, organizations=("acme",)))
    rita = a_requester("Rita")
    assert reading.of_category(desk, rita, "account") == []
    known = replace(rita, others=("rita@acme.example", "r@acme.example"))
    assert reading.of_category(desk, known, "account") == [theirs]


def test_what_readers_say_is_counted_until_it_is_too_much(desk):
    assert desk.knowledge.feedback("A1", "en") == Feedback()
    desk.knowledge.count("A1", "en", ["helped"], LIMIT, None)
    desk.knowledge.count("A1", "en", ["did_not", "unclear"], LIMIT, None)
    with pytest.raises(RateLimitedError):
        desk.knowledge.count("A1", "en", ["helped"], LIMIT, None)
    assert desk.knowledge.feedback("A1", "en") == Feedback(helped=1, did_not=1, missing={Missing.UNCLEAR: 1})
    assert desk.knowledge.feedback("A1", "de") == Feedback()


def test_reading_one_takes_two_requests_in_whatever_language_it_is(aws, aws_desk):
    article = rewritten(aws_desk, a_published(aws_desk), "Two")
    with aws.watching() as calls:
        reading.read(aws_desk, None, article.id, "de")
    assert calls == ["dynamodb:GetItem"] * 2
    with aws.watching() as calls:
        reading.of_category(aws_desk, None, "account")
    assert calls == ["dynamodb:Query"]


def test_what_was_spared_is_counted_by_article_and_of_all_by_month(desk):
    for number, (counter, month) in enumerate(
        [("deflected", "2026-03"), ("deflected", "2026-03"), ("after_all", "2026-04")]
    ):
        once = Limit(key=f"by {number}", most=1, window=timedelta(hours=1))
        desk.knowledge.count("A1", "en", [counter], once, month)
    assert desk.knowledge.feedback("A1", "en").deflected == 1
    assert desk.knowledge.deflected(["2026-03", "2026-04", "2026-05"]) == {"2026-03": 2, "2026-04": 0}
