"""The public form over HTTP, as somebody fills it in."""

from typing import Any

from tests.gateway import Gateway, Reply

DRAFT = {
    "name": "Rita",
    "email": "rita@people.example",
    "subject": "The printer is on fire",
    "description": "It smokes.",
}


def new_form(http: Gateway) -> str:
    return str(http.get("/api/portal/form").body["form_token"])


def sent(http: Gateway, form: str, headers: dict[str, str] | None = None, **more: Any) -> Reply:
    return http.post("/api/portal/tickets", DRAFT | {"form_token": form} | more, headers=headers)
