from datetime import UTC, datetime
from time import process_time

import pytest
from helpdesk.capabilities.search.rules.meaning import meant_by
from helpdesk.capabilities.search.rules.parsing import MOST_CONDITIONS, parse
from helpdesk.capabilities.search.rules.query import During, Marked, Reader, Words
from helpdesk.foundation.kernel.vocabulary import PersonId
from hypothesis import given
from hypothesis import strategies as st

ME = Reader(person=PersonId("p-1"), timezone="Europe/Berlin", now=datetime(2026, 1, 15, 23, 30, tzinfo=UTC))

UNDERSTOOD = [
    ("drucker stau", ["drucker", "stau*"]),
    ("drucker stau ", ["drucker", "stau"]),
    ('"paper jam" -team:hardware', ['"paper jam"', "-team:hardware"]),
    ("„paper jam“", ['"paper jam"']),
    ('"paper jam', ['"paper jam"']),
    ("von:sofie ist:überfällig hat:anhang ist:meins", ["from:sofie", "is:breached", "has:attachment", "is:mine"]),
    ("state:open,new", ["state:open,new"]),
    ("team:mine -is:followed wartet:uns", ["team:mine", "-is:followed", "waits:us"]),
    ("fällig:<=heute gelöst:>=-7d due:whenever ", ["due:<=heute", "solved:>=-7d", "due:whenever"]),
    ('org:"Acme Labs"', ['org:"Acme Labs"']),
    ("foo:bar is:strange created:2026-02-30 ", ["foo:bar", "is:strange", "created:2026-02-30"]),
    ("030 901820 -x ", ["030 901820", "-x"]),
    ("bil* schirm ", ["bil*", "schirm"]),
    ("drucker drucker ", ["drucker"]),
    (' - "" -"" * ?!', []),
]

SPANS = [
    (">2026-01", (2026, 2, 1), None),
    (">=2026-01", (2026, 1, 1), None),
    ("<2026-01-15", None, (2026, 1, 15)),
    ("<=2026-01-15", None, (2026, 1, 16)),
    ("2026", (2026, 1, 1), (2027, 1, 1)),
    ("2026-12", (2026, 12, 1), (2027, 1, 1)),
    ("2026-01..2026-03", (2026, 1, 1), (2026, 4, 1)),
    ("today", (2026, 1, 16), (2026, 1, 17)),
    ("<=heute", None, (2026, 1, 17)),
    (">=-1w", (2026, 1, 9), None),
    ("gestern..+2t", (2026, 1, 15), (2026, 1, 19)),
]

HOSTILE = [
    '"' * 10_000, "a:" * 5_000, "*" * 10_000, "\x00" * 10_000, "1 " * 5_000, "1-" * 5_000, "(" * 10_000, "-" * 10_000,
    '("' * 5_000, "ä" * 10_000, "打" * 10_000, "a*" * 5_000, "team:" * 2_000, 'team:"' * 2_000,
    "created:9999..9999 " * 500, "a.b@c-" * 1_500, "\u0308" * 10_000,
    "\ud800" * 10, "is:mine " * 1_000, "+49 " * 2_000,
]  # fmt: skip


@pytest.mark.parametrize(("typed", "said"), UNDERSTOOD)
def test_says_what_it_understood(typed: str, said: list[str]):
    assert list(parse(typed, ME).understood) == said


@pytest.mark.parametrize(("typed", "since", "until"), SPANS)
def test_days_begin_where_the_reader_is(
    typed: str, since: tuple[int, int, int] | None, until: tuple[int, int, int] | None
):
    (condition,) = parse(f"created:{typed}", ME).conditions
    asked = condition.asked
    assert isinstance(asked, During)
    assert _day(asked.since) == since
    assert _day(asked.until) == until
    if asked.since:
        assert asked.since.astimezone(UTC).hour in {22, 23}


def _day(at: datetime | None) -> tuple[int, int, int] | None:
    return (at.year, at.month, at.day) if at else None


def test_mine_is_whose_it_is_to_do():
    (condition,) = parse("is:mine", ME).conditions
    assert condition.asked == Marked(field="assignee", values=("p-1",), exact=True)


def test_without_a_person_mine_is_two_words():
    (condition,) = parse("is:mine ").conditions
    assert isinstance(condition.asked, Words)


@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: repr(typed[:6]))
def test_whatever_is_typed_is_bounded(typed: str):
    began = process_time()
    _read(typed)
    assert process_time() - began < 0.2


@given(st.text(max_size=60))
def test_anything_can_be_read(typed: str):
    _read(typed)


def _read(typed: str) -> None:
    query = parse(typed, ME)
    assert len(query.conditions) <= MOST_CONDITIONS
    for condition in query.conditions:
        if isinstance(condition.asked, Words):
            assert meant_by(condition.asked, forgiving=True) is not None
