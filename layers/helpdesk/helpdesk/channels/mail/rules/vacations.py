"""Subjects by which programs answer for people who are away, as they stand at the beginning of a subject.

Anybody can write such words, so they weigh little: nothing is lost by them, only nothing is answered.
"""

import re
from typing import Final

_SUBJECTS: Final = (
    # English
    "automatic reply", "auto reply", "auto-reply", "autoreply", "auto response", "auto-response", "autoresponse",
    "autorespons", "automatic response", "automated reply", "automated response", "out of office", "out of the office",
    "ooo:", "vacation reply", "vacation response", "on vacation", "away from my mail", "i am away", "i'm away",
    # German
    "automatische antwort", "automatische rückantwort", "abwesenheitsnotiz", "abwesenheitsnachricht",
    "abwesenheitsassistent", "abwesenheit:", "automatisch generierte antwort", "nicht im büro", "urlaubsnotiz",
    "ich bin im urlaub", "eingangsbestätigung",
    # French
    "réponse automatique", "absence du bureau", "absent du bureau", "message d'absence", "notification d'absence",
    # Spanish, Portuguese, Italian
    "respuesta automática", "fuera de la oficina", "mensaje automático", "resposta automática",
    "fora do escritório", "ausência temporária", "risposta automatica", "fuori sede", "fuori ufficio",
    "assente:",
    # Dutch, Danish, Norwegian, Swedish
    "automatisch antwoord", "afwezig:", "afwezigheidsbericht", "automatisk svar", "ikke på kontoret", "fravær:",
    "autosvar", "frånvaro:", "automatiskt svar",
    # Polish, Czech, Slovak, Hungarian, Latvian
    "automatyczna odpowiedź", "automatyczna odpowiedz", "odpowiedź automatyczna", "nieobecność",
    "automatická odpověď", "automatická odpoveď", "mimo kancelář", "automatikus válasz",
    "árpus biroja", "arpus biroja", "atvaļinājums", "automātiska atbilde",
    # Russian, Ukrainian
    "автоматический ответ",
    "автоответ",
    "нет на работе",
    "автоматична відповідь",
    # Turkish, Finnish
    "otomatik yanıt", "ofis dışında", "automaattinen vastaus", "poissa toimistosta",
    # Chinese, Japanese, Korean
    "自动回复", "自動回覆", "自動応答", "自動返信", "不在通知",
    "자동 응답", "부재중",
)  # fmt: skip
_PREFIX: Final = re.compile(r"^(?:\s*(?:re|aw|antw|sv|vs|анс)\s*:|[\s\[(*【（])+", re.IGNORECASE)
_ANYWHERE: Final = re.compile(
    r"[(\[](?:auto(?:matic|mated)?[- ]?(?:reply|response)|automatische antwort)[)\]]\s*$", re.IGNORECASE
)


def is_vacation(subject: str) -> bool:
    plain = _PREFIX.sub("", subject[:300].casefold())
    return plain.startswith(_SUBJECTS) or _ANYWHERE.search(subject[-100:]) is not None
