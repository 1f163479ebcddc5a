"""Substitutes: chains are followed to somebody who is there, circles are refused, and everybody comes back."""

from datetime import timedelta

import pytest
from helpdesk.core.staffing.rules.availability import Absence
from helpdesk.core.staffing.rules.substitution import check_absences, stand_in
from helpdesk.foundation.kernel.reading import SettingError
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from hypothesis import given
from hypothesis import strategies as st

NOW = MONDAY_MORNING
PEOPLE = ["ada", "bob", "cem", "dan"]


def hour(number):
    return NOW + timedelta(hours=number)


def away(start, end, substitute=None):
    return Absence(start=hour(start), end=hour(end), substitute=substitute)


def absences_of(**absences):
    return lambda person: absences.get(person, ())


def test_who_is_there_stands_for_themselves():
    assert stand_in("ada", NOW, absences_of()).person == "ada"


def test_a_chain_is_followed_to_somebody_who_is_there():
    found = stand_in("ada", NOW, absences_of(ada=[away(-1, 9, "bob")], bob=[away(-2, 4, "cem")]))
    assert (found.person, found.chain, found.until) == ("cem", ("ada", "bob", "cem"), hour(4))


def test_a_chain_may_end_with_nobody():
    found = stand_in("ada", NOW, absences_of(ada=[away(-1, 9, "bob")], bob=[away(-2, 4)]))
    assert (found.person, found.chain) == (None, ("ada", "bob"))


@pytest.mark.parametrize(("at", "person"), [(0, "bob"), (4, "bob"), (5, "ada"), (-1, "bob"), (-2, "ada")])
def test_work_returns_at_the_end_date(at, person):
    assert stand_in("ada", hour(at), absences_of(ada=[away(-1, 5, "bob")])).person == person


@pytest.mark.parametrize(
    ("absences", "known", "place"),
    [
        ([away(0, 0)], {}, "absences[0].end"),
        ([away(0, 2), away(1, 3)], {}, "absences[1].start"),
        ([away(0, 2, "ada")], {}, "absences[0].substitute"),
        ([away(0, 2, "bob")], {"bob": [away(1, 3, "ada")]}, "absences[0].substitute"),
        ([away(0, 9, "bob")], {"bob": [away(1, 3, "cem")], "cem": [away(2, 4, "ada")]}, "absences[0].substitute"),
    ],
)
def test_what_cannot_be_is_refused_at_its_place(absences, known, place):
    with pytest.raises(SettingError) as refused:
        check_absences("ada", absences, absences_of(**known))
    assert refused.value.place == place


@pytest.mark.parametrize(
    "known",
    [
        {"bob": [away(2, 4, "ada")]},
        {"bob": [away(0, 2, "cem")], "cem": [away(2, 4, "ada")]},
        {"bob": [away(0, 1, "cem")], "cem": [away(1, 2, "ada")]},
    ],
)
def test_what_is_never_a_circle_at_one_time_is_allowed(known):
    check_absences("ada", [away(0, 2, "bob")], absences_of(**known))


spans = st.tuples(st.integers(0, 8), st.integers(1, 4), st.sampled_from([*PEOPLE, None]))


@given(st.lists(st.tuples(st.sampled_from(PEOPLE), st.lists(spans, max_size=2)), max_size=12))
def test_whatever_was_accepted_never_goes_in_a_circle(wishes):
    """For every hour and everybody: the chain ends, at somebody who is there or at one without a substitute."""
    known = {}
    for person, wanted in wishes:
        absences = [away(start, start + length, substitute) for start, length, substitute in wanted]
        try:
            check_absences(person, absences, lambda each: known.get(each, ()))
        except SettingError:
            continue
        known[person] = absences
    for at in range(14):
        for person in PEOPLE:
            chain = [person]
            while away_now := [a for a in known.get(chain[-1], ()) if a.covers(hour(at))]:
                if away_now[0].substitute is None:
                    break
                assert away_now[0].substitute not in chain
                chain.append(away_now[0].substitute)
            found = stand_in(person, hour(at), lambda each: known.get(each, ()))
            assert found.chain == tuple(chain)
            assert found.person == (None if away_now else chain[-1])
