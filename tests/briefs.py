"""A brief with every section filled, in three languages, of an article invented for the tests."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from briefings.domain import (
    Article,
    Brief,
    Confidence,
    Dimension,
    ExpertView,
    Finding,
    Language,
    Made,
    OutsideNote,
    Positioning,
    Quote,
    Sentence,
    SentenceKind,
    SentenceVoice,
    SourceIssue,
    Speaker,
    Statement,
    Voice,
    Withheld,
)

DIMENSION_NAMES = {
    "regional_leadership": {
        "ru": "Лидерство в регионе",
        "kk": "Өңірдегі көшбасшылық",
        "en": "Regional leadership",
    },
    "tech_ai": {"ru": "Технологии и ИИ", "kk": "Технологиялар және ЖИ", "en": "Technology and AI"},
}

# One line is one sentence; an empty line ends a paragraph, "# " opens a heading.
_SOURCES: dict[Language, str] = {
    "ru": """\
# Караванный форум соберёт соседей

Министерство озёр и каналов Казахстана проведёт в Актогае первый Караванный форум 14 октября 2031 года.
Приглашены делегации девяти стран, сообщила пресс-служба ведомства.

Политолог Айгерим Тестова считает форум заявкой на роль посредника.
«Мы предлагаем не деньги, а стол, за которым удобно договариваться», — сказала она.
Это, по её словам, может дать стране голос в споре о воде.

# «Сначала — расписание»

Экономист Ғалымжан Үлгібаев осторожнее: он ждёт не речей, а расписания поездов.
«Форум вряд ли изменит тарифы уже в этом году», — отметил эксперт.
Объём перевозок через Актогай он оценил в 3,4 млн тонн.
Открытие терминала планируется весной.

В пресс-службе уточнили, что терминал уже строится.
Журналистов просят записаться до конца сентября.""",
    "kk": """\
# Керуен форумы көршілерді жинайды

Қазақстанның Көлдер мен арналар министрлігі 2031 жылғы 14 қазанда Ақтоғайда алғашқы Керуен форумын өткізеді.
Тоғыз елдің делегациясы шақырылды, деп хабарлады ведомствоның баспасөз қызметі.

Саясаттанушы Айгерім Тестова форумды делдал рөліне үміткерлік деп санайды.
«Біз ақша емес, келісуге ыңғайлы үстел ұсынамыз», — деді ол.
Оның айтуынша, бұл елге су туралы дауда үн бере алады.

# «Алдымен — кесте»

Экономист Ғалымжан Үлгібаев сақтау: ол сөз емес, пойыздар кестесін күтеді.
«Форум биыл тарифтерді өзгерте қоюы екіталай», — деп атап өтті сарапшы.
Ақтоғай арқылы тасымал көлемін ол 3,4 млн тонна деп бағалады.
Терминалды көктемде ашу жоспарланып отыр.

Баспасөз қызметі терминалдың салынып жатқанын нақтылады.
Журналистер қыркүйектің соңына дейін тіркелуі керек.""",
    "en": """\
# Caravan forum to bring neighbours together

Kazakhstan's Ministry of Lakes and Canals will hold the first Caravan Forum in Aktogay on 14 October 2031.
Delegations from nine countries are invited, the ministry's press office said.

Political analyst Aigerim Testova calls the forum a bid for the role of mediator.
"We offer not money but a table at which it is easy to agree," she said.
In her words, it may give the country a voice in the dispute over water.

# "First a timetable"

Economist Ghalymzhan Ulgibayev is more careful: he waits not for speeches but for a timetable of trains.
"The forum is unlikely to change tariffs this year," the expert noted.
He put freight through Aktogay at 3.4 million tonnes.
The terminal is planned to open in spring.

