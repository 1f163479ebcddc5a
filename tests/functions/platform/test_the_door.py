"""What every HTTP function does before and after its work: who is let in, what is read, how errors look."""

import base64
import json

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.platform.environment import environment

from tests.gateway import EDGE, JSON, Gateway, request
from tests.lambdas import invoke

POSTS = ["/api/tickets", "/api/portal/tickets", "/api/portal/ticket/messages"]
each_post = pytest.mark.parametrize("path", POSTS)
one_of_each_function = pytest.mark.parametrize("path", ["/api/tickets", "/api/me", "/api/portal/form", "/api/health"])


@one_of_each_function
@pytest.mark.parametrize("token", ["", "from-elsewhere", "from-the-edge "])
def test_only_the_edge_may_call(http: Gateway, rita: Person, path: str, token: str):
    assert http.get(path, by=rita).status == 200
    reply = http.get(path, by=rita, headers={"x-origin-token": token})
    assert (reply.status, reply.code) == (403, "forbidden")


@each_post
def test_who_did_not_come_through_the_edge_learns_nothing_of_the_input(http: Gateway, rita: Person, path: str):
    reply = http.post(path, {"wrong": "in many ways"}, by=rita, headers={"x-origin-token": "no"})
    assert (reply.status, reply.code) == (403, "forbidden")


@one_of_each_function
def test_a_function_that_was_given_no_token_lets_nobody_in(
    http: Gateway, rita: Person, path: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("ORIGIN_TOKEN")
    environment.cache_clear()
    assert invoke(*request("GET", path, None, {}, by=rita))["statusCode"] == 403


@each_post
@pytest.mark.parametrize("text", ["{", "nonsense", "'single'", '{"a": }', "[" * 100_000, '{"subject": "a"} and more'])
def test_a_body_that_is_no_json_is_refused(http: Gateway, rita: Person, path: str, text: str):
    reply = http.post(path, text, by=rita)
    assert (reply.status, reply.code) == (400, "malformed")


@each_post
@pytest.mark.parametrize("document", [[], ["subject"], [{"subject": "a", "description": "b"}], "text", 7, True])
def test_a_body_that_is_no_object_is_refused(http: Gateway, rita: Person, path: str, document: object):
    reply = http.post(path, json.dumps(document), by=rita)
    assert (reply.status, reply.code) == (400, "malformed")


@each_post
@pytest.mark.parametrize(
    "content_type",
    [None, "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"],
)
def test_another_type_of_body_is_refused(http: Gateway, rita: Person, path: str, content_type: str | None):
    headers = {} if content_type is None else {"content-type": content_type}
    answer = invoke(*request("POST", path, '{"subject": "a", "description": "b"}', EDGE | headers, by=rita))
    assert answer["statusCode"] == 415
    assert json.loads(answer["body"])["code"] == "unsupported_media_type"


@pytest.mark.parametrize(
    "content_type", ["application/json", "application/json; charset=utf-8", "application/json;charset=utf-8"]
)
def test_json_is_taken_however_it_is_called(http: Gateway, rita: Person, content_type: str):
    body = json.dumps({"subject": "a", "description": "b"})
    assert http.post("/api/tickets", body, by=rita, headers={"content-type": content_type}).status == 201


def test_a_body_may_come_in_base64(http: Gateway, rita: Person):
    body = {"subject": "Grüße 🖨️", "description": "b"}
    reply = http.post("/api/tickets", body, by=rita)
    coded = _in_base64(json.dumps(body, ensure_ascii=False).encode(), rita)
    assert json.loads(coded["body"])["ticket"]["subject"] == reply.body["ticket"]["subject"] == body["subject"]


@pytest.mark.parametrize("raw", [b"\xff\xfe{}", b'{"subject": "\xe4"}'])
def test_bytes_that_are_no_text_are_refused(http: Gateway, rita: Person, raw: bytes):
    assert _in_base64(raw, rita)["statusCode"] == 400


def _in_base64(raw: bytes, by: Person) -> dict[str, str]:
    function, event = request("POST", "/api/tickets", base64.b64encode(raw).decode(), EDGE | JSON, by=by)
    return invoke(function, event | {"isBase64Encoded": True})


@each_post
@pytest.mark.parametrize("text", [None, "", "null"])
def test_a_missing_body_is_said_to_be_missing(http: Gateway, rita: Person, path: str, text: str | None):
    reply = http.post(path, text, by=rita)
    assert (reply.status, reply.code) == ((400, "malformed") if text == "null" else (422, "invalid"))


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"])
@pytest.mark.parametrize("path", ["/api/nothing", "/api/tickets/HD-80000001/nothing", "/api/portal/x/y/z"])
def test_an_unknown_address_is_a_problem_too(http: Gateway, rita: Person, method: str, path: str):
    reply = http.send(method, path, by=rita)
    assert (reply.status, reply.code) == (404, "not_found")


@pytest.mark.parametrize(("method", "path"), [("DELETE", "/api/me"), ("PUT", "/api/tickets"), ("GET", "/api/uploads")])
def test_an_unknown_method_is_a_problem_too(http: Gateway, rita: Person, method: str, path: str):
    reply = http.send(method, path, by=rita)
    assert (reply.status, reply.code) == (404, "not_found")


def test_a_route_that_the_gateway_knows_and_the_function_does_not(desk: Desk):
    function, event = request("GET", "/api/portal/form", None, EDGE)
    event["requestContext"]["http"]["method"] = "DELETE"
    answer = invoke(function, event)
    assert (answer["statusCode"], json.loads(answer["body"])["code"]) == (404, "not_found")


def test_a_fault_of_ours_says_nothing_of_what_is_inside(
    http: Gateway, rita: Person, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: object) -> None:
        raise RuntimeError("table helpdesk-helpdesk said no")

    monkeypatch.setattr(type(desk.directory), "by_email", broken)
    reply = http.get("/api/me", by=rita)
    assert (reply.status, reply.code) == (500, "internal")
    assert "helpdesk-helpdesk" not in reply.text


@pytest.mark.parametrize("claims", [{}, {"sub": "1", "token_use": "access", "client_id": "web"}, {"email": ""}])
def test_an_access_token_does_not_say_who_calls(http: Gateway, claims: dict[str, str]):
    """The gateway lets it in, as its client id is ours; but it names nobody."""
    reply = http.get("/api/me", by=claims)
    assert (reply.status, reply.code) == (401, "sign_in_required")


@pytest.mark.parametrize("verified", ["false", "", "no"])
def test_an_address_that_was_not_confirmed_opens_nothing_of_its_owner(http: Gateway, rita: Person, verified: str):
    reply = http.get("/api/me", by={"email": rita.email, "name": rita.name, "email_verified": verified})
    assert (reply.status, reply.code) == (401, "sign_in_required")


@pytest.mark.parametrize("path", ["/api/tickets", "/api/me", "/api/portal/form", "/api/health", "/api/nothing"])
def test_no_answer_may_be_kept(http: Gateway, rita: Person, path: str):
    assert http.get(path, by=rita).headers["cache-control"] == "no-store"
    assert http.get(path, by=rita, headers={"x-origin-token": "no"}).headers["cache-control"] == "no-store"


@one_of_each_function
def test_answers_are_json_and_encoded_once(http: Gateway, rita: Person, path: str):
    reply = http.get(path, by=rita)
    assert reply.headers["content-type"] == "application/json"
    assert isinstance(reply.body, dict)
