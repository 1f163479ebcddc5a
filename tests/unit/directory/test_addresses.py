"""One idea of an address: what can be written to, and the one form in which addresses are compared and written to."""

import pytest
from helpdesk.foundation.kernel.addresses import (
    NO_ADDRESS,
    NO_MAIL_DOMAIN,
    OTHER_LETTERS,
    AddressError,
    check_sender,
    checked,
    folded,
    folded_domain,
    shown,
)
from hypothesis import example, given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("rita@people.example", "rita@people.example"),
        (" Rita+it@People.EXAMPLE ", "Rita+it@people.example"),
        ("o'connor@people.example", "o'connor@people.example"),
        ("rita@bücher.example", "rita@bücher.example"),
        ("rita@xn--bcher-kva.example", "rita@bücher.example"),
        ("rita@straße.example", "rita@straße.example"),
        ("rita@例え。example", "rita@例え.example"),
    ],
)
def test_what_can_be_written_to_is_taken(written, stored):
    assert checked(written) == stored


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("paul.o’connor@people.example", OTHER_LETTERS(sign="’")),
        ("jörg@people.example", OTHER_LETTERS(sign="ö")),
        ("rita\N{ZERO WIDTH SPACE}@people.example", OTHER_LETTERS(sign="U+200B")),
        ("rita@corp.local", NO_MAIL_DOMAIN(name="corp.local")),
        ("rita@localhost", NO_MAIL_DOMAIN(name="localhost")),
        ("rita@people", NO_MAIL_DOMAIN(name="people")),
        ("rita@[192.0.2.1]", NO_MAIL_DOMAIN(name="[192.0.2.1]")),
        ("rita@-a-.example", NO_MAIL_DOMAIN(name="-a-.example")),
        ("rita@bü cher.example", NO_MAIL_DOMAIN(name="bü cher.example")),
        ("rita", NO_ADDRESS()),
        ("@people.example", NO_ADDRESS()),
        ("rita@", NO_ADDRESS()),
        ("ri..ta@people.example", NO_ADDRESS()),
        ('"ri ta"@people.example', NO_ADDRESS()),
        ("rita@a.example,nora@people.example", NO_ADDRESS()),
        ("rita\r\nBcc: x@people.example", NO_ADDRESS()),
        ("x" * 65 + "@people.example", NO_ADDRESS()),
    ],
)
def test_what_cannot_be_written_to_is_refused_with_the_reason(written, why):
    with pytest.raises(AddressError) as refused:
        checked(written)
    assert (refused.value.why, refused.value.why.code, refused.value.why.values) == (why, why.code, why.values)


SAME = [
    "Rita@BÜCHER.example",
    " rita@xn--bcher-kva.example",
    "rita@bu\N{COMBINING DIAERESIS}cher.example",
    "rita@bücher。example",
]


@pytest.mark.parametrize("written", SAME)
def test_one_address_has_one_form(written):
    assert (folded(written), shown(written)) == ("rita@xn--bcher-kva.example", "rita@bücher.example")


@pytest.mark.parametrize(("mine", "other"), [("straße", "strasse"), ("βόλος", "βόλοσ"), ("a\u200cb", "ab")])
def test_domains_of_two_owners_are_two(mine, other):
    assert folded_domain(f"{mine}.example") != folded_domain(f"{other}.example")


# What turns into something else when it is folded, at the places where it matters.
TURNING = ["@", ".", "xn--", "\u3002", "ß", "İ", "ς", "é", "e\u0301", " ", "\u200d", "-", "bcher-kva", "a"]
NEAR_ADDRESSES = st.lists(st.sampled_from(TURNING) | st.characters(), max_size=12).map("".join)


@example("0\u3002")
@example("a@b .")
@given(st.text(max_size=40) | NEAR_ADDRESSES)
def test_everything_has_a_form_and_it_is_stable(text):
    assert folded(folded(text)) == folded(text)
    assert folded(shown(text)) == folded(text)


@pytest.mark.parametrize(
    "sender", ["rita@people.example", "@people.example", "@bücher.example", "a.b@xn--bcher-kva.example"]
)
def test_rules_ask_for_addresses_and_domains(sender):
    check_sender(sender)


@pytest.mark.parametrize("sender", ["people.example", "rita", "@", "@corp", "jörg@people.example"])
def test_what_no_sender_has_is_none(sender):
    with pytest.raises(AddressError, match="neither"):
        check_sender(sender)
