"""Revisions of what leads and administrators save: who saves names the one they saw."""

from helpdesk.foundation.kernel.errors import RevisionNeededError, SettingsMovedError


def following(seen: int | None, held: int) -> int:
    """The one after that which holds; 0 holds where there is nothing yet.

    Raises RevisionNeededError for None, SettingsMovedError when somebody saw another.
    """
    if seen is None:
        raise RevisionNeededError('Please send the ETag of what you changed in If-Match, of something new "0".')
    if seen != held:
        raise SettingsMovedError(held)
    return held + 1
