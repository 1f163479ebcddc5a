"""Which words of a text are looked for in others, and how many of them another has to say."""

from datetime import UTC, datetime

import pytest
from helpdesk.capabilities.search.rules.likeness import MOST_WORDS, likeness_of, weight

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The printer is on fire", ["printer", "fire"]),
        ("Der Drucker brennt, und ich kann nicht drucken. Der DRUCKER!", ["drucker", "brennt", "drucken"]),
        ("Я не могу войти в почту", ["могу", "войти", "почту"]),
        ("VPN-Zugang geht nicht", ["vpn", "zugang", "geht"]),
    ],
)
def test_what_tells_something_is_looked_for_and_each_once(text, words):
    found = likeness_of(text, NOW)
    assert found
    assert [each.written for each in found.words] == words


def test_as_writing_without_spaces_it_is_told_by_pairs():
    found = likeness_of("打印机坏了", NOW)
    assert found
    assert len(found.words) >= 3


@pytest.mark.parametrize(("count", "least"), [(2, 2), (5, 2), (6, 3), (10, 4), (30, 4)])
def test_who_tells_more_is_like_what_says_more_of_it(count, least):
    found = likeness_of(" ".join(f"word{number:02d}" for number in range(count)), NOW)
    assert found
    assert (len(found.words), found.least) == (min(count, MOST_WORDS), least)


def test_it_is_the_same_question_all_day_long():
    asked = {likeness_of("The printer is on fire", NOW.replace(hour=hour)) for hour in range(24)}
    (only,) = asked
    assert only
    assert only.since == datetime(2026, 11, 23, tzinfo=UTC)


def test_a_rare_word_tells_more_and_one_that_nobody_says_nothing():
    assert weight(1, 100) > weight(50, 100) > weight(100, 100) > weight(0, 100) == 0
