"""Every call to AWS, seen on its way: counted, held apart, and broken where a test says."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock
from typing import Any

from botocore.exceptions import ClientError


@dataclass(frozen=True)
class Call:
    """One call to AWS: `dynamodb:GetItem`, say, the how-many-eth it is, and what was asked."""

    name: str
    number: int
    asked: Mapping[str, Any]


Fault = Callable[[Call], "str | Exception | None"]


class AwsCalls:
    """Every call to AWS: counted, one at a time (moto does not expect threads), and made to fail where a test says.

    `fault` is asked about each call; it answers `before` to refuse it, `after` to let it happen and lose the answer,
    an error to raise instead, or None.
    """

    def __init__(self) -> None:
        self.made: list[str] = []
        self.fault: Fault = lambda _: None
        self._lock = RLock()

    def __call__(self, make: Callable[..., Any], client: Any, operation: str, parameters: dict[str, Any]) -> Any:
        with self._lock:
            name = f"{client.meta.service_model.service_name}:{operation}"
            self.made.append(name)
            fault = self.fault(Call(name, len(self.made), parameters))
            if fault == "before":
                raise broken(operation)
            if isinstance(fault, Exception):
                raise fault
            answer = make(client, operation, parameters)
            if fault == "after":
                raise broken(operation)
            return answer

    def counted(self) -> Counter[str]:
        return Counter(self.made)

    @contextmanager
    def watching(self) -> Iterator[list[str]]:
        """The calls made inside."""
        start, made = len(self.made), []
        yield made
        made += self.made[start:]

    @contextmanager
    def failing(self, fault: Fault) -> Iterator[None]:
        kept, self.fault = self.fault, fault
        try:
            yield
        finally:
            self.fault = kept


def broken(operation: str) -> ClientError:
    """What is left of a call when every retry of the client has failed."""
    return ClientError(
        {
            "Error": {"Code": "InternalServerError", "Message": "Injected"},
            "ResponseMetadata": {
                "HTTPStatusCode": 500,
                "RequestId": "",
                "HostId": "",
                "HTTPHeaders": {},
                "RetryAttempts": 0,
            },
        },
        operation,
    )
