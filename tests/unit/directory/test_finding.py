"""By what people are found: words however they are written, numbers however they are dialled."""

import unicodedata

import pytest
from helpdesk.core.directory.rules import is_found, terms_of
from helpdesk.foundation.kernel.finding import phone_of, sought
from helpdesk.foundation.kernel.text import words_of
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.directory import a_requester

NAMES = st.text(st.characters(categories=("L", "M", "Nd", "Zs"), max_codepoint=0x2FFF), min_size=1, max_size=60)


def found(written, **who):
    return is_found(a_requester(**{"name": "Rita", "email": ""} | who), sought(written))


@pytest.mark.parametrize(
    "written",
    ["müller", "MÜLLER", "mueller", "muller", "Mu\u0308ller", "mül", "m", "jörg mü", "mü jö", " Müller,  Jörg "],
)
@pytest.mark.parametrize("name", ["Jörg Müller", "JOERG MUELLER", "Jo\u0308rg Mu\u0308ller"])
def test_a_name_is_found_however_it_is_written(name, written):
    assert found(written, name=name)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Zoë Strauß", "strauss"),
        ("Łukasz Ørsted", "lukasz orsted"),
        ("İpek I\u015f\u0131k", "ipek isik"),
        ("Анна Каренина", "каренина"),
        ("山田太郎", "山田"),
        ("O\u2019Connor-Smith", "connor smith"),
    ],
)
def test_so_are_names_of_other_letters(name, written):
    assert found(written, name=name)


@pytest.mark.parametrize("written", ["miller", "jörg meier", "örg", "", "  ", "-", "@"])
def test_nobody_is_found_by_what_they_are_not(written):
    assert not found(written, name="Jörg Müller")


@pytest.mark.parametrize("written", ["pat.kim@", "kim pages", "pat.kim@pages.example", "PAGES", "acme", "acm pat"])
def test_an_address_and_an_organization_are_found_too(written):
    assert found(written, name="P", email="pat.kim@pages.example", organization="acme-gmbh")


@pytest.mark.parametrize(
    "written",
    ["+49 30 123456", "+49 (0)30 12 34 56", "0049-30-123456", "030/123456", "030 123456", "30123456", "030 123"],
)
@pytest.mark.parametrize("phone", ["+4930123456"])
def test_a_number_is_found_however_it_is_dialled(phone, written):
    assert found(written, phone=phone)


def test_a_number_without_its_country_is_found_with_it():
    assert found("+49 30 1234567", phone="0301234567")


@pytest.mark.parametrize("written", ["040 123456", "+49 30 123457", "12"])
def test_another_number_is_not(written):
    assert not found(written, phone="+4930123456")


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("+49 (0)30 123-456", "+4930123456"),
        ("0049 30 123456", "+4930123456"),
        ("(030) 12.34.56", "030123456"),
        ("+١٢٣٤٥٦", "+123456"),
        ("110", "110"),
        ("1", None),
        ("+0 123", None),
        ("call me", None),
        ("+49 30 +1", None),
        ("1" * 16, None),
        ("", None),
    ],
)
def test_a_number_has_one_form(written, number):
    assert phone_of(written) == number


@given(st.text(st.sampled_from("+0123456789 ()-/."), max_size=24))
def test_a_number_in_its_form_stays(written):
    number = phone_of(written)
    if number is not None:
        assert phone_of(number) == number
        assert found(number, phone=number)


@given(NAMES, st.data())
def test_the_beginning_of_a_word_begins_it_in_every_form(name, data):
    for word in name.split()[:4]:
        cut = data.draw(st.integers(1, len(word)))
        for written in (word[:cut], unicodedata.normalize("NFD", word[:cut])):
            if words := words_of(written):
                assert any(term.startswith(words[0]) for term in words_of(word))


@given(NAMES, NAMES, st.text(st.sampled_from("+0123456789"), max_size=15))
def test_nobody_has_more_terms_than_fit_beside_them(name, organization, phone):
    person = a_requester(name=name, email="a.b.c.d.e@f.g.h.i.j.k", organization=organization, phone=phone or None)
    assert len(terms_of(person)) <= 25
    assert all(0 < len(term) <= 41 for term in terms_of(person))
