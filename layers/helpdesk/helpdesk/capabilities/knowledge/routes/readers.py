"""Articles for whoever is signed in."""

from __future__ import annotations

from helpdesk.capabilities.knowledge.requests import ArticleHelp, ForWhom, WhichArticle, WhichCategory, WhichLanguage
from helpdesk.capabilities.knowledge.routes.showing import of_category, read, told
from helpdesk.capabilities.knowledge.views import ShownArticle, ShownArticles
from helpdesk.core.directory.routes import person
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import NOTHING, Answer, gives


def added_to(api: Api) -> None:
    @api.get("/api/articles/<article_id>", responses=gives(ShownArticle))
    def read_article(article_id: WhichArticle, language: ForWhom) -> Answer:
        """What is shown of it, in the nearest language there is."""
        return read(api, person(api), article_id, language)

    @api.get("/api/shown-articles", responses=gives(ShownArticles))
    def list_shown_articles(category: WhichCategory, language: ForWhom) -> Answer:
        """What the caller may read of a category, at most a hundred."""
        return of_category(api, person(api), category, language)

    @api.post("/api/articles/<article_id>/<language>/feedback", responses=NOTHING)
    def tell_of_article(article_id: WhichArticle, language: WhichLanguage, said: ArticleHelp) -> Answer:
        """Whether it helped. It is counted."""
        return told(api, person(api), article_id, language, said)
