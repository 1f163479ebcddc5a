"""Reasons for refused fields: each has a code that stays, and the web has words for it in every language."""

import ast
import json
import re
from pathlib import Path

import pytest
from helpdesk.core.staffing.rules.refusals import NO_TEAM
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.refusals import REASONS, Reason, reason

from tests.whole_package import imported

imported()

ROOT = Path(__file__).parents[3]
PACKAGE = ROOT / "layers/helpdesk/helpdesk"
TEXTS = {path.parent.name: json.loads(path.read_text()) for path in (ROOT / "web/src/locales").glob("*/refusals.json")}
# What the parser of requests calls its own reasons.
PARSED = {
    "missing", "extra_forbidden", "string_type", "string_too_short", "string_too_long", "string_pattern_mismatch",
    "string_unicode", "dict_type", "datetime_from_date_parsing",
    "too_long", "greater_than_equal", "less_than_equal", "int_type", "int_from_float", "bool_type", "enum",
    "literal_error", "timezone_aware", "datetime_parsing", "date_from_datetime_parsing",
}  # fmt: skip


def test_a_code_is_of_one_reason():
    assert len(REASONS) > 50
    with pytest.raises(ValueError, match="no_team"):
        reason("no_team", "there is nobody")
    assert REASONS["no_team"] is NO_TEAM


def test_the_web_knows_two_languages():
    assert set(TEXTS) == {"de", "en"}


@pytest.mark.parametrize("language", TEXTS)
def test_every_reason_has_words(language: str):
    assert set(REASONS) | PARSED <= set(TEXTS[language])


@pytest.mark.parametrize("reason", REASONS.values(), ids=lambda reason: reason.code)
def test_the_words_speak_of_no_more_than_the_reason_knows(reason: Reason):
    known = set(re.findall(r"{(\w+)}", reason.text))
    assert all(set(re.findall(r"{{(\w+)}}", texts[reason.code])) <= known for texts in TEXTS.values())


def test_a_refusal_is_a_sentence_with_a_code():
    refused = InvalidError.at("team", NO_TEAM(name="moon"))
    (problem,) = refused.problems
    assert (str(refused), problem.message) == ("There is no team moon.", "there is no team moon")
    assert (problem.code, problem.values) == ("no_team", {"name": "moon"})


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_field_is_refused_in_words_alone(path: Path):
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    refusing = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in {"refuse", "at"}]
    reasons = [call.args[1] for call in refusing if len(call.args) == 2]
    reasons += [
        call.args[1]
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id.endswith("Error") and len(call.args) == 2
        if call.func.id in {"SettingError", "CalendarError", "PolicyError", "LadderError"}
    ]
    assert [ast.unparse(each) for each in reasons if isinstance(each, ast.Constant | ast.JoinedStr)] == []
