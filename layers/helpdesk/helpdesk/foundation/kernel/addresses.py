"""Addresses of e-mail: which can be written to, how they are shown, and the one form in which they are compared and
written to.

Mail leaves by a service that finds servers by their public names, and knows no letters but ASCII before the @. Domains
are read by IDNA 2008: the older reading takes `straße` for `strasse`, which belongs to somebody else.
"""

from typing import Final

from helpdesk.foundation.kernel.refusals import Refusal, reason

NO_ADDRESS: Final = reason("no_address", "is no mail address such as name@company.com")

OTHER_LETTERS: Final = reason(
    "other_letters", "has {sign} before the @: mail can be sent only to addresses without such letters and signs there"
)

NO_MAIL_DOMAIN: Final = reason("no_mail_domain", "{name} is no domain that mail can be sent to from outside")

NO_SENDER: Final = reason("no_sender", "{name} is neither a mail address nor a domain such as @company.com")

DOTS: Final = ".\u3002\uff0e\uff61"
"""What IDNA (UTS 46) reads as a dot."""


class AddressError(ValueError):
    """Nothing can be sent to it."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why.sentence)
        self.why = why


def checked(written: str) -> str:
    """An address that mail can be sent to, as it is shown; AddressError for any other."""
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - only new addresses pay for it

    address = written.strip()
    local, _, domain = address.rpartition("@")
    strange = next((sign for sign in local if not sign.isascii()), None)
    if strange:
        raise AddressError(OTHER_LETTERS(sign=strange if strange.isprintable() else f"U+{ord(strange):04X}"))
    try:
        found = validate_email(address, check_deliverability=False, allow_smtputf8=False, strict=True)
    except EmailNotValidError as error:
        raise AddressError(_why(local, domain)) from error
    return found.normalized


def _why(local: str, domain: str) -> Refusal:
    """What is wrong with it: a domain that is wrong beside any name is named."""
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - see above

    if not local or not domain:
        return NO_ADDRESS()
    try:
        validate_email(f"a@{domain}", check_deliverability=False)
    except EmailNotValidError:
        return NO_MAIL_DOMAIN(name=domain)
    return NO_ADDRESS()


def check_sender(written: str) -> None:
    """That it is an address, or `@domain` for all of a domain; AddressError for what no sender has."""
    pattern = written.strip()
    try:
        checked(f"all{pattern}" if pattern.startswith("@") else pattern)
    except AddressError as error:
        raise AddressError(NO_SENDER(name=written)) from error


def folded(address: str) -> str:
    """The form in which it is compared and written to. The local part is folded too: no provider in use tells case
    apart. What is no address has some form as well.
    """
    local, at, domain = address.strip().lower().rpartition("@")
    return f"{local}{at}{folded_domain(domain)}"


def folded_domain(domain: str) -> str:
    """`Bücher.example` and `xn--bcher-kva.example` are the same. Left alone if it is none."""
    plain = _without_end(domain.lower())
    if plain.isascii():
        return plain
    import idna  # noqa: PLC0415 - only domains in other letters than a to z pay for it

    try:
        return _without_end(idna.encode(plain, uts46=True).decode())
    except idna.IDNAError:
        return plain


def _without_end(domain: str) -> str:
    """Without the dot that may end a domain, in any writing of it, and the space around it."""
    bare = domain.strip().rstrip(DOTS)
    return bare if bare == domain else _without_end(bare)


def shown(address: str) -> str:
    """As people read it: with the letters of its domain. So it is stored with people."""
    local, at, domain = folded(address).rpartition("@")
    if not any(label.startswith("xn--") for label in domain.split(".")):
        return f"{local}{at}{domain}"
    import idna  # noqa: PLC0415 - see above

    try:
        return f"{local}{at}{idna.decode(domain)}"
    except idna.IDNAError:
        return f"{local}{at}{domain}"
