"""Letters: in the reader's language, whole, and with what people wrote exactly as they wrote it."""

import ast
import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter

import helpdesk
import pytest
from helpdesk.assembly.letters import LETTERS
from helpdesk.capabilities.timers.letters import CLOCKS
from helpdesk.channels.notices.letters import LANGUAGES, by_name, readable, write
from helpdesk.core.record.clocks import ClockWarned
from helpdesk.core.record.tickets import MessageAdded
from helpdesk.core.tickets.letters import REPLY, Recipient
from helpdesk.foundation.kernel.directions import isolated, unmarked
from helpdesk.foundation.kernel.vocabulary import Channel, Phase, Role, Visibility
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders.tickets import a_change, a_ticket, an_entry

TEMPLATES = sorted(LETTERS)
EVERY = [(template, language) for template in TEMPLATES for language in LANGUAGES]
ANSWER = MessageAdded(visibility=Visibility.PUBLIC, by=Role.AGENT, channel=Channel.PORTAL)
LINK = "https://desk.example/ticket#token"


def places(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name)


def written(template="reply", language="en", ticket=None, name="Rita", html=None, **said):
    """A letter in which whatever nothing is said of is empty."""
    reader = readable(Recipient(name=name, language=language, link=LINK))
    own = {"name", "id", "subject", "priority", "footer"}
    said = {place: said.get(place, "") for place in places(LETTERS[template].texts["en"]) if place not in own}
    return write(LETTERS[template], ticket or a_ticket(), reader, said, html)


@pytest.mark.parametrize(
    ("language", "warning"),
    [("en", "Whoever has this link can read"), ("de", "Wer diesen Link hat, kann das Ticket lesen")],
)
def test_who_gets_a_link_that_writes_in_their_name_is_told_what_passing_it_on_means(language, warning):
    for template in TEMPLATES:
        _, _, below = written(template, language).text.partition(LINK)
        assert (warning in below) is not LETTERS[template].to_staff


def test_a_name_is_of_one_letter_in_every_language():
    with pytest.raises(ValueError, match="reply"):
        by_name(REPLY, replace(REPLY, automatic=True))
    with pytest.raises(ValueError, match="reply"):
        by_name(replace(REPLY, texts={"en": "Hello"}))


def test_every_notice_has_its_letter():
    calls = [
        node
        for path in Path(helpdesk.__path__[0]).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Notice", "to_owner"}
    ]
    words = [*(call.args[0] for call in calls if call.args), *(word.value for c in calls for word in c.keywords)]
    named = {word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str)}
    assert named == set(LETTERS)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_letter_says_the_same_in_every_language(template):
    assert len({tuple(places(text)) for text in LETTERS[template].texts.values()}) == 1


@pytest.mark.parametrize(("template", "language"), EVERY)
def test_every_letter_names_the_ticket_and_shows_the_way_to_it(template, language):
    ticket = a_ticket(subject="The printer is on fire")
    letter = written(template, language, ticket)
    assert letter.subject == f"[{ticket.id}] The printer is on fire"
    assert LINK in letter.text.splitlines()[-2:]


def test_languages_are_not_mixed():
    assert written("acknowledgement", "de").text.startswith("Guten Tag Rita,")
    assert written("acknowledgement", "en").text.startswith("Hello Rita,")


@pytest.mark.parametrize("language", ["fr", "", "EN", "de-AT"])
def test_who_reads_another_language_is_written_to_in_english(language):
    assert written("acknowledgement", language).text.startswith("Hello Rita,")


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_clocks_have_names_for_people(memory_desk, clock, language):
    warned = ClockWarned(clock=clock, step="100", due_at="2026-03-02T12:00:00+00:00")
    reader = Recipient(name="Ada", language=language, link=LINK, timezone="Europe/Berlin")
    entry = an_entry(warned)
    said = LETTERS["warning"].said(memory_desk, a_ticket(), entry, reader)
    text = write(LETTERS["warning"], a_ticket(), reader, said).text
    assert "_" not in text
    assert "2026-03-02 13:00 CET" in text


