"""How commands find the stack that runs on a data folder."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from infra.local import instance
from infra.local.settings import Settings


def test_who_looks_for_the_stack_while_it_comes_and_goes_finds_it_or_nothing(tmp_path: Path) -> None:
    settings = Settings.from_environment({"HELPDESK_DATA": str(tmp_path)})

    def come_and_go() -> None:
        for _ in range(500):
            with instance.announced(settings, None):
                pass

    with ThreadPoolExecutor(1) as others:
        coming = others.submit(come_and_go)
        found = []
        while not coming.done():
            found.append(instance.running(tmp_path))
        coming.result()
    assert {each.site_url for each in found if each} <= {settings.site_url}
    assert instance.running(tmp_path) is None
