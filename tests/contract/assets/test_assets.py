"""Assets: found by id and by tag, which no two of them share, and named by tickets in the request that opens them."""

import pytest
from helpdesk.channels.intake.actions import opening
from helpdesk.channels.intake.rules.opening import Sender
from helpdesk.core.assets.rules import Asset
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.errors import ConflictError, InvalidError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import Scale
from msgspec.structs import replace

from tests.builders.assets import an_asset
from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import a_draft, open_ticket
from tests.builders.named import listed
from tests.builders.platform import a_key
from tests.builders.staffing import staff

PRINTER = Asset(
    id="printer-hall",
    name="Printer in the hall",
    type="printer",
    tag="INV 7",
    impact=Scale.MEDIUM,
    notes="Second floor",
    version=1,
)
RITA = Sender(email="rita@people.example", name="Rita")


@pytest.fixture
def printer(desk):
    desk.assets.put(PRINTER)
    return PRINTER


def test_an_asset_is_read_as_put(desk, printer):
    assert desk.assets.get("printer-hall") == printer
    with pytest.raises(NotFoundError):
        desk.assets.get("INV 7")


def test_assets_are_found_by_what_people_call_them(desk, printer):
    other = an_asset(desk, id="PC-7", tag="")
    found = desk.assets.named(["inv  7", "INV 7", "Printer-hall", "pc-7", "none", "", "  "])
    assert found == {"inv 7": printer, "printer-hall": printer, "pc-7": other}
    assert desk.assets.named([]) == {}


@pytest.mark.parametrize("version", [1, 3])
def test_a_version_follows_the_one_it_was_made_from(desk, printer, version):
    with pytest.raises(ConflictError):
        desk.assets.put(replace(printer, name="Other", tag="NEW", version=version))
    assert (desk.assets.get(printer.id), desk.assets.named(["new"])) == (printer, {})


@pytest.mark.parametrize(
    ("taken", "field"),
    [
        ({"id": "other", "tag": "inv 7"}, "tag"),
        ({"id": "other", "tag": "Printer-Hall"}, "tag"),
        ({"id": "Printer-Hall"}, "id"),
    ],
)
def test_a_name_is_one_assets(desk, printer, taken, field):
    with pytest.raises(InvalidError) as refused:
        an_asset(desk, **taken)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert desk.assets.named(["inv 7", "printer-hall", "other"]) == {"inv 7": printer, "printer-hall": printer}


def test_a_tag_that_was_given_up_can_be_anothers(desk, printer):
    moved = replace(printer, tag="INV 8", version=2)
    desk.assets.put(moved)
    other = an_asset(desk, id="other", tag="INV 7")
    assert desk.assets.named(["inv 7", "inv 8"]) == {"inv 7": other, "inv 8": moved}


def test_an_asset_may_be_called_by_one_name_alone(desk):
    same = an_asset(desk, id="INV-7", tag="inv-7")
    assert desk.assets.named(["Inv-7"]) == {"inv-7": same}


@pytest.mark.parametrize("limit", [1, 2, 3, 10])
def test_all_are_listed_page_by_page(desk, limit):
    made = [an_asset(desk, id=name) for name in ("b", "a", "ab", "c.d", "X")]
    assert listed(desk.assets, limit) == sorted(made, key=lambda each: each.id)


def test_a_ticket_names_assets_when_it_is_opened(desk, printer):
    ticket = opening.open_ticket(desk, a_draft(assets=("inv 7",), impact=Scale.LOW), RITA, None, a_key()).ticket
    assert (ticket.assets, ticket.impact, ticket.unknown_asset) == ((printer.affected,), Scale.MEDIUM, None)
    assert desk.tickets.get(ticket.id) == ticket


@pytest.mark.parametrize("by", [None, a_requester().as_actor()])
def test_who_asks_is_not_refused_for_a_name_that_nobody_knows(desk, printer, by):
    an_asset(desk, id="gone", retired=True)
    named = a_draft(assets=("grey box", "INV 7", "gone"))
    ticket = opening.open_ticket(desk, named, RITA, by, a_key()).ticket
    assert (ticket.assets, ticket.unknown_asset) == ((printer.affected,), "grey box, gone")


def test_staff_are_told_what_there_is_not(desk, printer):
    with pytest.raises(InvalidError) as refused:
        opening.open_ticket(desk, a_draft(assets=("inv 7", "none")), RITA, an_agent().as_actor(), None)
    assert [problem.field for problem in refused.value.problems] == ["assets[1]"]
    assert list(desk.tickets.ids()) == []


def test_an_agent_says_which_are_affected(desk, printer):
    ada = staff(desk, an_agent())[0]
    ticket = open_ticket(desk)
    call = Wish(ticket_id=ticket.id, by=ada.as_actor())
    named = tickets.update(desk, call, {"assets": ("INV 7",)}).ticket
    assert (named.assets, named.impact) == ((printer.affected,), Scale.MEDIUM)
    with pytest.raises(InvalidError):
        tickets.update(desk, call, {"assets": ("printer-hall", "none")})
    desk.assets.put(replace(printer, retired=True, version=2))
    assert tickets.update(desk, call, {"assets": ("printer-hall",)}).ticket.version == named.version
    emptied = tickets.update(desk, call, {"assets": ()}).ticket
    assert (emptied.assets, emptied.impact) == ((), Scale.MEDIUM)
    with pytest.raises(InvalidError):
        tickets.update(desk, call, {"assets": ("printer-hall",)})
