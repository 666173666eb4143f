"""Free renderings that live, and lies that repeat nearly every word: things exchanged, conditions, denials dropped.

Each case is a source sentence, a true restatement and a false one, which may be in another language.
"""

from __future__ import annotations

import pytest

from briefings.checking import check_statement
from briefings.domain import Proposal, Speaker
from tests.articles import article
from tests.checking.test_restated import Restated, findings

_EXCHANGED = [
    Restated("en", "The union wants shorter shifts rather than higher pay.", "en",
             "What the union is after is not better wages but shorter shifts.",
             "The union wants higher pay rather than shorter shifts."),
    Restated("en", "Officers must speak English, not Russian.", "en",
             "English, instead of Russian, is what officers must speak.",
             "Officers must speak Russian, not English."),
    Restated("en", "The fund will lend to small farms instead of big dairies.", "ru",
             None, "Фонд будет кредитовать крупные молочные заводы вместо мелких ферм."),
    Restated("en", "The glacier feeds four rivers and two lakes.", "en",
             "Four rivers and two lakes get their water from the glacier.",
             "The glacier feeds two rivers and four lakes."),
    Restated("en", "The harbour sent 64 trained divers and 18 heavy cranes.", "en",
             "It was 18 cranes and 64 divers that the harbour sent.",
             "The harbour sent 64 cranes and 18 divers."),
    Restated("en", "The army took over the port in March and handed it back in June.", "en",
             "After running the port since March, the army returned it in June.",
             "The army took over the port in June and handed it back in March."),
    Restated("en", "Inspectors found cracks in the dam but no leaks.", "en",
             "The dam shows cracks, the inspectors discovered, yet it does not leak.",
             "Inspectors found leaks in the dam but no cracks."),
    Restated("en", "Norway and Iceland have signed; Denmark has not replied.", "en",
             "Iceland and Norway have signed, and Denmark has yet to reply.",
             "The paper has been signed by Norway and Denmark."),
    Restated("en", "A false alarm would do more harm than a late one.", "en",
             "More harm would come of a false alarm than of a late one.",
             "A late alarm would do more harm than a false one."),
    Restated("ru", "Союзу нужны не деньги, а время.", "ru",
             "Союзу нужно время, а не деньги.", "Союзу нужны деньги, а не время."),
    Restated("ru", "Порт отправил 64 водолаза и 18 кранов.", "ru",
             "Порт отправил 18 кранов и 64 водолаза.", "Порт отправил 64 крана и 18 водолазов."),
    Restated("ru", "Норвегия и Исландия подписали договор, но Дания не ответила.", "ru",
             "Договор подписали Исландия и Норвегия.", "Договор подписали Норвегия и Дания."),
    Restated("kk", "Порт 64 сүңгуір мен 18 кран жіберді.", "kk",
             "Порт 18 кран мен 64 сүңгуір жіберді.", "Порт 64 кран мен 18 сүңгуір жіберді."),
    Restated("kk", "Норвегия мен Исландия қол қойды, ал Дания жауап берген жоқ.", "kk",
             "Исландия мен Норвегия қол қойды.", "Норвегия мен Дания қол қойды."),
]  # fmt: skip
_CONDITIONS = [
    Restated("en", "If the pump fails again, the town loses its only well.", "en",
             "The town would lose its only well if the pump broke down again.", "The town loses its only well."),
    Restated("en", "Unless the rail tariff falls, small farms will hardly notice the lift.", "en",
             "Small farms will hardly notice the lift without a lower rail tariff.",
             "Once the rail tariff falls, small farms will hardly notice the lift."),
    Restated("en", "The bridge opens in May unless the river floods.", "en",
             "The bridge opens in May if the river does not flood.",
             "The bridge opens in May if the river floods."),
    Restated("en", "The bridge opens in May unless the river floods.", "en",
             "Barring a flood, the bridge opens in May.", "The bridge opens in May."),
    Restated("en", "The line pays for itself only if two ships call a week.", "en",
             "With two ships a week the line pays for itself.", "The line pays for itself."),
    Restated("en", '"If Denmark joins, this is a northern pact, and Oslo will probably lead it," Mary Rose said.', "en",
             '"If Denmark joins, this is a northern pact […]," Mary Rose said.', None),
]  # fmt: skip
_DENIALS = [
    Restated("en", "A third school, in the port of Oster, is planned for 2028 but has no teachers yet.", "ru",
             "Третья школа, в порту Остер, запланирована на 2028 год, но учителей у неё пока нет.",
             "Третья школа, для которой уже набраны учителя, откроется в порту Остер в 2028 году."),
    Restated("ru", "Союз рыбаков сообщил, что с ним не советовались.", "en",
             "The fishermen's union said nobody had asked its advice.",
             "The fishermen's union said that it had been asked for advice."),
    Restated("kk", "Одақ былтырғы құрғақшылық үшін 40 шаруаның бірде-бірі өтемақы алмағанын айтты.", "en",
             "According to the union, none of the 40 farms was compensated for last year's drought.",
             "According to the union, all 40 farms were fully compensated for last year's drought."),
    Restated("en", "Rose said the mill had not answered two letters sent since May.", "en",
             "Two letters sent since May have gone unanswered by the mill, Rose said.",
             "The mill has answered two letters sent since May, Rose said."),
    Restated("en", "Only 61 of the town's 270 schools had been reinforced.", "en",
             "209 of the town's 270 schools had not been reinforced.",
             "61 of the town's 270 schools had not been reinforced."),
    Restated("en", "Experts were divided over the value of the dam.", "en",
             "There was no agreement among experts over the value of the dam.",
             "Experts were not divided over the value of the dam."),
    Restated("en", "Lind is not convinced that the dam will hold.", "en",
             "Lind doubts that the dam will hold.", "Lind is confident that the dam will hold."),
    Restated("en", "Lind is sure that the dam will hold.", "en",
             "Lind has no doubt that the dam will hold.", "Lind doubts that the dam will hold."),
    Restated("en", "A second mill has no site yet and is planned for 2028.", "en",
             "A second mill is planned for 2028, its site still to be found.", None),
    Restated("en", "A second mill, in the river port of Oster, is planned for 2028.", "en",
             None, "A second mill has been set up in the river port of Oster."),
    Restated("en", "It has received six lifts, while a cable line is to be installed in June.", "en",
             "A cable line is to follow the six lifts in June.", "The mill has received a cable line."),
    Restated("en", "The mine employs 2,400 people, most of them women.", "en",
             "Of the 2,400 people at the mine most are women.", "The mine employs 2,400 people, few of them women."),
    Restated("en", "The grain will be stored in Riga until the buyers pay.", "en",
             "Until the buyers pay, Riga will store the grain.",
             "The grain will be stored in Riga after the buyers pay."),
]  # fmt: skip
_DOUBTS = [
    Restated(
        "en",
        "Mary Rose, an economist, doubts that the ferries will ever cover their costs.",
        "en",
        "That the ferries will ever cover their costs is unlikely, Mary Rose thinks.",
        "Mary Rose expects the ferries to cover their costs one day.",
    ),
    Restated(
        "ru",
        "Экономист Анна Рощина сомневается, что паромы когда-нибудь окупятся и соберут пассажиров.",
        "ru",
        "Паромы вряд ли окупятся и соберут пассажиров, полагает Анна Рощина.",
        "Паромы окупятся и соберут пассажиров, полагает Анна Рощина.",
    ),
    Restated(
        "en",
        "The mill will cost 12 million euros, of which Oslo has promised a third; the rest must be found by the firm.",
        "en",
        "Oslo has promised 4 million euros; the firm must find the remaining 8 million.",
        "Oslo has promised 8 million euros of the cost.",
    ),
    Restated(
        "en",
        '"If the airlines paid tax on fuel, the train would look less romantic," said Mary Rose, an economist.',
        "en",
        "A tax on fuel for airlines would make the train look less romantic, Mary Rose said.",
        "The airlines pay tax on fuel, Mary Rose said.",
    ),
    Restated(
        "en",
        "Exports rose in the first half of the year.",
        "en",
        "Exports rose between January and June.",
        "Exports rose between January and July.",
    ),
]
_FROM_AFAR = [
    # Who never comes stays away.
    Restated("ru", "Ни один крупный перевозчик пока не зашёл в этот порт.", "ru",
             "Крупные перевозчики до сих пор обходят этот порт.", "Крупные перевозчики уже зашли в этот порт."),
    Restated("en", "No large carrier has called at this port.", "en",
             "Large carriers still shun this port.", "Large carriers have called at this port."),
    # What may not be yet is waited for.
    Restated("ru", "Бывший судья два года после отставки не может быть адвокатом.", "ru",
             "Бывший судья должен выждать два года, прежде чем ему позволят стать адвокатом.",
             "Бывший судья два года после отставки может быть адвокатом."),
    Restated("ru", "Бывший судья два года после отставки не может быть адвокатом.", "en",
             "A former judge is kept from working as a lawyer for two years after leaving office.", None),
    # What is four times as cheap as another is what the other is dearer by.
    Restated("ru", "Процесс там втрое дешевле лондонского.", "ru",
             "Тяжба в Лондоне обошлась бы втрое дороже.", "Процесс там втрое дороже лондонского."),
    Restated("en", "Shipping through Poti is three times cheaper than London's.", "en",
             None, "Shipping through Poti is three times dearer than London's."),
    # Who speaks between two commas parts no clause.
    Restated("ru", "Переговоры с Грузией, признал министр, пока не начались.", "ru",
             "Переговоры с Грузией пока не начались, признал министр.",
             "Переговоры с Грузией, признал министр, уже начались."),
    Restated("ru", "Если закон примут, наши фермеры перестанут бояться банков.", "ru",
             "Если закон примут, сказал министр, фермеры перестанут бояться банков.",
             "Фермеры, сказал министр, перестанут бояться банков."),
    # A concession is not hedged by what it qualifies.
    Restated("ru", "Порт может опустеть, хотя его тариф самый низкий в регионе.", "ru",
             "Тариф порта самый низкий в регионе.", "Порт опустеет."),
    Restated("en", "The port may empty, although its tariff is the lowest in the region.", "en",
             "The tariff of the port is the lowest in the region.", "The port will empty."),
    # «Сірә» leaves open; «нақты» is no deed.
    Restated("ru", "Половина фермеров, скорее всего, останется дома.", "kk",
             "Фермерлердің жартысы, сірә, үйде қалады.", "Фермерлердің жартысы үйде қалады."),
    Restated("ru", "Точные данные, возможно, изменят тон переговоров.", "kk",
             "Нақты деректер келіссөздердің үнін өзгертуі мүмкін.", None),
    Restated("ru", "В посёлке новому мосту рады.", "ru", None, "В посёлке новым мостом недовольны."),
]  # fmt: skip
_DEGREES = [
    Restated(
        "en",
        "More villages are served by the north road than by the south road.",
        "en",
        "Fewer villages depend on the south road than on the north one.",
        "Fewer villages depend on the north road than on the south one.",
    ),
]
CASES = [*_EXCHANGED, *_CONDITIONS, *_DENIALS, *_DOUBTS, *_DEGREES, *_FROM_AFAR]


