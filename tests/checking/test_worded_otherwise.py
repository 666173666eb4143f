"""Wordings a summary likes, and the falsehood nearest to each: parts and wholes, contrasts, intents, rests.

Each case is a source sentence, a true restatement and a false one, as in `test_restated`.
"""

from __future__ import annotations

import pytest

from briefings.checking import figures, name, polarity, quotation, reservation, support
from tests.checking.test_restated import Restated, findings

_RULES = (quotation.check, figures.check, name.check, polarity.check, reservation.check, support.check)

_PARTS_AND_WHOLES = [
    Restated("ru", "Из девяти посёлков канал дошёл до шести.", "ru",
             "Канал дошёл не до всех посёлков: из девяти он есть в шести.", "Канал дошёл до всех посёлков."),
    Restated("ru", "Первые сорок автобусов вышли на линию, остальные ждут водителей.", "ru",
             "На линию вышли первые сорок автобусов.", "На линию вышли все автобусы."),
    Restated("ru", "Большинство дольщиков получили ключи.", "ru",
             "Ключи получила большая часть дольщиков.", "Ключи получили все дольщики до единого."),
    Restated("en", "Most of the depots have reopened.", "en",
             "Most depots are open again.", "All the depots have reopened."),
    Restated("kk", "Тоғыз ауылдың алтауына су жетті.", "kk",
             "Су тоғыз ауылдың алтауына жетті.", "Су барлық ауылға жетті."),
]  # fmt: skip

_CONTRASTS = [
    Restated("ru", "Архитектор считает главным не фасад, а фундамент.", "ru",
             "Главное, по мнению архитектора, фундамент, а не фасад.",
             "Архитектор считает главным фасад, а не фундамент."),
    Restated("ru", "Цехам нужны не станки, а наладчики.", "ru",
             "Цехам нужны наладчики, а не станки.", "Цехам нужны не наладчики, а станки."),
    Restated("ru", "Школ в районе хватает, а вот учителей мало.", "ru",
             "Учителей в районе мало, школ же хватает.", "Учителей в районе хватает, а вот школ мало."),
    Restated("en", "The clinic needs not beds but nurses.", "en",
             "The clinic needs nurses, not beds.", "The clinic needs beds, not nurses."),
    Restated("en", "She wants repairs rather than new pipes.", "en",
             "She wants repairs, not new pipes.", "She wants new pipes rather than repairs."),
    Restated("kk", "Емханаға төсек емес, дәрігер керек.", "kk",
             "Емханаға керегі — дәрігер, төсек емес.", "Емханаға дәрігер емес, төсек керек."),
]  # fmt: skip

_INTENTS = [
    Restated("ru", "Мэрия не намерена закрывать рынок на Заречной.", "ru",
             "Закрывать рынок на Заречной мэрия не собирается.", "Мэрия закроет рынок на Заречной."),
    Restated("ru", "Завод не планирует продавать пристань.", "ru",
             "Продажи пристани завод не планирует.", "Завод продаст пристань."),
    Restated("en", "The council does not intend to sell the wharf.", "en",
             "The council has no intention of selling the wharf.", "The council will sell the wharf."),
    Restated("kk", "Әкімдік базарды жабуды жоспарлап отырған жоқ.", "kk",
             None, "Әкімдік базарды жабады."),
    Restated("ru", "Часть вагонов можно переделать под зерно.", "ru",
             "Под зерно, по словам депо, можно переделать часть вагонов.", "Часть вагонов уже переделана под зерно."),
    Restated("ru", "Устав товарищества пока согласовывается.", "ru",
             "Согласование устава товарищества ещё идёт.", "Устав товарищества согласован."),
    Restated("ru", "Проверки лодок начнутся не раньше лета.", "ru",
             "Лодки начнут проверять не раньше лета.", "Проверки лодок уже идут."),
    Restated("ru", "Ведомство планирует внести в маслихат поправки о сборах до конца года.", "ru",
             "До конца года ведомство рассчитывает внести в маслихат поправки о сборах.",
             "Маслихат принял поправки ведомства о сборах."),
]  # fmt: skip

