"""Settings of the local stack, from the environment; a bad one is refused with a sentence."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

REGION: Final = "eu-central-1"
ACCOUNT: Final = "000000000000"
STACK: Final = "helpdesk"
MAIL_DOMAIN: Final = "demo.example"
REPLY_DOMAIN: Final = f"reply.{MAIL_DOMAIN}"
MAIL_IN_DOMAINS: Final = (MAIL_DOMAIN, REPLY_DOMAIN)
HOST: Final = "127.0.0.1"
SEEDS: Final = ("demo", "none")
ROOT: Final = Path(__file__).resolve().parents[2]


class SettingError(Exception):
    """The operator asked for something that cannot be; the message says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    port: int
    data: Path
    seed: str
    clock: str | None

    @classmethod
    def from_environment(cls, env: Mapping[str, str] | None = None) -> "Settings":
        env = os.environ if env is None else env
        seed = env.get("HELPDESK_SEED") or "demo"
        if seed not in SEEDS:
            raise SettingError(f"HELPDESK_SEED is {seed!r}; it can be {' or '.join(SEEDS)}.")
        return cls(
            port=_port(env.get("HELPDESK_PORT") or "8080"),
            data=Path(env.get("HELPDESK_DATA") or ROOT / ".helpdesk").expanduser().resolve(),
            seed=seed,
            clock=env.get("HELPDESK_CLOCK") or None,
        )

    @property
    def site_url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def gateway_port(self) -> int:
        """The emulator's own port, and the origin attachments are downloaded from."""
        return self.port + 1

    @property
    def gateway_url(self) -> str:
        return f"http://{HOST}:{self.gateway_port}"

    @property
    def smtp_port(self) -> int:
        """Where mail comes in."""
        return self.port + 2

    @property
    def mail_from(self) -> str:
        return f"help@{MAIL_DOMAIN}"

    @property
    def mail(self) -> Path:
        return self.data / "mail"

    @property
    def log(self) -> Path:
        return self.data / "stack.log"

    @property
    def function_log(self) -> Path:
        return self.data / "functions.log"


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) < 65534:  # noqa: PLR2004 - the next two ports are used too
        raise SettingError(f"HELPDESK_PORT is {text!r}; it must be a number from 1 to 65533.")
    return int(text)
