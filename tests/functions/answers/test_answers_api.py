"""answers_api and follow_articles: everybody is answered by what they may read, and by nothing else."""

import pytest
from helpdesk.capabilities.answers.actions import following
from helpdesk.capabilities.knowledge.rules.visibility import Audience, Visibility
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level

from tests.builders.directory import a_requester
from tests.builders.knowledge import a_published
from tests.builders.organizations import an_organization
from tests.gateway import Gateway
from tests.lambdas import invoke

QUESTION = {"q": "Wie setze ich mein Kennwort zurück?", "language": "de"}


def told(article):
    return {"source": "helpdesk.articles", "detail-type": "ArticleChanged", "detail": {"article": article}}


def followed(desk: Desk, *articles):
    following.follow(desk, [article.id for article in articles])


def articles(reply):
    assert reply.status == 200, reply.text
    return {each["article"] for each in reply.body["items"]}


def test_everybody_is_answered_in_their_language_or_the_nearest(http: Gateway, desk: Desk):
    article = a_published(desk, html="<h2>So</h2><p>Press the button.</p>")
    followed(desk, article)
    reply = http.get("/api/portal/answers", **QUESTION)
    (found,) = reply.body["items"]
    assert found.pop("score") >= reply.body["threshold"]
    assert found == {
        "article": article.id,
        "language": "en",
        "title": "Reset your password",
        "passage": "Press the button.",
        "address": f"/help/en/reset-your-password-{article.id}",
    }


@pytest.mark.parametrize("q", ["", " ", "?", "x", "Where do penguins live?", "a" * 1000])
def test_what_nothing_answers_has_no_answer(http: Gateway, desk: Desk, q: str):
    followed(desk, a_published(desk))
    assert articles(http.get("/api/portal/answers", q=q, language="en")) == set()


def test_a_question_has_its_bounds(http: Gateway):
    assert http.get("/api/portal/answers", q="a" * 1001, language="en").status == 422
    assert http.get("/api/portal/answers", q="a", language="english").status == 422


def test_each_finds_what_they_may_read(http: Gateway, desk: Desk, ada: Person, lea: Person):
    an_organization(desk, domains=("acme.example",))
    customer = a_requester("Cora", email="cora@acme.example")
    for person in (customer, stranger := a_requester("Stan", email="stan@other.example")):
        desk.directory.put_person(person)
    wanted = {
        "public": Visibility(audience=Audience.PUBLIC),
        "signed_in": Visibility(audience=Audience.SIGNED_IN),
        "acme": Visibility(audience=Audience.ORGANIZATIONS, organizations=("acme",)),
        "L3": Visibility(audience=Audience.STAFF, level=Level.L3),
    }
    made = {name: a_published(desk, visibility=visibility).id for name, visibility in wanted.items()}
    following.follow(desk, list(made.values()))
    names = {article: name for name, article in made.items()}
    seen = {
        who.name: {names[each] for each in articles(http.get("/api/answers", by=who, **QUESTION))}
        for who in (customer, stranger, ada, lea)
    }
    assert {names[each] for each in articles(http.get("/api/portal/answers", **QUESTION))} == {"public"}
    assert seen == {
        "Cora": {"public", "signed_in", "acme"},
        "Stan": {"public", "signed_in"},
        "Ada": {"public", "signed_in", "acme"},
        "Lea": {"public", "signed_in", "acme", "L3"},
    }


def test_what_the_bus_tells_is_found_and_what_cannot_be_followed_is_told_again(http: Gateway, desk: Desk, monkeypatch):
    good, bad = a_published(desk), a_published(desk, "Order a headset")
    version = desk.knowledge.version

    def lost(article_id, language, number):
        if article_id == bad.id:
            raise RuntimeError("It is lost.")
        return version(article_id, language, number)

    monkeypatch.setattr(desk.knowledge, "version", lost)
    with pytest.raises(RuntimeError):
        invoke("follow_articles", told(bad.id))
    invoke("follow_articles", told(good.id))
    assert articles(http.get("/api/portal/answers", **QUESTION)) == {good.id}
