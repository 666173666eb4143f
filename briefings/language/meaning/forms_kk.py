"""Kazakh word forms, by peeling suffix chains. No dictionary: every admissible stem is kept as a key."""

from __future__ import annotations

import re

from briefings.language.meaning.form import Form, Phase

_BACK, _FRONT = frozenset("аоұы"), frozenset("әеөүі")
_TELLING = _BACK | _FRONT
_VOWELS = frozenset("аәеоөұүыіиуэюяё")
# Verbs of two letters. Any other stem has three: shorter ones would join unrelated words.
_SHORT_VERB = re.compile("ал|ат|ас|аш|ет|өт|өс|өл|ұр|ұт|үз|іл|іш|де|же|ек|ен|ақ|ұш|өн")

_CASE = r"(?:[ндт][ыі]ң|[ғгқк][ае]|[ндт][ыі]|[дт][ае]|[дтн][ае]н|[мбп]ен)"
_OWNED = (
    r"(?:с?[ыі](?:н[ыі]ң|н[ае]н?|н|нд[ае]|мен|ндағы|ндегі)?"
    r"|[ыі]?(?:м|ң|м[ыі]з|ң[ыі]з)(?:[ндт][ыі]ң|[ғг][ае]|[ае]|[ндт][ыі]|[дн][ае]|[дтн][ае]н|[мбп]ен)?)"
)
_RELATING = r"(?:[дт]ағы|[дт]егі|ғы|гі|қы|кі)"
_PLURAL = r"(?:[лдт][ае]р)"
_TAIL = rf"(?:{_PLURAL}?(?:{_OWNED}|{_CASE})?(?:{_RELATING}(?:{_PLURAL}|{_CASE}|н[ыі]ң|нан|нен)?)?)"
_DERIVED = r"(?:[лдт][ыі][қкғг]|ш[ыі]|[лдт][ыі]|с[ыі]з|[дт][ае]й|ш[ае])"
_NOUN = re.compile(rf"{_DERIVED}{{0,2}}{_TAIL}")

