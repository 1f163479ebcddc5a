"""What administrators are told of letters: each by a title, each of its places in words, in every language."""

import pytest
from helpdesk.assembly.kinds import KINDS
from helpdesk.assembly.letters import LETTERS
from helpdesk.channels.notices.letters import LANGUAGES, readable, write
from helpdesk.channels.notices.rules import own_words
from helpdesk.channels.notices.rules.letterhead import Letterhead
from helpdesk.channels.notices.rules.places import (
    DESCRIPTIONS,
    EXAMPLES,
    TITLES,
    places_of,
    usual_body,
    usual_subject,
)
from helpdesk.channels.notices.rules.wording import Wording
from helpdesk.core.tickets.letters import Recipient

from tests.builders.tickets import a_ticket

EVERY = [(template, language) for template in sorted(LETTERS) for language in LANGUAGES]
LINK = "https://desk.example/ticket#token"
BY_ITSELF = {"id", "priority", "brand", "signature", "link", "footer", "count", "tickets", "more"} | {
    *("report", "period", "figures", "article", "until"),
}


def test_every_letter_and_every_place_is_told_in_every_language():
    assert set(TITLES) == set(KINDS)
    assert {place for kind in KINDS.values() for place in places_of(kind)} == set(DESCRIPTIONS)
    assert set(DESCRIPTIONS) - BY_ITSELF <= set(EXAMPLES)
    assert all(set(said) == set(LANGUAGES) for each in (TITLES, DESCRIPTIONS, EXAMPLES) for said in each.values())


@pytest.mark.parametrize("html", [None, "<p>Please <b>wait</b>.</p>"])
@pytest.mark.parametrize("signature", ["", "Ada\n<Desk> & friends"])
@pytest.mark.parametrize(("template", "language"), EVERY)
def test_the_products_words_are_a_template_that_says_the_same(template, language, signature, html):
    """Who changes a word of a letter changes that word alone."""
    kind = LETTERS[template]
    reader = readable(Recipient(name="Rita <b>", language=language, link=LINK))
    said = {place: EXAMPLES[place][language] for place in places_of(kind) if place in EXAMPLES}
    said = {place: what for place, what in said.items() if place not in {"name", "id", "subject"}}
    head = Letterhead(signature="" if kind.to_staff else signature)
    own = Wording(
        letter=template, language=language, subject=usual_subject(kind, language), body=usual_body(kind, language)
    )
    own_words.check(own, places_of(kind))
    ticket = a_ticket(subject="שלום & <b>")
    usual = write(kind, ticket, reader, said, html, (), head)
    changed = write(kind, ticket, reader, said, html, (), head, own)
    assert changed.html.replace("&#34;", "&quot;").replace("&#39;", "&#x27;") == usual.html
    assert changed.text.replace("\n\n\n\n", "\n\n") == usual.text
    assert changed.subject.replace("\u2068", "").replace("\u2069", "") == usual.subject
