"""What the edge itself has to refuse, in the product's form: problem JSON."""

import json
from http import HTTPStatus
from typing import Any, Final

PROBLEM: Final = b"application/problem+json"


def problem(status: int, code: str, detail: str, **more: Any) -> bytes:
    body = {"type": f"about:blank#{code}", "title": HTTPStatus(status).phrase, "status": status, "code": code}
    return json.dumps({**body, "detail": detail, "errors": [], **more}).encode()


def headers(*, retry_after: int) -> list[tuple[bytes, bytes]]:
    return [
        (b"content-type", PROBLEM),
        (b"cache-control", b"no-store"),
        (b"retry-after", str(retry_after).encode()),
    ]
