"""Saved SLA settings: what changed gets a new version, what did not keeps its own, and nothing is saved by half."""

import sys
from datetime import UTC, datetime
from subprocess import run

import pytest
from helpdesk.capabilities.sla.settings.document import as_written, report, revise
from helpdesk.capabilities.sla.settings.sections import SECTIONS
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.calendars.settings.file import with_region_days
from helpdesk.foundation.kernel.reading import SettingError, read
from helpdesk.foundation.settings.documents import Section
from msgspec import to_builtins

from tests.builders.sla import BERLIN, GOLD, LONDON, PLAIN, a_document, changed
from tests.builders.tickets import FIRST

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def revised(current=None, **changes):
    return revise(a_document(**changes), current or FIRST.now("sla"), NOW, "alex")


def test_new_files_are_versions_one_in_their_order():
    edition = revised()
    assert edition.revision == 1
    assert list(edition.files["calendars"]) == ["berlin@1", "london@1"]
    assert list(edition.files["policies"]) == ["gold@1", "plain@1"]
    assert (edition.saved_at, edition.saved_by, edition.document["close_solved_after_days"]) == (NOW, "alex", 5)


def test_a_policy_names_the_versions_of_its_calendars():
    gold = revised().files["policies"]["gold@1"]
    assert gold["calendar"] == "berlin@1"
    assert gold["targets"]["resolution"]["*"]["calendar"] == "london@1"


def test_saying_the_same_again_changes_nothing():
    edition = revised()
    assert revised(edition) is edition
    assert revise(as_written(edition) | {"close_solved_after_days": 5}, edition, NOW, "kim") is edition


def test_the_built_in_settings_can_be_sent_back():
    assert revise(as_written(FIRST.now("sla")), FIRST.now("sla"), NOW, "alex") == FIRST.now("sla")


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_declares_the_fields_it_keeps(section: Section[object]):
    assert section.fields.__struct_fields__ == tuple(section.first)
    built_in = section.check(read(section.first, "", SettingError), ())
    assert to_builtins(built_in) == section.first


def test_a_changed_calendar_makes_new_versions_of_the_policies_that_use_it():
    later = revised(revised(), calendars=[BERLIN, changed(LONDON, timezone="Europe/Dublin")])
    assert list(later.files["calendars"]) == ["berlin@1", "london@2"]
    assert list(later.files["policies"]) == ["gold@2", "plain@1"]
    assert later.files["policies"]["gold@2"]["targets"]["resolution"]["*"]["calendar"] == "london@2"


def test_joined_calendars_follow_their_members():
    both = {"id": "both", "joined": ["berlin", "london"]}
    first = revised(calendars=[BERLIN, LONDON, both])
    later = revised(first, calendars=[BERLIN, changed(LONDON, timezone="Europe/Dublin"), both])
    assert first.files["calendars"]["both@1"]["joined"] == ["berlin@1", "london@1"]
    assert list(later.files["calendars"]) == ["berlin@1", "london@2", "both@2"]


def test_a_number_is_never_given_twice():
    gone = revised(revised(), policies=[PLAIN])
    assert list(revised(gone).files["policies"]) == ["gold@2", "plain@1"]


def test_another_order_is_another_edition_of_the_same_versions():
    later = revised(revised(), policies=[PLAIN, GOLD])
    assert (later.revision, list(later.files["policies"])) == (2, ["plain@1", "gold@1"])


def test_public_holidays_are_laid_down_once_and_stay():
    first = revised()
    assert first.files["calendars"]["berlin@1"]["region_days"]["2026"]["10-03"] == "Tag der Deutschen Einheit"
    years_later = revise(a_document(), first, NOW.replace(year=2031), "alex")
    assert years_later is first
    assert "region_days" not in as_written(first)["calendars"][0]


def test_the_built_in_holidays_are_those_of_the_package():
    source = {key: value for key, value in CALENDARS.first[0].items() if key != "region_days"}
    assert with_region_days(source, 2025, 2037)["region_days"] == CALENDARS.first[0]["region_days"]


def test_a_desk_with_built_in_settings_loads_no_list_of_holidays():
    script = (
        "import sys; from datetime import *;"
        "from helpdesk.core.calendars.settings.calendars import CALENDARS as c;"
        "from helpdesk.core.calendars.rules.hours import after_working_time as a;"
        "a(c.at_first()['office-berlin'], datetime(2026, 3, 2, tzinfo=UTC), timedelta(hours=900));"
        "sys.exit('holidays' in sys.modules)"
    )
    assert run([sys.executable, "-c", script], check=False).returncode == 0


REFUSED = {
    "calendars[0].week": {"calendars": [changed(BERLIN, week={})]},
    "calendars[1].timezone": {"calendars": [BERLIN, changed(LONDON, timezone="Europe/Atlantis")]},
    "calendars[0].region": {"calendars": [changed(BERLIN, region="XX-YY"), LONDON]},
    "calendars[1].id": {"calendars": [BERLIN, changed(LONDON, id="berlin")]},
    "calendars[0].id": {"calendars": [changed(BERLIN, id="berlin@7"), LONDON]},
    "calendars[0].week.mon[1]": {
        "calendars": [changed(BERLIN, week={"mon": [["08:00", "13:00"], ["12:00", "14:00"]]}), LONDON]
    },
    "policies[0].calendar": {"policies": [changed(GOLD, calendar="paris")]},
    "policies[0].targets.resolution.P1.calendar": {
        "policies": [changed(PLAIN, targets={"resolution": {"P1": {"seconds": 60}}})]
    },
    "policies[0].targets": {"policies": [changed(PLAIN, targets={})]},
    "policies[1].conditions.weather": {"policies": [PLAIN, changed(GOLD, conditions={"weather": ["fine"]})]},
    "close_solved_after_days": {"close_solved_after_days": 0},
    "close_solved_in_business_days": {"close_solved_in_business_days": "yes"},
    "polices": {"polices": []},
    "policies": {"policies": [changed(PLAIN, id=f"p{number}") for number in range(41)]},
}


@pytest.mark.parametrize("place", REFUSED)
def test_what_cannot_be_used_is_refused_with_its_place(place):
    with pytest.raises(SettingError) as refused:
        revised(**REFUSED[place])
    assert refused.value.place == place
    assert refused.value.reason


def test_what_is_not_even_a_document_is_refused():
    with pytest.raises(SettingError):
        revise(["calendars"], FIRST.now("sla"), NOW, "alex")


def test_overlaps_gaps_and_no_match_are_told():
    found = report(
        revised(policies=[GOLD, changed(GOLD, id="silver"), changed(PLAIN, conditions={"kind": ["change"]})])
    )
    assert next((overlap.first, overlap.second, overlap.hidden) for overlap in found.overlaps) == (
        "gold@1",
        "silver@1",
        True,
    )
    assert found.unmatched == {"kind": "incident", "organization": "(any other)"}
