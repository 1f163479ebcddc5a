"""Several things to do that do not hang on each other: one that fails keeps none of the others from being done."""

from collections.abc import Callable, Iterable
from typing import TypeVar

A = TypeVar("A")
T = TypeVar("T")


def tried(things: Iterable[A], act: Callable[[A], T]) -> tuple[list[T], list[tuple[A, Exception]]]:
    """Act on each of them: what came of it, and on which it failed and how. Nothing of it is raised here."""
    done: list[T] = []
    failed: list[tuple[A, Exception]] = []
    for thing in things:
        try:
            done.append(act(thing))
        except Exception as error:  # noqa: BLE001 - the others do not depend on it, whatever is wrong with it
            failed.append((thing, error))
    return done, failed


def each(things: Iterable[A], act: Callable[[A], T]) -> list[T]:
    """Act on each of them, and raise the first failure when all were tried: whoever called tries again, or keeps it."""
    done, failed = tried(things, act)
    if failed:
        raise failed[0][1]
    return done
