"""What the emulator works out anew for every request although it only depends on its arguments.

Stock behaviour: a caller's policies are parsed twice a request, every route of an API becomes a regular expression, and
a condition is read and checked for every item of a partition. The first two were a fifth of a request's processor time,
the third is a third of it where lists are long.
"""

from functools import lru_cache
from typing import Any


def correct() -> None:
    from ministack.core import iam_evaluator  # noqa: PLC0415 - after the environment is set
    from ministack.services import apigateway, dynamodb  # noqa: PLC0415

    apigateway._path_matches = lru_cache(8192)(apigateway._path_matches)
    iam_evaluator.parse_policy_document = _by_text(iam_evaluator.parse_policy_document)
    tokens_of = lru_cache(4096)(dynamodb._tokenize)
    dynamodb._tokenize = lambda expression: list(tokens_of(expression))
    dynamodb._condition_syntax_error = lru_cache(4096)(dynamodb._condition_syntax_error)
    dynamodb._check_redundant_parens = _by_tokens(dynamodb._check_redundant_parens)
    dynamodb._check_reserved_keyword_usage = _by_tokens(dynamodb._check_reserved_keyword_usage)


def _by_text(parse: Any) -> Any:
    """Policies that are kept as text; others can change behind the same object."""
    remembered = lru_cache(1024)(parse)

    def parse_policy_document(document: Any) -> Any:
        return remembered(document) if isinstance(document, str) else parse(document)

    return parse_policy_document


def _by_tokens(check: Any) -> Any:
    remembered = lru_cache(4096)(check)

    def checked(tokens: Any, *more: Any) -> Any:
        return remembered(tuple(tokens), *more)

    return checked
