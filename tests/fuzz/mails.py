"""Mails that nobody sent: real ones, torn and mixed. The parser may put one aside; it may not fail, or take long.

`python -m tests.fuzz.mails --seconds 600` goes on for so long, from the mails of our own and those in `HELPDESK_MAILS`.
"""

import argparse
import contextlib
import random
import sys
import time
from pathlib import Path
from typing import Final

from helpdesk.channels.mail.rules.limits import UnparsableError
from helpdesk.channels.mail.rules.parsing import parsed

from tests.builders.winmail import PAGE, TEXT, packed_mail, winmail
from tests.unit.mail.test_corpus import CORPUS
from tests.unit.mail.test_samples import SAMPLES

SLOW: Final = 2.0  # seconds of processor time for a mail of a few hundred KB
LARGEST: Final = 200_000
WORDS: Final = (
    b"\r\n", b"\r\n\r\n", b"--", b"\x00", b"=?utf-8?b?", b"?=", b"<", b">", b"\xff\xfe", b'"', b"(", b";", b"> ",
    b"Content-Type: multipart/mixed; boundary=", b"Content-Transfer-Encoding: base64\r\n", b"From: a@b.c\r\n",
    b"Content-Type: message/rfc822\r\n\r\n", b"Content-Type: text/html\r\n\r\n", b"BEGIN:VEVENT\r\n",
    b"\x1b$B", b"begin 644 a\r\n", b"\x78\x9f\x3e\x22",
)  # fmt: skip


def mails() -> list[bytes]:
    paths = [path for folder in (CORPUS, SAMPLES) if folder.is_dir() for path in sorted(folder.rglob("*.eml"))]
    packed = [packed_mail(winmail(rich)) for rich in (TEXT, PAGE)]
    return [*(path.read_bytes()[:LARGEST] for path in paths), *packed]


def torn(chance: random.Random, known: list[bytes]) -> bytes:
    """One of them with a few things done to it."""
    raw = bytearray(chance.choice(known))
    for _ in range(chance.randint(1, 8)):
        at, end = sorted((chance.randint(0, len(raw)), chance.randint(0, len(raw))))
        match chance.randint(0, 5):
            case 0:
                del raw[at : min(end, at + 200)]
            case 1:
                raw[at:at] = chance.choice(WORDS) * chance.choice((1, 1, 2, 50))
            case 2:
                raw[at:at] = raw[at:end][:2000]
            case 3:
                raw[at : at + 4] = chance.randbytes(4)
            case 4:
                other = chance.choice(known)
                cut = chance.randint(0, len(other))
                raw[at:] = other[cut:]
            case _:
                raw[at : at + 1] = bytes([chance.randrange(256)])
    return bytes(raw[:LARGEST])


def tried(raw: bytes) -> float:
    """The processor time it took."""
    begin = time.process_time()
    with contextlib.suppress(UnparsableError):
        parsed(raw)
    return time.process_time() - begin


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.mails")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument(
        "--seed", type=int, default=random.SystemRandom().randrange(10**6), help="to see the same again"
    )
    wanted = parser.parse_args()
    chance, known = random.Random(wanted.seed), mails()  # noqa: S311 - nothing is secret here
    end, count, faults = time.monotonic() + wanted.seconds, 0, 0
    while time.monotonic() < end:
        raw, count = torn(chance, known), count + 1
        try:
            spent = tried(raw)
            problem = f"took {spent:.1f} s" if spent > SLOW else ""
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            problem = repr(error)
        if problem:
            faults += 1
            kept = Path(f"mail-{wanted.seed}-{count}.eml")
            kept.write_bytes(raw)
            print(f"{kept}: {problem}")  # noqa: T201 - a command
    print(f"seed {wanted.seed}: {count} mails, {faults} faults")  # noqa: T201
    return faults > 0


if __name__ == "__main__":
    sys.exit(main())
