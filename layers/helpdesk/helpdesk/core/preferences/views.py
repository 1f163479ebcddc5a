from helpdesk.core.preferences.requests import PanelPlan, QuietHoursPlan, SettingsPlan, WaysPlan
from helpdesk.core.preferences.rules import Concern, Preferences
from helpdesk.foundation.edge.outputs import shown_as


class OwnSettings(SettingsPlan):
    """Everything that can be chosen, also where nothing was. `revision` is the ETag."""

    revision: int


def settings_view(found: Preferences) -> OwnSettings:
    quiet = found.quiet_hours
    return shown_as(
        OwnSettings,
        found,
        panels=tuple(shown_as(PanelPlan, panel) for panel in found.panels),
        notifications={concern: shown_as(WaysPlan, found.ways(concern)) for concern in Concern},
        quiet_hours=quiet and shown_as(QuietHoursPlan, quiet),
    )
