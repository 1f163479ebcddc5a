"""knowledge_api and portal_api: articles are written by staff, shown by leads, and read by whom they are for."""

from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.core.organizations.rules import Organization
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, Role

from tests.builders.directory import a_requester, an_agent
from tests.builders.knowledge import a_published, in_language
from tests.builders.staffing import staff
from tests.gateway import Gateway, Reply

PUBLIC = {"audience": "public"}
TEXT = {"title": "Reset your password", "body": "<p>Press <b>the</b> button.</p>", "category": "account"}
DRAFT = {**TEXT, "visibility": PUBLIC, "language": "en"}


def made(http: Gateway, by: Person, **more: Any) -> Reply:
    reply = http.post("/api/articles", DRAFT | more, by=by)
    assert reply.status == 201, reply.text
    return reply


def published(http: Gateway, by: Person, **more: Any) -> str:
    draft = made(http, by, **more).body
    path = f"/api/articles/{draft['id']}/{draft['text_language']}/publications"
    reply = http.post(path, {}, by=by, headers={"if-match": str(draft["revision"])})
    assert reply.status == 201, reply.text
    return str(draft["id"])


def test_an_agent_writes_and_a_lead_has_it_read(http: Gateway, ada: Person, lea: Person):
    draft = made(http, ada)
    article, path = draft.body["id"], f"/api/articles/{draft.body['id']}/en"
    assert draft.headers["location"] == path
    assert (draft.body["editions"][0]["state"], draft.body["written_by"]) == ("draft", "Ada")
    public = f"/api/portal/articles/{article}"
    assert http.get(public, language="en").status == 404
    match = {"if-match": draft.headers["etag"]}
    assert http.post(f"{path}/publications", {}, by=ada, headers=match).status == 403
    review = http.send("PUT", f"{path}/state", {"state": "in_review"}, by=ada, headers=match)
    assert review.body["editions"][0]["state"] == "in_review"
    shown = http.post(f"{path}/publications", {}, by=lea, headers={"if-match": review.headers["etag"]})
    assert (shown.status, shown.body["editions"][0]["state"]) == (201, "published")
    read = http.get(public, language="en").body
    assert (read["title"], read["body"]) == (TEXT["title"], TEXT["body"])
    assert read["address"] == f"/help/en/reset-your-password-{article}"


def test_a_new_text_is_read_once_it_is_published(http: Gateway, lea: Person):
    article = published(http, lea)
    path = f"/api/articles/{article}/en"
    held = http.get(path, by=lea)
    text = {**TEXT, "title": "New", "visibility": PUBLIC}
    draft = http.send("PUT", path, text, by=lea, headers={"if-match": held.headers["etag"]})
    assert (draft.status, draft.body["version"], draft.body["editions"][0]["shown"]) == (200, 2, 1)
    assert http.get(f"/api/portal/articles/{article}", language="en").body["title"] == TEXT["title"]
    http.post(f"{path}/publications", {}, by=lea, headers={"if-match": draft.headers["etag"]})
    assert http.get(f"/api/portal/articles/{article}", language="en").body["title"] == "New"
    versions = http.get(f"{path}/versions", by=lea).body["items"]
    assert [each["version"] for each in versions] == [2, 1]
    assert http.get(f"{path}/versions/1", by=lea).body["body"] == TEXT["body"]
    assert http.get(f"{path}/versions/9", by=lea).status == 404


def test_nobody_replaces_what_they_did_not_see(http: Gateway, ada: Person, lea: Person):
    draft = made(http, ada)
    path, text = f"/api/articles/{draft.body['id']}/en", {**TEXT, "visibility": PUBLIC}
    assert http.send("PUT", path, text, by=lea).status == 428
    assert http.send("PUT", path, text, by=lea, headers={"if-match": draft.headers["etag"]}).status == 200
    late = http.send("PUT", path, text, by=ada, headers={"if-match": draft.headers["etag"]})
    assert (late.status, late.code) == (412, "settings_moved")


def test_where_a_language_is_missing_the_nearest_is_read(http: Gateway, desk: Desk):
    article = in_language(desk, a_published(desk), "de", "Kennwort zurücksetzen")
    path = f"/api/portal/articles/{article.id}"
    german, polish = (http.get(path, language=language).body for language in ("de", "pl"))
    assert (german["language"], german["asked_language"]) == ("de", "de")
    assert (polish["language"], polish["asked_language"]) == ("en", "pl")
    assert [each["language"] for each in polish["languages"]] == ["de", "en"]
    listed = http.get("/api/portal/articles", category="account", language="de").body["items"]
    assert [each["title"] for each in listed] == ["Kennwort zurücksetzen"]


