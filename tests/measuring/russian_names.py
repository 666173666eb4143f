"""Invented Russian and Kazakhstani names with their Russian cases, declined by the school grammar's tables.

Nothing here is taken from the package: its rules are what is measured.
"""

from __future__ import annotations

from typing import Literal

Gender = Literal["m", "f"]

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")

_MEN = """
Арсений Богдан Валерий Григорий Данияр Ерлан Захар Игнат Кирилл Леонид Марат Назар Олжас Прохор Родион
Санжар Тимур Фёдор Эльдар Юрий Игорь Никита Илья Серик Бауржан Асхат Дмитрий Глеб Матвей Нурлан
"""
_WOMEN = """
Алина Варвара Галина Дария Евгения Жанна Зарина Инна Камила Лидия Мадина Нина Оксана Полина Раиса Сауле
Тамара Ульяна Фарида Эльмира Юлия Ярослава Наталья Ольга Динара Айгерим Жансая Любовь Карина Василиса
"""
_SURNAMES = """
Лунёв Ветлугин Оразбаков Сабиров Касьянцев Мыншакенов Дубравин Тулепбергенов Осокин Жарылгасов Белогорский
Заречный Томилин Кунанбаев Журавицкий Рощин Байдулетов Ольшанский Ергалиев Пестряков Мельник Ковальчук
Гончарук Шевердяк Нечитайло Остапенко Черных Седых Берберян Мгеладзе Гогиашвили Тростянецкий Сорокопуд
Дьяченко Кравец Абдрашитов Нурпеисов Ескалиев Турлыханов Сейтмамбетов
"""
MEN, WOMEN, SURNAMES = _MEN.split(), _WOMEN.split(), _SURNAMES.split()
# Surnames that differ in a letter or two and belong to different people.
LOOK_ALIKES = (
    ("Сабитов", "Сабиров"), ("Ермеков", "Ермаков"), ("Лунёв", "Лунин"), ("Ахметов", "Ахматов"),
    ("Мельник", "Мельников"), ("Асанов", "Хасанов"), ("Каримов", "Керимов"), ("Громов", "Громыко"),
    ("Орлов", "Орловский"), ("Оспанов", "Османов"), ("Калиев", "Галиев"), ("Нуров", "Нурлов"),
    ("Тулеев", "Тулиев"), ("Белов", "Беляев"), ("Садыков", "Садиков"), ("Жуков", "Жуковский"),
    ("Сериков", "Серов"), ("Волин", "Волгин"), ("Ковалёв", "Ковальчук"), ("Петренко", "Петров"),
)  # fmt: skip

_HUSHED = "жшчщц"
_FIRST = ("а", "у", "а", "ом", "е")  # стол
_SECOND = ("ы", "е", "у", "ой", "е")  # рука


def decline_given(name: str, gender: Gender) -> tuple[str, ...]:
    """The six cases of a given name; all alike when it does not decline."""
    stem, last = name[:-1], name[-1]
    if name.endswith("ия"):
        return (name, *(stem + end for end in ("и", "и", "ю", "ей", "и")))
    if last == "я":
        return (name, *(stem + end for end in ("и", "е", "ю", "ей", "е")))
    if last == "а":
        return (name, *_second(stem))
    if gender == "f":
        if last == "ь":
            return (name, *(stem + end for end in ("и", "и", "ь", "ью", "и")))
        return (name,) * 6
    if name.endswith("ий"):
        return (name, *(stem + end for end in ("я", "ю", "я", "ем", "и")))
    if last in "йь":
        return (name, *(stem + end for end in ("я", "ю", "я", "ем", "е")))
    return (name, *_first(name))


def feminine(surname: str) -> str:
    """A woman's form of a man's surname; the same where there is none."""
    if surname.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return f"{surname}а"
    if surname.endswith(("ский", "цкий", "ый")):
        return f"{surname[:-2]}ая"
    return surname


def decline_surname(surname: str, gender: Gender) -> tuple[str, ...]:
    """The six cases of a surname given as its bearer writes it."""
    stem = surname[:-2]
    if surname.endswith(("ский", "цкий", "ый")):
        instrumental = "им" if surname.endswith("ий") else "ым"
        return (surname, *(stem + end for end in ("ого", "ому", "ого", instrumental, "ом")))
    if surname.endswith("ая"):
        return (surname, *(stem + end for end in ("ой", "ой", "ую", "ой", "ой")))
    if surname.endswith(("ова", "ева", "ёва", "ина", "ына")):
        return (surname, *(surname[:-1] + end for end in ("ой", "ой", "у", "ой", "ой")))
    if surname.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return (surname, *(surname + end for end in ("а", "у", "а", "ым", "е")))
    if gender == "f" or surname.endswith(("о", "е", "и", "ых", "их")):
        return (surname,) * 6
    if surname.endswith("ец"):
        return (surname, *_first(f"{stem}ц"))
    return (surname, *_first(surname))


def _first(stem: str) -> tuple[str, ...]:
    return tuple(stem + ("ем" if end == "ом" and stem[-1] in _HUSHED else end) for end in _FIRST)


def _second(stem: str) -> tuple[str, ...]:
    ends = list(_SECOND)
    if stem[-1] in "гкхжшчщ":
        ends[0] = "и"
    if stem[-1] in _HUSHED:
        ends[3] = "ей"
    return tuple(stem + end for end in ends)