_RATES_AND_PARTS = [
    Restated("ru", "Завод рассчитан на 700 тонн сыра в год.", "ru",
             "Завод будет выпускать 700 тонн сыра ежегодно.", "Завод рассчитан на 700 тонн сыра в месяц."),
    Restated("en", "The plant makes 700 tonnes of cheese a year.", "en",
             "The plant puts out 700 tonnes of cheese a year.", "The plant makes 700 tonnes of cheese a month."),
    Restated("kk", "Зауыт жылына 700 тонна ірімшік шығарады.", "kk",
             "Зауыт жылына 700 тонна ірімшік өндіреді.", "Зауыт айына 700 тонна ірімшік шығарады."),
    Restated("ru", "Омель покроет 55% затрат.", "ru",
             "Омель возьмёт на себя 55% затрат.", "Все затраты покроет Омель."),
    Restated("ru", "Училища готовят девять лоцманов в год, а понадобится сорок.", "ru",
             "Лоцманов готовят по девять в год, а понадобится сорок.",
             "Училища готовят сорок лоцманов в год, а понадобится девять."),
    Restated("ru", "Первую лодку верфь надеется спустить до конца 2031 года.", "ru",
             "Верфь рассчитывает спустить первую лодку до конца 2031 года.",
             "Первую лодку верфь спустит после 2031 года."),
    Restated("ru", "Первую лодку верфь надеется спустить до конца 2031 года.", "ru",
             None, "Первую лодку, сообщила Дана Куница, уже спустили."),
    Restated("ru", "Дана Куница допускает, однако, что соседи согласятся обучить лоцманов.", "ru",
             "Дана Куница допускает, что соседи обучат лоцманов.",
             "Соседи, сообщила Дана Куница, обучат лоцманов."),
    Restated("ru", "Без своих лоцманов порт превратится в стоянку.", "ru",
             "Порт без своих лоцманов превратится в стоянку.", "Порт превратится в стоянку."),
    Restated("ru", "Сход назначен на 19 ноября.", "ru",
             "Сход пройдёт 19 ноября.", "Сход состоялся 19 ноября."),
    Restated("ru", "Договор ещё должен ратифицировать сенат.", "ru",
             "Сенат договор пока не ратифицировал.", "Сенат договор ратифицировал."),
    Restated("ru", "Из 14 колодцев проверили три.", "ru",
             "Одиннадцать колодцев из 14 остались без проверки.", "Проверили все колодцы."),
]  # fmt: skip

_NOT_YET = [
    Restated("ru", "Сенат договор ещё не ратифицировал.", "ru",
             "Договор сенат пока не одобрил.", "Сенат отклонил договор."),
    Restated("en", "The senate has not yet ratified the treaty.", "en",
             "The treaty still awaits the senate's approval.", "The senate has rejected the treaty."),
    Restated("kk", "Сенат шартты әлі бекіткен жоқ.", "kk",
             "Шарт сенатта әлі бекітілген жоқ.", None),
    Restated("ru", "Сумму убытков порт пока не называет.", "ru",
             "Порт пока не раскрыл сумму убытков.", "Порт назвал сумму убытков."),
    Restated("ru", "Об участии в ярмарке Армения пока не объявляла.", "ru",
             "Армения ещё не объявила об участии в ярмарке.", "Армения объявила об участии в ярмарке."),
    Restated("ru", "Покупатели на лён есть, но нет ни одного склада.", "ru",
             "Покупатели на лён есть, а складов нет.", "Покупателей на лён пока нет."),
]  # fmt: skip

_OPPOSITES = [
    Restated("ru", "Стадо ушло на сто вёрст к северо-западу.", "ru",
             "Стадо сместилось к северо-западу на сто вёрст.", "Стадо ушло на сто вёрст к юго-востоку."),
    Restated("en", "The herd has moved to the north-west.", "en",
             "The herd moved north-west.", "The herd has moved to the south-east."),
    Restated("ru", "Фуры пускают в город только ночью.", "ru",
             "Въезд фур в город разрешён лишь в ночное время.", "Фуры пускают в город только днём."),
    Restated("kk", "Жүк көліктері қалаға тек түнде кіреді.", "kk",
             "Қалаға жүк көліктері түнде ғана кіреді.", "Жүк көліктері қалаға тек күндіз кіреді."),
    Restated("en", "Lorries may enter the town only at night.", "en",
             "Lorries are let into the town only at night.", "Lorries may enter the town only in daylight."),
    Restated("ru", "Критик назвал ремонт набережной запоздалым.", "ru",
             "Ремонт набережной, по мнению критика, опоздал.", "Критик назвал ремонт набережной своевременным."),
    Restated("ru", "Сельчанам добираться до больницы ещё труднее.", "ru",
             "До больницы сельчанам добираться ещё сложнее.", "Сельчанам добираться до больницы ещё легче."),
    Restated("ru", "Лодки клубу бесплатно предоставила верфь «Сом».", "ru",
             "Верфь «Сом» дала клубу лодки даром.", "Лодки клубу продала верфь «Сом»."),
    Restated("ru", "Кооператив получил ссуду в 8 млн тенге.", "ru",
             "Кооперативу дали ссуду в 8 млн тенге.", "Кооператив вернул ссуду в 8 млн тенге."),
]  # fmt: skip