@pytest.fixture
def everybody(desk: Desk, ada: Person, lea: Person, rita: Person, acme: Organization) -> dict[str, Person | None]:
    """Of each sort of reader one."""
    theirs = a_requester("Anna", email="anna@acme.example")
    desk.directory.put_person(theirs)
    second = staff(desk, an_agent("Sven", teams=("operations",)), team="operations", level=Level.L2)[0]
    outside = staff(desk, an_agent("Nadia", external=True, teams=("vendor",)), team="vendor", level=Level.L3)[0]
    return {"guest": None, "rita": rita, "anna": theirs, "nadia": outside, "ada": ada, "sven": second, "lea": lea}


@pytest.mark.parametrize(
    ("visibility", "readers"),
    [
        (PUBLIC, "guest rita anna nadia ada sven lea"),
        ({"audience": "signed_in"}, "rita anna nadia ada sven lea"),
        ({"audience": "organizations", "organizations": ["acme"]}, "anna ada sven lea"),
        ({"audience": "staff"}, "ada sven lea"),
        ({"audience": "staff", "level": "L2"}, "sven lea"),
    ],
)
def test_an_article_is_there_for_whom_it_is_for(
    http: Gateway, everybody: dict[str, Person | None], visibility: dict[str, Any], readers: str
):
    article = published(http, everybody["lea"] or a_requester(), visibility=visibility)
    found, listed = [], []
    for name, reader in everybody.items():
        one, many = (
            ("/api/articles/", "/api/shown-articles") if reader else ("/api/portal/articles/", "/api/portal/articles")
        )
        reply = http.get(f"{one}{article}", by=reader, language="en")
        found += [name] if reply.status == 200 else []
        assert reply.status in {200, 404}
        items = http.get(many, by=reader, category="account", language="en").body["items"]
        listed += [name] if [each["id"] for each in items] == [article] else []
    assert found == listed == readers.split()


def test_who_only_reads_neither_writes_nor_sees_drafts(http: Gateway, rita: Person, ada: Person):
    draft = made(http, ada).body
    path = f"/api/articles/{draft['id']}/en"
    assert http.post("/api/articles", DRAFT, by=rita).status == 403
    assert http.send("PUT", path, {**TEXT, "visibility": PUBLIC}, by=rita).status == 403
    for refused in ("/api/articles", path, f"{path}/versions", f"{path}/versions/1"):
        assert http.get(refused, by=rita).status == 403
    assert http.get(f"/api/articles/{draft['id']}", by=rita, language="en").status == 404


def test_what_is_read_moves_by_leads_alone(http: Gateway, ada: Person, lea: Person):
    path = f"/api/articles/{published(http, lea)}/en"
    match = {"if-match": http.get(path, by=ada).headers["etag"]}
    for other in ({"category": "network"}, {"visibility": {"audience": "staff"}}):
        text = {**TEXT, "visibility": PUBLIC} | other
        assert http.send("PUT", path, text, by=ada, headers=match).status == 403
    assert http.send("PUT", f"{path}/state", {"state": "archived"}, by=ada, headers=match).status == 403
    assert http.send("PUT", f"{path}/state", {"state": "archived"}, by=lea, headers=match).status == 200
    assert http.get("/api/portal/articles", category="account", language="en").body["items"] == []


