"""Articles: versions, what is shown of them, in which language, and where."""

from datetime import UTC, datetime

import pytest
from helpdesk.capabilities.knowledge.rules.article import (
    AFTER,
    LONGEST_SLUG,
    MOST_LANGUAGES,
    Article,
    State,
    address_of,
    moved,
    slug,
    written,
)
from helpdesk.foundation.kernel.errors import InvalidError, NotFoundError
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.directory import an_agent
from tests.builders.knowledge import EVERYBODY

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
ADA = an_agent().as_actor()
BLANK = Article(id="A1", language="en", category="account", visibility=EVERYBODY, editions={}, revision=1, at=NOW)
steps = st.sampled_from(["write", *State])


def saved(article: Article = BLANK, title: str = "Passwords", language: str = "en") -> Article:
    return written(article, language, title, "<p>So</p>", ADA, NOW)[0]


def published(article: Article = BLANK, title: str = "Passwords", language: str = "en") -> Article:
    return moved(saved(article, title, language), language, State.PUBLISHED, NOW)


def test_what_is_written_is_a_draft_that_nobody_sees():
    article, version = written(BLANK, "en", "Passwords", "<p>So</p>", ADA, NOW)
    assert (article.edition("en").state, article.shown, version.number) == (State.DRAFT, {}, 1)


def test_readers_see_what_was_published_while_it_is_written_anew():
    article = saved(published(), title="Passwords and keys")
    assert (article.edition("en").state, article.edition("en").version) == (State.DRAFT, 2)
    assert (article.shown["en"].version, article.shown["en"].title) == (1, "Passwords")


def test_the_archive_is_out_of_sight_and_no_end():
    article = moved(published(), "en", State.ARCHIVED, NOW)
    assert article.shown == {}
    assert moved(article, "en", State.PUBLISHED, NOW).shown["en"].version == 1


@given(st.lists(steps, max_size=20))
def test_however_it_is_moved_only_a_published_version_is_shown(asked: list[str]):
    article, allowed = saved(), None
    for step in asked:
        state = article.edition("en").state
        if step == "write":
            article = saved(article)
        elif step in AFTER[state]:
            article = moved(article, "en", State(step), NOW)
            allowed = article.edition("en").version if step == State.PUBLISHED else allowed
        else:
            with pytest.raises(InvalidError):
                moved(article, "en", State(step), NOW)
        allowed = None if article.edition("en").state is State.ARCHIVED else allowed
        assert {language: each.version for language, each in article.shown.items()} == (
            {"en": allowed} if allowed else {}
        )


def test_it_is_read_in_the_nearest_language():
    article = published(published(published(), "Passwörter", "de"), "Mots de passe", "fr")
    assert [article.best(each) for each in ("de", "fr", "pl")] == ["de", "fr", "en"]
    german = moved(article, "en", State.ARCHIVED, NOW)
    assert german.best("pl") == "de"
    assert saved().best("en") is None


def test_a_language_it_does_not_have_is_none_of_it():
    with pytest.raises(NotFoundError):
        moved(saved(), "de", State.PUBLISHED, NOW)


def test_it_has_a_bounded_number_of_languages():
    article = BLANK
    for number in range(MOST_LANGUAGES):
        article = saved(article, language=f"a{chr(97 + number)}")
    with pytest.raises(InvalidError):
        saved(article, language="zz")
    assert len(saved(article, language="aa").editions) == MOST_LANGUAGES


def test_its_address_says_what_it_is_about():
    assert address_of(published(title="Wi-Fi: so geht's"), "en") == "/help/en/wi-fi-so-geht-s-A1"
    assert address_of(published(title="!!!"), "en") == "/help/en/A1"


@given(st.text(max_size=250))
def test_words_of_an_address_are_few_and_hold_no_stroke(title: str):
    words = slug(title)
    assert len(words) <= LONGEST_SLUG + 1
    assert "/" not in words