_ADDED_DEEDS = [
    Restated("ru", "Рыбаки Омеля собрали 90 подписей против запрета на сети.", "ru",
             "Против запрета на сети рыбаки Омеля собрали 90 подписей.",
             "Рыбаки Омеля собрали 90 подписей против запрета на сети и отправили их прокурору."),
    Restated("en", "Omel fishermen collected 90 signatures against the net ban.", "en",
             "Against the net ban, Omel fishermen collected 90 signatures.",
             "Omel fishermen collected 90 signatures against the net ban and mailed them to the prosecutor."),
    Restated("ru", "Директор добавил, что музей предпочёл бы менять экспозицию каждые полгода.", "ru",
             "Директор сказал, что музей предпочёл бы менять экспозицию каждые полгода.",
             "Директор сказал, что музей предпочёл бы менять экспозицию каждые полгода и удвоить штат."),
    Restated("ru", "Остальное внесут соседи и, возможно, фонд «Омель».", "ru",
             "Остальное внесут соседи и, может быть, фонд «Омель».", "Остальное внесут соседи и фонд «Омель»."),
    Restated("ru", "Без этой дороги мы могли бы лишиться рынка.", "ru",
             "Без этой дороги, не исключено, пропал бы и рынок.", "Без этой дороги мы лишились бы рынка."),
]  # fmt: skip

_HONEST = [
    Restated("ru", "Если за письмом не последует встреча с Омелем, предупреждает Сергей Ким, жест останется пустым.", "ru",
             "Без встречи с Омелем, предупреждает С. Ким, жест останется пустым.", None),
    Restated("ru", "Договор, рассчитанный на шесть лет, 9 мая скрепили подписями представители портов.", "ru",
             "9 мая договор на шесть лет подписали представители портов.", None),
    Restated("ru", "Выплаты получили не все: из 70 семей деньги дошли до 52.", "ru",
             "Выплаты получили 52 семьи из 70.", None),
    Restated("ru", "Впрочем, без опытных лоцманов толку от маяка мало. Сейчас их в порту девять.", "ru",
             "Опытных лоцманов в порту сейчас девять.", None),
    Restated("ru", "Треть хозяйств не вывезла на ярмарку ни одной овцы.", "ru",
             "Каждое третье хозяйство обошлось без вывоза овец на ярмарку.", None),
    Restated("ru", "Плотник сомневается, что мост достроят раньше 2034 года.", "ru",
             "Плотник не верит, что мост достроят раньше 2034 года.",
             "Плотник уверен, что мост достроят раньше 2034 года."),
    Restated("ru", "Затраты вряд ли окупятся раньше чем через десять лет.", "ru",
             "Затраты окупятся, скорее всего, не раньше чем через десять лет.",
             "Затраты окупятся раньше чем через десять лет."),
    Restated("ru", "Рейсов вряд ли станет больше чем шесть в неделю.", "ru",
             "Больше шести рейсов в неделю ждать не приходится.", "Рейсов станет больше шести в неделю."),
    Restated("ru", "Отток вряд ли удастся остановить раньше 2034 года.", "ru",
             "Маловероятно, что отток остановят до 2034 года.", "Отток остановят до 2034 года."),
    Restated("ru", "Решение по тарифу на сходе могут и не принять.", "ru",
             "Решение по тарифу на сходе не гарантировано.", "Решение по тарифу на сходе примут."),
]  # fmt: skip

