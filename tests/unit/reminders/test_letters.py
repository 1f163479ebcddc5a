"""What the mail says that tells of an article's end."""

from datetime import UTC, datetime

import pytest
from helpdesk.channels.notices.letters import LANGUAGES
from helpdesk.channels.notices.rules import own_words
from helpdesk.channels.notices.rules.places import places_of, usual_body, usual_subject
from helpdesk.channels.notices.rules.wording import Wording
from helpdesk.channels.reminders.letters import ARTICLE_ENDS, write

LINK = "https://desk.example/agent/knowledge/A1/en"


def letter(language="en", wording=None):
    until = datetime(2026, 3, 2, 9, tzinfo=UTC)
    return write("Ada <3", language, LINK, "Us & <b>", until, wording=wording)


def test_it_says_what_ends_when_and_where_it_is():
    found = letter()
    assert found.subject == "Your article ends soon: Us & <b>"
    assert "2026-03-02 09:00 UTC" in found.text
    assert found.text.endswith(LINK)
    assert "Us &amp; &lt;b&gt;" in found.html
    assert "<b>" not in found.html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_products_words_are_a_template_that_says_the_same(language):
    own = Wording(
        letter=ARTICLE_ENDS.name,
        language=language,
        subject=usual_subject(ARTICLE_ENDS, language),
        body=usual_body(ARTICLE_ENDS, language),
    )
    own_words.check(own, places_of(ARTICLE_ENDS))
    usual, changed = letter(language), letter(language, own)
    plain = str.maketrans(dict.fromkeys("\u2068\u2069"))
    assert changed.subject == usual.subject
    assert changed.text.translate(plain) == usual.text.translate(plain)
