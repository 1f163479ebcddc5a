"""Articles of the demo, written through the product's own actions."""

from pathlib import Path
from typing import Any, Final

import yaml
from helpdesk.capabilities.knowledge.actions import writing
from helpdesk.capabilities.knowledge.rules.article import State
from helpdesk.capabilities.knowledge.rules.visibility import Audience, Visibility
from helpdesk.capabilities.knowledge.rules.wish import Text
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import PersonId

ARTICLES: Final = Path(__file__).with_name("articles.yaml")
LEAD: Final = PersonId("lead")


def fill(desk: Desk) -> None:
    """Unless somebody wrote articles before."""
    if desk.knowledge.page(lambda _: True, None, 1).items:
        return
    lead = desk.directory.person(LEAD)
    for written in yaml.safe_load(ARTICLES.read_text()):
        _publish(desk, lead, written)


def _publish(desk: Desk, lead: Person, written: dict[str, Any]) -> None:
    texts = {language: _text(written, language) for language in written["texts"]}
    (first, text), *others = texts.items()
    article = writing.make(desk, lead, first, text)
    for language, translated in others:
        article = writing.write(desk, lead, article.id, language, translated, article.revision)
    for language in texts if written.get("published", True) else ():
        article = writing.move(desk, lead, article.id, language, State.PUBLISHED, article.revision)


def _text(written: dict[str, Any], language: str) -> Text:
    words = written["texts"][language]
    visibility = Visibility(audience=Audience(written["audience"]))
    return Text(title=words["title"], html=words["html"].strip(), category=written["category"], visibility=visibility)
