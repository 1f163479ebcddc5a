"""The index follows what is shown: nothing that somebody else wrote is lost, and what is not shown is not found."""

import pytest
from helpdesk.capabilities.answers.actions import answering, following
from helpdesk.capabilities.answers.ports import AnswerPorts
from helpdesk.capabilities.answers.rules.index import WHOLE
from helpdesk.capabilities.knowledge.actions import writing
from helpdesk.capabilities.knowledge.rules.article import State
from helpdesk.capabilities.knowledge.rules.visibility import GUEST, Audience, Reader, Visibility
from helpdesk.foundation.kernel.errors import BusyError
from msgspec.structs import replace

from tests.builders.knowledge import a_lead, a_published, a_text, in_language

RESET = "How do I reset my password?"


def found(desk, question=RESET, reader=GUEST, language="en"):
    return [each.article.id for each in answering.answers(desk, reader, question, language)]


def names(desk):
    return [pack.name for pack in desk.answers.packs.stored(WHOLE)]


def with_ports(desk, **others):
    ports = {name: getattr(desk.answers, name) for name in AnswerPorts.__struct_fields__}
    return replace(desk, answers=AnswerPorts(**ports | others))


def test_without_articles_nothing_is_found(desk):
    assert found(desk) == []


def test_what_is_shown_is_found_once_it_was_followed(desk):
    article = a_published(desk)
    assert found(desk) == []
    following.follow(desk, [article.id])
    assert found(desk) == [article.id]


def test_a_draft_is_never_found(desk):
    draft = writing.make(desk, a_lead(), "en", a_text())
    following.follow(desk, [draft.id])
    assert found(desk) == []
    assert desk.answers.manifests.of(WHOLE).packs == ()


def test_a_text_that_is_written_anew_is_found_by_what_is_shown(desk):
    article = a_published(desk)
    writing.write(desk, a_lead(), article.id, "en", a_text("Change the toner"), article.revision)
    following.follow(desk, [article.id])
    assert (found(desk), found(desk, "toner")) == ([article.id], [])


def test_what_went_into_the_archive_is_gone_before_anything_follows(desk):
    article = a_published(desk)
    following.follow(desk, [article.id])
    writing.move(desk, a_lead(), article.id, "en", State.ARCHIVED, article.revision)
    assert found(desk) == []
    following.follow(desk, [article.id])
    assert found(desk) == []
    assert desk.answers.shelf.following(desk.answers.manifests.of(WHOLE)).index.entries == {}


def test_who_may_no_longer_read_it_finds_it_no_more_before_anything_follows(desk):
    article = a_published(desk)
    following.follow(desk, [article.id])
    hidden = a_text(visibility=Visibility(audience=Audience.SIGNED_IN))
    saved = writing.write(desk, a_lead(), article.id, "en", hidden, article.revision)
    assert found(desk) == []
    assert found(desk, reader=Reader(signed_in=True)) == [article.id]
    following.follow(desk, [saved.id])
    assert found(desk) == []


def test_a_new_version_says_nothing_of_the_old_one(desk):
    article = a_published(desk, html="<p>Call 4711.</p>")
    following.follow(desk, [article.id])
    draft = writing.write(desk, a_lead(), article.id, "en", a_text(html="<p>Write us.</p>"), article.revision)
    writing.move(desk, a_lead(), article.id, "en", State.PUBLISHED, draft.revision)
    assert found(desk) == []
    following.follow(desk, [article.id])
    assert [each.passage for each in answering.answers(desk, GUEST, RESET, "en")] == ["Write us."]


def test_what_holds_already_is_not_written_again(desk):
    article = a_published(desk)
    following.follow(desk, [article.id])
    before = names(desk)
    following.follow(desk, [article.id, article.id, "NONE"])
    assert names(desk) == before


def test_who_comes_second_writes_again_and_nothing_is_lost(desk):
    first, second = a_published(desk), a_published(desk, "Change the toner of the printer")
    other = with_ports(desk, packs=Racing(desk, first.id))
    following.follow(other, [second.id])
    assert found(desk) == [first.id]
    assert found(desk, "printer toner") == [second.id]


def test_who_is_always_second_says_so(desk):
    article = a_published(desk)
    beaten = with_ports(desk, manifests=Beaten(desk.answers.manifests))
    with pytest.raises(BusyError):
        following.follow(beaten, [article.id])


def test_an_article_is_found_in_the_language_of_who_asks(desk):
    article = in_language(desk, a_published(desk), "de", "Kennwort zurücksetzen")
    following.follow(desk, [article.id])
    for language, title in (("de", "Kennwort zurücksetzen"), ("fr", "Reset your password")):
        (answer,) = answering.answers(desk, GUEST, "mot de passe oublié", language)
        assert answer.article.shown[answer.language].title == title


def test_made_anew_it_says_the_same(desk):
    article = a_published(desk)
    writing.make(desk, a_lead(), "en", a_text("A draft"))
    made = following.make_anew(desk)
    assert (made.articles, made.texts, found(desk)) == (1, 1, [article.id])
    following.follow(desk, [article.id])
    assert desk.answers.manifests.of(WHOLE).version == 1


def test_files_that_nobody_names_are_deleted_when_they_are_a_day_old(memory_desk):
    desk, clock = memory_desk, memory_desk.clock
    first, *more = [a_published(desk, title) for title in ("Reset your password", "Order a headset", "Book a room")]
    following.follow(desk, [first.id])
    for article in more:
        clock.advance(following.KEPT * 2 / 3)
        following.follow(desk, [article.id])
    assert len(names(desk)) == 2
    assert found(desk) == [first.id]


class Racing:
    """Packs of somebody who is overtaken while they write the first."""

    def __init__(self, desk, article_id):
        self._desk, self._article, self._raced = desk, article_id, False

    def put(self, month, name, content):
        if not self._raced:
            self._raced = True
            following.follow(self._desk, [self._article])
        self._desk.answers.packs.put(month, name, content)

    def __getattr__(self, name):
        return getattr(self._desk.answers.packs, name)


class Beaten:
    def __init__(self, manifests):
        self._manifests = manifests

    def of(self, month):
        return self._manifests.of(month)

    def move(self, _to):
        return False
