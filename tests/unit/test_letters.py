"""Letters: in the reader's language, whole, and with what people wrote exactly as they wrote it."""

from string import Formatter

import pytest
from helpdesk.channels.notices import letters as notices
from helpdesk.channels.notices.letters import Recipient
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_ticket

TEMPLATES, LANGUAGES = sorted(notices._TEXTS), notices.LANGUAGES
EVERY = [(template, language) for template in TEMPLATES for language in LANGUAGES]
LINK = "https://desk.example/ticket#token"


def written(template="reply", language="en", ticket=None, name="Rita", **more):
    reader = Recipient(name=name, language=language, link=LINK)
    return notices.write(template, ticket or a_ticket(), reader, **more)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_letter_is_there_in_every_language(template):
    assert set(notices._TEXTS[template]) == set(LANGUAGES)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_letter_says_the_same_in_every_language(template):
    def places(text):
        return sorted(name for _, name, _, _ in Formatter().parse(text) if name)

    texts = notices._TEXTS[template]
    assert len({tuple(places(text)) for text in texts.values()}) == 1


@pytest.mark.parametrize(("template", "language"), EVERY)
def test_every_letter_names_the_ticket_and_shows_the_way_to_it(template, language):
    ticket = a_ticket(subject="The printer is on fire")
    letter = written(template, language, ticket)
    assert letter.subject == f"[{ticket.id}] The printer is on fire"
    assert letter.text.endswith(LINK)


def test_languages_are_not_mixed():
    assert written("acknowledgement", "de").text.startswith("Guten Tag Rita,")
    assert written("acknowledgement", "en").text.startswith("Hello Rita,")


@pytest.mark.parametrize("language", ["fr", "", "EN", "de-AT"])
def test_who_reads_another_language_is_written_to_in_english(language):
    assert written("acknowledgement", language).text.startswith("Hello Rita,")


@pytest.mark.parametrize("clock", notices._CLOCKS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_clocks_have_names_for_people(clock, language):
    text = written("warning", language, clock=clock, due_at="2026-03-02 13:00 CET").text
    assert "_" not in text
    assert "2026-03-02 13:00 CET" in text


AWKWARD = ["{0}", "{name}", "{", "}", "{{}}", "%s", "100 %", "{footer.__class__}", "$body", "\\n", "<b>", "Größe\n\n."]


@pytest.mark.parametrize("words", AWKWARD)
@pytest.mark.parametrize(("template", "language"), EVERY)
def test_what_people_wrote_is_shown_as_they_wrote_it(template, language, words):
    letter = written(template, language, a_ticket(subject=words), name=words, author=words, body=words)
    assert words in letter.subject
    assert words in letter.text


@given(words=st.text(), name=st.text(), subject=st.text())
@settings(max_examples=50)
def test_any_words_make_a_letter(words, name, subject):
    text = written("reply", ticket=a_ticket(subject=subject), name=name, author=name, body=words).text
    assert text.startswith(f"Hello {name},\n\n{name} answered:\n\n{words}\n\n")
