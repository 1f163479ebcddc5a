"""service_api: whether it is there, and how to talk to it."""

import sys

import pytest
from helpdesk import __version__
from helpdesk.foundation.platform.environment import environment

from tests.gateway import Gateway, routes


def test_health_says_what_runs_where_and_when(http: Gateway):
    reply = http.get("/api/health")
    assert (reply.status, reply.headers["content-type"]) == (200, "application/json")
    assert reply.body["status"] == "ok"
    assert (reply.body["version"], reply.body["region"], reply.body["rate"]) == (__version__, "eu-central-1", 1.0)
    assert reply.body["now"].endswith("Z")


def test_health_tells_the_time_of_the_product(http: Gateway, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HELPDESK_CLOCK", "2030-01-01T00:00:00+00:00,2026-03-02T09:00:00+00:00,600")
    environment.cache_clear()
    body = http.get("/api/health").body
    assert body["now"] > "2030"
    assert body["rate"] == 600


def test_the_api_describes_itself(http: Gateway):
    reply = http.get("/api/openapi.json")
    assert (reply.status, reply.headers["content-type"]) == (200, "application/json")
    assert reply.body["openapi"] == "3.1.0"


def test_every_route_is_described(http: Gateway):
    paths = http.get("/api/openapi.json").body["paths"]
    described = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    apart = {"GET /api/openapi.json", "ANY /api/{proxy+}"}
    assert described == {route.key for route in routes()} - apart


def test_what_needs_a_token_is_described_as_such(http: Gateway):
    paths = http.get("/api/openapi.json").body["paths"]
    for route in routes():
        method, path = route.key.split()
        if path in paths:
            assert bool(paths[path][method.lower()].get("security")) is not route.open


def test_every_refusal_is_described(http: Gateway):
    described = http.get("/api/openapi.json").body["paths"]
    refusals = {
        path: operation["responses"].get("default", {}).get("content", {}).keys()
        for path, operations in described.items()
        for operation in operations.values()
    }
    assert {path for path, types in refusals.items() if types != {"application/problem+json"}} == {"/api/health"}


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"])
def test_everything_else_is_not_there(http: Gateway, method: str):
    reply = http.send(method, "/api/nothing/at/all")
    assert (reply.status, reply.code) == (404, "not_found")


def test_it_needs_no_framework():
    """Whoever asks for its health pays for no import of the others."""
    module = sys.modules["functions.service_api.app"]
    assert not {"pydantic", "desk", "resolver"} & set(vars(module))
