"""The HTTP API as its gateway plays it, by the routes of the template: who gets a request, and how it looks there."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlencode

from helpdesk.core.directory.rules import Person
from helpdesk.foundation.kernel.vocabulary import Role

from infra import templates
from tests.lambdas import Event, invoke

TEMPLATES: Final = sorted((Path(__file__).parents[1] / "infra").glob("*_api.yaml"))
EDGE: Final = {"x-origin-token": "from-the-edge", "x-viewer-address": "198.51.100.7"}
JSON: Final = {"content-type": "application/json"}
GROUPS: Final = {Role.AGENT: "[agent]", Role.LEAD: "[agent lead]", Role.ADMIN: "[admin]"}


@dataclass(frozen=True, slots=True)
class Route:
    key: str
    function: str
    open: bool

    def match(self, method: str, path: str) -> dict[str, str] | None:
        wanted, pattern = self.key.split()
        found = re.fullmatch(re.sub(r"\{(\w+)(\+?)\}", _group, pattern), path)
        return found.groupdict() if found and wanted in (method, "ANY") else None


def _group(placeholder: re.Match[str]) -> str:
    return f"(?P<{placeholder[1]}>{'.+' if placeholder[2] else '[^/]+'})"


@cache
def routes() -> tuple[Route, ...]:
    """Every route of the templates, the most particular first, as the gateway chooses."""
    found = [
        Route(key, path.stem, open="AuthorizerId" not in route["Properties"])
        for path in TEMPLATES
        for name, loop in templates.read(path)["Resources"].items()
        if name.startswith("Fn::ForEach::")
        for _, keys, fragment in [loop]
        for route in fragment.values()
        for key in keys
    ]
    return tuple(sorted(found, key=lambda route: (route.key.count("+"), route.key.count("{"), route.key)))


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    headers: dict[str, str]
    text: str

    @property
    def body(self) -> Any:
        return json.loads(self.text)

    @property
    def code(self) -> str:
        """What went wrong, for programs. Every error is a whole problem document."""
        assert self.headers["content-type"] == "application/problem+json", self.text
        problem = self.body
        assert problem["status"] == self.status
        assert problem["type"] == f"about:blank#{problem['code']}"
        assert problem["title"]
        assert problem["detail"]
        assert isinstance(problem["errors"], list)
        return str(problem["code"])

    @property
    def fields(self) -> list[str]:
        return [error["field"] for error in self.body["errors"]]


class Gateway:
    """Sends requests as people with a token (`by`), by a signed link (`link`), or as nobody."""

    def get(self, path: str, **how: Any) -> Reply:
        return self.send("GET", path, **how)

    def post(self, path: str, body: Any = None, **how: Any) -> Reply:
        return self.send("POST", path, body, **how)

    def put(self, path: str, body: Any = None, **how: Any) -> Reply:
        return self.send("PUT", path, body, **how)

    def save(self, path: str, body: Any = None, **how: Any) -> Reply:
        """Replace what is there now, or make it."""
        seen = f"{path}/roster" if path.startswith("/api/teams/") else path.removesuffix("/state").removesuffix("/plan")
        return self.put(path, body, headers={"if-match": self.get(seen, **how).headers.get("etag", '"0"')}, **how)

    def patch(self, path: str, body: Any = None, **how: Any) -> Reply:
        return self.send("PATCH", path, body, **how)

    def delete(self, path: str, **how: Any) -> Reply:
        return self.send("DELETE", path, **how)

    def send(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        by: Person | dict[str, str] | None = None,
        link: str = "",
        headers: dict[str, str] | None = None,
        **query: Any,
    ) -> Reply:
        """`body` is sent as JSON, text as it is. `by` may be the claims of a token instead of a person."""
        given = EDGE | ({} if body is None else JSON) | ({"authorization": f"Bearer {link}"} if link else {})
        text = body if body is None or isinstance(body, str) else json.dumps(body)
        function, event = request(method, path, text, given | (headers or {}), by=by, query=query)
        answer = invoke(function, event)
        assert answer.get("isBase64Encoded", False) is False
        return Reply(answer["statusCode"], {k.lower(): v for k, v in answer["headers"].items()}, answer["body"])


def claims_of(by: Person | dict[str, str]) -> dict[str, str]:
    """The claims of an ID token, all of them text as the gateway gives them."""
    if isinstance(by, dict):
        return {"email_verified": "true"} | by
    claims = {
        "aud": "3n4b5urk1ft4fl3mg5e62d9ado",
        "email": by.email,
        "email_verified": "true",
        "name": by.name,
        "sub": f"sub-of-{by.id}",
        "token_use": "id",
    }
    return claims | ({"cognito:groups": GROUPS[by.role]} if by.role in GROUPS else {})


def request(
    method: str,
    path: str,
    text: str | None,
    headers: dict[str, str],
    *,
    by: Person | dict[str, str] | None = None,
    query: dict[str, Any] | None = None,
) -> tuple[str, Event]:
    """The function that a request goes to, and the event it is invoked with (payload version 2.0)."""
    route, parameters = next((route, found) for route in routes() if (found := route.match(method, path)) is not None)
    assert route.open or by is not None, f"The gateway would refuse {route.key}"
    event: Event = {
        "version": "2.0",
        "routeKey": route.key,
        "rawPath": path,
        "rawQueryString": urlencode(query or {}),
        "headers": {name.lower(): value for name, value in headers.items()},
        "requestContext": {
            "accountId": "111122223333",
            "apiId": "a1b2c3d4e5",
            "http": {
                "method": method,
                "path": quote(path),
                "protocol": "HTTP/1.1",
                "sourceIp": "203.0.113.9",
                "userAgent": "tests",
            },
            "requestId": "JKJaXmPLvHcESHA=",
            "routeKey": route.key,
            "stage": "$default",
            "time": "02/Mar/2026:09:00:00 +0000",
            "timeEpoch": 1772442000000,
        },
        "isBase64Encoded": False,
    }
    if by is not None and not route.open:
        event["requestContext"]["authorizer"] = {"jwt": {"claims": claims_of(by), "scopes": None}}
    event |= {"pathParameters": parameters} if parameters else {}
    event |= {"queryStringParameters": {name: str(value) for name, value in query.items()}} if query else {}
    event |= {} if text is None else {"body": text}
    return route.function, event
