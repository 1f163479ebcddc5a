"""HTTP: what a request says beside its body, and what answers and errors look like."""

import hashlib
import re
from http import HTTPStatus
from typing import Any, Final

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from pydantic import BaseModel

from helpdesk.foundation.edge.outputs import FieldError, Problem
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import (
    BusyError,
    ConflictError,
    ForbiddenError,
    HelpdeskError,
    InsideError,
    InvalidError,
    MovedError,
    NotFoundError,
    RateLimitedError,
    RefusedError,
    RejectedError,
    RevisionNeededError,
    SignInError,
)
from helpdesk.foundation.kernel.once import Once

STATUS: Final[dict[type[HelpdeskError], int]] = {
    RejectedError: 400,
    SignInError: 401,
    ForbiddenError: 403,
    NotFoundError: 404,
    RefusedError: 409,
    ConflictError: 409,
    MovedError: 412,
    InvalidError: 422,
    RevisionNeededError: 428,
    RateLimitedError: 429,
    InsideError: 500,
    BusyError: 503,
}

PROBLEM: Final = "application/problem+json"

JSON: Final = "application/json"

Answer = Response[Any]


def gives(model: type[BaseModel], status: int = 200) -> dict[int, Any]:
    """The documented answer of a route, beside the problem that any route may give."""
    return {
        status: {"description": "Done", "content": {JSON: {"model": model}}},
        422: {"description": "Input that cannot be used", "content": {PROBLEM: {"model": Problem}}},
    }


NOTHING: Final[dict[int, Any]] = {
    204: {"description": "Done"},
    422: {"description": "Input that cannot be used", "content": {PROBLEM: {"model": Problem}}},
}
"""The documented answer of a route that has nothing to say."""


def problem(
    status: int,
    code: str,
    detail: str,
    fields: list[FieldError] | None = None,
    model: type[Problem] = Problem,
    **more: Any,
) -> Response[Any]:
    body = model(
        type=f"about:blank#{code}",
        title=HTTPStatus(status).phrase,
        status=status,
        code=code,
        detail=detail,
        errors=fields or [],
        **more,
    )
    return Response(
        status_code=status,
        content_type=PROBLEM,
        body=body.model_dump_json(exclude_unset=True),
        headers={"Cache-Control": "no-store"},
    )


def once(api: APIGatewayHttpResolver, by: Actor, payload: BaseModel, about: str = "") -> Once | None:
    """The Idempotency-Key in its scope: whoever calls, the route, and the ticket that the route or their link names;
    `about` is what else their link names.
    """
    key = api.current_event.headers.get("idempotency-key")
    if not key:
        return None
    route = f"{api.current_event.http_method} {api.current_event.path}"
    return Once(key="\n".join((by.id, by.ticket_id or "", about, route, key)), payload=digest(payload))


def digest(payload: BaseModel) -> str:
    return hashlib.sha256(payload.model_dump_json().encode()).hexdigest()


def if_match(api: APIGatewayHttpResolver) -> int | None:
    """The revision a change is based on; an If-Match that is no revision matches nothing."""
    header = api.current_event.headers.get("if-match", "*").strip().removeprefix("W/").strip('"')
    if header == "*":
        return None
    return int(header) if re.fullmatch(r"[0-9]{1,9}", header) else -1


def bearer(api: APIGatewayHttpResolver) -> str:
    """The token of a signed link, on routes that the gateway leaves open."""
    return str(api.current_event.headers.get("authorization", "")).removeprefix("Bearer ").strip()


def client_address(api: APIGatewayHttpResolver) -> str:
    """The caller's network address as the edge saw it; callers cannot set it, the edge replaces what they send."""
    return str(api.current_event.headers.get("x-viewer-address", ""))


def etag(revision: int) -> str:
    return f'"{revision}"'


def answer(
    view: BaseModel, revision: int | None = None, status: int = 200, location: str | None = None
) -> Response[Any]:
    headers: dict[str, str | list[str]] = {"Cache-Control": "no-store"}
    if revision is not None:
        headers["ETag"] = etag(revision)
    if location:
        headers["Location"] = location
    return Response(status_code=status, content_type=JSON, body=view.model_dump_json(), headers=headers)


def elsewhere(address: str) -> Response[Any]:
    """What there is to see is there."""
    return Response(status_code=303, body="", headers={"Cache-Control": "no-store", "Location": address})


def nothing() -> Response[Any]:
    return Response(status_code=204, body="", headers={"Cache-Control": "no-store"})