_VOICE = r"(?:[ыі]?л|[ыі]?н|[ыі]?т|[тд][ыі]р|[ғгқк][ыі]з|[ыі]?с)"
_ENDINGS: tuple[tuple[Phase | None, str], ...] = (
    ("done", r"[дт][ыі](?:м|ң|қ|к|ң[ыі]з)?"),
    ("done", r"[ғгқк][ае]н(?:мын|мін|быз|біз|дар|дер)?"),
    (None, rf"[ғгқк][ае]н{_TAIL}"),
    ("done", r"[ыі]?п(?:т[ыі])"),
    ("planned", r"[аейи](?:д[ыі]|м[ыі]н|с[ыі]ң|м[ыі]з|с[ыі]з)"),
    ("planned", r"[мбп][ае][қк](?:ш[ыі])?"),
    ("ongoing", r"у(?:да|де)"),
    (None, r"(?:[аей]|[ыі]?п)"),
    (None, rf"[ую]{_TAIL}"),
    (None, rf"(?:[ае]|й)т[ыі]н{_TAIL}"),
    (None, r"с[ае](?:м|ң|қ|к|ң[ыі]з)?"),
    (None, r"с[ыі]н"),
    (None, rf"[ае]?р{_TAIL}"),
    (None, rf"уш[ыі]{_TAIL}"),
)
# азай + у is written азаю, қой + ады is қояды.
_CONTRACTED = re.compile(r"(?<=[аәеоөұүыі])[юя]")
# кемі + йтін is written кемитін, байы + йтын байитын; кредитін is кредит, so both spellings are peeled.
_CLOSED = re.compile(r"и(?=т(?P<vowel>[ыі])н)")
_LONGEST = 60  # letters; longer ones are addresses and accidents
_SHORT_NOUN = re.compile("ел|су|үй|ай|ой|ән|от|іс|үн|ұл|ер|ту|би|ми|оқ|өң")
_SURNAME = re.compile("(?:[её]в|ин)$")  # takes the endings of its other vowels: Тоқаевтың
_INFLECTED = re.compile("|".join(ending for _, ending in _ENDINGS))
# Nouns that lose a vowel before an ending: халық, халқы.
_WITH_ITS_VOWEL = {
    "халқ": "халық", "орн": "орын", "ерк": "ерік", "қауп": "қауіп", "даус": "дауыс", "көңл": "көңіл",
    "ауз": "ауыз", "құлқ": "құлық", "ғұрп": "ғұрып", "әрп": "әріп", "көрк": "көрік", "ырқ": "ырық", "парқ": "парық",
}  # fmt: skip
_ALL_VOICE = re.compile(_VOICE)
_VERB = tuple((phase, re.compile(rf"{_VOICE}{{0,2}}{ending}")) for phase, ending in _ENDINGS)
_ANY_VERB = re.compile(rf"{_VOICE}{{0,2}}(?:{_INFLECTED.pattern})")  # whether to try them one by one
_FINITE = re.compile(
    r"(?:[дт][ыі](?:м|ң|қ|к|ң[ыі]з)?|[ғгқк][ае]н(?:д[ае]р)?|п(?:т[ыі])?|[аей](?:д[ыі]|м[ыі]н|с[ыі]ң|м[ыі]з)"
    r"|[мбп][ае][қк](?:ш[ыі])?|уда|уде)$"
)
# хабарлады (told) and ашылады (opens) end alike: -лады after a consonant, -дады after a sonorant and -тады
# after a voiceless one are the past of a verb in -а; the others, but for a few, are the present and future.
_PAST = re.compile(
    r"\w+(?:[^аәеоөұүыіиу]л[ае]|[лмнңрзй]д[ае]|[қкпсшт]т[ае])д[ыі](?:м|ң|қ|к)?"
    r"|(?:жаса|қара|сұра|сана|ата|тара|бақыла|бағала|талқыла|төле|ұна|сына|қина|ойна|тіле|мерекеле|тәрбиеле)"
    r"д[ыі](?:м|ң|қ|к)?"
    r"|(?:азай|көбей|кеңей|ұлғай|күшей|нығай|молай|зорай)д[ыі]"
)
# м after a vowel or р л й у, б after з ж м н ң, п after a voiceless consonant: nothing else denies. The
# ending -сын is left out: баяндамасын (his report) is far more frequent than болмасын (let it not be).
_DENYING = re.compile(
    r"(?P<stem>\w+?)(?:(?<=[аәеоөұүыіиуюярлй])м[ае]|(?<=[зжмнңвг])б[ае]|(?<=[кқптсшщфхцчбд])п[ае])"
    rf"(?P<ending>д[ыі](?:м|ң|қ|к|ң[ыі]з)?|[ғг][ае]н(?:д[ыі][қкғг])?{_TAIL}|й(?:д[ыі]|м[ыі]н|с[ыі]ң|м[ыі]з|с[ыі]з)?"
    rf"|йт[ыі]н(?:д[ыі][қкғг])?{_TAIL}|йінше|с|ст[ае]н|сп[ыі]н|с[ае](?:м|ң|қ|к|ң[ыі]з)?|у{_TAIL}|пт[ыі])"
)
# Adjectives that look like the past of a verb: «бұл атау орынды», «дауысы салмақты».
_QUALITIES = re.compile(
    r"(?:орын|салмақ|маңыз|тиім|қажет|зиян|қауіп|тұрақ|жарам|кепіл|сенім|үміт|міндет|ықпал|бедел|жауап|табыс|шығын"
    r"|пәрмен|өнім|белсен|әділет|қуат|мазмұн|құн|мән|сәт|дәлел|негіз|шарт|қымбат|өкініш|түсінік|күмән|ақыл|атақ|қызық"
    r"|тартым|жағым|қолжетім|рұқсат|қауқар|әсер|көрнек|серпін|берекет|қасиет|нақ|мық|қат|тәт|күш|тиіс"
    r"|икем|керек|бел|көлем|ауқым)[дт][ыі]"
)
_LACKING = re.compile(r"(?P<stem>\w{3,}(?<![аейи]))с[ыі]з(?:д[ыі][қкғг])?\w{0,6}")
# Lexical: these look denied and are not, or their denial has become a word of its own.
_NOT_DENIALS = re.compile(
    r"(?:әлсіз\w*|немесе|болмаса|әйтпесе|сөйтпесе|ұзамай|алмас|көмей|демеу|жаппай|қарама(?:стан|й)|жанармай\w*|қарма\w+"
    r"|қама(?:ды|у|л)\w*|кеме(?:й|у|с)\w*|тамады|жұма\w*|(?:\w*қауіп|тәуел|сөз)сіз\w*|(?:отыр|тұр|жатыр|жүр)с[ыі]з\w*)"
)