class Page(HTMLParser):
    """What a reader's program finds in a letter that is a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        if self.tags and self.tags[-1][0] != "style":
            self.said.append(data)

    @property
    def links(self):
        return [each["href"] for tag, each in self.tags if tag == "a"]

    @property
    def buttons(self):
        return [each["href"] for tag, each in self.tags if each.get("class") == "button"]

    @property
    def words(self):
        return " ".join("".join(f" {part} " for part in self.said).split())


CHOICES = "good: https://desk.example/rating?rating=4#t\nbad: https://desk.example/rating?rating=2#t"
OUTSIDE = {"img", "script", "link", "iframe", "object", "form", "video", "audio", "svg", "base"}


@pytest.mark.parametrize(("template", "language"), EVERY)
def test_a_page_has_one_button_which_is_the_way_to_the_ticket_and_fetches_nothing(template, language):
    letter = written(template, language, body="See https://elsewhere.example/x", choices=CHOICES)
    page = Page(letter.html)
    assert page.buttons == [LINK]
    choices = re.findall(r"https://\S+", CHOICES) if template == "survey" else []
    assert sorted(page.links) == sorted([LINK, *choices])
    assert {tag for tag, _ in page.tags} & OUTSIDE == set()
    assert all("src" not in each and "url(" not in (each.get("style") or "") for _, each in page.tags)
    assert ("html", {"lang": language}) in page.tags


@pytest.mark.parametrize(("template", "language"), EVERY)
def test_a_page_says_what_the_text_says(template, language):
    letter = written(template, language, name="Rita", author="Ada", body="One.\n\nTwo\nlines.", standing="Now.")
    plain = letter.text.partition(LINK)[0].rsplit("\n\n", 1)[0]
    assert " ".join(plain.split()) in Page(letter.html).words


@pytest.mark.parametrize(
    "words", ["<img src=x onerror=y>", "</style></p><a href='https://x.example'>", "&lt;b&gt;", "$link"]
)
@pytest.mark.parametrize(("template", "language"), EVERY)
def test_what_people_wrote_is_words_on_a_page_and_nothing_else(template, language, words):
    said = dict.fromkeys(("author", "body", "untold", "clock", "standing"), words)
    plain, awkward = written(template, language), written(template, language, a_ticket(subject=words), words, **said)
    tags = [tag for tag, _ in Page(plain.html).tags]
    assert [tag for tag, _ in Page(awkward.html).tags] == tags
    if "{subject}" in LETTERS[template].texts[language]:
        assert words in Page(awkward.html).words


def test_a_page_is_read_in_the_dark_too():
    html = written("reply").html
    assert '<meta name="color-scheme" content="light dark">' in html
    assert "prefers-color-scheme: dark" in html


@pytest.mark.parametrize(
    ("state", "button"),
    [("open", "See your request"), ("pending", "Answer"), ("solved", "Say whether it is solved")],
)
def test_the_button_says_what_there_is_to_do(state, button):
    answered = a_change(a_ticket(), ANSWER).after
    assert button in Page(written("reply", ticket=replace(answered, state=state, phase=Phase(state))).html).said


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
    shown = isolated(name)
    assert text.startswith(f"Hello {shown},\n\n{shown} answered:\n\n{words}\n\n")


class Shown(HTMLParser):
    """What a mail program makes of it: tags, addresses, and words by blocks."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.addresses, self.words = [], [], ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.addresses += [value for name, value in attrs if name == "href"]
        if tag == "br":
            self.words += "\n"
        else:
            self.tags.append(tag)

    def handle_endtag(self, tag):
        self.words += "\n\n" if tag == "p" else ""

    def handle_data(self, data):
        self.words += data


@given(words=st.text(), template=st.sampled_from(["reply", "requester_wrote"]), language=st.sampled_from(LANGUAGES))
@settings(max_examples=50)
@example(words="<script>alert(1)</script>", template="reply", language="en")
@example(words="</p>{body}&amp;", template="requester_wrote", language="de")
def test_formatting_is_that_of_the_message_alone(words, template, language):
    """Whatever is in names and subjects, the page has the tags that it always has, and shows them as they are."""
    said = {"body": "Hi", "html": "<p><b>Hi</b></p>"}
    usual = Shown(written(template, language, **said).html)
    letter = written(template, language, a_ticket(subject=words), name=words, author=words, **said)
    shown = Shown(letter.html)
    assert (shown.tags, shown.addresses) == (usual.tags, [LINK])
    # Of line breaks and signs that are none, parsers keep what they like.
    if words.isprintable():
        assert " ".join(words.split()) in " ".join(shown.words.split())


@pytest.mark.parametrize(("template", "language"), EVERY)
def test_only_a_letter_that_shows_a_message_shows_its_formatting(template, language):
    shows = "body" in places(LETTERS[template].texts[language])
    assert ("<b>Hi</b>" in written(template, language, body="Hi", html="<b>Hi</b>").html) is shows
    assert "<b>" not in written(template, language, body="Hi").html


TURNED = "moc.elpmaxe\u202e"


@pytest.mark.parametrize(("template", "language"), EVERY)
def test_what_people_wrote_turns_nothing_around_in_a_letter(template, language):
    """An override reaches to the end of its line, and 40 (in words that run right to left) takes numbers along."""
    for words in (TURNED, "שלום 40", "\u2069\u202eabc"):
        letter = written(template, language, a_ticket(subject=words), name=words, author=words)
        assert all(_isolated_parts(line) for line in letter.text.splitlines())
        assert "\u202e" not in letter.text


def _isolated_parts(line):
    """Whether all of a line that runs right to left stands between an isolate and its end."""
    outside = re.sub("\u2068[^\u2068\u2069]*\u2069", "", line)
    return all(unicodedata.bidirectional(letter) not in {"R", "AL", "AN", "RLO", "PDI"} for letter in outside)


@pytest.mark.parametrize("template", TEMPLATES)
def test_words_in_many_lines_have_lines_of_their_own(template):
    for text in LETTERS[template].texts.values():
        for place in {"{body}", "{choices}"} & set(re.findall(r"{\w+}", text)):
            assert f"\n{place}\n" in text


@given(words=st.text())
@settings(max_examples=50)
def test_what_is_isolated_is_so_once_and_loses_no_word(words):
    shown = isolated(words)
    assert isolated(shown) == shown
    assert unmarked(shown) == unmarked(words)
