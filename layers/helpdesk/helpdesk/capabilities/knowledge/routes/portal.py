"""Articles for everybody: what is public."""

from __future__ import annotations

from helpdesk.capabilities.knowledge.requests import ArticleHelp, ForWhom, WhichArticle, WhichCategory, WhichLanguage
from helpdesk.capabilities.knowledge.routes.showing import of_category, read, told
from helpdesk.capabilities.knowledge.views import ShownArticle, ShownArticles
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import NOTHING, Answer, gives


def added_to(api: Api) -> None:
    @api.get("/api/portal/articles", responses=gives(ShownArticles))
    def list_public_articles(category: WhichCategory, language: ForWhom) -> Answer:
        """What everybody may read of a category, at most a hundred."""
        return of_category(api, None, category, language)

    @api.get("/api/portal/articles/<article_id>", responses=gives(ShownArticle))
    def read_public_article(article_id: WhichArticle, language: ForWhom) -> Answer:
        """What is shown of it, in the nearest language there is."""
        return read(api, None, article_id, language)

    @api.post("/api/portal/articles/<article_id>/<language>/feedback", responses=NOTHING)
    def tell_of_public_article(article_id: WhichArticle, language: WhichLanguage, said: ArticleHelp) -> Answer:
        """Whether it helped. It is counted."""
        return told(api, None, article_id, language, said)
