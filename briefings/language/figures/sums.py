"""Add up one number from its pieces: digits, number words, or both (2 млн 300 тысяч)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from briefings.language.figures import english_numbers, kazakh_numbers, russian_numbers
from briefings.language.figures.number_words import NumberWord, Role
from briefings.language.figures.tokens import Token, adjoining, digits_value, hyphenated, word_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefings.domain import Language

_NUMBER_WORD: dict[Language, Callable[[str], NumberWord | None]] = {
    "ru": russian_numbers.number_word,
    "kk": kazakh_numbers.number_word,
    "en": english_numbers.number_word,
}
# Case endings written after digits that leave it open whether the number is cardinal: 5-ти, 90-х, 10-нан.
_CASE_ENDING = {
    "ru": re.compile(r"ти|и|м|х|ми|ю|та|мя|тью|ых|ым|ом|ой|ух|ех"),
    "kk": re.compile(
        r"[ыі]|с[ыі]н?|[ыі]н|с?[ыі]?н[ыі]ң|[дт][ыі]ң|[ғгқк][ае]|н[ае]|с?[ыі]?н?[дт][ае](?:ғ[ыі]|г[ыі])?|[дтн][ае]н"
        r"|с?[ыі]н[ае]н?|н[ыі]|[дт][ыі]|[мбп]ен|[ае]у"
    ),
    "en": re.compile(r"(?!)"),
}
_LETTER_SCALE = {"k": "1e3", "m": "1e6", "b": "1e9", "bn": "1e9"}
# "2.4m hectares", "14m young trees" are millions; "5m deep", "a 100m pool" are metres.
_PLURAL = re.compile(r"people|men|women|children|staff|\w{2,}[^su]s")


class Numeral(NamedTuple):
    """A number and the index of the first token behind it.

    `scale` is the last scale word in it (1 if none), which a range shares: 2–3 млн. `plain` says that it is
    written in digits and nothing else.
    """

    value: Decimal
    role: Role
    end: int
    certain: bool = True
    scale: Decimal = Decimal(1)
    plain: bool = False


def number_word(tokens: list[Token], index: int, language: Language) -> NumberWord | None:
    """The number word at token `index`, if it is one."""
    if not 0 <= index < len(tokens) or tokens[index].shape != "word":
        return None
    return number_named(tokens[index].folded, language)


def number_named(word: str, language: Language) -> NumberWord | None:
    """The number that a folded word names by itself."""
    return _NUMBER_WORD[language](word)


# What a few of are counted by: «два десятка», "three dozen", «екі дюжина».
_TENS: dict[Language, dict[str, int]] = {
    "ru": {"десятка": 10, "десятков": 10, "дюжины": 12, "дюжин": 12, "сотни": 100, "сотен": 100},
    "kk": {"дюжина": 12},
    "en": {"dozen": 12, "score": 20},
}


class Sum:
    """Adds up hundreds, tens and units into a group, and groups by thousands, millions …

    `room` is the size below which another word still fits into the group: after двадцать, below 10.
    """

    def __init__(self, tokens: list[Token], index: int, language: Language) -> None:
        self.tokens, self.index, self.first, self.language = tokens, index, index, language
        self.total, self.group = Decimal(0), Decimal(0)
        self.room = Decimal(1000)
        self.scale = Decimal("1e15")  # the last scale word; the next must be smaller
        self.pieces = 0
        self.certain = True
        self.role: Role = "cardinal"

    def read(self) -> Numeral | None:
        """The number from the first token on, or None when no number begins there."""
        while self._take():
            pass
        if not self.pieces:
            return None
        value = self.total + self.group
        plain = self.pieces == 1 and self.tokens[self.first].shape == "digits"
        scale = self.scale if self.total else Decimal(1)
        end = self._past_case_ending()
        if self.role == "cardinal" and (share := self._share(value, end)):
            return share
        return Numeral(value, self.role, end, self.certain or self.pieces > 1, scale, plain)

    def _take(self) -> bool:
        """Take the next piece of the number; False when it has ended."""
        at = self._skip_joint()
        if at >= len(self.tokens) or self.role != "cardinal" or self._declined():
            return False
        token = self.tokens[at]
        if token.shape == "digits":
            return self._take_digits(at)
        if self.pieces and self._take_half(at):
            return True
        if self._take_letter_scale(at):
            return True
        word = number_word(self.tokens, at, self.language)
        if word is None:
            return False
        multiplies = word.role == "plural" or (
            word.role == "ordinal" and self.language == "ru"
        )  # 100-тысячный
        if word.role == "scale" or (multiplies and word.value >= 1000 and self.pieces):
            return self._take_scale(at, word)
        if self._take_tens(at):
            return True
        if word.role in {"cardinal", "ordinal"}:
            return self._take_small(at, word)
        return False

    def _declined(self) -> bool:
        """Whether the number ended with a Kazakh case: екі миллионнан | үш миллионға дейін."""
        last = self.tokens[self.index - 1]
        declined = last.shape == "word" and not kazakh_numbers.is_bare(last.folded) and last.folded != "жарым"
        return self.language == "kk" and self.pieces > 0 and declined

    def _skip_joint(self) -> int:
        """Past a hyphen (twenty-five, 100-тысячный), the point of тыс., or an English "and" after a hundred."""
        at = self.index
        if not self.pieces:
            return at
        if hyphenated(self.tokens, at):
            return at + 1
        if self.language == "en" and word_at(self.tokens, at) == "and" and self.room in {100, 1000}:
            word = number_word(self.tokens, at + 1, "en")
            if word and word.role in {"cardinal", "ordinal"} and 0 < word.value < 100:
                return at + 1
        return at

    def _take_digits(self, at: int) -> bool:
        digits = self.tokens[at].folded
        after = number_word(self.tokens, at + 1, self.language)
        scaled = after is not None and after.role in {"scale", "plural"} and after.value >= 1000
        if self.pieces:
            # 2 млн 300 тысяч; 5 тысяч 300. Else the digits begin a number of their own.
            lower = scaled and after is not None and after.value < self.scale
            if not self.total or self.group or at != self.index:
                return False
            if not lower and not (self.scale == 1000 and re.fullmatch(r"[1-9]\d\d", digits)):
                return False
        self.group, self.room = digits_value(digits, self.language, scaled=scaled), Decimal(0)
        self._advance(at)
        return True

    def _take_half(self, at: int) -> bool:
        """два с половиной; екі жарым; one and a half."""
        phrase = {"ru": ("с", "половиной"), "kk": ("жарым",), "en": ("and", "a", "half")}[self.language]
        if tuple(word_at(self.tokens, at + step) for step in range(len(phrase))) != phrase:
            return False
        if self.group:
            self.group += Decimal("0.5")
        else:
            self.total += self.scale / 2  # бір миллион жарым
        self.room = Decimal(0)
        self._advance(at + len(phrase) - 1)
        return True

    def _take_letter_scale(self, at: int) -> bool:
        """$1.5m, 30bn, 2.4m hectares: a letter glued to the digits, where it can mean nothing else."""
        letters = self.tokens[at].folded
        if letters not in _LETTER_SCALE or self.pieces != 1 or not adjoining(self.tokens, at):
            return False
        money = word_at(self.tokens, self.first - 1) in {"$", "€", "£"}
        if letters != "bn" and not money and not self._counts_things(at):
            return False
        return self._take_scale(at, NumberWord(Decimal(_LETTER_SCALE[letters]), "scale"))

    def _counts_things(self, at: int) -> bool:
        """Whether the letter stands before what is counted: a plural, at most one word off, or a currency."""
        behind = [word_at(self.tokens, at + step) for step in (1, 2)]
        return any(_PLURAL.fullmatch(word) for word in behind) or behind[0] == "tenge"

    def _take_tens(self, at: int) -> bool:
        """два десятка, полторы сотни, three dozen: a few times ten, twelve or a hundred."""
        times = _TENS[self.language].get(word_at(self.tokens, at))
        if times is None or not self.pieces or self.total or not 1 < self.group < 10:
            return False
        self.group, self.room = self.group * times, Decimal(0)
        self._advance(at)
        return True

    def _take_scale(self, at: int, word: NumberWord) -> bool:
        if word.value >= self.scale:
            return False
        if word.value == 1000 and word.role == "plural" and not self.group:
            return False
        self.total += (self.group or 1) * word.value
        self.group, self.room, self.scale = Decimal(0), Decimal(1000), word.value
        if word.role == "plural" and self.language == "kk":
            self.role = "plural"  # он мыңдаған: tens of thousands
        short = word_at(self.tokens, at) in {"тыс", "млн", "млрд", "трлн"}
        goes_on = word_at(self.tokens, at + 2) not in {"", "\n"}
        self.certain = True
        self._advance(at + (short and goes_on and word_at(self.tokens, at + 1) == "."))
        return True

    def _take_small(self, at: int, word: NumberWord) -> bool:
        # "sixteen hundred" is said in English only
        most = 100 if self.language == "en" and self.group % 10 else 10
        hundreds = word.value == 100 and self.language != "ru" and 0 < self.group < most
        if hundreds and word.role == "cardinal" and self.room <= 10:
            self.group *= 100
            self.room = Decimal(100)
        elif word.value < self.room and not (self.pieces and word.value == 0):
            self.group += word.value
            self.room = _room_after(word.value, self.language)
        else:
            return False
        self.role = word.role
        self.certain = word.certain
        self._advance(at)
        return True

    def _advance(self, at: int) -> None:
        self.index = at + 1
        self.pieces += 1

    def _past_case_ending(self) -> int:
        after_digits = self.tokens[self.index - 1].shape == "digits" and hyphenated(self.tokens, self.index)
        ending = _CASE_ENDING[self.language].fullmatch(word_at(self.tokens, self.index + 1))
        return self.index + 2 if after_digits and ending else self.index

    def _share(self, value: Decimal, end: int) -> Numeral | None:
        """две трети, three quarters, one-fifth, үштен бір: so many parts of a whole."""
        at = end + hyphenated(self.tokens, end)
        part = number_word(self.tokens, at, self.language)
        if part is None or not 0 < value < (1001 if self.language == "kk" else 100):
            return None
        if self.language == "kk":
            whole = re.search(r"[дтн][ае]н$", self.tokens[end - 1].folded)
            if whole and part.role == "cardinal" and 0 < part.value < value:
                return Numeral(part.value / value, "fraction", at + 1)
            return None
        if part.role == "fraction" and value < 10 and part.value * value < 1:
            return Numeral(value * part.value, "fraction", at + 1)
        ordinal_part = part.role == "ordinal" and part.value > 2 and value < part.value
        one_third = self.language == "en" and value == 1
        if ordinal_part and (one_third or re.search(r"(?:ая|ой|ую|ых)$", self.tokens[at].folded)):
            return Numeral(value / part.value, "fraction", at + 1)
        return None


def _room_after(value: Decimal, language: Language) -> Decimal:
    if value >= 100:
        return Decimal(100)
    tens = value >= 20 and value % 10 == 0
    return Decimal(10) if tens or (language == "kk" and value == 10) else Decimal(0)  # он алты is 16
