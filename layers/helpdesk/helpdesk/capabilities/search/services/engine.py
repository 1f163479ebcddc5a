"""See ports.Engine."""

from pathlib import Path

from helpdesk.capabilities.search.services.reader import TantivyReader
from helpdesk.capabilities.search.services.schema import HEAD
from helpdesk.capabilities.search.services.writer import TantivyWriter


class TantivyEngine:
    def writer(self, directory: Path, head: bytes | None) -> TantivyWriter:
        if head is not None:
            (directory / HEAD).write_bytes(head)
        return TantivyWriter(directory)

    def reader(self, directory: Path, head: bytes) -> TantivyReader:
        (directory / HEAD).write_bytes(head)
        return TantivyReader(directory)
