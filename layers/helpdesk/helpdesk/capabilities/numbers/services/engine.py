"""DuckDB in this process: nothing is kept on disk, and nothing is fetched to extend it."""

from functools import cache
from typing import Any, Final

import duckdb

ALONE: Final = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "threads": "2"}


@cache
def connected() -> Any:
    """Of this worker, for files."""
    return duckdb.connect(config=dict(ALONE))
