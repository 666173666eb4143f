"""Honest paraphrase lives: what a desk writes freely and the source still carries; and its false neighbours."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from briefings.checking import check_statement
from briefings.domain import Article, Proposal, Speaker, Voice
from tests.articles import article

RU = article(
    """Север делит рыбу

Норвегия, Исландия и Фарерские острова подписали 2 апреля в Тронхейме соглашение о рыбе. Исландский парламент соглашение ещё не ратифицировал. Норвегии досталось 55% улова, Исландии — 24%.

Руководитель Бергенской обсерватории Тура Гуннарсен согласна с этим лишь отчасти. Она указывает, что рыба ушла на 400 км к северу.

«Квота — не подарок. Мы ловили больше, чем рождалось. Если уловы не сократить, промысел, возможно, закроют», — предупреждает Гуннарсен. По её расчётам, на восстановление уйдёт не меньше шести лет.

Председатель союза рыбаков «Норд» Эйнар Гуннарсен, однофамилец исследовательницы, требует от Осло компенсаций. Министерство рыболовства это опровергло.

«Нас поставили перед фактом», — заявил директор палаты Гэвин Макрори. Без Британии, уверен он, соглашение не продержится и двух лет.
"""
)
EN = article(
    """A cable under the sea

Kazakhstan and Azerbaijan agreed to share the cost of a cable. Our own network is too thin for that.

Helen Strand, a telecoms economist at the Tidewater Institute, does not expect the cable to pay for itself before 2033. “Speed is no luxury. A week without it empties the ports, and an empty port pays no taxes,” she said. Insurers may cancel the contract after two bad seasons, she warned.
""",
    "en",
)
KK = article(
    """Порттар бәсекесі

Кения үкіметі Момбаса портын операторға беру туралы шешім қабылдады. Былтыр кемелер Момбасада 4,5 тәулік кезек күтті, ал Дар-эс-Саламда бұл көрсеткіш екі тәуліктен аспады.

«Кеден қағазбен жұмыс істей берсе, жаңа кран ештеңені шешпейді», — дейді сарапшы Нджери Карамба. Ол үкіметтің шешімін кеш, бірақ қажет қадам деп бағалайды.

Кәсіподақ төрағасы Омари Кисунгу терминалды жекеге беруге қарсы. Оның айтуынша, екі мың адам жұмыссыз қалуы мүмкін.
""",
    "kk",
)
TURA, EINAR, GAVIN, HELEN = "Тура Гуннарсен", "Эйнар Гуннарсен", "Гэвин Макрори", "Helen Strand"
NJERI, OMARI = "Нджери Карамба", "Омари Кисунгу"


@dataclass(frozen=True)
class Case:
    source: Article
    text: str
    citations: tuple[str, ...]
    voice: Voice = "reported"
    speaker: str | None = None
    rule: str | None = None

    def __str__(self) -> str:
        return self.text[:40]


KEPT = [
    Case(RU, "Парламент Исландии соглашение ещё не ратифицировал.", ("S2",)),
    Case(RU, "Соглашение о рыбе, подписанное в Тронхейме Норвегией, Исландией и Фарерами.", ("S1",)),
    Case(RU, "Норвегии досталось больше половины улова, Исландии — почти четверть.", ("S3",)),
    Case(RU, "По мнению исследовательницы, рыба ушла на 400 км к северу.", ("S5",), "expert", TURA),
    Case(RU, "«Квота — не подарок […] Если уловы не сократить, промысел, возможно, закроют».", ("S6", "S8"), "expert", TURA),
    Case(RU, "Без Британии, по убеждению Г. Макрори, соглашение не продержится и двух лет.", ("S13",), "expert", GAVIN),
    Case(RU, "В требовании Эйнара Гуннарсена к Осло речь идёт о компенсациях.", ("S10",), "expert", EINAR),
    Case(RU, "Министерство рыболовства опровергло слова Эйнара Гуннарсена о компенсациях.", ("S10", "S11"), "official", "Министерство рыболовства"),
    Case(EN, "Kazakhstan's own network is too thin for that.", ("S2",)),
    Case(EN, "The cable pays for itself no earlier than 2033, Helen Strand expects.", ("S3",), "expert", HELEN),
    Case(EN, "“Speed is no luxury. A week without it empties the ports […],” Helen Strand said.", ("S4", "S5"), "expert", HELEN),
    Case(EN, "The contract lets insurers cancel after two bad seasons, Strand warned.", ("S6",), "expert", HELEN),
    Case(KK, "В прошлом году суда ждали в Момбасе 4,5 суток, а в Дар-эс-Саламе — не более двух.", ("S2",)),
    Case(KK, "Кения үкіметінің шешімі — кеш, бірақ қажет қадам.", ("S4",), "expert", NJERI),
    Case(KK, "«Кеден қағазбен жұмыс істей берсе […] кран ештеңені шешпейді», — дейді Карамба.", ("S3",), "expert", NJERI),
    Case(KK, "О. Кисунгудің айтуынша, екі мың адам жұмысынан айырылуы мүмкін.", ("S6",), "expert", OMARI),
]  # fmt: skip
WITHHELD = [
    Case(RU, "Парламент Дании соглашение ещё не ратифицировал.", ("S2",), rule="name"),
    Case(RU, "Норвегии досталось больше половины улова, Исландии — почти треть.", ("S3",), rule="number"),
    Case(RU, "На восстановление, по расчётам Гуннарсена, уйдёт не меньше шести лет.", ("S9",), "expert", EINAR, "speaker"),
    Case(RU, "«…промысел, возможно, закроют», — предупреждает Тура Гуннарсен.", ("S8",), "expert", TURA, "quotation"),
    Case(RU, "Министерство рыболовства требует от Осло компенсаций.", ("S10",), "official", "Министерство рыболовства", "speaker"),
    Case(EN, "Azerbaijan's own network is too thin for Kazakhstan.", ("S1",), rule="support"),
    Case(EN, "The cable will pay for itself before 2033, Strand expects.", ("S3",), "expert", HELEN, "negation"),
    Case(EN, "Insurers will cancel the contract after two bad seasons.", ("S6",), "expert", HELEN, "hedge"),
    Case(KK, "Момбаса портын операторға Танзания үкіметі береді.", ("S1",), rule="name"),
    Case(KK, "Омари Кисунгу терминалды жекеге беруді қолдайды.", ("S5",), "expert", OMARI, "negation"),
]  # fmt: skip


def findings(case: Case) -> list[str]:
    speaker = Speaker(case.speaker) if case.speaker else None
    proposal = Proposal(case.text, case.voice, case.citations, speaker)
    statement = check_statement(proposal, case.source, "expert_views" if case.speaker else "event")
    return [f"{f.rule}: {f.detail}" for f in statement.findings if f.severity == "withhold"]


@pytest.mark.parametrize("case", KEPT, ids=str)
def test_a_free_rendering_that_the_source_carries_is_printed(case: Case) -> None:
    assert findings(case) == []


@pytest.mark.parametrize("case", WITHHELD, ids=str)
def test_its_false_neighbour_is_withheld(case: Case) -> None:
    assert case.rule in {finding.partition(":")[0] for finding in findings(case)}
