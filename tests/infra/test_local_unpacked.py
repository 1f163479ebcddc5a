"""Lambda processes of a local stack share the files of deployed code, and no version gets those of another."""

import shutil
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from infra.local.emulator.nursery import Nursery
from infra.local.emulator.unpacked import Zips


@pytest.fixture
def zips(tmp_path):
    return Zips(tmp_path / "unpacked")


def zipped(tmp_path, name, **files):
    with zipfile.ZipFile(tmp_path / f"{name}.zip", "w") as archive:
        for file, content in files.items():
            archive.writestr(f"python/{file}.py", content)
    return str(tmp_path / f"{name}.zip")


def unpack(zips, file, folder):
    folder.mkdir()
    with zips.ZipFile(file) as archive:
        archive.extractall(str(folder))
    return folder / "python"


def test_what_is_unpacked_is_what_is_in_the_zip(zips, tmp_path):
    found = unpack(zips, zipped(tmp_path, "layer", one="1", other="2"), tmp_path / "process")
    assert {file.name: file.read_text() for file in found.iterdir()} == {"one.py": "1", "other.py": "2"}


def test_processes_share_their_files_and_outlive_each_other(zips, tmp_path):
    layer = zipped(tmp_path, "layer", one="1")
    first, second = unpack(zips, layer, tmp_path / "first"), unpack(zips, layer, tmp_path / "second")
    assert (first / "one.py").samefile(second / "one.py")
    shutil.rmtree(tmp_path / "first")
    assert (second / "one.py").read_text() == "1"


def test_a_new_version_is_another(zips, tmp_path):
    old = unpack(zips, zipped(tmp_path, "old", one="1"), tmp_path / "first")
    new = unpack(zips, zipped(tmp_path, "new", one="2"), tmp_path / "second")
    assert ((old / "one.py").read_text(), (new / "one.py").read_text()) == ("1", "2")


def test_many_that_start_at_once_all_get_everything(zips, tmp_path):
    layer = zipped(tmp_path, "layer", **{f"m{number}": str(number) for number in range(200)})
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda number: unpack(zips, layer, tmp_path / str(number)), range(8)))
    assert [len(list(folder.iterdir())) for folder in found] == [200] * 8


def test_nothing_starts_after_the_end(tmp_path):
    nursery = Nursery()
    nursery.close()
    with pytest.raises(OSError, match="descriptor"):
        nursery.popen([sys.executable, "script"], cwd=str(tmp_path), env={})
