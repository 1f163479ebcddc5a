"""What people write and what they type, in the languages of a help desk."""

from datetime import UTC, datetime

import pytest
from helpdesk.capabilities.search.ports import Found
from helpdesk.capabilities.search.rules.document import Document, Mark, Passage
from helpdesk.capabilities.search.rules.parsing import parse
from helpdesk.capabilities.search.rules.query import Query
from helpdesk.capabilities.search.rules.scope import scope_of
from helpdesk.core.tickets.rules.access import Place
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import Role, TeamId, TicketId
from msgspec.structs import replace

from tests.search_oracle import Listed

STAFF = scope_of(Actor(id="agent", role=Role.AGENT))
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)

FOUND = [
    # language of the text, text, what is typed
    ("de", "Störung im Netz", "störung storung stoerung STÖRUNG sto\u0308rung störungen"),
    ("de", "Stoerung im Netz", "störung storung stoerung"),
    ("de", "Die Störungen häufen sich", "störung stoerung haeufen"),
    ("de", "Straße gesperrt", "strasse STRASSE straße straßen"),
    ("de", "MASSNAHME", "maßnahme maßnahmen"),
    ("de", "Druckerstau im Flur", "drucker stau druckerstau druckers"),
    ("de", "Passwortrücksetzung", "passwort rücksetzung rucksetzung"),
    ("de", "Ein Stau im Drucker", "druckerstau"),
    ("de", "Der E-Mail-Server", "email e-mail mail-server mailserver e-mail-server"),
    ("de", "Eine Email kam an", "e-mail email"),
    ("en", "The printers are jamming", "printer jam jammed"),
    ("en", "Don't restart the Wi-Fi", "dont don't wifi wi-fi"),
    ("fr", "L'imprimante est cassée", "imprimante imprimantes cassee cassé"),
    ("es", "La contraseña expiró", "contrasena contraseñas expiro"),
    ("pl", "Drukarki nie działają", "drukarka dzialaja"),
    ("tr", "Yazıcı çalışmıyor", "yazici calismiyor"),
    ("da", "Skærmen er sort, nøgle mangler", "skaerm skarm nogle"),
    ("ru", "Принтеры не печатают", "принтер принтера ПРИНТЕР печатать"),
    ("ru", "Ещё раз", "еще"),
    ("uk", "Принтер не друкує", "принтер друкує"),
    ("el", "Ο εκτυπωτής δεν λειτουργεί", "εκτυπωτης ΕΚΤΥΠΩΤΗΣ εκτυπωτή"),
    ("ar", "الطابعة لا تعمل", "طابعة الطابعة طابعه"),
    ("ar", "مُشْكِلَة", "مشكلة"),
    ("fa", "چاپگر کار نمی‌کند", "چاپگر كار"),
    ("he", "המדפסת לא עובדת", "מדפסת המדפסת עובד"),
    ("zh", "打印机无法打印", "打印 打印机 无法 印机 打"),
    ("ja", "プリンターが動きません。ＶＰＮ接続", "プリンター 動き VPN 接続 ﾌﾟﾘﾝﾀｰ"),
    ("ko", "프린터가 작동하지 않습니다", "프린터 작동"),
    ("th", "เครื่องพิมพ์เสีย", "เครื่องพิมพ์ พิมพ์"),
    (None, "KB5034441 auf HP-4520 v1.2.3", "kb5034441 hp-4520 hp4520 4520 v1.2.3 kb50"),
    (None, "sofie.meier@acme.example schrieb", "sofie.meier@acme.example meier acme.example @acme.example sofie.mei"),
    (None, "Rückruf +49 (30) 901820-4, bitte", "+4930901820 030/901820 '030 90 18 20' 4930901820"),
    (None, "Ruf 030 901820 an", "'+49 30 901820' 030901820"),
    (None, "Siehe report_2026.pdf", "report 2026 report_2026.pdf pdf"),
    (None, "10.0.0.17 antwortet nicht", "10.0.0.17"),
    (None, "Lies https://wiki.example/a/b?x=1", "wiki.example https://wiki.example/a/b"),
]

MISSED = [
    ("de", "Störung im Netz", "stör-netz"),
    ("de", "Neues Konto", "kontakt"),
    ("en", "The printer", "print*er plotter"),
    ("zh", "打印机", "机打 打机"),
    ("de", "Fenster im Büro", "stau"),
]


