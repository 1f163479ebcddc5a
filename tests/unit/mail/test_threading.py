"""Which ticket a mail belongs to, case by case."""

from datetime import UTC, datetime, timedelta

import pytest
from helpdesk.channels.mail.rules.mail import Mail
from helpdesk.channels.mail.rules.threading import Clue, Named, Place, Placed, ids, placed, tags
from helpdesk.foundation.kernel.vocabulary import Phase, TicketId
from hypothesis import given
from hypothesis import strategies as st

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
WEEK = timedelta(days=7)
ONE, TWO = TicketId("HD-E0000001"), TicketId("HD-E0000002")


def named(
    clue: Clue, ticket: TicketId = ONE, *, part: bool = True, phase: Phase = Phase.OPEN, days: int = 0, side=None
):
    closed = NOW - timedelta(days=days) if phase is Phase.CLOSED else None
    return Named(ticket=ticket, clue=clue, phase=phase, closed_at=closed, takes_part=part, side=side)


def place(*known: Named, **how) -> Placed:
    return placed(known, at=NOW, reopens_for=WEEK, **how)


SAME = Placed(place=Place.SAME, ticket=ONE)

CASES = {
    "nothing known": ([], {}, Placed(place=Place.NEW)),
    "a reply with our token": ([named(Clue.TOKEN)], {}, Placed(place=Place.SAME, ticket=ONE, clue=Clue.TOKEN)),
    "a reply to an agent's mail": ([named(Clue.THREAD)], {}, Placed(place=Place.SAME, ticket=ONE, clue=Clue.THREAD)),
    "a number in the subject, by who takes part": (
        [named(Clue.SUBJECT)],
        {},
        Placed(place=Place.SAME, ticket=ONE, clue=Clue.SUBJECT),
    ),
    "a stolen subject": (
        [named(Clue.SUBJECT, part=False)],
        {},
        Placed(place=Place.LINKED, ticket=ONE, clue=Clue.SUBJECT),
    ),
    "a token passed on": ([named(Clue.TOKEN, part=False)], {}, Placed(place=Place.LINKED, ticket=ONE, clue=Clue.TOKEN)),
    "the token before the thread": (
        [named(Clue.THREAD, TWO), named(Clue.TOKEN, ONE)],
        {},
        Placed(place=Place.SAME, ticket=ONE, clue=Clue.TOKEN),
    ),
    "the thread before the subject": (
        [named(Clue.SUBJECT, TWO), named(Clue.THREAD, ONE)],
        {},
        Placed(place=Place.SAME, ticket=ONE, clue=Clue.THREAD),
    ),
    "the own ticket before another's token": (
        [named(Clue.TOKEN, TWO, part=False), named(Clue.THREAD, ONE)],
        {},
        Placed(place=Place.SAME, ticket=ONE, clue=Clue.THREAD),
    ),
    "solved is not closed": (
        [named(Clue.TOKEN, phase=Phase.SOLVED)],
        {},
        Placed(place=Place.SAME, ticket=ONE, clue=Clue.TOKEN),
    ),
    "closed a few days ago": (
        [named(Clue.TOKEN, phase=Phase.CLOSED, days=7)],
        {},
        Placed(place=Place.SAME, ticket=ONE, clue=Clue.TOKEN, reopens=True),
    ),
    "closed for long": (
        [named(Clue.TOKEN, phase=Phase.CLOSED, days=8)],
        {},
        Placed(place=Place.FOLLOW_UP, ticket=ONE, clue=Clue.TOKEN),
    ),
    "closed, by a stranger": (
        [named(Clue.TOKEN, part=False, phase=Phase.CLOSED, days=1)],
        {},
        Placed(place=Place.LINKED, ticket=ONE, clue=Clue.TOKEN),
    ),
    "a machine on what is open": (
        [named(Clue.THREAD)],
        {"is_automatic": True},
        Placed(place=Place.SAME, ticket=ONE, clue=Clue.THREAD),
    ),
    "a machine on what is closed": (
        [named(Clue.THREAD, phase=Phase.CLOSED, days=1)],
        {"is_automatic": True},
        Placed(place=Place.NOTHING, ticket=ONE, clue=Clue.THREAD),
    ),
    "a machine on nothing known": ([], {"is_automatic": True}, Placed(place=Place.NEW)),
    "who says to be somebody and is doubted": (
        [named(Clue.TOKEN)],
        {"is_doubted": True},
        Placed(place=Place.LINKED, ticket=ONE, clue=Clue.TOKEN),
    ),
    "who is doubted reopens nothing": (
        [named(Clue.TOKEN, phase=Phase.CLOSED, days=1)],
        {"is_doubted": True},
        Placed(place=Place.LINKED, ticket=ONE, clue=Clue.TOKEN),
    ),
    "a vendor beside the ticket": (
        [named(Clue.TOKEN, side="v1")],
        {},
        Placed(place=Place.SAME, ticket=ONE, clue=Clue.TOKEN, side="v1"),
    ),
    "a vendor beside a closed ticket reopens nothing": (
        [named(Clue.TOKEN, side="v1", phase=Phase.CLOSED, days=30)],
        {},
        Placed(place=Place.SAME, ticket=ONE, clue=Clue.TOKEN, side="v1"),
    ),
}


@pytest.mark.parametrize(("known", "how", "wanted"), CASES.values(), ids=CASES)
def test_a_mail_has_one_place(known: list[Named], how: dict[str, bool], wanted: Placed):
    assert place(*known, **how) == wanted


names = st.builds(
    Named,
    ticket=st.sampled_from([ONE, TWO]),
    clue=st.sampled_from(Clue),
    phase=st.sampled_from(Phase),
    closed_at=st.sampled_from([None, NOW, NOW - 2 * WEEK]),
    takes_part=st.booleans(),
    side=st.sampled_from([None, "v1"]),
)


@given(known=st.lists(names, max_size=5), is_automatic=st.booleans(), is_doubted=st.booleans())
def test_nobody_writes_on_a_ticket_of_others(known: list[Named], *, is_automatic: bool, is_doubted: bool):
    found = place(*known, is_automatic=is_automatic, is_doubted=is_doubted)
    if found.place in {Place.SAME, Place.FOLLOW_UP, Place.NOTHING}:
        assert any(each.ticket == found.ticket and each.takes_part for each in known)
        assert not is_doubted
    assert (found.ticket is None) == (not known)
    assert not (found.reopens and (is_automatic or is_doubted))


def test_the_nearest_mail_is_asked_for_first():
    mail = Mail(message_id="x", has_own_id=True, in_reply_to=("c",), references=("a", "b", "c"))
    assert ids(mail, 2) == ("c", "b")
    assert ids(mail, 20) == ("c", "b", "a")


@pytest.mark.parametrize(
    ("subject", "wanted"),
    [
        ("Re: [HD-E0000001] Printer", [ONE]),
        ("AW: WG: [hd-e0000001] x [HD-E0000002] [HD-E0000001]", [ONE, TWO]),
        ("HD-E0000001", []),
        ("[HD-1] [HD-E00000012] [XX-E0000001]", []),
    ],
)
def test_numbers_stand_in_subjects_as_ours_have_them(subject: str, wanted: list[TicketId]):
    assert list(tags(subject)) == wanted
