"""The service itself: whether it is there, and how to talk to it. Needs no table and no framework."""

import json
from functools import cache
from importlib import resources
from typing import Any

from helpdesk import __version__
from helpdesk.foundation.edge import origin as edge
from helpdesk.foundation.edge.logging import logger
from helpdesk.foundation.platform.clock import ProductClock
from helpdesk.foundation.platform.environment import environment


@logger.inject_lambda_context
def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    path = event["rawPath"]
    logger.info("answered", extra={"path": path})
    if not edge.came_through(event["headers"]):
        return _problem(403, "forbidden", "Forbidden", "Please use the address of the help desk.")
    if path == "/api/health":
        return _answer(200, json.dumps(_health()))
    if path == "/api/openapi.json":
        return _answer(200, _document())
    return _problem(404, "not_found", "Not Found", "There is nothing at this address.")


def _health() -> dict[str, Any]:
    clock = ProductClock(environment().helpdesk_clock)
    now = clock.now().isoformat().replace("+00:00", "Z")
    return {
        "status": "ok",
        "version": __version__,
        "region": environment().aws_region,
        "now": now,
        "rate": clock.rate,
    }


@cache
def _document() -> str:
    return resources.files("helpdesk").joinpath("openapi.json").read_text()


def _problem(status: int, code: str, title: str, detail: str) -> dict[str, Any]:
    problem = {
        "type": f"about:blank#{code}",
        "title": title,
        "status": status,
        "code": code,
        "detail": detail,
        "errors": [],
    }
    return _answer(status, json.dumps(problem), "application/problem+json")


def _answer(status: int, body: str, content_type: str = "application/json") -> dict[str, Any]:
    return {
        "statusCode": status,
        "headers": {"content-type": content_type, "cache-control": "no-store"},
        "body": body,
    }
