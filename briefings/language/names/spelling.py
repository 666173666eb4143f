"""How a surname is written in another alphabet, letter by letter: Садыков is Sadykov, Садиков is Sadikov.

`sound` folds what transliteration blurs, and with it what tells two families apart. A surname is therefore
also compared here, by what every scheme writes down: ы or и between consonants, an й, ее or ие, ш or щ,
doubled letters. Where the schemes differ a word has several spellings (Соловьев: Solovyev, Soloviev).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from briefings.language.names.script import KAZAKH_TO_RUSSIAN, alphabet, letters

# (pattern, what it may stand for): one vowel for я, ю; D for дж, W for ш, WQ for щ; in this order.
_Rules = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]


def _rules(*rules: tuple[str, str]) -> _Rules:
    return tuple((re.compile(pattern), tuple(spelt.split("|"))) for pattern, spelt in rules)


# Russian writes down no ы or і that only parts a stop from л or р: Тілеубаев, Тлеубаев.
_SWALLOWED = re.compile(r"(?<=[бпдтгкғқсз])[ыі](?=[лр][аәеиоөұүуыіэюя])")
_CYRILLIC = _rules(
    (r"и(?=.*(?:ко|[ую]к)$)", "и|ы"),  # a Ukrainian и is a y: Куриленко, Kurylenko
    (r"тч", "ч"),
    (r"т[сз]", "ц"),
    (r"оу", "у"),
    (r"ы[её]", "ые|е"),  # Дурдыев: Durdyev, Durdyyev
    (r"[ьъ]е|йе|йо|[ьъ]о", "e|ie"),
    (r"[ьъ]я", "A|ia"),
    (r"[ьъ]ю", "U|iu"),
    (r"[ьъ]", ""),
    (r"(?<=[иы])й", ""),
    (r"(?<=и)[яа]", "a"),
    (r"(?<=и)ю", "u"),
    (r"дж", "D"),
)
_CYRILLIC_LETTERS = str.maketrans("абвгдежзийклмнопрстуфхцчшыэюя", "abvgdeJziiklmnoprstufhCQWyeUA") | {
    ord("щ"): "WQ"
}
_LATIN = _rules(
    (r"shch", "WQ"),
    (r"sch", "W|WQ"),
    (r"sh|ş", "W"),
    (r"^dzh|^dj|^j", "J"),
    (r"dzh|dj", "D"),
    (r"zh", "J"),
    (r"j", "J|D"),
    (r"tch|ch|ç", "Q"),
    (r"ts|tz", "C"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"kh", "h"),
    (r"gh|ğ", "g"),
    (r"ck|q|c(?![eiy])", "k"),
    (r"c", "s"),
    (r"x", "ks"),
    (r"w", "v"),
    (r"oo|ou", "u"),
    (r"(?<=[aeou])[iy](?=[eo])[eo]", "e"),
    (r"(?<=[aeou])[iy]a", "A"),
    (r"(?<=[aeou])[iy]u", "U"),
    (r"i[iy]a", "ia"),
    (r"i[iy]u", "iu"),
    (r"iy[eo]", "ie"),
    (r"ya", "A"),
    (r"yu", "U"),
    (r"y[eo]", "e"),
    (r"ia", "ia|A"),
    (r"iu", "iu|U"),
)
_BOTH = _rules(
    (r"u(?=[aeo])", "v"),  # Уалиханов, Валиханов
    (r"ss", "s"),  # Kassymov keeps the s of Касымов voiceless
    (r"i[iy]|y[iy]", "i"),
    (r"(?<=[aeouAU])[iy]", "i"),
    (r"[iy]+$", "i"),
)


@lru_cache(maxsize=1 << 15)
def spellings(word: str) -> frozenset[str]:
    """The keys of a surname's spellings; of one family in two alphabets at least one key is shared."""
    plain = letters(word)
    if alphabet(word) == "latin":
        return _spelt(_spelt(frozenset((_without_marks(plain),)), _LATIN), _BOTH)
    variants = {plain, _SWALLOWED.sub("", plain)} if alphabet(word) == "kazakh" else {plain}
    russian = frozenset(variant.translate(KAZAKH_TO_RUSSIAN) for variant in variants)
    return _spelt(
        frozenset(key.translate(_CYRILLIC_LETTERS) for key in _spelt(russian, _CYRILLIC)),
        _BOTH,
    )


def _without_marks(word: str) -> str:
    """The word with ü, é or ñ as u, e or n; the ı of Kazakh is ы."""
    return "".join(c if c in "çşğ" else unicodedata.normalize("NFD", c)[0] for c in word.replace("ı", "y"))


def _spelt(keys: frozenset[str], rules: _Rules) -> frozenset[str]:
    for pattern, options in rules:
        keys = frozenset(pattern.sub(option, key) for key in keys for option in options)
    return keys