def document(text: str, tongue: str | None = "de", **fields: object) -> Document:
    place = Place(id=TicketId("HD-8HBB12QG"), team=TeamId("hardware"))
    known = {"id": place.id, "version": 1, "created": AT, "at": AT, "title": "", "place": place}
    return Document(**{**known, "texts": (Passage(text=text, language=tongue),), **fields})  # type: ignore[arg-type]


def found(one: Document, query: Query | str) -> Found:
    desk = Listed()
    desk.put([one])
    return desk.find(parse(f"{query} ") if isinstance(query, str) else query, STAFF)


def cases(table: list[tuple[str | None, str, str]]) -> list[tuple[str | None, str, str]]:
    return [
        (language, text, query)
        for language, text, typed in table
        for n, quoted in enumerate(typed.split("'"))
        for query in ([quoted] if n % 2 else quoted.split())
    ]


@pytest.mark.parametrize(("language", "text", "typed"), cases(FOUND))
def test_is_found(language: str | None, text: str, typed: str):
    hits = found(document(text, language), parse(typed)).hits
    assert len(hits) == 1
    assert "".join(piece.text for piece in hits[0].show().snippet)


@pytest.mark.parametrize(("language", "text", "typed"), cases(MISSED))
def test_is_not_found(language: str | None, text: str, typed: str):
    assert found(document(text, language), typed).hits == ()


@pytest.mark.parametrize("typed", ["HD-8HBB12QG", "hd-8hbb", "8HBB12QG", "12qg", "bb12", "#qg", "hd-QG"])
def test_an_id_and_any_part_of_it_is_found(typed: str):
    assert found(document("Drucker"), typed).total == 1


@pytest.mark.parametrize(
    ("typed", "there"), [("druk", 0), ("druker", 1), ("dukcer", 0), ("rducker", 1), ("drucker", 1)]
)
def test_one_letter_may_be_wrong_once_nothing_else_is_found(typed: str, there: int):
    forgiving = replace(parse(f"{typed} "), forgiving=True)
    assert found(document("Drucker"), forgiving).total == there


def test_the_last_word_may_go_on_while_it_is_typed():
    assert found(document("Bildschirm"), parse("bilds")).total == 1
    assert found(document("Bildschirm"), parse("bilds ")).total == 0
    assert found(document("Bildschirm"), parse("bilds* flackert")).total == 0
    assert found(document("Bildschirm flackert"), parse("bilds* flackert")).total == 1


def test_words_in_quotes_stand_together_as_they_are():
    one = document("Der Papierstau im Drucker")
    assert found(one, '"papierstau im"').total == 1
    assert found(one, '"im papierstau"').total == 0
    assert found(one, '"papierstaus"').total == 0


def test_what_is_found_is_marked_where_it_stands():
    one = document("Seit gestern hat der Drucker\nim Flur einen Papierstau.", title="Druckerstau", language="de")
    (hit,) = found(one, "stau").hits
    assert [(piece.text, piece.marked) for piece in hit.show().snippet] == [
        ("Seit gestern hat der Drucker im Flur einen ", False),
        ("Papierstau", True),
        (".", False),
    ]
    assert [piece.text for piece in hit.show().title if piece.marked] == ["Druckerstau"]


def test_a_snippet_of_a_long_text_is_around_what_was_found():
    one = document(f"{'Vorher viel Text. ' * 40}Der Toner fehlt. {'Nachher viel Text. ' * 40}")
    (hit,) = found(one, "toner").hits
    text = "".join(piece.text for piece in hit.show().snippet)
    assert "Toner" in text
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert len(text) < 260


@pytest.mark.parametrize(
    "query",
    [
        "from:sofie",
        "from:sofie@acme.example",
        "from:p-1",
        "von:meier",
        'from:"sofie meier"',
        "tag:vpn",
        "sofie",
        "acme",
    ],
)
def test_marks_are_found_by_operator_and_by_word(query: str):
    marks = (
        Mark(field="from", value="p-1", words="Sofie Meier sofie@acme.example", public=True),
        Mark(field="tag", value="VPN"),
        Mark(field="phone", value="+4930901820"),
    )
    assert found(document("Drucker", marks=marks), parse(query)).total == 1
    assert found(document("Drucker", marks=marks), f"-{query}").total == 0
    assert found(document("Drucker"), query).total == 0