def test_a_list_has_what_is_asked_for(http: Gateway, ada: Person, lea: Person):
    shown, draft = published(http, lea), made(http, ada, category="network", language="de").body["id"]
    secret = published(http, lea, visibility={"audience": "staff", "level": "L3"})

    def listed(by: Person = ada, **asked: Any) -> list[str]:
        reply = http.get("/api/articles", by=by, **asked)
        assert reply.status == 200, reply.text
        return [each["id"] for each in reply.body["items"]]

    assert listed() == [draft, shown]
    assert listed(lea) == [secret, draft, shown]
    assert listed(state="draft") == listed(category="network") == listed(language="de") == [draft]
    assert listed(state="published", language="de") == []
    first = http.get("/api/articles", by=ada, limit=1).body
    assert listed(limit=1, cursor=first["cursor"]) == [shown]


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"category": "gardening"}, "category", "no_category"),
        ({"visibility": {"audience": "organizations"}}, "visibility", "no_organizations_named"),
        (
            {"visibility": {"audience": "organizations", "organizations": ["nobody"]}},
            "visibility.organizations[0]",
            "no_organization",
        ),
        ({"visibility": {"audience": "public", "level": "L1"}}, "visibility", "only_with"),
        ({"visibility": {"audience": "staff", "level": "L3"}}, "visibility.level", "above_own_level"),
        ({"language": "EN"}, "language", "string_pattern_mismatch"),
        ({"title": " "}, "title", "string_too_short"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(
    http: Gateway, ada: Person, wrong: dict[str, Any], field: str, code: str
):
    reply = http.post("/api/articles", DRAFT | wrong, by=ada)
    assert reply.status == 422
    assert [(each["field"], each["code"]) for each in reply.body["errors"]] == [(field, code)]


def test_a_step_that_there_is_not_is_refused(http: Gateway, lea: Person):
    path = f"/api/articles/{published(http, lea)}/en"
    match = {"if-match": http.get(path, by=lea).headers["etag"]}
    reply = http.send("PUT", f"{path}/state", {"state": "in_review"}, by=lea, headers=match)
    assert (reply.status, reply.body["errors"][0]["code"]) == (422, "no_such_step")


def test_of_what_is_written_that_stays_which_may_be_shown_to_anybody(http: Gateway, ada: Person):
    body = '<p onclick="steal()">Hello<script>steal()</script><img src="cid:x" alt="a button"></p>'
    assert made(http, ada, body=body).body["body"] == "<p>Hello[a button]</p>"


def test_readers_say_whether_it_helped_and_why_not(http: Gateway, rita: Person, lea: Person):
    article = published(http, lea)
    told = f"/articles/{article}/en/feedback"
    assert http.post(f"/api/portal{told}", {"helped": True}).status == 204
    assert http.post(f"/api{told}", {"helped": False, "reason": "unclear"}, by=rita).status == 204
    assert http.post(f"/api{told}", {"helped": True, "reason": "unclear"}, by=rita).status == 422
    assert http.post(f"/api/portal/articles/{article}/de/feedback", {"helped": True}).status == 404
    feedback = http.get(f"/api/articles/{article}/en", by=lea).body["feedback"]
    assert feedback == {"helped": 1, "did_not_help": 1, "reasons": {"unclear": 1}, "deflected": 0}
    replies = [http.post(f"/api/portal{told}", {"helped": True}).status for _ in range(5)]
    assert replies == [204] * 4 + [429]


def test_who_may_not_read_it_says_nothing_of_it(http: Gateway, lea: Person, rita: Person):
    article = published(http, lea, visibility={"audience": "staff"})
    for path, by in (("/api/portal", None), ("/api", rita)):
        assert http.post(f"{path}/articles/{article}/en/feedback", {"helped": True}, by=by).status == 404


def test_an_outsider_of_the_house_writes_nothing(http: Gateway, desk: Desk):
    nadia = staff(desk, an_agent("Nadia", external=True, teams=("vendor",), role=Role.LEAD), team="vendor")[0]
    assert http.post("/api/articles", DRAFT, by=nadia).status == 403


def test_leads_see_how_many_requests_articles_spared(http: Gateway, ada: Person, lea: Person):
    article = published(http, lea)
    told = f"/api/portal/articles/{article}/en/feedback"
    for said in ({"helped": True, "asking": "deflected"}, {"helped": True, "asking": "deflected"}, {"helped": True}):
        assert http.post(told, said).status == 204
    assert http.get("/api/articles", by=lea).body["deflected"] == {"this_month": 2, "last_month": 0}
    assert http.post(told, {"helped": False, "asking": "after_all"}).status == 204
    assert http.get("/api/articles", by=lea).body["deflected"] == {"this_month": 1, "last_month": 0}
    assert http.get("/api/articles", by=ada).body["deflected"] is None
    feedback = http.get(f"/api/articles/{article}/en", by=lea).body["feedback"]
    assert feedback == {"helped": 3, "did_not_help": 0, "reasons": {}, "deflected": 1}
    for wrong in ({"helped": False, "asking": "deflected"}, {"helped": True, "asking": "after_all"}):
        assert http.post(told, wrong).status == 422
