from typing import Annotated

from pydantic import Field, StringConstraints

from helpdesk.core.preferences.rules import (
    AfterSend,
    Concern,
    Density,
    PlacedPanel,
    Preferences,
    QuietHours,
    StartPage,
    UndoSend,
    Ways,
)
from helpdesk.foundation.edge.inputs import Flag, Identifier, Request, Signature, Whole

TimeOfDay = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", max_length=5)]


class WaysPlan(Request):
    app: Flag
    mail: Flag
    push: Flag
    digest: Flag = False

    def meant(self) -> Ways:
        return Ways(**self.model_dump())


class QuietHoursPlan(Request):
    """From one time of day to another, over midnight too, in the zone in which one is written to."""

    start: TimeOfDay
    end: TimeOfDay

    def meant(self) -> QuietHours:
        return QuietHours(**self.model_dump())


class PanelPlan(Request):
    name: Identifier
    folded: Flag = False
    hidden: Flag = False

    def meant(self) -> PlacedPanel:
        return PlacedPanel(**self.model_dump())


class SettingsPlan(Request):
    """How somebody wants to work. What is left out is as usual: a width is that of the window, a height that of
    what is written, and panels and views stand in their own order.
    """

    density: Density = Density.NORMAL
    single_keys: Flag = True
    start_page: StartPage = StartPage.MINE
    after_send: AfterSend = AfterSend.NEXT
    undo_send: UndoSend = 10
    list_width: Annotated[Whole, Field(ge=300, le=520)] | None = None
    panel_width: Annotated[Whole, Field(ge=280, le=420)] | None = None
    composer_height: Annotated[Whole, Field(ge=180, le=900)] | None = None
    panels: Annotated[tuple[PanelPlan, ...], Field(max_length=50)] = ()
    views: Annotated[tuple[Identifier, ...], Field(max_length=200)] = ()
    notifications: Annotated[dict[Concern, WaysPlan], Field(max_length=20, default_factory=dict)]
    quiet_hours: QuietHoursPlan | None = None
    signature: Signature = ""
    digest_at: TimeOfDay = "08:00"

    def meant(self) -> Preferences:
        return Preferences(
            density=self.density,
            single_keys=self.single_keys,
            start_page=self.start_page,
            after_send=self.after_send,
            undo_send=self.undo_send,
            list_width=self.list_width,
            panel_width=self.panel_width,
            composer_height=self.composer_height,
            panels=tuple(panel.meant() for panel in self.panels),
            views=self.views,
            notifications={concern: ways.meant() for concern, ways in self.notifications.items()},
            quiet_hours=self.quiet_hours.meant() if self.quiet_hours else None,
            signature=self.signature,
            digest_at=self.digest_at,
        )
