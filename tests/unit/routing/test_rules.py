"""Intake rules: conditions, what they set, and that they never chase each other."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.routing.rules import rule as rules_module
from helpdesk.capabilities.routing.rules.rule import Actions, Conditions, Incoming, Rule, judge, with_levels
from helpdesk.core.record.affected import AffectedAsset
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, Level, Proof, Scale, TeamId
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

OFFICE = {"timezone": "Europe/Berlin", "week": {"mon": [["08:00", "16:00"]]}}
MAIL = Incoming(
    text="Drucker kaputt\nPC LOAD LETTER",
    channel=Channel.EMAIL,
    sender="Rita@Acme.example",
    organization="acme",
    category="hardware",
    language="de",
    assets=(
        AffectedAsset(id="printer-hall", type="Printer", name="In the hall"),
        AffectedAsset(id="pc-7", type="laptop", name="Rita's"),
    ),
    spf=Proof.PASSED,
    dkim=Proof.NONE,
    dmarc=Proof.FAILED,
    mailbox="hardware",
    at=MONDAY_MORNING,
)


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        (Conditions(), True),
        (Conditions(words=("drucker",)), True),
        (Conditions(words=("scanner", "load letter")), True),
        (Conditions(words=("scanner",)), False),
        (Conditions(channels=(Channel.EMAIL, Channel.CHAT)), True),
        (Conditions(channels=(Channel.CHAT,)), False),
        (Conditions(senders=("rita@acme.EXAMPLE",)), True),
        (Conditions(senders=("@acme.example",)), True),
        (Conditions(senders=("@example",)), False),
        (Conditions(senders=(" @Acme.Example. ",)), True),
        (Conditions(organizations=("acme",), languages=("de",), categories=("hardware",)), True),
        (Conditions(organizations=("acme",), languages=("en",)), False),
        (Conditions(kinds=(Kind.PROBLEM,)), False),
        (Conditions(assets=("switch", "PC-7")), True),
        (Conditions(assets=("switch", "printer")), False),
        (Conditions(asset_types=("printer",)), True),
        (Conditions(asset_types=("switch",)), False),
        (Conditions(assets=("pc-7",), asset_types=("printer",)), True),
        (Conditions(assets=("switch",), asset_types=("printer",)), False),
        (Conditions(spf=(Proof.PASSED,), dkim=(Proof.NONE, Proof.PASSED)), True),
        (Conditions(dmarc=(Proof.FAILED,)), True),
        (Conditions(mailboxes=("help", "hardware")), True),
        (Conditions(mailboxes=("help",)), False),
        (Conditions(spf=(Proof.FAILED, Proof.NONE)), False),
        (Conditions(hours=OFFICE), True),
        (Conditions(hours=OFFICE, outside=True), False),
    ],
)
def test_all_conditions_that_are_set_must_hold(when, holds):
    assert judge(MAIL, (Rule(name="r", when=when),)).fired == (("r",) if holds else ())


def test_a_text_is_brought_into_its_form_once_however_many_rules_ask(monkeypatch):
    long, made = "It prints nothing. " * 3000, []
    monkeypatch.setattr(rules_module, "folded", lambda text: made.append(text) or text.lower())
    rules = tuple(Rule(name=f"{number}", when=Conditions(words=(f"word {number}",))) for number in range(50))
    assert judge(replace(MAIL, text=long), rules).fired == ()
    assert made.count(long) == 1


@pytest.mark.parametrize("sender", ["rita@bücher.example", "Rita@XN--BCHER-KVA.example"])
@pytest.mark.parametrize("wanted", ["@Bücher.example", "@xn--bcher-kva.example", "rita@bücher.example"])
def test_a_domain_in_other_letters_is_asked_for_however_it_is_written(sender, wanted):
    rule = Rule(name="r", when=Conditions(senders=(wanted,)))
    assert judge(replace(MAIL, sender=sender), (rule,)).fired == ("r",)


def test_a_rule_for_the_night_holds_at_night():
    night = Rule(name="night", when=Conditions(hours=OFFICE, outside=True))
    later = Incoming(text="", at=MONDAY_MORNING + timedelta(hours=12))
    assert judge(later, (night,)).fired == ("night",)


def test_the_word_of_the_first_stands_and_tags_add_up():
    first = Rule(name="1", then=Actions(urgency=Scale.HIGH, tags=("a",), skills=("x",)))
    second = Rule(name="2", then=Actions(urgency=Scale.LOW, impact=Scale.LOW, tags=("b", "a")))
    then = judge(MAIL, (first, second)).then
    assert (then.urgency, then.impact, then.tags, then.skills) == (Scale.HIGH, Scale.LOW, ("a", "b"), ("x",))


def test_after_a_last_rule_none_is_tried_and_inactive_ones_never():
    rules = (Rule(name="off", active=False), Rule(name="1", last=True), Rule(name="2"))
    assert judge(MAIL, rules).fired == ("1",)


def test_what_one_rule_sets_can_make_an_earlier_one_hold_but_not_itself():
    on_network = Rule(name="net", when=Conditions(categories=("network",)), then=Actions(tags=("n",)))
    to_network = Rule(name="set", when=Conditions(words=("letter",)), then=Actions(category="network"))
    itself = Rule(name="self", when=Conditions(categories=("moon",)), then=Actions(category="moon"))
    assert judge(MAIL, (on_network, itself, to_network)).fired == ("set", "net")


categories = st.sampled_from(["hardware", "network", "software"])
rules = st.builds(
    Rule,
    name=st.uuids().map(str),
    when=st.builds(Conditions, categories=st.lists(categories, max_size=2).map(tuple)),
    then=st.builds(Actions, category=st.none() | categories, kind=st.none() | st.sampled_from(Kind)),
)


@given(st.lists(rules, max_size=12).map(tuple))
def test_each_rule_fires_at_most_once_and_judging_ends(some):
    fired = judge(MAIL, some).fired
    assert len(set(fired)) == len(fired)
    assert judge(MAIL, some).fired == fired


OPERATIONS = TeamId("it-operations")


def test_a_team_brings_the_level_at_which_it_works():
    (rule,) = with_levels([Rule(name="r", then=Actions(team=OPERATIONS))], {OPERATIONS: Level.L2})
    assert judge(MAIL, (rule,)).then == Actions(team=OPERATIONS, level=Level.L2)


def test_a_team_is_no_word_for_a_level_that_an_earlier_rule_has_set():
    experts = Rule(name="experts", then=Actions(level=Level.L3))
    operations = Rule(name="operations", then=Actions(team=OPERATIONS, level=Level.L2))
    assert judge(MAIL, (experts, operations)).then == Actions(level=Level.L3)
