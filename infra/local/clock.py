"""The product's clock on the local stack.

The operator gives `<instant>,<factor>`; functions read `<instant>,<real instant of start>,<factor>`.
The three-part form is kept with the data, so product time goes on over a restart.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

from infra.local.settings import SettingError


def anchored(setting: str | None, data: Path) -> str | None:
    """The three-part form for `setting`: the stored one when the same setting is given again."""
    if setting is None:
        return None
    instant, factor = _parsed(setting)
    stored = data / "clock.json"
    if stored.exists():
        known = json.loads(stored.read_text())
        if known["setting"] == setting:
            return str(known["anchored"])
    value = f"{instant},{datetime.now(UTC).isoformat()},{factor}"
    data.mkdir(parents=True, exist_ok=True)
    stored.write_text(json.dumps({"setting": setting, "anchored": value}))
    return value


def _parsed(setting: str) -> tuple[str, str]:
    instant, comma, factor = setting.partition(",")
    try:
        parsed = datetime.fromisoformat(instant)
        speed = float(factor)
    except ValueError:
        comma = ""
    if not comma or parsed.tzinfo is None or not speed > 0:
        raise SettingError(
            f"HELPDESK_CLOCK is {setting!r}; it must look like 2026-11-23T09:00:00Z,600: "
            "an instant with its offset, and how many times faster than real time."
        )
    return parsed.astimezone(UTC).isoformat(), factor
