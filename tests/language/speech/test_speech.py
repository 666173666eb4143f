"""Who is heard in a sentence, construction by construction. Whole articles: test_speech_articles.py."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.domain import LANGUAGE_CODES, Article, Language
from briefings.language.sentences import split
from briefings.language.speech import attribute, speaker_of

Heard = list[tuple[str, str]]


def hear(language: Language, text: str) -> Heard:
    return [
        (s.voice, s.speaker.name if s.speaker else "-")
        for s in attribute(text, split(text, language), language)
    ]


KOLTSOV, VARLAMOVA, YESENOVA = "Арсен Кольцов", "Лидия Варламова", "Гульнара Есенова"

TAGS: list[tuple[str, Language, str, Heard]] = [
    ("before", "ru", f"Министр {KOLTSOV} сказал: «Дорогу откроют осенью».", [("direct", KOLTSOV)]),
    ("after", "ru", f"«Дорогу откроют осенью», — сказал министр {KOLTSOV}.", [("direct", KOLTSOV)]),
    ("hyphen", "ru", f'"Дорогу откроют осенью", - сказал министр {KOLTSOV}.', [("direct", KOLTSOV)]),
    (
        "inside",
        "ru",
        f"«Дорогу откроют осенью, — сказала экономист {VARLAMOVA}. — Но платить будем мы».",
        [("direct", VARLAMOVA)] * 2,
    ),
    (
        "between",
        "ru",
        f'"Дорогу откроют осенью", - сказал министр {KOLTSOV}. - "Платить будет бюджет. Это решено".',
        [("direct", KOLTSOV)] * 3,
    ),
    (
        "nested",
        "ru",
        f"«Мне ответили: „Ждите осени“, и я жду», — вспоминает экономист {VARLAMOVA}.",
        [("direct", VARLAMOVA)],
    ),
    (
        "never closed",
        "ru",
        f"«Дорогу откроют осенью. Платить будет бюджет, — сказал министр {KOLTSOV}.",
        [("direct", KOLTSOV)] * 2,
    ),
    (
        "colon at the paragraph's end",
        "ru",
        f"Министр {KOLTSOV} подчеркнул:\n\n«Дорогу откроют осенью, и платить будет бюджет».",
        [("outlet", "-"), ("direct", KOLTSOV)],
    ),
    ("as noted", "ru", f"Как отметил министр {KOLTSOV}, дорогу откроют осенью.", [("indirect", KOLTSOV)]),
    (
        "according",
        "ru",
        "По мнению министра Арсена Кольцова, дорогу откроют осенью.",
        [("indirect", KOLTSOV)],
    ),
    ("trailing", "ru", f"Дорогу откроют осенью, считает {VARLAMOVA}.", [("indirect", VARLAMOVA)]),
    (
        "outer tag wins",
        "ru",
        f"Правительство заявило, что дорогу откроют осенью, напомнила экономист {VARLAMOVA}.",
        [("indirect", VARLAMOVA)],
    ),
    (
        "the body behind a preposition",
        "ru",
        "В Министерстве торговли сообщили, что пошлины отменят.",
        [("indirect", "Министерство торговли")],
    ),
    (
        "press service",
        "ru",
        "Пошлины отменят, сообщила пресс-служба министерства.",
        [("indirect", "пресс-служба министерства")],
    ),
    (
        "a document",
        "ru",
        "В заявлении Министерства торговли говорится, что пошлины отменят.",
        [("indirect", "Министерство торговли")],
    ),
    (
        "a body in the nominative that the article prints",
        "ru",
        "Дорогу строит консорциум «Каспийская линия». По данным «Каспийской линии», она окупится.",
        [("outlet", "-"), ("indirect", "Каспийская линия")],
    ),
    ("a call", "ru", f"Министр {KOLTSOV} призвал соседей не закрывать дорогу.", [("indirect", KOLTSOV)]),
    ("a crowd", "ru", "Эксперты считают, что пошлины отменят.", [("indirect", "-")]),
    ("nobody", "ru", "Сообщается, что пошлины отменят.", [("outlet", "-")]),
    ("an unknown noun", "ru", "Хозяин лавки заявил, что пошлины отменят.", [("indirect", "-")]),
    ("a mere act", "ru", f"Министр {KOLTSOV} рассказал о новой дороге.", [("outlet", "-")]),
    ("a title", "ru", "Проект «Новый берег» называют «мостом».", [("outlet", "-")]),
    (
        "a name in marks is not a quotation",
        "ru",
        "«Казбур» возражает против новых правил.",
        [("outlet", "-")],
    ),
    (
        "borrowed words in a retelling",
        "ru",
        f"Министр {KOLTSOV} отметил, что «дорога должна быть готова к первым холодам этого года».",
        [("indirect", KOLTSOV)],
    ),
    (
        "apposition",
        "ru",
        f"Директор института, {VARLAMOVA}, отметила, что план опоздал.",
        [("indirect", VARLAMOVA)],
    ),
    ("a source without a name", "ru", "По словам хозяина лавки, пошлины отменят.", [("indirect", "-")]),
    ("before", "en", 'Helen Ostrander said: "The road opens in autumn."', [("direct", "Helen Ostrander")]),
    ("after", "en", '"The road opens in autumn," said Helen Ostrander.', [("direct", "Helen Ostrander")]),
    (
        "inside",
        "en",
        '"The road," said Helen Ostrander, "opens in autumn. We will pay for it."',
        [("direct", "Helen Ostrander")] * 2,
    ),
    (
        "curly",
        "en",
        "“The road opens in autumn,” Helen Ostrander told the Steppe Courier.",
        [("direct", "Helen Ostrander")],
    ),
    (
        "paragraphs",
        "en",
        '"The road opens in autumn.\n\n"We will pay for it," said Helen Ostrander.',
        [("direct", "Helen Ostrander")] * 2,
    ),
    (
        "according",
        "en",
        "According to analyst Helen Ostrander, the road is late.",
        [("indirect", "Helen Ostrander")],
    ),
    ("view", "en", "In analyst Helen Ostrander's view, the road is late.", [("indirect", "Helen Ostrander")]),
    ("trailing", "en", "The road is late, Helen Ostrander warned.", [("indirect", "Helen Ostrander")]),
    ("a body", "en", "The Ministry of Trade said the road was late.", [("indirect", "Ministry of Trade")]),
    ("a crowd", "en", "Analysts say the road is late.", [("indirect", "-")]),
    ("nobody", "en", "It is reported that the road is late.", [("outlet", "-")]),
    ("a title", "en", 'The "Silk Ladder" project is late.', [("outlet", "-")]),
    (
        "apposition",
        "en",
        "Helen Ostrander, who runs the port, said it was late.",
        [("indirect", "Helen Ostrander")],
    ),
    (
        "the pronoun's name in one sentence",
        "en",
        'Helen Ostrander said the road was late, although she added: "We will pay for it."',
        [("direct", "Helen Ostrander")],
    ),
    ("a noun like a verb", "en", "The bank ordered a review of claims against the port.", [("outlet", "-")]),
    (
        "marks as some keyboards have them",
        "kk",
        "“Жол күзде ашылады“, деді министр Берік Сәлменов.",
        [("direct", "Берік Сәлменов")],
    ),
    ("after", "kk", "«Жол күзде ашылады», – деді министр Берік Сәлменов.", [("direct", "Берік Сәлменов")]),
    (
        "before",
        "kk",
        "Министр Берік Сәлменов былай деді: «Жол күзде ашылады».",
        [("direct", "Берік Сәлменов")],
    ),
    (
        "quotative",
        "kk",
        "Министр Берік Сәлменов жол күзде ашылады деп мәлімдеді.",
        [("indirect", "Берік Сәлменов")],
    ),
    (
        "accusative",
        "kk",
        "Министр Берік Сәлменов жолдың күзде ашылатынын айтты.",
        [("indirect", "Берік Сәлменов")],
    ),
    ("according", "kk", "Берік Сәлменовтің айтуынша, жол күзде ашылады.", [("indirect", "Берік Сәлменов")]),
    ("as said", "kk", "Берік Сәлменов айтқандай, жол күзде ашылады.", [("indirect", "Берік Сәлменов")]),
    ("a crowd", "kk", "Сарапшылар жол күзде ашылады деп санайды.", [("indirect", "-")]),
    ("a title", "kk", "«Жаңа жаға» жобасы кешігіп жатыр.", [("outlet", "-")]),
    (
        "a stance of a person",
        "ru",
        f"Экономист {VARLAMOVA} критикует новый план министерства.",
        [("indirect", VARLAMOVA)],
    ),
    (
        "a stance of a state is a deed",
        "ru",
        "Министерство торговли поддерживает новый план.",
        [("outlet", "-")],
    ),
    (
        "an event of the past",
        "ru",
        f"Ранее экономист {VARLAMOVA} раскритиковала план.",
        [("outlet", "-")],
    ),
    (
        "what is not ruled out",
        "ru",
        f"{VARLAMOVA} не исключает отмены пошлин.",
        [("indirect", VARLAMOVA)],
    ),
    ("what is not told", "ru", f"Министр {KOLTSOV} не уточнил, когда откроют дорогу.", [("outlet", "-")]),
    (
        "nobody in particular",
        "ru",
        "Первоначально дорогу обещали открыть к декабрю.",
        [("outlet", "-")],
    ),
    (
        "a date between the verb and the body",
        "ru",
        "Дорогу открыли, сообщило 20 мая министерство торговли республики.",
        [("indirect", "министерство торговли")],
    ),
    (
        "data of a body",
        "ru",
        "По данным секретариата фонда, дорога окупится.",
        [("indirect", "секретариат фонда")],
    ),
    (
        "people in a body",
        "ru",
        "Задержку в Министерстве торговли объясняли дождями.",
        [("indirect", "Министерство торговли")],
    ),
    (
        "a borrowed word behind a reporting phrase",
        "ru",
        f"{VARLAMOVA} молчит. По словам экономиста Лидии Варламовой, «мост будущего» открывать рано.",
        [("outlet", "-"), ("indirect", VARLAMOVA)],
    ),
    (
        "a borrowed name that opens a sentence",
        "ru",
        "«Зелёный коридор», по словам министра Арсена Кольцова, откроют осенью.",
        [("indirect", KOLTSOV)],
    ),
    (
        "what is not ruled out",
        "en",
        "Helen Ostrander does not rule out a delay.",
        [("indirect", "Helen Ostrander")],
    ),
    ("a counter", "en", "Helen Ostrander counters that the road is late.", [("indirect", "Helen Ostrander")]),
    (
        "an infinitive is nobody's word",
        "en",
        "A club wants the UN Security Council to explain every delay.",
        [("outlet", "-")],
    ),
    (
        "a stance behind a clause of its own",
        "en",
        "Helen Ostrander, who runs the port, calls the plan bold.",
        [("indirect", "Helen Ostrander")],
    ),
    (
        "nobody in particular",
        "en",
        "One European diplomat, speaking on condition of anonymity, called the plan bold.",
        [("indirect", "-")],
    ),
    ("a stance", "kk", "Берік Сәлменов жобаны құптайды.", [("indirect", "Берік Сәлменов")]),
    (
        "what is not ruled out",
        "kk",
        "Берік Сәлменов кешігуді жоққа шығармайды.",
        [("indirect", "Берік Сәлменов")],
    ),
    (
        "a name given",
        "kk",
        "Берік Сәлменов жолды «жаңа дәуір» деп атайды.",
        [("indirect", "Берік Сәлменов")],
    ),
    (
        "a long body",
        "kk",
        "Жол ашылды, деп хабарлады сәрсенбіде Жасыл экономика және цифрлық даму министрлігі.",
        [("indirect", "Жасыл экономика және цифрлық даму министрлігі")],
    ),
    (
        "a body in quotation marks",
        "kk",
        "«Ақ желкен» қорының мәліметінше, жол ашылды.",
        [("indirect", "«Ақ желкен» қоры")],
    ),
    (
        "people in a body",
        "kk",
        "Көлік министрлігінде жолдың ашылғанын растады.",
        [("indirect", "Көлік министрлігі")],
    ),
]

PASSAGES: list[tuple[str, Language, str, Heard]] = [
    (
        "a pronoun goes to the speaker, not to the last name",
        "ru",
        (
            f"Экономист {VARLAMOVA} считает, что план министра Арсена Кольцова опоздал. "
            "По её словам, пошлины отменят."
        ),
        [("indirect", VARLAMOVA)] * 2,
    ),
    (
        "gender chooses between two speakers",
        "ru",
        (
            f"Экономист {VARLAMOVA} считает, что план опоздал. Министр {KOLTSOV} заявил, что план готов. "
            "Она добавила, что времени нет. Он ответил, что время есть."
        ),
        [("indirect", VARLAMOVA), ("indirect", KOLTSOV), ("indirect", VARLAMOVA), ("indirect", KOLTSOV)],
    ),
    (
        "a third actor keeps his own words",
        "ru",
        (
            f"Экономист {VARLAMOVA} считает, что план опоздал.\n\nРанее министр {KOLTSOV} рассказал о плане. "
            "По его словам, план готов."
        ),
        [("indirect", VARLAMOVA), ("outlet", "-"), ("indirect", KOLTSOV)],
    ),
    (
        "a role that nobody bears names nobody",
        "ru",
        f"Экономист {VARLAMOVA} считает, что план опоздал. Депутат заявил, что план готов.",
        [("indirect", VARLAMOVA), ("indirect", "-")],
    ),
    (
        "a minister of something else is somebody else",
        "ru",
        f"Министр торговли {KOLTSOV} считает, что план готов. Министр обороны заявил, что план опоздал.",
        [("indirect", KOLTSOV), ("indirect", "-")],
    ),
    (
        "after an unnamed speaker a pronoun names nobody",
        "ru",
        f"Министр {KOLTSOV} считает, что план готов. Хозяин лавки заявил, что план опоздал. Он добавил, что ждёт.",
        [("indirect", KOLTSOV), ("indirect", "-"), ("indirect", "-")],
    ),
    (
        "nobody calls himself he",
        "ru",
        f"Министр {KOLTSOV} считает, что план готов. На следующий день он уехал в Кызылорду.",
        [("indirect", KOLTSOV), ("outlet", "-")],
    ),
    (
        "somebody else's deed ends reported speech",
        "ru",
        f"Экономист {VARLAMOVA} считает, что план опоздал. {KOLTSOV} подписал указ.",
        [("indirect", VARLAMOVA), ("outlet", "-")],
    ),
    (
        "a heading ends reported speech",
        "ru",
        f"Экономист {VARLAMOVA} считает, что план опоздал.\n\nЧто дальше\n\nКроме того, дорога закрыта.",
        [("indirect", VARLAMOVA), ("outlet", "-"), ("outlet", "-")],
    ),
    (
        "lines of dialogue",
        "ru",
        f"— Дорогу откроют, — улыбается фермер {KOLTSOV}. — Осенью.\n\n— А зимой? — спрашиваю я.",
        [("direct", KOLTSOV)] * 2 + [("question", "-")],
    ),
    (
        "a list with dashes is not dialogue",
        "ru",
        "План предусматривает:\n\n— две дороги;\n\n— один мост.",
        [("outlet", "-")] * 3,
    ),
    (
        "a quotation of several paragraphs",
        "ru",
        (
            f"Министр {KOLTSOV} рассказал о плане.\n\n«Дорогу откроют осенью.\n\nПлатить будет бюджет.\n\n"
            "Это решено», — сказал министр."
        ),
        [("outlet", "-")] + [("direct", KOLTSOV)] * 3,
    ),
    (
        "a mark that is never closed ends with its paragraph",
        "ru",
        f"«Дорогу откроют осенью, — сказал министр {KOLTSOV}.\n\nДорога длиннее двухсот километров.",
        [("direct", KOLTSOV), ("outlet", "-")],
    ),
    (
        "whom we asked answers, whatever he is called",
        "ru",
        (
            f"— Дорогу откроют, — улыбается фермер {KOLTSOV}.\n\n— А зимой? — спрашиваю я.\n\n"
            "— Закроют, — вздыхает хозяин лавки."
        ),
        [("direct", KOLTSOV), ("question", "-"), ("direct", KOLTSOV)],
    ),
    (
        "a round table: names open the turns, and what names a source between them is the outlet's",
        "ru",
        (
            f"О причале спорили за круглым столом.\n\n— Кому нужен причал?\n\n{KOLTSOV}, глава союза «Степь»: — Он нужен "
            f"всем.\n\nРаньше зерно стояло в очереди.\n\n— Кто заплатит?\n\n{YESENOVA} (экономист): — Бюджет.\n\nОна "
            "добавила, что причал окупится.\n\nКольцов: — Не соглашусь.\n\nСтороны встретятся осенью."
        ),
        [
            ("outlet", "-"),
            ("question", "-"),
            *[("direct", KOLTSOV)] * 2,
            ("question", "-"),
            ("direct", YESENOVA),
            ("indirect", YESENOVA),
            ("direct", KOLTSOV),
            ("outlet", "-"),
        ],
    ),
    (
        "a round table without dashes",
        "en",
        (
            "Two guests met at our office.\n\nWho needs the port?\n\nHelen Ostrander, an economist: Everybody does."
            "\n\nAnd who pays?\n\nMr Jonas Walsh, head of the harbour board: The budget.\n\nMs Ostrander: I disagree."
            "\n\nThe guests will meet again in autumn."
        ),
        [
            ("outlet", "-"),
            *[("question", "-"), ("direct", "Helen Ostrander")],
            *[("question", "-"), ("direct", "Jonas Walsh"), ("direct", "Helen Ostrander")],
            ("outlet", "-"),
        ],
    ),
    (
        "a guest named once answers with a dash",
        "kk",
        (
            "Редакция: – Портты кім салады?\n\nБерік Сәлменов, Көлік министрлігі департаментінің директоры: – Мемлекет "
            "салады.\n\n– Ақшасы қайдан алынады?\n\n– Бюджеттен алынады.\n\nОл құрылыс күзде бітетінін айтты."
        ),
        [("question", "-"), ("direct", "Берік Сәлменов")] * 2 + [("indirect", "Берік Сәлменов")],
    ),
    (
        "a view that is joined, and a trade that calls back whoever heads its institute",
        "kk",
        (
            "Климат орталығының директоры Берік Сәлменов бұл уәжге толық қосылмайды. «Бізде алты маман бар», – деді "
            "климатолог."
        ),
        [("indirect", "Берік Сәлменов"), ("direct", "Берік Сәлменов")],
    ),
    (
        "whoever lives in a town is not the town, and whoever counts does not hold",
        "kk",
        "Курчатов тұрғындары курсқа үмітпен қарайды. Шопандар қойын түгел санап отыр.",
        [("outlet", "-"), ("outlet", "-")],
    ),
    *(
        (
            "a paper that was signed is nobody's word",
            language,
            text,
            [("indirect", body), *[("outlet", "-")] * 2],
        )
        for language, body, text in (
            (
                "kk",
                "Көлік министрлігі",
                (
                    "Жол ашылды, деп хабарлады Көлік министрлігі. Министрлік пен одақ меморандумға қол қойды. "
                    "Құжатқа сәйкес, алғашқы тексеру қыркүйекте өтеді."
                ),
            ),
            (
                "ru",
                "министерство транспорта",
                (
                    "Дорогу открыли, сообщило министерство транспорта. Министерство и союз подписали меморандум. Согласно "
                    "документу, первая проверка пройдёт в сентябре."
                ),
            ),
            (
                "en",
                "Transport Ministry",
                (
                    "The Transport Ministry said boats were short. The ministry and the union signed a memorandum. "
                    "According to the document, the first inspection is in September."
                ),
            ),
        )
    ),
    (
        "a list of results is no round table",
        "ru",
        f"Призёры турнира:\n\n{KOLTSOV}: 5 очков.\n\n{YESENOVA}: 4 очка.",
        [("outlet", "-")] * 3,
    ),
    (
        "a sentence with a colon is no label",
        "en",
        "Who pays?\n\nHelen Ostrander knows the answer: the budget.\n\nWho builds?\n\nNobody knows.",
        [("outlet", "-")] * 4,
    ),
    (
        "who is told to have said it has no label",
        "ru",
        f"{KOLTSOV}, открывая форум, сказал: «Порт готов».\n\n{YESENOVA} возразила: «Нет».",
        [("direct", KOLTSOV), ("direct", YESENOVA)],
    ),
    (
        "labels",
        "ru",
        (
            "«Степной вестник» поговорил с инженером Гульнарой Есеновой.\n\nВопрос: Когда откроют порт?\n\n"
            "Ответ: Осенью. Точной даты нет."
        ),
        [("outlet", "-"), ("question", "-"), ("direct", YESENOVA), ("direct", YESENOVA)],
    ),
    (
        "labels",
        "en",
        (
            "The Steppe Courier spoke with Helen Ostrander.\n\nQ: When does the port open?\n\nA: In autumn.\n\n"
            "Q: Who pays?\n\nA: We do."
        ),
        [("outlet", "-")] + [("question", "-"), ("direct", "Helen Ostrander")] * 2,
    ),
    (
        "questions as lines of their own",
        "kk",
        (
            "Министр Берік Сәлменов сұхбат берді.\n\n**Жол қашан ашылады?**\n\nКүзде ашылады.\n\n"
            "**Кім төлейді?**\n\nБіз төлейміз. Бюджетте ақша бар."
        ),
        [("outlet", "-"), ("question", "-"), ("direct", "Берік Сәлменов"), ("question", "-")]
        + [("direct", "Берік Сәлменов")] * 2,
    ),
    (
        "rhetorical questions of a feature",
        "en",
        "What comes next?\n\nThe port is closed.\n\nWho pays?\n\nNobody knows.",
        [("outlet", "-")] * 4,
    ),
    (
        "a body does not hold the floor",
        "ru",
        "Дорогу открыли, сообщило министерство торговли. Длина дороги больше, чем думали.",
        [("indirect", "министерство торговли"), ("outlet", "-")],
    ),
    (
        "a short name and a paper lead back to the body",
        "ru",
        (
            "Дорогу открыли, сообщило министерство торговли. В заявлении министерства говорится, что движение платное. "
            "Грузовики пустят позже, отмечается в документе."
        ),
        [("indirect", "министерство торговли")] * 3,
    ),
    (
        "a generic role is the last who fits it in the section",
        "ru",
        (
            f"Экономист {VARLAMOVA} считает, что план опоздал.\n\nЧто дальше\n\nМинистр {KOLTSOV} заявил, что план готов. "
            "«Подождём», — добавил чиновник. По мнению эксперта, ждать нельзя."
        ),
        [
            ("indirect", VARLAMOVA),
            ("outlet", "-"),
            ("indirect", KOLTSOV),
            ("direct", KOLTSOV),
            ("indirect", VARLAMOVA),
        ],
    ),
    (
        "whoever is introduced in an oblique case is called back",
        "ru",
        "Игната Лобова мы застали в порту. «Рыба ушла», — сказал он.",
        [("outlet", "-"), ("direct", "Игнат Лобов")],
    ),
    (
        "the head of state is the president",
        "ru",
        f"Президент {KOLTSOV} принял гостей. Глава государства отметил, что план готов.",
        [("outlet", "-"), ("indirect", KOLTSOV)],
    ),
    (
        "the writer speaks of himself",
        "ru",
        f"Экономист {VARLAMOVA} считает, что план опоздал. Я с ней не согласен. Кто считал убытки?",
        [("indirect", VARLAMOVA), ("outlet", "-"), ("outlet", "-")],
    ),
    (
        "a body's figures are the outlet's",
        "en",
        "Helen Ostrander said the road was late. The port handled 4 million tonnes last year.",
        [("indirect", "Helen Ostrander"), ("outlet", "-")],
    ),
    (
        "the document is the body's, not the person's",
        "en",
        (
            'Minister Helen Ostrander said the road was late, according to the Trade Ministry. "We wait," the statement reads.'
        ),
        [("indirect", "Helen Ostrander"), ("direct", "Trade Ministry")],
    ),
    (
        "an ambassador is an envoy",
        "en",
        'Ambassador Helen Ostrander said the road was late. "We wait," the envoy said.',
        [("indirect", "Helen Ostrander"), ("direct", "Helen Ostrander")],
    ),
    (
        "a given name alone",
        "en",
        'Helen Ostrander said the road was late. "We wait," said Helen.',
        [("indirect", "Helen Ostrander"), ("direct", "Helen Ostrander")],
    ),
    (
        "a role in the genitive",
        "kk",
        "Экономист Берік Сәлменов жобаға күмәнмен қарайды. Экономистің пікірінше, жол кешігеді.",
        [("indirect", "Берік Сәлменов")] * 2,
    ),
    (
        "a paper of the ministry",
        "kk",
        (
            "Жол ашылды, деп хабарлады Көлік министрлігі. Министрліктің мәлімдемесіне сәйкес, жол ақылы. "
            "«Біз күттік, енді жол бар», — делінген құжатта."
        ),
        [("indirect", "Көлік министрлігі")] * 2 + [("direct", "Көлік министрлігі")],
    ),
    (
        "a question of a feature and its answer",
        "kk",
        "— Балық кетті, — дейді балықшы Берік Сәлменов.\n\n— Қашан?\n\n— Былтыр.",
        [("direct", "Берік Сәлменов"), ("question", "-"), ("direct", "Берік Сәлменов")],
    ),
    (
        "questions without a dash, answers with one",
        "ru",
        (
            f"Министр {KOLTSOV} двадцать лет строит дороги.\n\nКогда откроют дорогу?\n\n— Осенью.\n\n"
            "Кто заплатит?\n\n— Бюджет."
        ),
        [("outlet", "-")] + [("question", "-"), ("direct", KOLTSOV)] * 2,
    ),
    (
        "the one who asks is not the one who answers",
        "ru",
        (
            f"Наш корреспондент {VARLAMOVA} поговорила с министром Арсеном Кольцовым.\n\n— Арсен Павлович, когда "
            "откроют дорогу?\n\n— Осенью.\n\n— Расскажите о плане.\n\n— План готов."
        ),
        [("outlet", "-")] + [("question", "-"), ("direct", KOLTSOV)] * 2,
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "expected"), [c[1:] for c in TAGS], ids=[f"{c[1]} {c[0]}" for c in TAGS]
)
def test_a_tag_names_the_speaker_of_its_sentence(language: Language, text: str, expected: Heard) -> None:
    assert hear(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"), [c[1:] for c in PASSAGES], ids=[f"{c[1]} {c[0]}" for c in PASSAGES]
)
def test_voices_do_not_mix_in_a_passage(language: Language, text: str, expected: Heard) -> None:
    assert hear(language, text) == expected


def test_a_name_is_explicit_a_far_pronoun_is_anaphora_and_silence_inherits() -> None:
    text = (
        f"Экономист {VARLAMOVA} считает, что план опоздал. Она добавила, что времени нет.\n\n"
        "По её словам, пошлины отменят. Это решено."
    )
    heard = attribute(text, split(text, "ru"), "ru")
    assert [s.attribution for s in heard] == ["explicit", "explicit", "anaphora", "inherited"]


def test_the_speaker_of_several_sentences_is_known_only_when_they_agree() -> None:
    text = f"«Дорогу откроют», — сказал министр {KOLTSOV}. «Поздно», — ответила экономист {VARLAMOVA}."
    article = Article("a.txt", text, "ru", attribute(text, split(text, "ru"), "ru"), "0" * 64)
    speaker = speaker_of(article, ["S1"])
    assert speaker is not None
    assert speaker.name == KOLTSOV
    assert speaker_of(article, ["S1", "S2"]) is None


PIECES = st.sampled_from(
    [
        "«",
        "»",
        '"',
        "“",
        "”",
        "— ",
        " - ",
        "\n\n",
        ". ",
        "? ",
        ": ",
        ", ",
        "сказал ",
        "он ",
        "По её словам, ",
        "Министр Арсен Кольцов ",
        "эксперты ",
        "деді ",
        "ол ",
        "said ",
        "the analyst ",
        "Ё",
        "қ",
        "A: ",
        "Helen Ostrander ",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(LANGUAGE_CODES))
def test_whatever_the_text_the_sentences_stay_and_the_outlet_has_no_speaker(
    text: str, language: Language
) -> None:
    sentences = split(text, language)
    heard = attribute(text, sentences, language)
    assert [(s.id, s.start, s.end, s.kind, s.paragraph) for s in heard] == [
        (s.id, s.start, s.end, s.kind, s.paragraph) for s in sentences
    ]
    assert all(s.speaker is None for s in heard if s.voice in ("outlet", "question"))
    assert heard == attribute(text, heard, language)


def test_a_part_of_the_world_is_no_company() -> None:
    text = (
        "Buyers from East Asia and North America get stakes, the developer, Aktogay Metals, said. "
        "The company put the cost at $70 million."
    )
    assert attribute(text, split(text, "en"), "en")[1].speaker.name == "Aktogay Metals"
