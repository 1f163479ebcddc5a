"""The resolver that every API function starts from: it validates, knows the desk, answers every error as a problem."""

import base64
import json
from collections.abc import Callable
from typing import Any, Final

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.event_handler.openapi.exceptions import RequestValidationError

from helpdesk.foundation.desk import Desk
from helpdesk.foundation.edge import origin
from helpdesk.foundation.edge.http import JSON, STATUS, Answer, problem
from helpdesk.foundation.edge.logging import logger
from helpdesk.foundation.edge.outputs import FieldError
from helpdesk.foundation.kernel.errors import HelpdeskError, RateLimitedError

Handler = Callable[[dict[str, Any], Any], dict[str, Any]]


FORMS: Final = frozenset({"POST /api/portal/unsubscribe"})
"""Mail programs send a form there; nothing of it is read."""


class Api(APIGatewayHttpResolver):
    """Route modules add their routes to it by a function `added_to(api)`, and work at its `desk()`."""

    def __init__(self, desk: Callable[[], Desk]) -> None:
        super().__init__(enable_validation=True)
        self.desk = desk
        self.exception_handler(HelpdeskError)(refused)
        self.exception_handler(RequestValidationError)(_invalid)
        self.exception_handler(Exception)(_failed)
        self.not_found(_no_route)


def served(api: Api) -> Handler:
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
    if event["routeKey"] in FORMS and origin.came_through(headers):
        return None
    if not origin.came_through(headers):
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


def _plain(answer: Answer) -> dict[str, Any]:
    headers = {"Content-Type": answer.content_type} | dict(answer.headers)
    return {"statusCode": answer.status_code, "headers": headers, "body": answer.body}


def refused(error: HelpdeskError) -> Answer:
    status = next(code for kind, code in STATUS.items() if isinstance(error, kind))
    fields = [
        FieldError(field=p.field, message=p.message, code=p.code, values=dict(p.values))
        for p in getattr(error, "problems", ())
    ]
    answer = problem(status, error.code, str(error), fields)
    if isinstance(error, RateLimitedError):
        answer.headers["Retry-After"] = str(max(1, int(error.retry_after.total_seconds())))
    return answer


def _invalid(error: RequestValidationError) -> Answer:
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
    return [_readable(str(part)) for part in (path[-1:] if where == "query" else path)]


def _readable(name: str) -> str:
    """Without halves of signs, which no answer can say."""
    return name.encode(errors="replace").decode()


def _failed(error: Exception) -> Answer:
    logger.exception("request failed", exc_info=error)
    return problem(500, "internal", "Something went wrong here. Nothing of your request was lost by trying again.")


def _no_route(_: Exception) -> Answer:
    return problem(404, "not_found", "There is nothing at this address.")
