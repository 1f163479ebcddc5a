"""What can go wrong, with a code for machines and a sentence for people.

Of each sort there is one class, by which HTTP answers. What a capability refuses is a subclass with a code of its own.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import ClassVar

from msgspec import Struct

from helpdesk.foundation.kernel.refusals import Refusal, Values


class FieldProblem(Struct, frozen=True, kw_only=True):
    """One field that was refused: its dotted path and why."""

    field: str
    message: str
    code: str = "invalid"
    values: Values = {}

    @classmethod
    def at(cls, field: str, why: str) -> "FieldProblem":
        if isinstance(why, Refusal):
            return cls(field=field, message=str(why), code=why.code, values=why.values)
        return cls(field=field, message=why)


class HelpdeskError(Exception):
    code: ClassVar[str] = "error"


class RefusedError(HelpdeskError):
    """As things are, this cannot be done. Asked again it is refused again."""


class MovedError(HelpdeskError):
    """What the caller's change is based on is no longer how it is."""


class RejectedError(HelpdeskError):
    """It was not sent in the way in which it must be."""


class InsideError(HelpdeskError):
    """Of timers and consumers, who try again; no request meets it."""


class HopelessError(InsideError):
    """Tried again as it is it fails again: what is wrong is not how the world is at the moment."""

    code = "hopeless"


class InvalidError(HelpdeskError):
    """The input contradicts itself or a rule; `problems` names the places."""

    code = "invalid"

    def __init__(self, detail: str, problems: Sequence[FieldProblem] = ()) -> None:
        super().__init__(detail)
        self.problems = tuple(problems)

    @classmethod
    def at(cls, field: str, message: str) -> "InvalidError":
        return cls(getattr(message, "sentence", message), [FieldProblem.at(field, message)])


class NotFoundError(HelpdeskError):
    """It does not exist, or the caller may not know that it does."""

    code = "not_found"

    def __init__(self, what: str, which: str) -> None:
        super().__init__(f"There is no {what} {which}.")
        self.which = which


class ForbiddenError(HelpdeskError):
    code = "forbidden"


class SignInError(HelpdeskError):
    """The link or token is missing, altered or expired."""

    code = "sign_in_required"


class ConflictError(HelpdeskError):
    """Somebody else wrote first and nothing was saved: a change is decided anew for this, and for what stands below."""

    code = "conflict"


class BusyError(HelpdeskError):
    """More is asked of the tables than they take at the moment, also after some tries. The same may be asked again."""

    code = "busy"


class SettingsMovedError(MovedError):
    """The caller's If-Match names older settings."""

    code = "settings_moved"

    def __init__(self, revision: int) -> None:
        super().__init__(f"The settings were saved meanwhile: they are at revision {revision}.")
        self.revision = revision


class RevisionNeededError(HelpdeskError):
    """A document that replaces another must say which one it was made from."""

    code = "revision_needed"


class KeyReusedError(InvalidError):
    """The Idempotency-Key was used before with another payload."""

    code = "idempotency_key_reused"


class RateLimitedError(HelpdeskError):
    code = "rate_limited"

    def __init__(self, retry_after: timedelta) -> None:
        super().__init__("Too many requests came from here. Please wait before you try again.")
        self.retry_after = retry_after
