"""Rows in Parquet, written by DuckDB."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import msgspec

from helpdesk.capabilities.numbers.ports import Packed
from helpdesk.capabilities.numbers.services.columns import TYPE
from helpdesk.capabilities.numbers.services.engine import connected

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from helpdesk.capabilities.numbers.rules.row import Row

HOLDS: Final = "QUALIFY row_number() OVER (PARTITION BY id ORDER BY version DESC, made_at DESC) = 1"


class ParquetFiles:
    """See ports.Files."""

    def packed(self, rows: Sequence[Row]) -> Packed:
        text = msgspec.json.encode(rows).decode()
        return _written(f"SELECT unnest(from_json($rows::JSON, '[{TYPE}]'), max_depth := 2)", {"rows": text})

    def gathered(self, contents: Iterable[bytes]) -> Packed:
        with TemporaryDirectory(prefix="helpdesk-numbers-") as folder:
            files = kept(contents, Path(folder))
            return _written("SELECT * FROM read_parquet($files, union_by_name := true)", {"files": files})


def _written(rows: str, values: dict[str, Any]) -> Packed:
    with TemporaryDirectory(prefix="helpdesk-numbers-") as folder:
        path = Path(folder, "rows")
        wanted = f"SELECT * FROM ({rows}) {HOLDS} ORDER BY id"
        done = connected().execute(f"COPY ({wanted}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)", values)
        return Packed(rows=done.fetchall()[0][0], content=path.read_bytes())


def kept(contents: Iterable[bytes], folder: Path) -> list[str]:
    paths = []
    for number, content in enumerate(contents):
        path = folder / str(number)
        path.write_bytes(content)
        paths.append(str(path))
    return paths
