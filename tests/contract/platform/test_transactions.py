"""Transactions: what passes is waited out, what is refused is told, and nothing is made twice."""

import pytest
from botocore.exceptions import ClientError
from helpdesk.foundation.kernel.errors import BusyError, ConflictError
from helpdesk.foundation.platform.dynamodb.tables import ATTEMPTS

from tests.builders.tickets import a_change

WRITE = "dynamodb:TransactWriteItems"


def cancelled(*codes):
    """The answer to a transaction whose first writes were refused for these reasons."""
    return error("TransactionCanceledException", CancellationReasons=[{"Code": code} for code in codes])


def error(code, **more):
    return ClientError({"Error": {"Code": code, "Message": ""}, **more}, "TransactWriteItems")


PASSING = [
    cancelled("TransactionConflict"),
    cancelled("None", "TransactionConflict"),
    cancelled("ThrottlingError"),
    cancelled("ProvisionedThroughputExceeded", "None"),
    error("ThrottlingException"),
    error("TransactionInProgressException"),
]


def answering(*errors):
    """The first writes are answered with these errors; then they happen."""
    coming = iter(errors)
    return lambda call: next(coming, None) if call.name == WRITE else None


@pytest.mark.parametrize("passing", PASSING, ids=str)
def test_what_passes_is_waited_out(aws, aws_desk, passing):
    change = a_change()
    with aws.failing(answering(passing, passing)):
        assert aws_desk.tickets.save(change) == change.after
    assert aws.counted()[WRITE] == 3


def test_what_does_not_pass_is_said_in_the_end(aws, aws_desk):
    with aws.failing(answering(*[cancelled("TransactionConflict")] * 99)), pytest.raises(BusyError):
        aws_desk.tickets.save(a_change())
    assert aws.counted()[WRITE] == ATTEMPTS


def test_a_conflict_is_told_at_once(aws, aws_desk):
    with aws.failing(answering(cancelled("ConditionalCheckFailed"))), pytest.raises(ConflictError):
        aws_desk.tickets.save(a_change())
    assert aws.counted()[WRITE] == 1


def test_a_conflict_is_told_though_others_were_busy(aws, aws_desk):
    busy = cancelled("ConditionalCheckFailed", "TransactionConflict")
    with aws.failing(answering(busy)), pytest.raises(ConflictError):
        aws_desk.tickets.save(a_change())


@pytest.mark.parametrize(
    "other", [error("AccessDeniedException"), error("ValidationException"), cancelled("ValidationError")]
)
def test_any_other_error_is_raised_as_it_is(aws, aws_desk, other):
    with aws.failing(answering(other)), pytest.raises(ClientError) as raised:
        aws_desk.tickets.save(a_change())
    assert raised.value is other
    assert aws.counted()[WRITE] == 1


UNKNOWN, NOT_MADE = error("TransactionInProgressException"), cancelled("TransactionConflict")


@pytest.mark.parametrize(("answer", "tokens"), [(UNKNOWN, 1), (error("ThrottlingException"), 1), (NOT_MADE, 3)])
def test_a_try_is_repeated_under_its_token_unless_it_is_known_not_to_have_happened(aws, aws_desk, answer, tokens):
    """Under another token, one that is still under way would be made twice."""
    asked, answers = [], iter([answer, answer])

    def fault(call):
        asked.append(call.asked["ClientRequestToken"])
        return next(answers, None)

    with aws.failing(fault):
        aws_desk.tickets.save(a_change())
    assert (len(asked), len(set(asked))) == (3, tokens)


def test_another_change_has_another_token(aws, aws_desk):
    asked = []
    with aws.failing(lambda call: asked.append(call.asked["ClientRequestToken"])):
        for _ in range(3):
            aws_desk.tickets.save(a_change())
    assert len(set(asked)) == 3