_FIGURES = [
    Restated("ru", "Мост обошёлся в $7,5 млн, причём $5 млн дала область, остальное — Финляндия.", "ru",
             "Финляндия вложила в мост 2,5 млн долларов.", "Финляндия вложила в мост 3,5 млн долларов."),
    Restated("en", "The bridge cost $7.5m; $5m came from the county, the rest from Finland.", "en",
             "Finland put $2.5m into the bridge.", "Finland put $3.5m into the bridge."),
    Restated("kk", "Көпірге 7,5 млн доллар кетті, оның 5 млн долларын облыс, қалғанын Финляндия берді.", "kk",
             "Финляндия көпірге 2,5 млн доллар берді.", "Финляндия көпірге 3,5 млн доллар берді."),
    Restated("ru", "Омелю досталось 45% улова, Тойле — 31%, Ранну — остальное.", "ru",
             "Ранну досталось 24% улова.", "Ранну досталось 34% улова."),
    Restated("ru", "Из бюджета покроют 60% расходов.", "ru",
             "Из бюджета покроют больше половины расходов.", "Из бюджета покроют менее половины расходов."),
    Restated("en", "The budget covers 60% of the cost.", "en",
             "The budget covers more than half of the cost.", "The budget covers less than half of the cost."),
    Restated("kk", "Шығынның 60 пайызын бюджет төлейді.", "kk",
             "Шығынның жартысынан астамын бюджет төлейді.", "Шығынның жартысынан азын бюджет төлейді."),
    Restated("ru", "За шесть недель поступило 80 жалоб.", "ru",
             "За полтора месяца поступило 80 жалоб.", "За полгода поступило 80 жалоб."),
    Restated("ru", "Лоцманов девять, а нужно не менее полусотни.", "ru",
             "Лоцманов девять при потребности не менее 50.", "Лоцманов девять при потребности не менее 60."),
    Restated("ru", "Причал стоит 14 тыс. долларов, стоянка — вдвое меньше.", "ru",
             "Стоянка стоит семь тысяч долларов.", "Стоянка стоит девять тысяч долларов."),
    Restated("en", "A berth costs $14,000, storage half as much.", "en",
             "Storage costs $7,000.", "Storage costs $9,000."),
    Restated("ru", "Причал стоит 14 тыс. долларов, стоянка — вдвое меньше.", "ru",
             "Стоянка вдвое дешевле причала.", "Стоянка вдвое дороже причала."),
    Restated("ru", "Училище выпускает полторы тысячи матросов, а нужно три тысячи.", "ru",
             "Матросов выпускают полторы тысячи вместо трёх.", "Матросов выпускают полторы тысячи вместо пяти."),
    Restated("ru", "Паром даст жителям от двадцати минут до получаса.", "kk",
             "Паром тұрғындарға жиырма минуттан жарты сағатқа дейін береді.",
             "Паром тұрғындарға қырық минуттан екі сағатқа дейін береді."),
]  # fmt: skip

_DENIED_AND_AVOWED = [
    Restated("en", "Ada Pike denied that there had been a quarrel.", "ru",
             "Ада Пайк отрицала, что произошла ссора.", "Ада Пайк признала, что между сторонами произошла ссора."),
    Restated("en", "Ada Pike denied that there had been a quarrel.", "kk",
             "Ада Пайк жанжал болғанын жоққа шығарды.", "Ада Пайк тараптар арасында жанжал болғанын мойындады."),
    Restated("ru", "Ада Пайк признала, что была ссора.", "en",
             "Ada Pike admitted that there had been a quarrel.",
             "Ada Pike denied that there had been any quarrel between the two sides."),
    Restated("kk", "Ада Пайк жанжал болғанын мойындады.", "ru",
             "Ада Пайк признала, что ссора была.", "Ада Пайк отрицала, что была ссора."),
    Restated("en", "She doubted that Omel would be able to keep its teachers.", "kk",
             "Ол Омелдің өз мұғалімдерін сақтап қала алатынына күмән келтірді.",
             "Ол Омелдің өз мұғалімдерін сақтап қала алатынына сенім білдірді."),
    Restated("en", "The treaty was signed in May. It is not final, and the senate has yet to vote.", "en",
             "The treaty is not final; the senate has not voted yet.",
             "The treaty is final, although the senate has yet to vote."),
    Restated("ru", "Договор подписан в мае. Он не обязателен, и сенат его ещё не обсуждал.", "ru",
             "Договор не обязателен, и сенат его пока не обсуждал.",
             "Договор обязателен, хотя сенат его ещё не обсуждал."),
    Restated("kk", "Шарт мамырда жасалды. Ол міндетті емес, сенат оны әлі талқылаған жоқ.", "kk",
             "Шарт міндетті емес, сенат оны әлі талқыламаған.", "Шарт міндетті, бірақ сенат оны әлі талқылаған жоқ."),
]  # fmt: skip

