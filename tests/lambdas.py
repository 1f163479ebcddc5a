"""Functions as Lambda runs them: a handler by its directory's name, and the context it is given."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Event = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Context:
    function_name: str
    aws_request_id: str = "1b8a3a2c-9d25-4f0e-8a55-2f8a3f0f6a10"
    memory_limit_in_mb: int = 1024

    @property
    def invoked_function_arn(self) -> str:
        return f"arn:aws:lambda:eu-central-1:111122223333:function:helpdesk-{self.function_name}"


def handler_of(function: str) -> Callable[[Event, Any], Any]:
    handler: Callable[[Event, Any], Any] = importlib.import_module(f"functions.{function}.app").handler
    return handler


def invoke(function: str, event: Event) -> Any:
    return handler_of(function)(event, Context(function))
