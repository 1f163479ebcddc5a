"""What answers are made of, and how an error looks."""

from datetime import datetime
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict

M = TypeVar("M", bound=BaseModel)


class View(BaseModel):
    """Built when first used: a cold start pays for the answers it gives, not for all that are documented."""

    model_config = ConfigDict(defer_build=True)


def shown_as(model: type[M], found: object, **instead: Any) -> M:
    """What was saved, in the form in which it is sent: it is not checked again, it may be older than its bounds."""
    fields = {name: getattr(found, name) for name in model.model_fields if name not in instead}
    return model.model_construct(**fields, **instead)


class FieldError(View):
    """`code` stays, so that a program can say the reason in other words or another language, with its `values`."""

    field: str
    message: str
    code: str
    values: dict[str, str | int | float] = {}


class Problem(View):
    """An error after RFC 9457. `code` is for programs and stays; `detail` is for people."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    errors: list[FieldError] = []


class Health(View):
    """`now` is product time; `rate` is how many of its seconds pass in a real one, 1 on AWS."""

    status: str
    version: str
    region: str
    now: datetime
    rate: float
