"""Invented Kazakh names with their suffixes, joined by the school grammar's rules of harmony.

Nothing here is taken from the package: its rules are what is measured.
"""

from __future__ import annotations

_MEN = """
Айдос Бекзат Ғалым Дәулет Ерлан Жандос Қайрат Медет Нұрлан Олжас Сәкен Тимур Ұлан Әділет Болат Арман Серік
Мұрат Ержан Қуаныш Асқар Берік Данияр Жәнібек Қанат Марат Рүстем Талғат Шыңғыс Ілияс
"""
_WOMEN = """
Айгүл Ботагөз Гүлнәр Дина Жансая Зере Қарлығаш Ләззат Мәдина Нұргүл Роза Сәуле Толқын Ұлжан Шолпан Әсел
Динара Меруерт Айнұр Жанар Індира Камила Перизат Раушан Салтанат Томирис Фарида Эльмира Жібек Өрзия
"""
# Of men; a woman's has -а behind в, қызы for ұлы.
_SURNAMES = """
Оразбақов Мыңшәкенов Төлепбергенов Жарылғасов Құнанбаев Байдәулетов Ерғалиев Әбдірашитов Нұрпейісов Есқалиев
Тұрлыханов Сейтмамбетов Қожахметов Өтепов Үсенов Шәріпов Ықсанов Бөкенов Дәрібаев Кәрібжанов Сарқытбаев
Мәуленов Сәдуақасов Жүнісбеков Қасенұлы Бердіұлы Мұсаұлы Тәңірбергенұлы Ермекұлы Ықыласұлы Байжан Сарыбас
Алтынсары Көкенай Жақып Тоғжан Ерназар Қаратай Бекбау Теміртас
"""
MEN, WOMEN, SURNAMES = _MEN.split(), _WOMEN.split(), _SURNAMES.split()
LOOK_ALIKES = (
    ("Сабитов", "Сабиров"), ("Ермеков", "Ермақов"), ("Ахметов", "Ахматов"), ("Асанов", "Хасанов"),
    ("Кәрімов", "Керімов"), ("Оспанов", "Османов"), ("Қалиев", "Ғалиев"), ("Төлеев", "Төлиев"),
    ("Садықов", "Сәдіқов"), ("Серіков", "Серов"), ("Мұсаұлы", "Мусинұлы"), ("Беріков", "Бөріков"),
    ("Жақыпов", "Жақиев"), ("Нұров", "Нұрлов"), ("Қасенұлы", "Хасенұлы"), ("Тоғжан", "Тоғыжан"),
    ("Байжанов", "Байжұманов"), ("Дәрібаев", "Дәрменбаев"), ("Үсенов", "Үсенбаев"), ("Әбенов", "Әбішев"),
)  # fmt: skip

_FRONT, _BACK = "әөүіеэ", "аоұыёюя"
_VOWELS = f"{_FRONT}{_BACK}иу"
_VOICELESS = "бвгдкқпстфхһцчшщ"
_CASES = {
    "genitive": ("ның", "дың", "тың"),
    "dative": ("ға", "ға", "қа"),
    "accusative": ("ны", "ды", "ты"),
    "locative": ("да", "да", "та"),
    "ablative": ("дан", "дан", "тан"),
    "instrumental": ("мен", "мен", "пен"),
}
_OF_A_POSSESSIVE = {
    "genitive": "ның", "dative": "на", "accusative": "н", "locative": "нда", "ablative": "нан",
    "instrumental": "мен",
}  # fmt: skip
_TO_FRONT = str.maketrans("аығқ", "еігк")


def feminine(surname: str) -> str:
    """A woman's form of a man's surname; the same where there is none."""
    if surname.endswith("ұлы"):
        return f"{surname[:-3]}қызы"
    return f"{surname}а" if surname.endswith("в") else surname


def suffixed(word: str) -> dict[str, str]:
    """The forms of a name's last word by what they are called, without the bare one."""
    if word.endswith(("ұлы", "қызы")):
        return {case: word + end for case, end in _OF_A_POSSESSIVE.items()}
    forms = {case: word + _harmonised(_case_ending(word, case), word, case) for case in _CASES}
    plural = word + _harmonised(_by_end(word, "лар", "дар", "тар"), word)
    forms["plural"] = plural
    forms["plural, genitive"] = plural + _harmonised("дың", word)
    if word[-1] not in "пкқ":  # those grow soft before a vowel, which names are not always written with
        vowel = word[-1] in _VOWELS
        forms["possessive, our"] = word + _harmonised("мыз" if vowel else "ымыз", word)
        forms["possessive, my"] = word + _harmonised("м" if vowel else "ым", word)
    return forms


def _case_ending(word: str, case: str) -> str:
    after_vowel, after_voiced, after_voiceless = _CASES[case]
    last = word[-1].lower()
    if last in _VOICELESS:
        return after_voiceless
    if case == "genitive" and last in "мнң":
        return "ның"
    if case == "ablative" and last in "мнң":
        return "нан"
    if case == "instrumental" and last in "зж":
        return "бен"
    return after_vowel if last in _VOWELS and last != "у" else after_voiced


def _by_end(word: str, after_open: str, after_voiced: str, after_voiceless: str) -> str:
    last = word[-1].lower()
    if last in _VOICELESS:
        return after_voiceless
    return after_voiced if last in "лмнңзж" else after_open


def _harmonised(ending: str, word: str, case: str = "") -> str:
    """The ending as the vowels of the word ask for; -мен, -пен and -бен have one shape."""
    return ending if case == "instrumental" or not _is_front(word) else ending.translate(_TO_FRONT)


def _is_front(word: str) -> bool:
    """Құнанбаевтың but Ерғалиевтің: the е of a Russian ending leaves the choice to the vowel before it."""
    if word.endswith("иев"):
        return True
    letters = word.lower().removesuffix("ев")
    return next((c in _FRONT for c in reversed(letters) if c in _FRONT + _BACK), False)