The press office added that the terminal is already being built.
Journalists are asked to register by the end of September.""",
}
_SPEAKERS: dict[Language, tuple[Speaker, Speaker, Speaker]] = {
    "ru": (
        Speaker("Айгерим Тестова", "политолог"),
        Speaker("Ғалымжан Үлгібаев", "экономист"),
        Speaker("Министерство озёр и каналов"),
    ),
    "kk": (
        Speaker("Айгерім Тестова", "саясаттанушы"),
        Speaker("Ғалымжан Үлгібаев", "экономист"),
        Speaker("Көлдер мен арналар министрлігі"),
    ),
    "en": (
        Speaker("Aigerim Testova", "political analyst"),
        Speaker("Ghalymzhan Ulgibayev", "economist"),
        Speaker("Ministry of Lakes and Canals"),
    ),
}
_OUTLETS: dict[Language, str] = {"ru": "Вестник Актогая", "kk": "Ақтоғай жаршысы", "en": "Aktogay Herald"}
# Texts in the order in which a brief is read.
_TEXTS: dict[Language, dict[str, str]] = {
    "ru": {
        "title": "Караванный форум в Актогае: роль посредника заявлена, сроки не подтверждены",
        "lead1": "Первый Караванный форум пройдёт в Актогае 14 октября 2031 года.",
        "lead2": "А. Тестова видит в нём заявку на роль посредника.",
        "lead3": "Роль пока держится на словах: ни одна приглашённая страна не названа.",
        "event1": "Приглашены делегации девяти стран.",
        "event2": "Министерство проводит форум впервые.",
        "stakes1": "Форум, по словам эксперта, может дать стране голос в споре о воде.",
        "stakes2": "Объём перевозок через Актогай оценён в 3,4 млн тонн.",
        "view1": "Страна предлагает «не деньги, а стол, за которым удобно договариваться».",
        "view1b": "Это, по её словам, может дать стране голос в споре о воде.",
        "view2": "Форум «вряд ли изменит тарифы уже в этом году».",
        "view2b": "Важны не речи, а расписание поездов.",
        "comparison": "Эксперты говорят о разном: одна — о посредничестве, другой — о перевозках.",
        "positioning": "Роль посредника проверят по составу участников, а не по самому приглашению.",
        "alternative": "Первым итогом станет расписание поездов, а не договорённость о воде.",
        "watch": "Какие из девяти стран пришлют делегации.",
        "reason": "Одна статья, два комментария, официальных документов нет.",
        "issue": "Открытие терминала «планируется весной», но терминал «уже строится».",
        "gap": "Имена приглашённых и повестка форума.",
        "withheld": "Форум изменит тарифы уже в этом году.",
        "withheld_detail": "«вряд ли изменит» [S7] → «изменит»",
        "mark_detail": "«её» в S5 отнесено к А. Тестовой",
        "outside": "Актогай — станция в двух областях; которая из них, статья не говорит.",
    },
    "kk": {
        "title": "Ақтоғайдағы Керуен форумы: делдал рөлі мәлімделді, мерзімі расталмаған",
        "lead1": "Алғашқы Керуен форумы 2031 жылғы 14 қазанда Ақтоғайда өтеді.",
        "lead2": "А. Тестова одан делдал рөліне үміткерлікті көреді.",
        "lead3": "Рөл әзірге сөз жүзінде: шақырылған бірде-бір ел аталмаған.",
        "event1": "Тоғыз елдің делегациясы шақырылды.",
        "event2": "Министрлік форумды алғаш рет өткізеді.",
        "stakes1": "Сарапшының айтуынша, форум елге су туралы дауда үн бере алады.",
        "stakes2": "Ақтоғай арқылы тасымал көлемі 3,4 млн тонна деп бағаланды.",
        "view1": "Ел «ақша емес, келісуге ыңғайлы үстел» ұсынады.",
        "view1b": "Оның айтуынша, бұл елге су туралы дауда үн бере алады.",
        "view2": "Форумның «биыл тарифтерді өзгерте қоюы екіталай».",
        "view2b": "Сөз емес, пойыздар кестесі маңызды.",
        "comparison": "Сарапшылар әртүрлі мәселе айтады: бірі — делдалдық, екіншісі — тасымал.",
        "positioning": "Делдал рөлі шақырумен емес, қатысушылар құрамымен тексеріледі.",
        "alternative": "Алғашқы нәтиже су туралы келісім емес, пойыздар кестесі болады.",
        "watch": "Тоғыз елдің қайсысы делегация жібереді.",
        "reason": "Бір мақала, екі түсініктеме, ресми құжат жоқ.",
        "issue": "Терминалды «көктемде ашу жоспарланып отыр», бірақ ол «салынып жатыр».",
        "gap": "Шақырылғандардың аты-жөні мен форум күн тәртібі.",
        "withheld": "Форум биыл тарифтерді өзгертеді.",
        "withheld_detail": "«өзгерте қоюы екіталай» [S7] → «өзгертеді»",
        "mark_detail": "S5-тегі «оның» А. Тестоваға жатқызылды",
        "outside": "Ақтоғай — екі облыстағы станция; мақалада қайсысы екені айтылмаған.",
    },
    "en": {
        "title": "Caravan Forum in Aktogay: the mediator's role is claimed, the dates are not confirmed",
        "lead1": "The first Caravan Forum will be held in Aktogay on 14 October 2031.",
        "lead2": "Ms Testova sees in it a bid for the role of mediator.",
        "lead3": "So far the role rests on words: none of the invited countries is named.",
        "event1": "Delegations from nine countries are invited.",
        "event2": "The ministry holds the forum for the first time.",
        "stakes1": "In the expert's words the forum may give the country a voice in the dispute over water.",
        "stakes2": "Freight through Aktogay is put at 3.4 million tonnes.",
        "view1": "The country offers “not money but a table at which it is easy to agree”.",
        "view1b": "In her words, it may give the country a voice in the dispute over water.",
        "view2": "The forum is “unlikely to change tariffs this year”.",
        "view2b": "What counts is not speeches but a timetable of trains.",
        "comparison": "The experts speak of different things: one of mediation, the other of freight.",
        "positioning": "The mediator's role will be tested by who comes rather than by the invitation.",
        "alternative": "The first result is a timetable of trains, not an agreement on water.",
        "watch": "Which of the nine countries send delegations.",
        "reason": "One article, two comments, no official document.",
        "issue": "The terminal is “planned to open in spring”, yet it is “already being built”.",
        "gap": "Names of the invited and the agenda of the forum.",
        "withheld": "The forum will change tariffs this year.",
        "withheld_detail": "“is unlikely to change” [S7] → “will change”",
        "mark_detail": "“her” in S5 is taken to be Ms Testova",
        "outside": "Aktogay is a station in two regions; the article does not say which.",
    },
}
_QUOTED: dict[Language, tuple[str, str]] = {
    "ru": ("не деньги, а стол, за которым удобно договариваться", "вряд ли изменит тарифы уже в этом году"),
    "kk": ("ақша емес, келісуге ыңғайлы үстел", "биыл тарифтерді өзгерте қоюы екіталай"),
    "en": ("not money but a table at which it is easy to agree", "unlikely to change tariffs this year"),
}
# Sentence number to who is heard there: the voice, and which of the speakers.
_HEARD: dict[int, tuple[SentenceVoice, int]] = {
    3: ("indirect", 0),
    4: ("direct", 0),
    5: ("indirect", 0),
    7: ("direct", 1),
}


def sample_article(language: Language) -> Article:
    """The invented article: two headings, eleven sentences."""
    source = _SOURCES[language]
    sentences: list[Sentence] = []
    text, paragraph, fresh = "", 0, True
    counts = {"S": 0, "H": 0}
    for line in source.split("\n"):
        if not line:
            text, fresh = f"{text}\n", True
            continue
        words = line.removeprefix("# ")
        kind: SentenceKind = "heading" if line.startswith("# ") else "sentence"
        letter = "H" if kind == "heading" else "S"
        counts[letter] += 1
        paragraph += fresh
        fresh = False
        if text and not text.endswith("\n"):
            text += " "
        start = len(text)
        text += words
        sentence = Sentence(f"{letter}{counts[letter]}", kind, start, len(text), paragraph)
        if letter == "S" and counts["S"] in _HEARD:
            voice, who = _HEARD[counts["S"]]
            sentence = replace(
                sentence,
                voice=voice,
                speaker=_SPEAKERS[language][who],
                attribution="anaphora" if counts["S"] == 5 else "explicit",
            )
        sentences.append(sentence)
        if kind == "heading":
            text += "\n"
    return Article(
        path=f"articles/{language}.txt",
        text=text,
        language=language,
        sentences=tuple(sentences),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=text[sentences[0].start : sentences[0].end],
        outlet=_OUTLETS[language],
        url="https://example.kz/caravan?id=1&lang=x",
        published="2031-10-01",
        genre="expert_comment",
        sample=True,
    )


def _quote(article: Article, text: str, sentence: str) -> Quote:
    start = article.text.index(text)
    return Quote(text, sentence, start, start + len(text), "verbatim")


def sample_brief(language: Language = "ru") -> Brief:
    """A brief of `sample_article` with all sections, one withheld statement and one mark."""
    article = sample_article(language)
    texts = _TEXTS[language]
    first, second, ministry = _SPEAKERS[language]
    quoted = _QUOTED[language]

    def says(name: str, voice: Voice, *citations: str, **more: object) -> Statement:
        return Statement(texts[name], voice, citations, **more)  # type: ignore[arg-type]

    mark = Finding("speaker", texts["mark_detail"], "mark")
    return Brief(
        id=f"2031-10-01/01-{language}",
        revision=1,
        language=language,
        article=article,
        title=says("title", "assessment", "S1", "S3"),
        bottom_line=(
            says("lead1", "reported", "S1"),
            says("lead2", "expert", "S3", speaker=first),
            says("lead3", "assessment", "S2"),
        ),
        event=(says("event1", "reported", "S2"), says("event2", "official", "S1", "H1", speaker=ministry)),
        stakes=(
            says("stakes1", "expert", "S5", speaker=first, findings=(mark,)),
            says("stakes2", "expert", "S8", speaker=second),
        ),
        expert_views=(
            ExpertView(
                first,
                (
                    says("view1", "expert", "S4", speaker=first, quotes=(_quote(article, quoted[0], "S4"),)),
                    says("view1b", "expert", "S5", speaker=first),
                ),
            ),
            ExpertView(
                second,
                (
                    says("view2", "expert", "S7", speaker=second, quotes=(_quote(article, quoted[1], "S7"),)),
                    says("view2b", "expert", "S6", "H2", speaker=second),
                ),
            ),
        ),
        comparison=(says("comparison", "assessment", "S3", "S6", "S8"),),
        positioning=(
            Positioning(
                says("positioning", "assessment", "S2", "S3"),
                "likely",
                says("alternative", "assessment", "S6"),
            ),
        ),
        confidence=Confidence("low", texts["reason"]),
        dimensions=(
            Dimension("regional_leadership", "+", 2, ("S1", "S3")),
            Dimension("connectivity_transit", "±", 1, ("S8",)),
            Dimension("tech_ai", "not_covered", 0),
        ),
        watch=(says("watch", "assessment", "S2"),),
        source_issues=(SourceIssue(texts["issue"], ("S9", "S10"), "contradiction"),),
        gaps=(texts["gap"],),
        withheld=(
            Withheld(
                "expert_views",
                says("withheld", "expert", "S7", speaker=second),
                (Finding("hedge", texts["withheld_detail"]),),
            ),
        ),
        made=Made(
            drafter="extraction",
            version="0.1.0",
            created="2031-10-01T09:10:00+05:00",
            marking="TLP:CLEAR",
            ai_notice=_NOTICES[language],
            seconds=1.25,
        ),
        outside_notes=(OutsideNote(texts["outside"], "example.org", "2031-09-01"),),
    )


_NOTICES: dict[Language, str] = {
    "ru": "Составлено автоматически, без языковой модели. Человеком ещё не проверено.",
    "kk": "Тілдік модельсіз, автоматты түрде құрастырылды. Адам әлі тексерген жоқ.",
    "en": "Compiled automatically, no language model. Not yet checked by a person.",
}
