"""Commands that staff write above a reply: `#solved`, `#note`, `#assign Anna`, `#priority p2`."""

import re
from typing import Final

from helpdesk.channels.mail.rules.mail import Command

_KNOWN: Final = {"solved": False, "note": False, "assign": True, "priority": True}
_LINE: Final = re.compile(r"^[ \t]*#([a-z]{1,20})(?:[ \t]+([^\n]{1,200}?))?[ \t]*$", re.IGNORECASE)


def commanded(text: str) -> tuple[tuple[Command, ...], str]:
    """The commands at the very top, and the text without them. What is no command of ours is text."""
    lines = text.split("\n")
    found: list[Command] = []
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        match = _LINE.match(line)
        name = match[1].lower() if match else ""
        if not match or name not in _KNOWN or bool(match[2]) is not _KNOWN[name]:
            return tuple(found), "\n".join(lines[at:]).strip() if found else text
        found.append(Command(name, match[2] or ""))
    return tuple(found), "" if found else text