def read(word: str) -> Form:
    """The reading of `word` (lower case); "БҰҰ-ның" is read as БҰҰ with a case ending."""
    head, _, ending = word.rpartition("-")
    if head and re.fullmatch(_TAIL, ending):
        return Form(frozenset({word, head}))
    if denied := _denied(word):
        return denied
    stems, phases = _peel(_uncontracted(word))
    if _CLOSED.search(word):
        stems |= _peel(_CLOSED.sub(lambda found: found["vowel"] + "й", word))[0]
    verb = bool(phases) and bool(_FINITE.search(word)) and not _QUALITIES.fullmatch(word)
    phase = "done" if _PAST.fullmatch(word) else next((phase for phase in phases if phase), None)
    return Form(frozenset({word, *stems}), verb, phase if verb else None)


def is_quality(word: str) -> bool:
    """Whether `word` (lower case) is an adjective that looks like the past of a verb: салмақты, орынды."""
    return _QUALITIES.fullmatch(word) is not None


def dictionary_forms(word: str) -> frozenset[str]:
    """The words of which `word` (lower case) may be an inflected form, itself included.

    For a reader who looks a word up: derivation is not undone (орталық, centre, is no form of орта, middle).
    """
    if len(word) > _LONGEST:
        return frozenset((word,))
    if denied := _denied(word):
        return denied.keys
    found = {word}
    # саясатында is саясат with endings, қояды is қой: the я may be either.
    for spelling in {word, _uncontracted(word)}:
        for cut in range(2, len(spelling)):
            stem, rest = spelling[:cut], spelling[cut:]
            short = cut == 2 and not _SHORT_NOUN.fullmatch(stem)
            noun = not short and re.fullmatch(_TAIL, rest)
            verb = (cut > 2 or _SHORT_VERB.fullmatch(stem)) and _INFLECTED.fullmatch(rest)
            if (noun or verb) and (_in_harmony(stem, rest) or _SURNAME.search(stem)):
                found |= {stem, _devoiced(stem), _WITH_ITS_VOWEL.get(stem, stem)}
    return frozenset(found)


def _peel(word: str) -> tuple[set[str], list[Phase | None]]:
    """Every admissible stem of `word`, and what each verbal reading says of the action, shortest stem first."""
    stems: set[str] = set()
    phases: list[Phase | None] = []
    for cut in range(2, len(word)):
        stem, rest = word[:cut], word[cut:]
        if (cut == 2 and not _SHORT_VERB.fullmatch(stem)) or not _in_harmony(stem, rest):
            continue
        verbal = []
        if _ANY_VERB.fullmatch(rest):
            verbal = [phase for phase, pattern in _VERB if pattern.fullmatch(rest)]
        if verbal or (cut > 2 and _NOUN.fullmatch(rest)):
            stems |= {stem, _devoiced(stem)}
            phases += verbal
    return stems, phases


def _uncontracted(word: str) -> str:
    return _CONTRACTED.sub(lambda found: "йу" if found[0] == "ю" else "йа", word)


def _denied(word: str) -> Form | None:
    """The reading of a verb with -ма/-ме/-ба/-бе/-па/-пе, or of a noun with -сыз/-сіз (without)."""
    if _NOT_DENIALS.fullmatch(word):
        return None
    if match := _DENYING.fullmatch(word):
        stem, ending = match["stem"], match["ending"]
        if len(stem) > 2 or _SHORT_VERB.fullmatch(stem):
            done = re.match(r"д[ыі]|[ғг][ае]н$|пт", ending)
            phase: Phase | None = "done" if done else "planned" if re.match(r"й[дмс]", ending) else None
            return Form(frozenset({word, *_stems_of_verb(stem)}), phase is not None, phase, negated=True)
    if match := _LACKING.fullmatch(word):
        return Form(frozenset({word, match["stem"]}), negated=True)
    return None


def _stems_of_verb(stem: str) -> set[str]:
    return {stem} | {stem[:-n] for n in (1, 2, 3) if len(stem) - n > 1 and _ALL_VOICE.fullmatch(stem[-n:])}


def _devoiced(stem: str) -> str:
    """`stem` with its last consonant as it stands without an ending: кітаб(ы) is кітап."""
    return stem[:-1] + {"ғ": "қ", "г": "к", "б": "п"}.get(stem[-1], stem[-1])


def _in_harmony(stem: str, rest: str) -> bool:
    """Whether the vowels of the endings follow the last vowel of the stem, as Kazakh vowels do."""
    if rest[1:3] == "ен" and rest[0] in "мбп":
        return True
    last = next((letter for letter in reversed(stem) if letter in _VOWELS), "")
    first = next((letter for letter in rest if letter in _TELLING), "")
    return not ((last in _BACK and first in _FRONT) or (last in _FRONT and first in _BACK))
