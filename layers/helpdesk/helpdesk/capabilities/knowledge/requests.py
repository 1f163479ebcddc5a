"""What the API takes about articles."""

from typing import Annotated, Literal, Self

from aws_lambda_powertools.event_handler.openapi.params import Path, Query
from pydantic import Field, model_validator

from helpdesk.capabilities.knowledge.rules.article import State
from helpdesk.capabilities.knowledge.rules.feedback import Asking, Missing, Said
from helpdesk.capabilities.knowledge.rules.visibility import Audience, Visibility
from helpdesk.capabilities.knowledge.rules.wish import Filter, Text
from helpdesk.foundation.edge import pictures
from helpdesk.foundation.edge.cursors import Cursor
from helpdesk.foundation.edge.inputs import Flag, Html, Identifier, Instant, Language, Line, PageSize, Request, refused
from helpdesk.foundation.kernel.refusals import reason
from helpdesk.foundation.kernel.vocabulary import Level

WhichArticle = Annotated[str, Path(pattern=r"^[0-9A-Za-z]+$", max_length=40)]

WhichLanguage = Annotated[str, Path(pattern=r"^[a-z]{2}$", max_length=2)]

WhichVersion = Annotated[int, Path(ge=1, le=10**8)]

ForWhom = Annotated[str, Query(pattern=r"^[a-z]{2}$", max_length=2)]

WhichCategory = Annotated[str, Query(pattern=r"^[A-Za-z0-9_.:@-]{1,128}$", max_length=128)]

NO_ORGANIZATIONS_NAMED = reason("no_organizations_named", "name at least one organization that may read it")

ONLY_WITH = reason("only_with", "goes with {name} alone")


class VisibilityWish(Request):
    """`organizations` with an audience of organizations, `level` with one of staff: from which level on."""

    audience: Audience
    organizations: Annotated[tuple[Identifier, ...], Field(max_length=50)] = ()
    level: Level | None = None

    @model_validator(mode="after")
    def fits(self) -> Self:
        if self.audience is Audience.ORGANIZATIONS and not self.organizations:
            raise refused(NO_ORGANIZATIONS_NAMED)
        if self.audience is not Audience.ORGANIZATIONS and self.organizations:
            raise refused(ONLY_WITH, name=Audience.ORGANIZATIONS.value)
        if self.audience is not Audience.STAFF and self.level:
            raise refused(ONLY_WITH, name=Audience.STAFF.value)
        return self

    def meant(self) -> Visibility:
        organizations = tuple(dict.fromkeys(self.organizations))
        return Visibility(audience=self.audience, organizations=organizations, level=self.level)


class ArticleText(Request):
    title: Line
    body: Html
    category: Identifier
    visibility: VisibilityWish

    def meant(self) -> Text:
        """Pictures are said by their names: there is no file that they could be."""
        html = pictures.as_names(self.body)
        return Text(title=self.title, html=html, category=self.category, visibility=self.visibility.meant())


class ArticleDraft(ArticleText):
    language: Language


class StateWish(Request):
    """Published is what is asked for as a publication."""

    state: Literal[State.DRAFT, State.IN_REVIEW, State.ARCHIVED]


class PlanWish(Request):
    """When the newest text is published by itself, and from when on readers see none in its language. What is left out
    is not planned.
    """

    publish_at: Instant | None = None
    expire_at: Instant | None = None


class ArticleQuery(Request):
    state: State | None = None
    category: Identifier | None = None
    language: Language | None = None
    cursor: Cursor | None = None
    limit: PageSize = 25

    def meant(self) -> Filter:
        return Filter(state=self.state, category=self.category, language=self.language)


class ArticleHelp(Request):
    """Whether it helped; `reason` is why it did not. `asking` is what became of a request that was being written: it
    was deflected, or was sent within a day after all.
    """

    helped: Flag
    reason: Missing | None = None
    asking: Asking | None = None

    @model_validator(mode="after")
    def fits(self) -> Self:
        if self.helped and self.reason:
            raise refused(ONLY_WITH, name="helped: false")
        if self.asking and self.helped != (self.asking is Asking.DEFLECTED):
            raise refused(ONLY_WITH, name=f"helped: {str(not self.helped).lower()}")
        return self

    def meant(self) -> Said:
        return Said(helped=self.helped, missing=self.reason, asking=self.asking)
