"""HTTP: who calls, what an error looks like, and the resolver every API function starts from."""

import base64
import hashlib
import json
import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Final

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.openapi.exceptions import RequestValidationError
from pydantic import BaseModel

from helpdesk.capabilities.attachments.rules.refusals import AttachmentPendingError
from helpdesk.capabilities.surveys.rules import SurveyOverError
from helpdesk.channels.intake.rules.form import FormExpiredError, FormInvalidError, FormTooFastError
from helpdesk.core.tickets.rules.refusals import StaleError, TransitionRefusedError
from helpdesk.foundation.edge import origin as edge
from helpdesk.foundation.edge.logging import logger
from helpdesk.foundation.edge.outputs import FieldError, Problem
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import (
    BusyError,
    ConflictError,
    ForbiddenError,
    HelpdeskError,
    InvalidError,
    KeyReusedError,
    NotFoundError,
    RateLimitedError,
    RevisionNeededError,
    SettingsMovedError,
    SignInError,
)
from helpdesk.foundation.kernel.once import Once

STATUS: Final[dict[type[HelpdeskError], int]] = {
    InvalidError: 422,
    KeyReusedError: 422,
    TransitionRefusedError: 409,
    ConflictError: 409,
    AttachmentPendingError: 409,
    SurveyOverError: 409,
    StaleError: 412,
    SettingsMovedError: 412,
    RevisionNeededError: 428,
    NotFoundError: 404,
    ForbiddenError: 403,
    SignInError: 401,
    FormTooFastError: 400,
    FormExpiredError: 400,
    FormInvalidError: 400,
    RateLimitedError: 429,
    BusyError: 503,
}

PROBLEM: Final = "application/problem+json"

JSON: Final = "application/json"

Answer = Response[Any]

Handler = Callable[[dict[str, Any], Any], dict[str, Any]]


def resolver() -> APIGatewayHttpResolver:
    """A resolver that validates, and answers every error as a problem."""
    api = APIGatewayHttpResolver(enable_validation=True)
    api.exception_handler(HelpdeskError)(_refused)
    api.exception_handler(RequestValidationError)(_invalid)
    api.exception_handler(Exception)(_failed)
    api.not_found(_no_route)
    return api


def served(api: APIGatewayHttpResolver) -> Handler:
    """The Lambda function of an API."""

    @logger.inject_lambda_context
    def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
        logger.append_keys(correlation_id=event["requestContext"]["requestId"], route=event["routeKey"])
        unread = _refused_unread(event)
        answer = unread or api.resolve(event, context)
        logger.info("answered", extra={"status": answer["statusCode"]})
        return answer

    return handler


def _refused_unread(event: dict[str, Any]) -> dict[str, Any] | None:
    """What the framework must not see: requests past the edge, and bodies it would read although they are no JSON."""
    headers, body = event["headers"], event.get("body")
    if not edge.came_through(headers):
        return _plain(problem(403, "forbidden", "Please use the address of the help desk."))
    if not body:
        return None
    if headers.get("content-type", "").partition(";")[0].strip() != JSON:
        return _plain(problem(415, "unsupported_media_type", f"Please send {JSON}, and say so in Content-Type."))
    if not _is_object(base64.b64decode(body) if event["isBase64Encoded"] else body):
        return _plain(problem(400, "malformed", "The body is not a JSON object."))
    return None


def _is_object(text: str | bytes) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _plain(answer: Response[Any]) -> dict[str, Any]:
    headers = {"Content-Type": answer.content_type} | dict(answer.headers)
    return {"statusCode": answer.status_code, "headers": headers, "body": answer.body}


def gives(model: type[BaseModel], status: int = 200) -> dict[int, Any]:
    """The documented answer of a route, beside the problem that any route may give."""
    return {
        status: {"description": "Done", "content": {JSON: {"model": model}}},
        422: {"description": "Input that cannot be used", "content": {PROBLEM: {"model": Problem}}},
    }


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


def _refused(error: HelpdeskError) -> Response[Any]:
    status = next(code for kind, code in STATUS.items() if isinstance(error, kind))
    fields = [
        FieldError(field=p.field, message=p.message, code=p.code, values=dict(p.values))
        for p in getattr(error, "problems", ())
    ]
    answer = problem(status, error.code, str(error), fields)
    if isinstance(error, RateLimitedError):
        answer.headers["Retry-After"] = str(max(1, int(error.retry_after.total_seconds())))
    return answer


def _invalid(error: RequestValidationError) -> Response[Any]:
    fields = [
        FieldError(
            field=".".join(_place(*found["loc"])) or "body",
            message=str(found["msg"]),
            code=found["type"],
            values={
                name: value for name, value in found.get("ctx", {}).items() if isinstance(value, str | int | float)
            },
        )
        for found in error.errors()
    ]
    return problem(422, "invalid", "Some of what was sent cannot be used.", fields)


def _place(where: str, *path: str | int) -> list[str]:
    """Parameters of a query that come together are named after the argument that takes them; callers do not know it."""
    return [str(part) for part in (path[-1:] if where == "query" else path)]


def _failed(error: Exception) -> Response[Any]:
    logger.exception("request failed", exc_info=error)
    return problem(500, "internal", "Something went wrong here. Nothing of your request was lost by trying again.")


def _no_route(_: Exception) -> Response[Any]:
    return problem(404, "not_found", "There is nothing at this address.")


def once(api: APIGatewayHttpResolver, by: Actor, payload: BaseModel) -> Once | None:
    """The Idempotency-Key in its scope: whoever calls, the route, and the ticket the route names."""
    key = api.current_event.headers.get("idempotency-key")
    if not key:
        return None
    route = f"{api.current_event.http_method} {api.current_event.path}"
    return Once(key=f"{by.id}/{route}/{key}", payload=digest(payload))


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
