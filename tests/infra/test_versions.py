"""The suite can run on every Python there is that can run the product."""

import sys

from tests.versions import installed


def test_the_python_that_runs_this_is_found_and_no_older_one():
    found = [tuple(map(int, version.split("."))) for version in installed()]
    assert sys.version_info[:2] in found
    assert min(found) >= (3, 11)
    assert found == sorted(set(found))
