"""Letters in words of one's own, as part of the settings API."""

from collections.abc import Callable, Mapping

from helpdesk.channels.notices.actions import wordings
from helpdesk.channels.notices.requests import PreviewWanted, WordingsWanted
from helpdesk.channels.notices.rules.roundup import Kind
from helpdesk.channels.notices.settings import WORDINGS
from helpdesk.channels.notices.views.wordings import (
    LetterPreview,
    LetterSettings,
    LetterTemplates,
    LetterVersions,
    settings_view,
    templates_view,
    version_view,
)
from helpdesk.core.directory import actions as directory
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match
from helpdesk.foundation.edge.inputs import Revision


def added_to(api: Api, letters: Callable[[], Mapping[str, Kind]]) -> None:
    """`letters` are all that are sent, by their names."""

    @api.get("/api/settings/letters", responses=gives(LetterSettings))
    def read_letters() -> Answer:
        held = wordings.read(api.desk(), caller(api))
        return answer(settings_view(held, letters()), held.edition.revision)

    @api.put("/api/settings/letters", responses=gives(LetterSettings))
    def save_letters(wanted: WordingsWanted) -> Answer:
        meant = [each.words() for each in wanted.templates]
        held = wordings.save(api.desk(), caller(api), letters(), meant, if_match(api))
        return answer(settings_view(held, letters()), held.edition.revision)

    @api.post("/api/settings/letters/previews", responses=gives(LetterPreview))
    def preview_letter(wanted: PreviewWanted) -> Answer:
        letter = wordings.preview(api.desk(), caller(api), letters(), wanted.words(), wanted.ticket_id)
        return answer(LetterPreview(subject=letter.subject, text=letter.text, html=letter.html))

    @api.get("/api/settings/letters/versions", responses=gives(LetterVersions))
    def read_letter_versions() -> Answer:
        found, names = directory.saves(api.desk(), caller(api), WORDINGS.bundle)
        return answer(LetterVersions(items=[version_view(saved, names) for saved in found]))

    @api.get("/api/settings/letters/versions/<revision>", responses=gives(LetterTemplates))
    def read_letter_version(revision: Revision) -> Answer:
        return answer(templates_view(directory.saved(api.desk(), caller(api), WORDINGS.bundle, revision)))
