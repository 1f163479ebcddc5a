"""What tests spend, in processor time: how long they take says as much of the machine as of them.

With `--durations`, what each kind of tests and each capability spent; always, which of them spent more than tests are
given (tests/README.md). Nothing fails by it: on a busy machine the same work takes up to half as long again.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, Final

import pytest

# Seconds for the tests of one kind of one capability.
BUDGET: Final = {"stack": 10, "browser": 20}
OTHERS: Final = 4
# More is spent where one thing stands for much else.
MORE: Final = {
    "browser/asset_journey": 25,  # it comes first, and starts the browser and most functions
    "browser/pages": 55,  # axe on every page, in both looks
    "browser/room_for_words": 75,  # every page, at all widths, and at three of them in both directions
    "browser/settings_journey": 30,
    "browser/triage": 30,  # twenty tickets, one after the other
    "contract/answers": 9,  # the model, and what sixty articles and 260 questions mean
    "contract/assignment": 10,  # a desk with boards for every test
    "contract/crashes": 35,  # every call to AWS fails once, before and after, on tickets and on mail
    "contract/notices": 6,  # whole lives of tickets, delivered twice
    "contract/organizations": 6,
    "infra/wiring": 8,  # cfn-lint reads all templates
    "stack/bench": 40,  # a stack of its own, a browser, every operation measured, and sixty mails
    "stack/local_bursts": 25,  # hundreds of replies at once, and what follows from each
    "stack/local_lifecycle": 45,  # a stack starts a dozen times
    "stack/local_operators": 12,  # a function fails for real, three times
    "stack/promises_kept": 12,
    "unit/assignment": 8,  # random days of teams
    "unit/calendars": 6,  # the oracle of business hours
    "unit/clocks": 10,  # a simulated year
    "unit/mail": 20,  # hostile mails, read several times; four hundred mails of others
    "unit/tickets": 9,  # thirty thousand messages
    "unit/timers": 5,
}
Tree = dict[int, list[tuple[int, float]]]

_last = 0.0
_spent: Counter[str] = Counter()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    global _last  # noqa: PLW0603 - one test at a time
    _last = _now(item)
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Fixtures count where they are made. The last test of all also ends what the session has: that is not its own."""
    global _last
    report: Any = yield
    if call.when != "teardown" or "stack" in item.keywords:
        now = _now(item)
        report.spent, _last = max(0.0, now - _last), now
    return report


def pytest_runtest_logreport(report: Any) -> None:
    """Reports come from all workers."""
    _spent[_capability(report.nodeid.partition("::")[0])] += getattr(report, "spent", 0.0)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    write = terminalreporter.write_line
    if config.option.durations is not None:
        terminalreporter.section("processor time")
        kinds: Counter[str] = Counter()
        for name, seconds in _spent.items():
            kinds[name.partition("/")[0]] += seconds
        for name, seconds in [
            ("all", kinds.total()),
            *kinds.most_common(),
            *_spent.most_common(config.option.durations or None),
        ]:
            write(f"{seconds:7.1f} s  {name}")
    for name, seconds in _spent.most_common():
        given = MORE.get(name, BUDGET.get(name.partition("/")[0], OTHERS))
        if seconds > given:
            write(f"tests/{name} spent {seconds:.1f} s of processor time, {given} s are given (tests/README.md)")


def _capability(file: str) -> str:
    """`contract/surveys` of tests/contract/surveys/test_asking.py, and of tests/contract/test_surveys.py."""
    kind, name = (*PurePosixPath(file).parts[1:3], "")[:2]
    return f"{kind}/{name.removeprefix('test_').removesuffix('.py')}"


def _now(item: pytest.Item) -> float:
    """Of this process and those it waited for; with a stack, of all that it started, which are asked one by one."""
    own = os.times()
    mine = own.user + own.system + own.children_user + own.children_system
    return mine + (_below(os.getpid(), _tree()) if "stack" in item.keywords else 0.0)


def _below(pid: int, tree: Tree) -> float:
    return sum(spent + _below(child, tree) for child, spent in tree[pid])


def _tree() -> Tree:
    """Every process below its parent, with what it and its ended children spent. Empty where there is no /proc."""
    found: Tree = defaultdict(list)
    tick = os.sysconf("SC_CLK_TCK")
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended meanwhile
        found[int(fields[1])].append((int(path.parent.name), sum(map(int, fields[11:15])) / tick))
    return found
