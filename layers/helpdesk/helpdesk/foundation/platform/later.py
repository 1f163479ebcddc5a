"""What is made when it is first used: a cold start pays for what its function does, not for all it could do."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar, cast

T = TypeVar("T")


class _Later:
    """Stands for what `make` makes. Adapters are imported there."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Any:
        return self._make()

    def __getattr__(self, attribute: str) -> Any:
        return getattr(self._made, attribute)


def later(make: Callable[[], T]) -> T:
    return cast("T", _Later(make))
