"""Assets a ticket is about: found by what people call them, and able to raise its impact, never to lower it."""

import pytest
from helpdesk.core.assets.rules import Asset, all_of, sought
from helpdesk.core.record.affected import AffectedAsset, raised
from helpdesk.core.record.tickets import TicketCreated, TicketUpdated
from helpdesk.core.tickets.rules import editing
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Scale
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.tickets import a_change, a_ticket

SETTINGS = TERMS.at_first()
ORDER = list(Scale)
PRINTER = Asset(id="printer-hall", name="Printer in the hall", type="printer", tag="INV 7", impact=Scale.MEDIUM)
SWITCH = Asset(id="core-switch", name="Core switch", type="switch", impact=Scale.HIGH)
OLD = Asset(id="old", name="Old one", type="printer", retired=True)
KNOWN = {name: asset for asset in (PRINTER, SWITCH, OLD) for name in asset.names}
scales = st.sampled_from(ORDER)
some = st.lists(
    st.builds(AffectedAsset, id=st.text(), type=st.just("x"), name=st.just("x"), impact=st.none() | scales)
).map(tuple)


@given(scales, some)
def test_assets_raise_an_impact_and_never_lower_it(impact, assets):
    found = raised(impact, assets)
    assert ORDER.index(found) == max(ORDER.index(each) for each in [impact, *(a.impact for a in assets if a.impact)])


@pytest.mark.parametrize("name", ["inv 7", "  INV   7 ", "Printer-Hall", "printer-hall\n"])
def test_a_name_is_found_however_it_is_written(name):
    assert sought([name], KNOWN).affected == (PRINTER.affected,)


def test_an_asset_named_twice_is_affected_once():
    assert all_of(["printer-hall", "core-switch", "inv 7"], KNOWN) == (PRINTER.affected, SWITCH.affected)


def test_each_name_that_is_nobodys_is_told_with_its_place():
    with pytest.raises(InvalidError) as refused:
        all_of(["none", "inv 7", "old"], KNOWN)
    assert [(each.field, each.message) for each in refused.value.problems] == [
        ("assets[0]", "there is no asset none"),
        ("assets[2]", "old is no longer in use"),
    ]


def test_a_ticket_keeps_an_asset_that_was_retired_since():
    assert all_of(["old"], KNOWN, kept=[OLD.affected]) == (OLD.affected,)


def test_an_asset_is_affected_from_the_start():
    change = a_change(affected=(PRINTER.affected, SWITCH.affected), impact=Scale.LOW, unknown_asset="The old one")
    created = change.entries[0].event
    assert isinstance(created, TicketCreated)
    assert (created.impact, created.impact_before) == (Scale.HIGH, Scale.LOW)
    assert created.priority == SETTINGS.priority(Scale.HIGH, created.urgency)
    assert (change.after.assets, change.after.unknown_asset) == ((PRINTER.affected, SWITCH.affected), "The old one")


def test_an_impact_that_is_high_enough_was_not_raised():
    assert a_change(affected=(PRINTER.affected,), impact=Scale.HIGH).entries[0].event.impact_before is None


def edited(ticket, **wishes):
    facts = editing.update(ticket, wishes, SETTINGS)
    assert all(isinstance(fact.event, TicketUpdated) for fact in facts)
    return facts[0].event if facts else None


def test_naming_an_asset_raises_the_impact_and_with_it_the_priority():
    ticket = a_ticket()
    event = edited(ticket, assets=(SWITCH.affected,))
    assert (event.assets, event.impact, event.impact_before) == ((SWITCH.affected,), Scale.HIGH, ticket.impact)
    assert event.priority == SETTINGS.priority(Scale.HIGH, ticket.urgency)


def test_an_impact_said_in_the_same_change_is_raised_too():
    event = edited(a_ticket(impact=Scale.HIGH), assets=(PRINTER.affected,), impact=Scale.LOW)
    assert (event.impact, event.impact_before) == (Scale.MEDIUM, Scale.LOW)
    event = edited(a_ticket(impact=Scale.HIGH), assets=(SWITCH.affected,), impact=Scale.LOW)
    assert (event.impact, event.impact_before) == (None, None)


def test_an_impact_that_was_lowered_on_purpose_is_not_raised_by_the_same_asset_again():
    ticket = a_ticket(assets=(SWITCH.affected,), impact=Scale.LOW)
    assert edited(ticket, assets=(SWITCH.affected, OLD.affected)).impact is None
    assert edited(ticket, assets=(SWITCH.affected, PRINTER.affected)).impact is Scale.MEDIUM
    assert edited(ticket, impact=Scale.MEDIUM).impact_before is None


def test_taking_an_asset_away_leaves_the_impact():
    before = a_change(affected=(SWITCH.affected,))
    event = edited(before.after, assets=())
    assert (event.assets, event.impact) == ((), None)
    assert a_change(before.after, event).after.assets == ()


def test_who_says_which_assets_there_are_answers_the_word_that_nobody_knew():
    before = a_change(unknown_asset="The grey one").after
    assert a_change(before, edited(before, assets=())).after.unknown_asset is None
    assert edited(a_ticket(), assets=()) is None
