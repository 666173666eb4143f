"""Given names and the gender they tell, for words whose form allows both: Динара, or Динар in the genitive.

The lists are written in Russian; Қанат and Kanat are looked up by their sound.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.language.lemmas import russian
from briefings.language.names.forms import Gender
from briefings.language.names.script import alphabet, letters, sound

if TYPE_CHECKING:
    from collections.abc import Callable

_MEN = """
Абай Абзал Абылай Адиль Адильбек Азамат Айбек Айдар Айдос Айдын Айтбай Акжол Алдияр Алибек Алихан Алишер Алмас
Алмат Алпамыс Амангельды Аманжол Амир Анвар Ануар Арман Арнур Арсен Арстан Аскар Асан Асет Асхат Асылбек Ахмет
Багдат Бакыт Бакытжан Батыр Батырхан Баглан Бауыржан Бейбит Бекжан Бекзат Берик Берикбол Болат Бота Булат Галым
Галымжан Габит Газиз Гани Дамир Данияр Дархан Дастан Даулет Даурен Дидар Димаш Динмухамед Досым Думан Ербол
Ерболат Ержан Ерик Еркебулан Еркин Ерлан Ерлик Ермек Ернар Ернур Есен Жандос Жамал Жанибек Жансеит Жасулан Жомарт
Жумабай Жумабек Зангар Зейнулла Ибрагим Ильдар Ильяс Исатай Кадыр Кайрат Камиль Канат Каныш Касым Касым-Жомарт
Касымжомарт Кайсар Кенес Куаныш Куат Кубат Кудайберген Максат Манас Магжан Мади Мадияр Максут Малик Марат Марлен
Марс Медет Мейрам Мурат Муратбек Мухтар Мухамед Мырзатай Нариман Наурыз Нурбек Нурболат Нургали Нуржан Нурлан
Нурсултан Нуртай Нурхан Олжас Ораз Оразбек Равиль Рамазан Рашид Ренат Ринат Рустам Рустем Сабит Сабыр Сагынтай
Садыр Саин Самат Санжар Сапар Сейткали Серик Серикжан Султан Сырым Талгат Тамерлан Таир Темирлан Тимур Тимурлан
Токтар Толеген Тулеген Турар Узакбай Умирзак Уалихан Фархад Хамит Шавкат Шалкар Шамиль Ыдырыс Эльдар Эмомали
Александр Алексей Анатолий Андрей Антон Аркадий Артём Артур Борис Вадим Валентин Валерий Василий Виктор Виталий
Владимир Владислав Всеволод Вячеслав Геннадий Георгий Герман Глеб Григорий Давид Даниил Данил Денис Дмитрий Евгений
Егор Иван Игнат Игорь Илья Кирилл Константин Лев Леонид Максим Марк Михаил Никита Николай Олег Павел Пётр Роман
Руслан Савелий Семён Сергей Станислав Степан Фёдор Филипп Эдуард Юрий Яков Ярослав Дональд Джон Джо Джордж Майкл
Эрик Энтони Томас Роберт Ричард Питер Пол Эммануэль Олаф Реджеп Тайип Ильхам Никол Шарль Джеффри Антониу Рафаэль
Кристофер Стивен Кевин Марко Лука Маттео Пьер Жак Жан Луи Ян Пётер Лех Йенс Ханс Вольфганг Юрген Клаус Штефан
Мартин
Альберт Антонио Педро Луис Диего Хавьер Карло Джузеппе Джованни Кенджи Хироси Такеши Раджив Нарендра Субраманьям
Бенджамин Уильям Дэвид Джеймс Ганс Фридрих Гюнтер Хуан Карлос Хосе Мухаммед Ахмад Хасан Хусейн Али Омар Юсуф
Paul Mark Luke John James Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel
Matthew Anthony
Steven Andrew Joshua Kenneth Kevin Brian George Timothy Edward Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan
Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Raymond Patrick Jack Dennis Tom Tim Peter
Henry Adam
Hugh Ian Neil Simon Philip Keith Graham Alan Lars Sven Erik Johan Henrik Klaus Hans Jean Pierre François Luc
Marco Paolo
Carlos Juan Jorge Miguel Raj Rajiv Arjun Sanjay Kenji Hiroshi Wei Ahmed Hassan Omar Yusuf Mehmet Emre Kemal Murat
Гэвин Гарет Гарри Грэм Дункан Иэн Кит Колин Кэлум Малкольм Найджел Нил Оливер Оскар Оуэн Рори Рэй Саймон Стюарт
Тим Тоби Тревор Уолтер Фрэнк Фрэнсис Хью Эдвард Эван Энди Эндрю Юэн Десмонд Дерек Дилан Джозеф Джейкоб Джошуа Джоэл
Джек Джонатан Лиам Логан Майлз Мэтью Натан Ноа Остин Рассел Саймон Самуэль Сэм Тайлер Фергус Шон Эштон Альфред
Анри Антуан Арно Бастьен Бенуа Бертран Бруно Венсан Гаспар Гийом Дидье Жером Жюльен Люк Люсьен Марсель Матье Морис
Оливье Паскаль Патрик Реми Рене Себастьен Тьерри Фабрис Фредерик Франсуа Эрве Этьен Ален Андре Лоран Люка Тома
Аксель Бенедикт Бернд Бернхард Вернер Вильгельм Гельмут Герхард Готфрид Дитер Дирк Карл Конрад Курт Лотар Людвиг
Лукас Манфред Маттиас Матиас Мориц Ральф Рольф Рудольф Свен Торстен Удо Уве Феликс Хайнц Харальд Хорст Эгон Эрих
Юлиан Бьёрн Гуннар Гуннарссон Йорн Йохан Йохен Кнут Ларс Магнус Мортен Нильс Олоф Петтер Рагнар Сёрен Сигурд Стиг
Тор Торбьёрн Торстейн Тур Ульф Харальд Хенрик Хокон Эйнар Эйрик Эмиль Эспен Арне Айнар Антти Вейкко Илкка Йорма
Калле Матти Микко Пекка Тапио Юха Яри Яакко Эро Анджей Богдан Войцех Вацлав Гжегож Ежи Збигнев Казимир Кшиштоф
Мирослав
Марек Павел Петр Радослав Томаш Яцек Ярослав Йозеф Ладислав Любомир Милан Зоран Драган Горан Бранко Младен Никола
Бела Габор Иштван Ласло Шандор Тибор Аттила Балаж Андрас Флорин Ион Мирча Раду Георге Думитру Костас Яннис Спирос
Алехандро Альваро Андрес Артуро Бруно Габриэль Гонсало Густаво Игнасио Иниго Маурисио Мануэль Марио Мартин Рикардо
Родриго Сантьяго Сальвадор Тьягу Фелипе Фернандо Франсиско Эдуардо Энрике Эрнесто Жоау Жоао Пауло Алессандро Андреа
Винченцо Джакомо Лоренцо Массимо Микеле Паоло Пьетро Риккардо Стефано Фабио Франческо Энцо Адебайо Бабакар
Кваме Кофи
Мамаду Муса Мусса Олусегун Омари Самба Сейду Усман Чинуа Чиди Эммануэл Абдул Абдулла Абдуррахман Ахмет Бурак Джем
Йылмаз Мехмет Мустафа Осман Озгюр Хакан Эмре Энвер Амин Башир Бахтияр Джамшид Мирза Навид Реза Саид Фаррух Фарид
Фируз Хамид Хамза Шухрат Улугбек Бахром Бобур Жахонгир Дильшод Отабек Рустамжон Санжарбек Азиз Баходир Нодир Акмаль
Вивек Викрам Дев Кришна Манодж Прадип Санджай Сунил Ашок Аджай Рохан Тэцуя Такаши Кен Кэнта Хироки Юто Минхо
Гоша Вано Гиорги Давит Зураб Ираклий Леван Нодар Тенгиз Арам Армен Ашот Гагик Тигран Вахтанг Анар Васиф Эльхан
Эльчин
Рауф Тофик Фуад Фикрет Айтмырза Алмаз Бакай Бектур Мирлан Нурдин Таалайбек Улан Эрлан Бегимай Батбаяр Энхбаяр
Gavin Gareth Graeme Duncan Iain Colin Callum Malcolm Nigel Oliver Oscar Owen Rory Ray Stuart Toby Trevor
Walter Francis
Evan Andy Ewan Desmond Derek Dylan Joel Jake Jonathan Liam Logan Miles Nathan Noah Austin Russell Sam Tyler
Fergus Sean
Ashton Alfred Henri Antoine Arnaud Bruno Vincent Guillaume Didier Julien Luc Lucien Marcel Mathieu Olivier
Pascal Rene
Thierry Etienne Alain Andre Laurent Axel Bernd Werner Gerhard Dieter Dirk Karl Konrad Kurt Lukas Manfred
Matthias Moritz
Ralf Rolf Rudolf Torsten Uwe Felix Heinz Horst Julian Bjorn Gunnar Knut Magnus Morten Nils Olof Petter Ragnar
Soren Stig
Tor Ulf Einar Espen Arne Antti Ilkka Matti Mikko Pekka Juha Jari Andrzej Bogdan Wojciech Jerzy Zbigniew
Krzysztof Marek
Pavel Radoslaw Tomasz Jacek Milan Zoran Dragan Goran Gabor Istvan Laszlo Sandor Tibor Florin Radu Kostas
Yannis Alejandro
Alvaro Andres Arturo Gabriel Gustavo Ignacio Manuel Mario Martin Ricardo Rodrigo Santiago Felipe Fernando
Francisco Eduardo
Enrique Ernesto Joao Alessandro Vincenzo Giacomo Lorenzo Massimo Michele Paolo Pietro Stefano Fabio Francesco
Kwame Kofi
Mamadou Moussa Musa Omari Emeka Chidi Tunde Abdul Abdullah Burak Cem Mustafa Osman Hakan Enver Amin Bashir
Jamshid Reza
Said Farrukh Farid Hamid Hamza Vivek Vikram Dev Krishna Manoj Pradeep Sunil Ashok Ajay Rohan Takashi Ken
Giorgi Levan
Zurab Aram Armen Tigran Desmond Winston Clive Errol Garfield Cedric Dominic Leon Leo Louis Max Theo Ethan
Caleb Isaac Elias
Tobias Jonas Anton Viktor Ivan Oleg Dmitry Sergey Alexei Andrei Nikolai Mikhail Yuri Igor Ruslan Timur Bakhtiyar
"""
_WOMEN = """
Адель Адия Айгерим Айгуль Айда Айдана Айжан Айзада Айман Айнагуль Айнур Айнура Айша Айым Акбота Акерке Акмарал
Алия Алма Алмагуль Алтын Алтынай Альбина Альмира Анар Анара Арайлым Асель Асем Асия Аягоз Багила Баян Балжан
Ботагоз Бакыт Венера Галия Гаухар Гульжан Гульмира Гульнар Гульнара Гульсара Гульшат Гульшара Дана Дария Диляра
Дина Динара Дильназ Жанар Жанара Жания Жанна Жансая Жибек Жулдыз Забира Загипа Зарина Зауре Зере Зульфия Индира
Инкар Камила Камшат Карима Карина Карлыгаш Кенже Куляш Куралай Лаура Лейла Ляззат Мадина Майра Макпал Маржан
Мариям Мерей Мейрамгуль Меруерт Молдир Назгуль Назым Нургуль Нуржамал Нурсулу Перизат Райхан Рауза Роза Сабина
Салтанат Салима Самал Сандугаш Сания Сара Сауле Сауран Симбат Томирис Толганай Толкын Улжан Умит Умут Фатима
Фарида Халида Шынар Шолпан Шырын Эльвира Эльмира
Александра Алина Алла Анастасия Анна Валентина Валерия Варвара Вера Вероника Виктория Галина Дарья Диана Ева
Евгения Екатерина Елена Елизавета Жаклин Зинаида Зоя Инна Ирина Каролина Кира Клара Ксения Лариса Лидия Лилия
Любовь Людмила Маргарита Марина Мария Марта Надежда Наталья Наталия Нина Нонна Оксана Ольга Полина Раиса Регина
Римма Рита Светлана Снежана Софья София Таисия Тамара Татьяна Ульяна Урсула Юлия Яна Ангела Сара Анналена Кристин
Элизабет Тереза Хелен Маргарет Патриция Барбара Сесилия Изабель Шарлотта Грета Ингрид Хельга Кристина Розмари
Джулия
Катрин Жаклин Мадлен Жозефин Эвелин Каролин Эрин Мишель Николь Адель Клэр Симона Софи
Луиза Джорджия Камала Мелания Хиллари Нэнси Джейн Мэри Лиза Эмма Кейт Сьюзан Линда Каролин
Алуа Аружан Аяулым Жазира Мээрим Бермет Жылдыз Нигора Феруза Малика Лола Зейнеп
Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra Ashley
Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Amy Kathleen
Helen
Angela Anna Ruth Nicole Catherine Christine Janet Maria Heather Diane Olivia Julie Joyce Virginia Victoria Kelly
Christina Joan Evelyn Judith Megan Alice Ann Jane Rose Rosa Grace Claire Kate Katrin Ingrid Astrid Greta Helga
Birgit
Ursula Elena Sofia Lucia Carmen Priya Anjali Leila Fatima Aisha Zeynep Elif Mei Yuki Charlotte Emma Hannah Sophie
Агата Аманда Амели Анаис Аннет Анника Аннели Астрид Беатрис Беатриса Берта Бригитта Вивьен Вирджиния Габриэла
Гвен Глория Гудрун Джанет Джессика Джоан Джойс Джудит Доминик Дороти Жюли Жюстин Зара Ильзе Ингеборг Ирма Йоханна
Камиль Карен Карла Кармен Кэрол Кэтрин Кирстен Клаудиа Кьяра Лаура Лена Лиз Лилиан Лора Лотта Лусия Люси
Люсиль Магда
Магдалена Майя Марго Мари Мариам Марианна Мартина Матильда Мелисса Мередит Мерием Мириам Моника Надин Натали
Нора Одри
Оливия Паола Паула Петра Рейчел Рут Рэйчел Селестина Сигрид Сильвия Симона Соня Софи Стефани Сюзанна Сюзанн
Тура Ульрика
Фиона Франческа Фрида Хайди Ханна Хедда Хелена Хизер Шарлотт Шейла Элеонора Элис Эллен Элоиза Элсбет Эмили
Эстер Юдит Юлия
Нджери Ванджику Амина Аминат Адаэзе Нгози Фату Мариама Захра Зульфия Лола Гульнора Дильфуза Нилуфар Шахноза Наргиза
Азиза Мухайё Шахло Мавжуда Нодира Надира Мунира Башира Захира Шакира Сабира Насиба Матлюба Мохира Озода Нафиса
Латифа Шарифа Халима Рахима Саида Хамида Рашида Манзура Мансура Максуда Мавлюда Махбуба Мукаддас Дилноза Дильноза
Зумрад Муаззам Барно Тахмина Сайёра Санобар Парвина Гульбахор Умида Дилбар Дильбар Нозима Комила Камола Дилором
Наталия Тинатин Нино Этери Анаит Гаянэ Лусине Сона Лейла Севиндж Айнурэ Нармина
Айсулу Айпери Ажар Дидар Еркежан Жамал Раушан
Нургуль Гулнара Бурул Аселя Айнаш Гүлсара Гүлнәр Сәуле Әсел Айгүл Гүлмира Қарлығаш Мөлдір Ұлжан Шәмшия
Agatha Amelie Annette Annika Beatrice Bridget Vivien Gabriela Gwen Gloria Janet Joan Judith Dominique Dorothy
Julie Justine
Zara Ilse Irma Johanna Camille Carla Carole Cathy Kirsten Claudia Chiara Lena Liz Lilian Lora Lotta Lucy
Lucille Magda
Magdalena Maya Margot Marie Miriam Marianne Martina Matilda Meredith Monica Nadine Natalie Nora Audrey Paola
Paula Petra
Rachel Celestine Celeste Sigrid Silvia Sylvia Simone Sonia Tove Tora Ulrika Fiona Francesca Frida Heidi Hedda
Helena Sheila
Eleanor Eleonora Ellen Eloise Esther Amina Adaeze Ngozi Fatou Mariama Zahra Gulnora Dilfuza Nilufar Nargiza
Nino Tinatin
Wanjiku Njeri Imani Zainab Khadija Yasmin Layla Noor Salma Hana Akiko Yoko Naoko Sakura Min-ji Lin Mina Anya
Olga Irina
Natalia Svetlana Tatiana Ekaterina Marina Ksenia Polina Daria Kamila Saltanat Saule Aigerim Madina Dinara Asel
Gulnara
"""


_Lists = tuple[tuple[Gender, frozenset[str]], ...]


def _lists(key: Callable[[str], str]) -> _Lists:
    men, women = (frozenset(map(key, names.split())) for names in (_MEN, _WOMEN))
    return ("m", men), ("f", women)


_LETTERS, _SOUNDS = _lists(letters), _lists(sound)


@lru_cache(maxsize=1 << 14)
def genders_of(given: str) -> frozenset[Gender]:
    """Who may bear this given name (in the nominative, any alphabet); empty when it is not known as one."""
    if alphabet(given) != "cyrillic":
        return _listed(_SOUNDS, sound(given))
    return _listed(_LETTERS, letters(given)) or _in_russian_dictionary(given.lower())


def _listed(lists: _Lists, key: str) -> frozenset[Gender]:
    return frozenset(gender for gender, names in lists if key in names)


def _in_russian_dictionary(word: str) -> frozenset[Gender]:
    dictionary = russian()
    if not dictionary.word_is_known(word):
        return frozenset()
    parses = (p for p in dictionary.parse(word) if {"Name", "nomn", "sing"} in p.tag)
    found: set[Gender] = {"f" if p.tag.gender == "femn" else "m" for p in parses}
    return frozenset(found)
