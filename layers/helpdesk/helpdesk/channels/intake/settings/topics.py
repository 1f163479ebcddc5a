"""The topics of the public form, as a setting, and those of a new desk."""

from typing import Any, Final

import msgspec

from helpdesk.channels.intake.rules.topic import Topic
from helpdesk.foundation.settings.documents import Document, File

_W = dict[str, str]


def _words(en: str, de: str) -> _W:
    return {"en": en, "de": de}


def _choices(**names: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"id": name.replace("_", "-"), "name": _words(*words)} for name, words in names.items()]


def _when(question: str, *answers: str) -> dict[str, Any]:
    return {"question": question, "answers": list(answers)}


def _ask(name: str, kind: str, en: str, de: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "type": kind, "label": _words(en, de), **more}


_HOLDS_UP: Final = _ask(
    "hold-up", "choice", "How much does it hold you up?", "Wie sehr hält es Sie auf?",
    required=True,
    choices=_choices(
        little=("I can go on working", "Ich kann weiterarbeiten"),
        much=("Work is difficult", "Die Arbeit ist mühsam"),
        wholly=("I cannot work", "Ich kann nicht arbeiten"),
    ),
    means={"little": {"urgency": "low"}, "much": {"urgency": "medium"}, "wholly": {"urgency": "high"}},
)  # fmt: skip

_AFFECTED: Final = _ask(
    "affected", "choice", "Who is affected?", "Wer ist betroffen?",
    required=True,
    choices=_choices(
        me=("Only me", "Nur ich"),
        some=("Several people", "Mehrere Personen"),
        many=("Many, or everyone", "Viele oder alle"),
    ),
    means={"me": {"impact": "low"}, "some": {"impact": "medium"}, "many": {"impact": "high"}},
)  # fmt: skip

_ACCESS: Final = {
    "id": "access", "icon": "key", "kind": "service_request", "category": "account",
    "name": _words("Sign-in and access", "Anmeldung und Zugriff"),
    "questions": [
        _ask("what", "choice", "What is it about?", "Worum geht es?", required=True, choices=_choices(
            password=("I forgot my password", "Ich habe mein Passwort vergessen"),
            locked=("My account is locked", "Mein Konto ist gesperrt"),
            second_step=("I have a new phone for signing in", "Ich habe ein neues Telefon für die Anmeldung"),
            access=("I need access to something", "Ich brauche Zugriff auf etwas"),
        ), means={"locked": {"kind": "incident"}}),
        _ask("account", "text", "With which name do you sign in?", "Mit welchem Namen melden Sie sich an?",
             when=_when("what", "password", "locked", "second-step"),
             help=_words("Never send us your password.", "Senden Sie uns nie Ihr Passwort.")),
        _ask("blocked", "yes_no", "Does it keep you from working?", "Hält es Sie von der Arbeit ab?", required=True,
             when=_when("what", "password", "locked", "second-step"), means={"yes": {"urgency": "high"}}),
        _ask("to", "text", "What do you need access to?", "Worauf brauchen Sie Zugriff?", required=True,
             when=_when("what", "access"),
             help=_words("A program, a folder or a mailbox.", "Ein Programm, ein Ordner oder ein Postfach.")),
        _ask("approved-by", "text", "Who approves it?", "Wer gibt es frei?", when=_when("what", "access"),
             help=_words("Usually your manager.", "Meist Ihre Führungskraft.")),
        _ask("from", "date", "From which day on?", "Ab welchem Tag?", when=_when("what", "access")),
    ],
}  # fmt: skip

_DEVICE: Final = {
    "id": "device", "icon": "laptop", "kind": "incident", "category": "hardware", "asks_asset": True,
    "name": _words("Computer, phone or printer", "Computer, Telefon oder Drucker"),
    "questions": [
        _ask("which", "choice", "What does not work?", "Was funktioniert nicht?", required=True, choices=_choices(
            computer=("Computer", "Computer"),
            screen=("Screen or dock", "Bildschirm oder Dock"),
            phone=("Phone", "Telefon"),
            printer=("Printer", "Drucker"),
            other=("Something else", "Etwas anderes"),
        )),
        _ask("place", "text", "Where does the printer stand?", "Wo steht der Drucker?", required=True,
             when=_when("which", "printer"), help=_words("Building, floor, room.", "Gebäude, Etage, Raum.")),
        _ask("damage", "yes_no", "Was it dropped, or did it get wet?", "Ist es heruntergefallen oder nass geworden?",
             when=_when("which", "computer", "screen", "phone", "other")),
        _HOLDS_UP,
    ],
}  # fmt: skip

