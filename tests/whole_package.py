"""The whole package, for tests that gather what its modules name."""

import importlib
import pkgutil
from functools import cache

import helpdesk


@cache
def imported() -> tuple[str, ...]:
    """Import every module there is; their names."""
    names = tuple(found.name for found in pkgutil.walk_packages(helpdesk.__path__, "helpdesk."))
    for name in names:
        importlib.import_module(name)
    return names
