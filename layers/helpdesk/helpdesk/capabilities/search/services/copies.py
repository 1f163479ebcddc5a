"""Copies of indexes on the disk of this worker: it fetches only what it lacks, and what is lost is fetched anew."""

from __future__ import annotations

import shutil
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from tempfile import mkdtemp
from typing import Final
from weakref import finalize

import msgspec

from helpdesk.capabilities.search.ports import Committed, Engine, IndexReader, IndexWriter
from helpdesk.capabilities.search.rules.manifest import Manifest, Pack
from helpdesk.foundation.platform.ports import Packs

MOST_BYTES: Final = 320_000_000
"""Of the 512 MB that a function has: what was least looked at makes room."""
FEW: Final = 3
AT_ONCE: Final = 8


class DiskCopies:
    """See ports.Copies. A worker does one thing at a time, and has a folder of its own."""

    def __init__(self, packs: Packs, engine: Engine, most_bytes: int = MOST_BYTES) -> None:
        self._packs = packs
        self._engine = engine
        self._most_bytes = most_bytes
        self._copies: OrderedDict[str, DiskCopy] = OrderedDict()

    def following(self, manifest: Manifest) -> DiskCopy:
        copy = self._copies.get(manifest.month) or self.anew(manifest.month)
        self._copies.move_to_end(manifest.month)
        copy.follow(manifest)
        self._make_room(manifest.month)
        return copy

    def has(self, manifest: Manifest) -> bool:
        copy = self._copies.get(manifest.month)
        return copy is not None and copy.has(manifest)

    def anew(self, month: str) -> DiskCopy:
        self.forget(month)
        copy = self._copies[month] = DiskCopy(self._root / month, month, self._packs, self._engine)
        return copy

    @cached_property
    def _root(self) -> Path:
        root = Path(mkdtemp(prefix="helpdesk-search-"))
        finalize(self, shutil.rmtree, root, ignore_errors=True)
        return root

    def forget(self, month: str) -> None:
        copy = self._copies.pop(month, None)
        if copy:
            copy.leave()

    def _make_room(self, needed: str) -> None:
        for month in [month for month in self._copies if month != needed]:
            if sum(copy.size for copy in self._copies.values()) <= self._most_bytes:
                return
            self.forget(month)


class DiskCopy:
    """See ports.Copy: the index of one month in a folder."""

    def __init__(self, folder: Path, month: str, packs: Packs, engine: Engine) -> None:
        self._folder = folder
        self._packs = packs
        self._engine = engine
        self._at = Manifest(month=month)
        self._brought: dict[str, frozenset[str]] = {}
        self._newest: Pack | None = None
        self._reader: IndexReader | None = None
        self.size = 0

    def has(self, manifest: Manifest) -> bool:
        return all(name in self._brought for name in manifest.packs)

    def follow(self, manifest: Manifest) -> None:
        if manifest == self._at:
            return
        lacking = [name for name in manifest.packs if name not in self._brought]
        if lacking and lacking[-1] == manifest.packs[-1]:
            self._bring(lacking, manifest)
        if manifest != self._at or not self._is_whole():
            self.leave()
            self._bring(manifest.packs, manifest)

    @property
    def reader(self) -> IndexReader:
        if self._reader is None:
            self._make_whole()
            if self._newest is None:
                raise LookupError(f"Nothing was written for {self._at.month}.")
            self._reader = self._engine.reader(self._folder, self._newest.head)
        return self._reader

    def writer(self) -> IndexWriter:
        self._make_whole()
        self._folder.mkdir(parents=True, exist_ok=True)
        return self._engine.writer(self._folder, self._newest.head if self._newest else None)

    def packed(self, committed: Committed) -> Pack | None:
        known = frozenset().union(*self._brought.values())
        new = [name for name in committed.files if name not in known]
        if not new:
            return None
        files = {name: (self._folder / name).read_bytes() for name in new}
        return Pack(live=committed.files, head=committed.head, files=files)

    def followed_by(self, name: str, pack: Pack) -> Manifest:
        live = frozenset(pack.live)
        return self._at.followed_by((*(each for each in self._at.packs if self._brought[each] & live), name))

    def holds(self, manifest: Manifest, pack: Pack) -> None:
        self._take(manifest.packs[-1], pack)
        self._settle(manifest)

    def leave(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._at, self._brought, self._newest, self._reader = Manifest(month=self._at.month), {}, None, None
        self.size = 0

    def _bring(self, names: Sequence[str], manifest: Manifest) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        for name, content in zip(names, self._fetched(names), strict=True):
            pack = msgspec.msgpack.decode(content, type=Pack)
            for file, bytes_of_it in pack.files.items():
                (self._folder / file).write_bytes(bytes_of_it)
            self._take(name, pack)
        self._settle(manifest)

    def _fetched(self, names: Sequence[str]) -> list[bytes]:
        if len(names) < FEW:  # threads are for the many of a first visit
            return [self._packs.get(self._at.month, name) for name in names]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(lambda name: self._packs.get(self._at.month, name), names))

    def _take(self, name: str, pack: Pack) -> None:
        self._brought[name] = frozenset(pack.files)
        self._newest = Pack(live=pack.live, head=pack.head, files={})

    def _settle(self, manifest: Manifest) -> None:
        """What the index no longer has goes."""
        live = self._live
        self._brought = {name: self._brought[name] for name in manifest.packs}
        self.size = 0
        for file in self._folder.iterdir():
            if file.name in live:
                self.size += file.stat().st_size
            else:
                file.unlink()
        self._reader = None
        self._at = manifest

    @property
    def _live(self) -> frozenset[str]:
        return frozenset(self._newest.live) if self._newest else frozenset()

    def _make_whole(self) -> None:
        """A folder that was lost is not taken for an index with nothing in it."""
        at = self._at
        if not self._is_whole():
            self.leave()
            self._bring(at.packs, at)

    def _is_whole(self) -> bool:
        return all((self._folder / name).exists() for name in self._live)
