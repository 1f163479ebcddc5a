"""What is answered to who reads, signed in or not."""

from __future__ import annotations

from helpdesk.capabilities.knowledge.actions import reading, telling
from helpdesk.capabilities.knowledge.requests import ArticleHelp
from helpdesk.capabilities.knowledge.views import ShownArticles, shown_card, shown_view
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, client_address, nothing


def read(api: Api, who: Person | None, article_id: str, language: str) -> Answer:
    return answer(shown_view(reading.read(api.desk(), who, article_id, language), language))


def of_category(api: Api, who: Person | None, category: str, language: str) -> Answer:
    found = reading.of_category(api.desk(), who, category)
    return answer(ShownArticles(items=[shown_card(each, each.best(language) or language) for each in found]))


def told(api: Api, who: Person | None, article_id: str, language: str, said: ArticleHelp) -> Answer:
    where = client_address(api)
    telling.tell(api.desk(), who, where, article_id, language, said.meant())
    return nothing()
