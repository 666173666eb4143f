"""From bytes to text: strictly, so that no letter is ever invented or lost.

Unicode says what it is. Of the eight-bit encodings the detectors at hand never name kz1048: they call
Kazakh text windows-1251 and turn «Қазақстан» into «Ќазаќстан». So the words of the file are read in
every encoding our three languages were ever written in, and the one in which they look most like words
wins: letters as frequent as in Russian and Kazakh, capitals only at the beginning of a word, and no
Cyrillic letters inside Latin words. Sixty characters are enough.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from briefings.errors import UnreadableArticle

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How much rarer than windows-1251 each is in the wild (logarithm): only short texts leave it to this.
EIGHT_BIT = {
    "cp1252": 0.0,
    "cp1251": 0.0,
    "kz1048": -1.0,
    "koi8-r": -2.0,
    "cp866": -3.0,
    "mac-cyrillic": -4.0,
    "iso8859-5": -6.0,
}

_REMEDY = "open it in the program it came from and save it as UTF-8"
_EXPECTED = re.compile(r"[\t\r\n -~\u00a0-\u00ff\u0400-\u052f\u2010-\u203a\u20b8\u2116]")
_WORDS = re.compile(rb"(?<![A-Za-z0-9])[A-Za-z0-9]*[\x80-\xff][A-Za-z0-9\x80-\xff]*")
_LATIN = re.compile(rb"[A-Za-z]")
_SAMPLE_WORDS, _SAMPLE_BYTES = 2000, 40  # of each: a picture inside a page is one long word

# Logarithms of how likely a character is in our texts; only the differences between them matter.
_BY_FREQUENCY = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_WEIGHTS = {letter: -2.2 - 0.13 * rank for rank, letter in enumerate(_BY_FREQUENCY)}
_WEIGHTS |= dict.fromkeys("әғқңөұүһі", -4.0)
_WEIGHTS |= dict.fromkeys("\u00a0–—…№", -2.0) | dict.fromkeys("«»“”„‘’‚", -4.0)
_WEIGHTS |= dict.fromkeys("°€£§©®™²³½±×·•\u00ad", -5.0)
_WEIGHTS |= dict.fromkeys("àáâãäåæçèéêëìíîïñòóôõöøùúûüýßšžœ", -6.0)
_WEIGHTS |= dict.fromkeys("їєґўђѓјљњћќџѕ", -9.0)  # other Cyrillic alphabets
_UNLIKELY = -14.0
_CAPITAL, _INITIAL = -0.5, -1.0  # a capital letter, and one more for the first of a word
_BROKEN = -8.0
_BROKEN_WORD = re.compile(
    r"[a-zа-яё][A-ZА-ЯЁ]"  # a capital after a small letter
    r"|[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]"  # two scripts
    r"|[^\W\d_][^\w\s«»“”„‘’‚–—…\u00ad][^\W\d_]"  # a sign in the middle
    r"|[А-ЯЁ]{2}[а-яё]"
    r"|^[\s–—…№’”»]+[а-яё]"  # what stands for a capital at the beginning
)
_TWO_VOWELS = re.compile(r"[аеёиоуыэюяәөұүі](?=[аеёиоуыэюяәөұүі])", re.IGNORECASE)
_TWO_CONSONANTS = re.compile(r"[б-джзй-нп-тф-щғқңһ](?=[б-джзй-нп-тф-щғқңһ])", re.IGNORECASE)
_PLAUSIBLE = -5.0  # mean of a character; 30 letters in the right encoding reach -4.7, Greek misread -5.3
_PLAUSIBLE_LATIN = -8.0  # one accented letter in an English text is little to judge by
_LATIN_SHARE = 0.1  # English text has few accented letters; more of them is another script misread


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text.encode(encoding)` are the bytes of the file again, but for a byte order mark."""

    text: str
    encoding: str


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """The text of `data`, the bytes of a file called `name`.

    `declared` is the encoding that the file itself claims; it is believed unless the bytes say otherwise.
    Raises `UnreadableArticle` when no encoding makes text of them.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, name)
    if b"\0" in data:
        return _utf16(data, name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as problem:
        if _is_damaged_utf8(data):
            raise UnreadableArticle(
                f"{name}: is UTF-8 with a damaged letter at byte {problem.start}; "
                "fetch it again, or mend that place and save it as UTF-8"
            ) from None
    return _eight_bit(data, name, declared)


def _strictly(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as problem:
        raise UnreadableArticle(
            f"{name}: is marked as {encoding} but is not at byte {problem.start}; {_REMEDY}"
        ) from None


def _utf16(data: bytes, name: str) -> Decoded:
    """UTF-16 without a mark: its spaces hold NUL bytes, which no other text does."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(_EXPECTED.findall(text)) > 0.9 * len(text):
            return Decoded(text, encoding)
    raise UnreadableArticle(f"{name}: is a binary file, not text; save the article as .txt, .md or .html")


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is proper UTF-8; read as anything else it would be mojibake."""
    foreign = sum(byte > 127 for byte in data)
    sound = sum(byte > 127 for byte in data.decode("utf-8", "ignore").encode("utf-8"))
    return sound > 0.9 * foreign


def _eight_bit(data: bytes, name: str, declared: str | None) -> Decoded:
    words = [word[-_SAMPLE_BYTES:] for word in _WORDS.findall(data)[:_SAMPLE_WORDS]]
    foreign = sum(byte > 127 for word in words for byte in word)
    accented = sum(byte >= 0xC0 for word in words for byte in word)  # if it is cp1252
    latin = len(_LATIN.findall(data))
    scores: dict[str, float] = {}
    for encoding, prior in EIGHT_BIT.items():
        if encoding == "cp1252" and accented > _LATIN_SHARE * latin:
            continue
        try:
            data.decode(encoding)
            total = sum(_score(word.decode(encoding)) for word in words)
            scores[encoding] = (total + prior) / foreign
        except UnicodeDecodeError:
            continue
    best = max(scores, key=lambda encoding: scores[encoding], default="")
    claimed = _eight_bit_name(declared)
    # A page says windows-1251 and is kz1048 or koi8-r: a claim only decides between near equals.
    if claimed in scores and scores[claimed] > scores[best] - 0.05:
        best = claimed
    if not best or scores[best] < (_PLAUSIBLE_LATIN if best == "cp1252" else _PLAUSIBLE):
        raise UnreadableArticle(f"{name}: its encoding is unknown; {_REMEDY}")
    return Decoded(data.decode(best), best)


def _eight_bit_name(declared: str | None) -> str:
    """The name we use for a declared encoding; "" when it is none of ours."""
    try:
        canonical = codecs.lookup(declared or "").name
    except LookupError:
        return ""
    names = {codecs.lookup(encoding).name: encoding for encoding in EIGHT_BIT}
    return names.get(canonical, "")


def _score(word: str) -> float:
    """How much a run of letters, at least one of them not ASCII, looks like a word of our languages."""
    score = sum(_WEIGHTS.get(character.lower(), _UNLIKELY) for character in word if character > "\x7f")
    score += _CAPITAL * sum(character.isupper() for character in word) + _INITIAL * word[:1].isupper()
    score -= 2.0 * len(_TWO_VOWELS.findall(word)) + 0.7 * len(_TWO_CONSONANTS.findall(word))
    return score + (_BROKEN if _BROKEN_WORD.search(word) else 0.0)