@pytest.mark.parametrize("case", [case for case in CASES if case.true], ids=str)
def test_a_free_rendering_is_kept(case: Restated) -> None:
    assert findings(case, case.true or "") == []


@pytest.mark.parametrize("case", [case for case in CASES if case.false], ids=lambda case: case.false or "")
def test_a_lie_in_nearly_the_same_words_is_found(case: Restated) -> None:
    assert findings(case, case.false or "") != []


_MILL = article(
    """The mill

Riga opened a mill in May. The second mill has no budget yet.

Petra Lind, a hydrologist at the Tarn Institute, is not convinced that the river will carry it. Oslo wants most of the flour.
""",
    "en",
)
_LIND = Speaker("Petra Lind")


def _held_against(text: str, *cited: str) -> set[str]:
    statement = check_statement(Proposal(text, "expert", cited, _LIND), _MILL, "expert_views")
    return {finding.rule for finding in statement.findings if finding.severity == "withhold"}


def test_a_view_may_be_told_in_other_words() -> None:
    assert not _held_against("Petra Lind doubts that the river will bear it.", "S3")


def test_what_the_outlet_says_is_not_lent_to_an_expert() -> None:
    assert "speaker" in _held_against(
        "Petra Lind thinks the missing budget of the second mill shows weakness.", "S2", "S3"
    )


def test_words_in_a_quotation_may_be_counted() -> None:
    read = article('"We want to be there first," said Mary Rose. Work began.', "en")
    statement = Proposal(
        'Mary Rose put it in six words: "We want to be there first."', "expert", ("S1",), Speaker("Mary Rose")
    )
    assert not [f for f in check_statement(statement, read, "expert_views").findings if f.rule == "number"]