_SOFTWARE: Final = {
    "id": "software", "icon": "app", "kind": "incident", "category": "software",
    "name": _words("A program", "Ein Programm"),
    "questions": [
        _ask("program", "text", "Which program is it about?", "Um welches Programm geht es?", required=True),
        _ask("what", "choice", "What can we do?", "Was können wir tun?", required=True, choices=_choices(
            broken=("It does not work", "Es funktioniert nicht"),
            install=("Please install it", "Bitte installieren"),
            how=("How do I do something?", "Wie mache ich etwas?"),
        ), means={"install": {"kind": "service_request"}, "how": {"kind": "service_request", "urgency": "low"}}),
        _ask("message", "long_text", "What does the error message say?", "Was steht in der Fehlermeldung?",
             when=_when("what", "broken"), help=_words("Word for word, if you can.", "Wörtlich, wenn möglich.")),
        {**_AFFECTED, "when": _when("what", "broken")},
        {**_HOLDS_UP, "when": _when("what", "broken")},
        _ask("licence", "yes_no", "Is there a licence for it?", "Gibt es eine Lizenz dafür?",
             when=_when("what", "install")),
    ],
}  # fmt: skip

_NETWORK: Final = {
    "id": "network", "icon": "wifi", "kind": "incident", "category": "network",
    "name": _words("Internet, Wi-Fi or VPN", "Internet, WLAN oder VPN"),
    "questions": [
        _ask("where", "choice", "Where are you?", "Wo sind Sie?", required=True, choices=_choices(
            office=("In the office", "Im Büro"),
            home=("At home", "Zu Hause"),
            away=("On the road", "Unterwegs"),
        )),
        _ask("place", "text", "In which building and room?", "In welchem Gebäude und Raum?",
             required=True, when=_when("where", "office")),
        _ask("internet", "yes_no", "Do other pages on the internet open?", "Öffnen sich andere Seiten im Internet?",
             when=_when("where", "home", "away")),
        {**_AFFECTED, "when": _when("where", "office")},
        _HOLDS_UP,
    ],
}  # fmt: skip

_EQUIPMENT: Final = {
    "id": "equipment", "icon": "box", "kind": "service_request", "category": "hardware",
    "name": _words("New equipment", "Neue Ausstattung"),
    "questions": [
        _ask("what", "choice", "What do you need?", "Was brauchen Sie?", required=True, choices=_choices(
            laptop=("Laptop", "Laptop"),
            screen=("Screen", "Bildschirm"),
            phone=("Phone", "Telefon"),
            headset=("Headset, mouse, keyboard", "Headset, Maus, Tastatur"),
            desk=("Desk or chair", "Tisch oder Stuhl"),
        ), means={"desk": {"category": "other"}}),
        _ask("number", "number", "How many?", "Wie viele?", required=True),
        _ask("by", "date", "By which day?", "Bis zu welchem Tag?"),
        _ask("reason", "long_text", "What is it for?", "Wofür wird es gebraucht?"),
        _ask("cost-centre", "text", "Which cost centre?", "Welche Kostenstelle?"),
    ],
}  # fmt: skip

_PEOPLE: Final = {
    "id": "people", "icon": "people", "kind": "service_request", "category": "account",
    "name": _words("Starting, moving, leaving", "Eintritt, Umzug, Austritt"),
    "questions": [
        _ask("what", "choice", "What happens?", "Was steht an?", required=True, choices=_choices(
            starts=("Somebody starts", "Jemand fängt an"),
            moves=("Somebody moves to another team or desk", "Jemand wechselt Team oder Platz"),
            leaves=("Somebody leaves", "Jemand geht"),
        )),
        _ask("who", "text", "What is their name?", "Wie heißt die Person?", required=True),
        _ask("day", "date", "On which day?", "An welchem Tag?", required=True),
        _ask("team", "text", "In which team?", "In welchem Team?", when=_when("what", "starts", "moves")),
        _ask("needs", "long_text", "What do they need on their first day?", "Was wird am ersten Tag gebraucht?",
             when=_when("what", "starts"),
             help=_words("Computer, phone, programs, keys.", "Computer, Telefon, Programme, Schlüssel.")),
        _ask("at-once", "yes_no", "Must all access end at once?", "Muss jeder Zugriff sofort enden?",
             when=_when("what", "leaves"), required=True, means={"yes": {"urgency": "high", "impact": "medium"}}),
    ],
}  # fmt: skip


def _parsed(written: File) -> tuple[Topic, ...]:
    return msgspec.convert(written["topics"], tuple[Topic, ...])


TOPICS: Final = Document(
    bundle="desk",
    first={"topics": [_ACCESS, _DEVICE, _SOFTWARE, _NETWORK, _EQUIPMENT, _PEOPLE]},
    parse=_parsed,
)