_LEAVE_AND_CONDITION = [
    Restated("en", "Each state may withdraw what it has lent within 90 days.", "en",
             "Each state has the right to withdraw within 90 days what it has lent.",
             "Each state withdrew what it has lent within 90 days."),
    Restated("en", "No sample can be sold, and none may leave the house without its owner's consent.", "en",
             "The sale of samples is ruled out, and the owner must agree before any leaves the house.",
             "No sample can be sold, though samples may leave the house without their owner's consent."),
    Restated("en", "The lack of clerks is felt. Two years of schooling would probably cure it.", "en",
             "Two years of schooling would most likely cure it.", "Two years of schooling would cure the lack of clerks."),
    Restated("en", "Unless the tariff falls by a fifth, small farms will hardly notice the lift.", "en",
             "Small farms are hardly going to notice the lift if the tariff does not come down by a fifth.",
             "Small farms are hardly going to notice the lift if the tariff comes down by a fifth."),
    Restated("en", "If donors lose interest, the register will become an expensive book.", "en",
             "Should the donors grow bored, the register will turn into an expensive book.", None),
]  # fmt: skip

_WHICH_AMOUNT = [
    Restated("en", "Two firms argued over $46 million. The panel ordered the miller to pay $19 million.", "en",
             "The miller was told to pay $19 million.", "The panel ordered the miller to pay $46 million."),
    Restated("ru", "Фирмы спорили о 46 млн долларов. Суд обязал мельника выплатить 19 млн долларов.", "ru",
             None, "Суд обязал мельника выплатить 46 млн долларов."),
    Restated("kk", "Фирмалар 46 млн доллар үшін дауласты. Сот диірменшіге 19 млн доллар төлеуді бұйырды.", "kk",
             "Сот диірменшіні 19 млн доллар төлеуге міндеттеді.", "Сот диірменшіге 46 млн доллар төлеуді бұйырды."),
    Restated("en", "The firm owes $20 million. It paid $5 million in May.", "en",
             "Of the $20 million owed, the firm paid $5 million.", "The firm paid $20 million in May."),
    Restated("en", "A miller and a baker quarrelled. Neither has an office in Omel.", "en",
             "Neither of the two firms keeps an office in Omel.", "Neither of the three firms keeps an office in Omel."),
    Restated("ru", "Мельник и пекарь поспорили. Ни у того, ни у другого нет конторы в Омеле.", "ru",
             "Ни у одного из двоих нет конторы в Омеле.", "Ни у одного из троих нет конторы в Омеле."),
    Restated("en", "The archive is due to open on 1 March 2027.", "en",
             "The archive is due to open on the first day of March 2027.",
             "The archive is due to open on the second day of March 2027."),
    Restated("en", "The union represents 640 haulage firms.", "en",
             "The union speaks for 640 haulage firms.",
             "The union represents 640 haulage firms, most of them family-owned."),
    Restated("ru", "Союз представляет 640 фирм.", "ru",
             None, "Союз представляет 640 фирм, большинство из них семейные."),
]  # fmt: skip

_ALL = (
    _DENIED_AND_AVOWED
    + _LEAVE_AND_CONDITION
    + _WHICH_AMOUNT
    + _PARTS_AND_WHOLES
    + _RATES_AND_PARTS
    + _CONTRASTS
    + _INTENTS
    + _NOT_YET
    + _OPPOSITES
    + _ADDED_DEEDS
    + _HONEST
    + _FIGURES
)


@pytest.mark.parametrize("case", [c for c in _ALL if c.true], ids=str)
def test_the_same_worded_otherwise_is_kept(case: Restated) -> None:
    assert findings(case, case.true or "", _RULES) == []


@pytest.mark.parametrize("case", [c for c in _ALL if c.false], ids=str)
def test_the_nearest_falsehood_is_found(case: Restated) -> None:
    assert findings(case, case.false or "", _RULES)
