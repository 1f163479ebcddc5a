"""What stands below a letter because a program put it there."""

import re
from typing import Final

from msgspec import Struct

_MOST_LINES: Final = 25
_SHORT: Final = 100
_TAIL: Final = 4

# What phones and programs write, in the languages that most of them are set to.
_DEVICE: Final = re.compile(
    r"^(?:sent (?:from|via|with) (?:my|mail|outlook|yahoo|proton|samsung|gmail|k-9|fairemail|an? )"
    r"|get outlook for|get boxer|sent by "
    r"|(?:von|mit) meinem .{1,60} gesendet"
    r"|gesendet (?:von|mit|über|aus) (?:mein|mail|outlook|yahoo|proton|web|gmx|der |dem |unterwegs)"
    r"|outlook für .{1,30}(?:herunterladen|beziehen)?|diese nachricht wurde von meinem .{1,80} gesendet"
    r"|holen sie sich outlook|beziehen sie outlook|von unterwegs gesendet"
    r"|envoyé (?:de|depuis|à partir de) (?:mon|mail|outlook|yahoo|l'app)|obtenez outlook|télécharge[rz] outlook"
    r"|enviad[oa] (?:desde|do|a partir do|de) (?:mi|meu|mail|outlook|yahoo)|obtener outlook|obter o outlook"
    r"|inviato da(?:l mio)? |inviato dal |scarica outlook|ottieni outlook"
    r"|verzonden (?:vanaf|met|via|vanuit) |verstuurd vanaf |outlook voor .{1,20} downloaden"
    r"|wysłan[eoay] (?:z|ze) |pobierz (?:program )?outlook|odesláno z|odoslané z|získat outlook"
    r"|skickat från|sendt fra|hent outlook|hämta outlook|lähetetty |hanki outlook"
    r"|отправлено (?:с|из) |(?:відправлено|надіслано) (?:з|із) "
    r"|στάλθηκε από|iphone'?umdan gönderildi|.{1,30}から送信|发自我的|傳送自我的|從我的.{1,20}傳送"
    r"|(?:나의|내) .{1,20}에서 보냄|trimis de pe|elküldve|poslano (?:z|iz|s) )",
    re.IGNORECASE,
)


class Signed(Struct, frozen=True):
    text: str
    signature: str = ""


def apart(text: str) -> Signed:
    """A letter and its signature. There is always a letter: what is only a signature is one."""
    lines = text.split("\n")
    at = min((each for each in (_delimited(lines), _device(lines)) if each), default=0)
    if not at or not any(line.strip() for line in lines[:at]):
        return Signed(text.strip())
    return Signed("\n".join(lines[:at]).strip(), "\n".join(lines[at:]).strip())


def _delimited(lines: list[str]) -> int:
    return next((at for at in range(max(len(lines) - _MOST_LINES, 0), len(lines)) if lines[at] == "-- "), 0)


def _device(lines: list[str]) -> int:
    """The last line but a few, if a phone wrote it."""
    seen = [at for at, line in enumerate(lines) if line.strip()][-_TAIL:]
    return next((at for at in seen if len(lines[at]) <= _SHORT and _DEVICE.match(lines[at].strip(" *_"))), 0)
