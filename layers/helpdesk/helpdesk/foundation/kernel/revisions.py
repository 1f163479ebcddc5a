"""Revisions of what leads and administrators save: who saves names the one they saw."""

from helpdesk.foundation.kernel.errors import SettingsMovedError


def following(seen: int | None, held: int) -> int:
    """The one after that which holds; SettingsMovedError when somebody saw another. None asks for no comparison."""
    if seen is not None and seen != held:
        raise SettingsMovedError(held)
    return held + 1
