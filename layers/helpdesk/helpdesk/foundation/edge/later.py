"""Adapters that are imported when they are first used: a cold start pays for what its function does, not for all."""

from functools import cached_property
from importlib import import_module
from typing import Any


class Later:
    """Stands for an adapter, `path` being `module.Class` below `helpdesk`, made with these arguments."""

    def __init__(self, path: str, *arguments: Any) -> None:
        self._path = path
        self._arguments = arguments

    @cached_property
    def _adapter(self) -> Any:
        module, _, name = self._path.rpartition(".")
        return vars(import_module(f"helpdesk.{module}"))[name](*self._arguments)

    def __getattr__(self, attribute: str) -> Any:
        return getattr(self._adapter, attribute)
