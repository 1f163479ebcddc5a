"""Errors of the whole package: each has a code of its own and, by its sort, a status."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest
from helpdesk.foundation.edge import http
from helpdesk.foundation.edge.api import refused
from helpdesk.foundation.kernel import errors
from helpdesk.foundation.kernel.errors import ConflictError, HelpdeskError

from tests.whole_package import imported

imported()


def below(kind: type[HelpdeskError]) -> Iterator[type[HelpdeskError]]:
    for each in kind.__subclasses__():
        yield each
        yield from below(each)


KINDS = sorted(set(below(HelpdeskError)), key=lambda kind: kind.__name__)
each_kind = pytest.mark.parametrize("kind", KINDS)


def test_a_capability_adds_no_sort():
    assert {kind for kind in KINDS if not issubclass(kind, tuple(http.STATUS))} == set()
    assert {kind.__module__ for kind in http.STATUS} == {errors.__name__}


@each_kind
def test_an_error_is_of_one_sort(kind: type[HelpdeskError]):
    assert len([sort for sort in http.STATUS if issubclass(kind, sort)]) == 1


@each_kind
def test_what_is_raised_has_a_code(kind: type[HelpdeskError]):
    assert kind.code != HelpdeskError.code or kind.__subclasses__()


def test_codes_are_their_own():
    codes = Counter(kind.code for kind in KINDS if "code" in vars(kind))
    assert [code for code, count in codes.items() if count > 1] == []


def test_only_who_wrote_too_late_is_tried_again():
    assert list(below(ConflictError)) == []


@each_kind
def test_an_error_becomes_a_problem(kind: type[HelpdeskError]):
    error = kind.__new__(kind)
    Exception.__init__(error, "It cannot be done.")
    error.retry_after = timedelta(seconds=90)
    answer = refused(error)
    assert answer.status_code == next(status for sort, status in http.STATUS.items() if issubclass(kind, sort))
    assert json.loads(answer.body)["code"] == kind.code
