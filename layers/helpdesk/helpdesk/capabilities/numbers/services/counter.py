"""All rows in one table of this worker: what comes is added, and what it supersedes goes."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import duckdb

from helpdesk.capabilities.numbers.services.columns import TYPE
from helpdesk.capabilities.numbers.services.engine import ALONE
from helpdesk.capabilities.numbers.services.files import kept

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from helpdesk.capabilities.numbers.ports import Line
    from helpdesk.foundation.platform.ports import Packs

AT_ONCE: Final = 8
TRIES: Final = 5
EMPTY: Final = f"CREATE TABLE tickets AS SELECT unnest(from_json('[]'::JSON, '[{TYPE}]'), max_depth := 2)"
COME: Final = "read_parquet($files, union_by_name := true)"
TWICE: Final = f"""
    DELETE FROM tickets WHERE rowid IN (
        SELECT rowid FROM (
            SELECT rowid, row_number() OVER (PARTITION BY id ORDER BY version DESC, made_at DESC) AS place
            FROM tickets WHERE id IN (
                SELECT id FROM tickets WHERE id IN (SELECT id FROM {COME}) GROUP BY id HAVING count(*) > 1
            )
        ) WHERE place > 1
    )
"""


class TableCounter:
    """See ports.Counter."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        self._known: frozenset[tuple[str, str]] = frozenset()
        self._base: Any = None

    def look(self) -> None:
        """A pack that is gone before it was fetched went into another one: then all are listed again."""
        for _ in range(TRIES):
            there = frozenset((pack.month, pack.name) for pack in self._packs.stored())
            try:
                contents = self._fetched(sorted(there - self._known))
            except LookupError:
                continue
            self._take(contents)
            self._known = there
            return
        raise LookupError("Packs went faster than they could be read.")

    def find(self, lines: str, values: Mapping[str, object]) -> None:
        self._opened.execute(f"CREATE OR REPLACE TEMP TABLE found AS {lines}", _used(lines, values))

    def ask(self, question: str, values: Mapping[str, object]) -> Sequence[Line]:
        answer = self._opened.execute(question, _used(question, values))
        names = [column[0] for column in answer.description]
        return [dict(zip(names, line, strict=True)) for line in answer.fetchall()]

    @property
    def _opened(self) -> Any:
        if self._base is None:
            self._base = duckdb.connect(config=dict(ALONE))
            self._base.execute(EMPTY)
        return self._base

    def _fetched(self, names: Sequence[tuple[str, str]]) -> list[bytes]:
        if len(names) < AT_ONCE:  # threads are for the many of a first visit
            return [self._packs.get(*name) for name in names]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(lambda name: self._packs.get(*name), names))

    def _take(self, contents: Sequence[bytes]) -> None:
        if not contents:
            return
        with TemporaryDirectory(prefix="helpdesk-numbers-") as folder:
            files = {"files": kept(contents, Path(folder))}
            self._opened.execute("BEGIN")
            self._opened.execute(f"INSERT INTO tickets BY NAME SELECT * FROM {COME}", files)
            self._opened.execute(TWICE, files)
            self._opened.execute("COMMIT")


def _used(question: str, values: Mapping[str, object]) -> dict[str, object]:
    return {name: values[name] for name in re.findall(r"\$(\w+)", question)}
