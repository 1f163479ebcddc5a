"""German words put together of others: `Druckerstau` is found by `Stau`. By a list of words that people have trouble
with; a part that is not in it is found by its beginning alone.
"""

from functools import lru_cache
from typing import Final

SHORTEST: Final = 3

MOST_PARTS: Final = 4

JOINTS: Final = ("", "s", "n", "en", "es", "er", "e")

_WORDS: Final = """
abfrage ablage abrechnung abruf abteilung akku aktualisierung alarm anbindung anfrage angebot anhang anlage anmeldung
anruf anschluss ansicht antrag antwort anwendung anzeige arbeit archiv arzt assistent aufgabe auftrag ausdruck ausfall
ausgabe auslastung ausweis auto bahn band bank batterie bau beamer bearbeitung bedarf bedienung befehl benutzer berater
berechtigung bereich bericht beschaffung bestand bestellung betrieb bild bildschirm blatt boden brief browser buch
buchung buro bus chat chef code computer container cloud dach datei daten datenbank datum decke dienst dienstleistung
dokument dose drucker durchwahl einfuhrung eingabe eingang einkauf einladung einrichtung einstellung empfanger entwurf
erfassung ergebnis erinnerung ersatz export fach fahrzeug farbe fassung fax feld fenster ferne fehler filter firma flur
formular foto frage freigabe frist funk funktion gang gast gebaude gehalt geld gerat gesprach grafik gruppe halle handy
haus heizung hilfe hintergrund hof horer import inhalt internet jahr kabel kalender kamera kanal karte kasse kennung
kennwort keller klima knopf konferenz konto kontakt kopf kopie kopierer kosten kraft kunde kunden kurs labor lade lager
laptop last laufwerk lautsprecher leitung leser licht lieferant lieferung liste lizenz luft mail mangel maschine maske
maus meldung menu mieter miete mitarbeiter mobil monat monitor montage name netz netzteil netzwerk nummer ordner ort
papier parkplatz pass passwort patch pause person pflege plan platte platz portal post postfach problem programm projekt
protokoll provision prozess prufung rand raum rechner rechnung recht recherche reise reparatur reserve roller router
rucksetzung ruf sammlung schaden schalter scanner schicht schloss schlussel schrank schrift schulung schutz seite sender
server service sicherheit sicherung signatur sitzung skript software speicher sperre sperrung sprache spule stab stand
standort start statistik stau stecker stelle steuer steuerung strom stuhl storung suche support system tabelle tag
tastatur technik telefon termin text tinte tisch ton toner treiber tresor tur uberwachung ubertragung uhr umlauf
umleitung umzug update urlaub verbindung verbrauch vergabe verkauf verlust versand version vertrag vertretung verwaltung
verzeichnis video virus vorlage wagen wahl wartung wasser webseite wechsel weg welle werk werkzeug wort zahl zahlung
zeichen zeit zeitraum zelle zentrale zettel zimmer zugang zugriff zug
"""

WORDS: Final = frozenset(_WORDS.split())


@lru_cache(10_000)
def parts_of(word: str, parts: int = MOST_PARTS) -> tuple[str, ...]:
    """The words that a word, in the form in which it is compared, is put together of; none if it is not of these."""
    if parts < 2 or len(word) < 2 * SHORTEST:  # noqa: PLR2004 - a compound has two
        return ()
    for end in range(len(word) - SHORTEST, SHORTEST - 1, -1):
        rest = _rest(word[end:], parts - 1) if word[:end] in WORDS else ()
        if rest:
            return (word[:end], *rest)
    return ()


def _rest(tail: str, parts: int) -> tuple[str, ...]:
    for joint in JOINTS:
        after = tail.removeprefix(joint)
        if joint and after == tail:
            continue
        if _is_last(after):
            return (after,)
        further = parts_of(after, parts)
        if further:
            return further
    return ()


def _is_last(word: str) -> bool:
    """Of the list, in one of the forms that end a word."""
    return any(word.removesuffix(ending) in WORDS for ending in ("", "s", "es", "n", "en", "e", "er", "ern"))
