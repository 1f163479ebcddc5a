"""Words and phone numbers in the forms by which somebody is found."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Final

from helpdesk.foundation.kernel.refusals import reason
from helpdesk.foundation.kernel.text import words_of

NO_PHONE: Final = reason("no_phone", "is no phone number such as +49 30 901820")

MOST_WORDS: Final = 5

FEWEST_DIGITS, MOST_DIGITS = 3, 15

ENDING: Final = 7
"""Numbers that end with the same so many digits may be one, once with its country and once without."""

NUMBER: Final = re.compile(r"\+?[0-9\s()./\u2010-\u2015-]+", re.ASCII)


def phone_of(written: str) -> str | None:
    """A phone number in one form: `+` and digits; as it is dialled where it names no country. None if it is none."""
    plain = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in written.strip())
    digits = dialled(plain)
    abroad = plain.startswith("+") or digits.startswith("00")
    digits = digits.removeprefix("00") if abroad else digits
    fits = len(digits.lstrip("0")) >= FEWEST_DIGITS and len(digits) <= MOST_DIGITS
    fits = fits and not (abroad and digits.startswith("0"))
    if not NUMBER.fullmatch(plain) or not fits or "+" in plain[1:]:
        return None
    return f"+{digits}" if abroad else digits


def dialled(plain: str) -> str:
    """The digits, without the 0 that is dialled only inside a country."""
    abroad = plain.startswith(("+", "00"))
    return re.sub(r"\D", "", plain.replace("(0)", "") if abroad else plain, flags=re.ASCII)


def forms_of(phone: str) -> Iterator[str]:
    """From where it may be dialled: with its country, whose code has up to three digits, and inside it. By its end,
    where the country is not known.
    """
    digits = phone.removeprefix("+").lstrip("0")
    if phone.startswith("+"):
        yield from (digits[start:] for start in range(4) if digits[start:])
    elif digits:
        yield from (digits, f"~{digits[::-1]}")


def sought(written: str) -> tuple[tuple[str, ...], ...]:
    """What was typed, as words of which all are to be found. A number with its country is also looked for by its end,
    as those may be noted who were called inside the country.
    """
    typed = written.strip()
    if NUMBER.fullmatch(typed) and len(digits := dialled(typed).lstrip("0")) >= FEWEST_DIGITS:
        abroad = typed.startswith(("+", "00")) and len(digits) >= ENDING
        return ((digits,), (f"~{digits[::-1][:ENDING]}",)) if abroad else ((digits,),)
    name, _, domain = written.partition("@")
    # The longest says most; a domain is that of many.
    words = [word for part in (name, domain) for word in sorted(words_of(part), key=len, reverse=True)]
    return (tuple(islice(dict.fromkeys(words), MOST_WORDS)),) if words else ()
