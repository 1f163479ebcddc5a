"""A snapshot shows one instant between two requests."""

import asyncio
import threading
import time
from pathlib import Path

from infra.local.emulator.snapshots import in_forked_child
from tests.loops import finished


def test_a_snapshot_is_never_taken_amid_a_request(tmp_path: Path) -> None:
    written: list[str] = []
    amid = threading.Event()

    def request() -> None:
        written.append("the item")
        amid.set()
        time.sleep(0.2)
        written.append("its stream record")

    def write() -> None:
        (tmp_path / "seen").write_text(", ".join(written))

    def save(loop: asyncio.AbstractEventLoop) -> bool:
        return amid.wait(10) and in_forked_child(write, loop)

    async def scene() -> bool:
        loop = asyncio.get_running_loop()
        loop.call_soon(request)
        return await asyncio.to_thread(save, loop)

    assert finished(scene())
    assert (tmp_path / "seen").read_text() == "the item, its stream record"


def test_a_snapshot_that_fails_is_told(tmp_path: Path) -> None:
    async def scene() -> bool:
        loop = asyncio.get_running_loop()
        return await asyncio.to_thread(in_forked_child, (tmp_path / "no" / "folder").touch, loop)

    assert finished(scene()) is False
