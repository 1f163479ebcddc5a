"""What the edge serves itself: the web build, `/config.json`, and the mail that was sent."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from infra.local import mail_pages
from infra.local.mailbox import Mailbox
from infra.local.settings import ROOT, Settings

WEB: Final = ROOT / "web" / "dist"
FOR_EVER: Final = "public, max-age=31536000, immutable"
ASK_FIRST: Final = "no-cache"
NOT_BUILT: Final = "The web is not built yet: run make up, or make build.\n"


def site(settings: Settings, config: Callable[[], dict[str, Any]]) -> Starlette:
    def config_json(_: Request) -> Response:
        return JSONResponse(config(), headers={"cache-control": "no-store"})

    routes = [Route("/config.json", config_json), *_mail(Mailbox(settings.mail)), Route("/{path:path}", _file)]
    return Starlette(routes=routes)


def _mail(mailbox: Mailbox) -> list[Route]:
    def mail_list(_: Request) -> Response:
        return HTMLResponse(mail_pages.listed(mailbox.newest()), headers=mail_pages.HEADERS)

    def mail_json(request: Request) -> Response:
        return JSONResponse({"items": mailbox.told(request.query_params.get("to"))})

    def mail_one(request: Request) -> Response:
        mail_id = request.path_params["mail_id"]
        if mail_id.endswith(".eml"):
            raw = mailbox.raw(mail_id.removesuffix(".eml"))
            return Response(raw, media_type="message/rfc822") if raw is not None else _missing()
        mail = mailbox.get(mail_id)
        return HTMLResponse(mail_pages.shown(mail), headers=mail_pages.HEADERS) if mail else _missing()

    return [
        Route("/local/mail", mail_list),
        Route("/local/mail.json", mail_json),
        Route("/local/mail/{mail_id}", mail_one),
    ]


def _file(request: Request) -> Response:
    """A file of the build; any other path is a place inside one of the two apps."""
    path = request.path_params["path"]
    file = _inside(WEB, path)
    if path and file is not None and file.is_file():
        return FileResponse(file, headers={"cache-control": FOR_EVER if path.startswith("assets/") else ASK_FIRST})
    if "." in path.rpartition("/")[2]:
        return _missing()
    page = WEB / ("agent.html" if path.split("/")[0] == "agent" else "index.html")
    if not page.is_file():
        return PlainTextResponse(NOT_BUILT, status_code=503)
    return FileResponse(page, headers={"cache-control": ASK_FIRST})


def _inside(folder: Path, path: str) -> Path | None:
    file = (folder / path).resolve()
    return file if file.is_relative_to(folder.resolve()) else None


def _missing() -> Response:
    return PlainTextResponse("Not found\n", status_code=404)
