"""What functions, machines and schedules may do, and what functions are told: a file for each template that has some.

ALLOWED: function -> resource -> actions; OTHERS: the same for machines and schedules. STARS: a star in a resource, and
why AWS or the data leave no other way. TOLD: function -> its variables, beside those that all have. OPEN: routes that
need no account.
"""

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

TABLES: dict[str, ModuleType] = {
    path.stem: import_module(f"{__name__}.{path.stem}") for path in sorted(Path(__file__).parent.glob("[!_]*.py"))
}


def _gathered(name: str) -> dict[str, Any]:
    return {key: value for table in TABLES.values() for key, value in getattr(table, name, {}).items()}


ALLOWED: dict[str, dict[str, set[str]]] = _gathered("ALLOWED")
OTHERS: dict[str, dict[str, set[str]]] = _gathered("OTHERS")
TOLD: dict[str, set[str]] = _gathered("TOLD")
OPEN: set[str] = {route for table in TABLES.values() for route in getattr(table, "OPEN", ())}
