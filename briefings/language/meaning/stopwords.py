"""Words that carry no fact of their own: function words, auxiliaries, modals. One list per language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.domain import Language

# Russian in lemmas (ё folded), Kazakh and English in forms.
_RU = """
и в во на с со к ко от из за по о об обо у до для при про над под перед между через около после среди
ради кроме вместо а но да или либо же бы б ли не ни нет без что чтобы как так если то это этот тот такой
какой который кто чей где когда куда откуда почему зачем он она оно они я мы ты вы свой себя его ее их
мой наш твой ваш сам самый весь все всякий каждый любой другой иной один быть стать становиться являться
иметь иметься мочь смочь должный можно нельзя нужно нужный надо уже еще только лишь даже ведь вот тоже
также там тут здесь теперь сейчас сегодня очень более менее поэтому потому однако хотя пока раз ныне
будто словно именно почти просто вообще кстати впрочем итак мол оказаться оказываться который-то
некоторый несколько ряд ранее затем потом том чем тем рамка ход связь настоящий из-за из-под
"""
_KK = """
және мен пен бен да де та те ма ме ба бе па пе бұл сол осы ол олар оның оған оны онда одан олардың мына
анау біз біздің сіз сен өз өзі өзінің өзін үшін туралы жайлы жөнінде бойынша арқылы дейін бері кейін соң бұрын
алдында қарай сияқты секілді ретінде деп деген дейді деді еді екен емес жоқ бар болды болады болған болып
болатын болу бола болар болса болмайды болмады отыр отырған тұр тұрған жатыр жатқан жүр жүрген қой ғой
ғана тек қана да-де ал бірақ алайда дегенмен сондықтан сонымен қатар бірге себебі өйткені егер мүмкін
керек тиіс қажет бір барлық бүкіл әр әрбір кез кейбір қандай қалай неге не кім қайда қашан өте ең тағы
енді әлі қазір бүгін сондай осындай мұндай ондай солай осылай немесе я яки сондай-ақ тең кезде кезінде
етті етеді етіп еткен ету болмақ болатынын ие бол болғандықтан болмаса әйтпесе алдымен кету кетуі алуы
қоюы беруі екені екенін екендігі екендігін тұрғаны тұрғанын отырғаны отырғанын жатқаны жатқанын
жатқандықтан отырғандықтан тұрғандықтан жүргендіктен жатқанда отырғанда тұрғанда оларды оларға олармен
жүргені жүргенін
"""
_EN = """
a an the and or but nor of in on at to from for with without by about as into over under between among
through during after before since until upon within across per via off out up down than then so if when
while where which who whom whose what that this these those there here it its he she they them his her
their we us our you your i me my be is are am was were been being have has had having do does did doing
will would shall should can could may might must not no n't never only just also too very more most much
many such other another same own some any each every all both either neither few several it's that's
because although though however therefore thus still yet already now today again one ones 's cannot like
well even further rather quite become became becomes far yet according ought whereas
amid onto beyond versus toward towards
"""
STOP_WORDS: dict[Language, frozenset[str]] = {
    "ru": frozenset(_RU.split()),
    "kk": frozenset(_KK.split()),
    "en": frozenset(_EN.split()),
}
