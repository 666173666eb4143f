"""Who speaks, and how English says so."""

from __future__ import annotations

from briefings.language.speech.table import Agreement, SpeechTable, pattern, words
from briefings.language.speech.verbs_en import ATTITUDES, HOLDS, NOUN_LIKE, PLAIN, SAYS, STANCES, TAGS

_ROLE = words(
    "analyst economist expert minister professor director president scientist researcher diplomat "
    "ambassador senator",
    "official spokesman spokeswoman spokesperson governor mayor chairman chairwoman chair historian "
    "lawyer adviser",
    "advisor secretary specialist premier lawmaker deputy envoy executive scholar commissioner speaker "
    "fellow lecturer",
    "consultant columnist commentator presenter rapporteur negotiator academic journalist reporter editor",
    "author writer activist",
    "woman man campaigner leader head businessman businesswoman co-founder vice-president boss banker "
    "owner trader guest",
    "rector dean chancellor provost colonel major admiral brigadier officer commander marshal agronomist ichthyologist "
    "technologist producer hydrologist logistician surgeon physician mp congressman congresswoman legislator",
    "farmer engineer entrepreneur founder manager politician sociologist economist strategist judge general",
    "coach champion captain candidate veteran mother father author broker contractor planner geologist",
    "biologist physicist climatologist demographer hydrologist agronomist ecologist archaeologist year-old",
)
_BODY = words(
    "ministry government company agency bank commission committee department embassy institute centre "
    "center council secretariat",
    "parliament office firm association corporation exchange bureau authority foundation police fund "
    "union service",
    "administration organisation organization university akimat regulator carmaker operator consortium "
    "watchdog",
    "coalition alliance consortium museum laboratory cooperative mission club library reserve society "
    "directorate chamber herald mutual tribunal insurer airline railway retailer utility lender charity ngo thinktank",
    "court inspectorate chamber party federation academy airport port group league board institution producer "
    "broker syndicate taskforce",
)
# What has the name of a body and is none: "on the left bank", "behind the sand bank".
_BANK_OF_WATER = (
    r"(?:left|right|far|near|opposite|(?:north|south|east|west)(?:ern)?|river|sand|steep|muddy)\s+bank\b"
)
_PAPER = words(
    "statement report document letter communique release study paper note memo plan text brief post bulletin"
)


def _agreement(form: str) -> Agreement:
    first = form.split()[0]
    if first in PLAIN:
        return Agreement(plural=True)
    return Agreement(plural=False) if first in {"does", "has", "is", "says", "refuses"} else Agreement()


ENGLISH = SpeechTable(
    verb=pattern(
        rf"\b(?:(?P<holds>{HOLDS})|(?P<stance>{STANCES})|(?P<says>{SAYS})|(?P<tags>{TAGS}))\b(?!\s+to\s+(?:be|have)\b)"
    ),
    silent=pattern(r"(?!)"),
    tied=pattern(r"\w+ing"),
    asks=pattern(r"\b(?:i|we)\s+(?:asked|ask|wondered)\b|\basked\s+(?:i|we)\b"),
    clause_after=pattern(
        r"[^,.;:?!]{0,60}(?:,\s*(?:however|though|too|meanwhile|in\s+turn|moreover|for\s+(?:his|her|its)\s+part),)?\s+(?:that|whether|why|how)\b|\s+(?:it|he|she|they)\s+(?:would|will|had|has|have|was|were|is|are|could|might|may)\b|[^,.;:?!]{0,60}:\s*\S"
    ),
    clause_before=pattern(r"(?:(?P<as>\bas\s+(?:[\w-]+\s+){0,4})|,\s*)$"),
    according=pattern(
        r"\baccording\s+to\s+(?:(?:[\w-]+\s+){0,3}?(?:figures|data|statistics|estimates|numbers|calculations)\s+"
        r"(?:[\w-]+\s+){0,2}?(?:by|from|of)\s+)?|\bin\s+the\s+(?:words|view|opinion|judgment|judgement)\s+of\s+"
    ),
    for_whom=pattern(r"(?:for|to)\s+"),
    source_before=pattern(
        r"(?:['’]s?)\s+(?:own\s+)?(?:view|opinion|words|judg(?:e)?ment|estimation|estimate|telling|reading|account|reckoning)\b"
        r"|(?:['’]s?)\s+(?:own\s+)?(?:assessment|calculations?|analysis|interpretation|phrase|description|argument|contention|reasoning"
        r"|prediction|forecast|verdict|estimates|eyes)(?=\s*(?:[,:]|is\b|was\b))"
        r"|\s+(?:data|figures|statistics|estimates|research)\s+(?:show|suggest|indicate)(?:s|ed)?\b"
    ),
    own_source=pattern(
        r"""\bin\s+(?P<who>his|her|its|their)\s+(?:own\s+)?(?:view|opinion|words|judg(?:e)?ment|estimation|reading|telling|account|reckoning|eyes|experience|assessment|phrase|analysis|calculations?|interpretation|description|verdict)\b
        | \bwhat\s+(?:worries|troubles|puzzles|bothers|concerns|alarms|strikes|encourages)\s+(?P<who4>her|him|them)\b
        | \baccording\s+to\s+(?P<who2>him|her|them)\b | \bby\s+(?P<who3>his|her|its|their)\s+(?:own\s+)?
        (?:account|estimates?|reckoning|calculations?|count|admission)\b | \bto\s+(?P<who5>his|her|their)\s+mind\b
        | \b(?P<who6>his|her|their)\s+(?:own\s+|main\s+|chief\s+|real\s+)?(?:argument|contention|point|fear|worry
        |concern|conclusion|advice|answer|verdict|reasoning|prediction|view|warning|guess|complaint|objection)\s*(?:is\b|was\b|:)"""
    ),
    unnamed_source=pattern(
        r"\baccording\s+to\s+(?!(?:the\s+)?(?:\w+\s+)?(?:figures|data|statistics|plan|plans|schedule|rules|law)\b)\w"
    ),
    document=pattern(
        rf"""\b(?:the|its|their|a)\s+(?:[\w’'-]+\s+){{0,2}}?{_PAPER}\s+(?:also\s+)?
        (?:said|says|states?|stated|notes|noted|adds|added|reads|read|warns|warned|argues|argued|concludes|concluded)\b
        | \baccording\s+to\s+(?:the|its|their|a)\s+(?:[\w’'-]+\s+){{0,2}}?{_PAPER}\b"""
    ),
    pronoun=pattern(rf"\b(?:he|she|they|it(?=\s+(?:also\s+|later\s+)?(?:{HOLDS}|{STANCES})\b))\b"),
    pronouns={
        "he": Agreement("m", plural=False),
        "his": Agreement("m", plural=False),
        "him": Agreement("m", plural=False),
        "she": Agreement("f", plural=False),
        "her": Agreement("f", plural=False),
        "it": Agreement("n", plural=False),
        "its": Agreement("n", plural=False),
        "they": Agreement(plural=True),
        "their": Agreement(plural=True),
        "them": Agreement(plural=True),
    },
    role=pattern(rf"\b(?:(?P<any>(?:the\s+)?(?:[\w.-]+\s+)?{_ROLE}))\b"),
    expert=pattern(
        "analyst|economist|expert|scientist|researcher|professor|specialist|scholar|historian|sociologist|strategist"
        "|fellow"
    ),
    official=pattern("official|politician|executive"),
    anyone=pattern(
        r"woman|man|speaker|interviewee|guest|presenter|rapporteur|year-old|mother|father|veteran|author"
    ),
    means=(
        (
            pattern("officer|commander|soldier"),
            pattern("colonel|general|major|admiral|commander|captain|officer|brigadier"),
        ),
        (pattern("diplomat|envoy"), pattern(r"ambassador|consul|envoy|diplomat|foreign\s+minister")),
        (
            pattern("journalist|reporter|writer|columnist"),
            pattern("journalist|columnist|correspondent|reporter|editor|covers|writer"),
        ),
        (
            pattern("lawmaker|politician"),
            pattern(r"deputy|senator|\bmp\b|lawmaker|congress|president|minister|politician"),
        ),
        (
            pattern("businessman|businesswoman|entrepreneur|executive|boss"),
            pattern(r"chief\s+executive|ceo|director|owner|founder|manager|entrepreneur"),
        ),
        (
            pattern("scientist|academic|scholar"),
            pattern("professor|scientist|researcher|scholar|academic|teaches|fellow|lecturer"),
        ),
        (
            pattern("director|head|chief|chairman|chairwoman|chair|leader"),
            pattern(r"director|\bhead|chief|chair|president|leader|founder|rector|runs"),
        ),
    ),
    any_body=pattern(
        "agency|body|organi[sz]ation|department|authority|regulator|watchdog|(?P<firm>company|firm)"
    ),
    crowd=pattern(
        r"""\b(?P<subject>(?:[\w-]+\s+)?(?:analysts|experts|economists|officials|observers|critics|scientists|sources
        |researchers|diplomats|residents|lawmakers|traders|investors|people|prosecutors|authorities|supporters
        |opponents|organisers|organizers|authors|witnesses|investigators|historians|ministers|farmers|many|some|others)
        |the\s+source|an?\s+(?:senior\s+|government\s+)?(?:source|person|official|diplomat|insider))\b"""
    ),
    interviewer=pattern(r"\b(?P<subject>i|we|reporters|correspondents?|journalists)\b"),
    indefinite=pattern(r"\b(?:an?|one|another|some)\s+(?:[\w-]+\s+){0,2}[\w-]+$"),
    body=pattern(
        rf"""(?<!\w)(?!(?:the\s+|an?\s+)?{_BANK_OF_WATER})(?:(?P<any>\bthe\s+(?:[\w’'-]+\s+){{0,2}}?{_BODY}|\b(?:foreign|finance|energy|trade|interior|health|defence|
        defense|education|agriculture)\s+ministry|(?<![\w’'-])[\w-]+['’]s\s+(?:[\w-]+\s+){{0,2}}?{_BODY}|(?<![\w’'-])(?:an?|one)\s+(?:[\w’'-]+\s+){{0,2}}?{_BODY}|\b{_BODY}\s+of\s+(?:[\w-]+\s+and\s+)?[\w-]+)|\b{_BODY})(?:\s+{_BODY})?\b(?!['’])"""
    ),
    inside=pattern(r"(?!)"),
    inside_form=pattern(r"(?!)"),
    impersonal=pattern(
        r"\b(?:(?:argu|bicker|quarrel|disput)(?:e[sd]?|ing|s|ed)\s+(?:over|about)|(?:data|figures|statistics|records)\s+(?:show|suggest|indicate)(?:s|ed)?|takes?\s+issue\s+with\s+(?:him|her|them)|so\s+far|to\s+date|(?:is|are|was|were)\s+(?:not\s+)?(?:related|told)\b|neither\s+confirm\w*\s+nor\s+den\w+|(?:has|have|had)\s+(?:said\s+nothing|kept\s+silent|remained\s+silent)|(?:said|says)\s+nothing|(?:kept|keeps?|stayed|remains?)\s+silent"
        r"|(?:(?:did|does|do|has|had|have|would|will|could)\s+not|(?:didn|doesn|hasn|hadn|wouldn|haven)['’]t|never)\s+(?:yet\s+)?(?:confirm(?:ed)?|consider(?:ed)\b|comment(?:ed)?|respond(?:ed)?|repl(?:y|ied)|name[d]?|disclosed?|reveal(?:ed)?|say|publish(?:ed)?)\b"
        r"|(?:has|have|had)\s+(?:not\s+yet\s+(?!been)|yet\s+to\s+(?!be\b))\w+|(?:has|have|had)\s+not\s+(?!been)\w+(?:\s+\w+){1,4}?\s+yet\b|(?:is|are|was|were)\s+expected\s+(?:in|on|by|at)"
        r"|(?:did|has|had|have)\s+not\s+(?:yet\s+)?(?:repl(?:y|ied)|respond(?:ed)?|answer(?:ed)?|comment(?:ed)?)\b|"
        r"(?:has|have)\s+not\s+(?:yet\s+)?(?:filed|lodged|submitted|signed|ratified|set|fixed|published|issued|applied|joined|appealed|tabled"
        r"|launched|opened|begun|started|named|appointed|asked|sent|requested|approved|received)\b(?![^.;]*,\s+(?:so|and)\s)|"
        r"(?:has|have|had)\s+not\s+(?:yet\s+)?(?:said|explained|disclosed|specified|clarified|decided)\s+(?:who|what|when|where|how|whether|why|which)|"
        r"(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:said|reported|believed|thought|understood|expected|rumoured|rumored|known|estimated|supposed)\s+to"
        r"|(?:declined|declines|refused|refuses|did\s+not\s+want)\s+to\s+(?:say|name|comment|give|disclose|discuss|answer|confirm|specify|explain|reveal)|"
        r"(?:differ|disagree|are\s+divided|are\s+split)\s+(?:on|over|about)|it\s+(?:is|was|has\s+been)\s+(?:\w+\s+)?(?:reported|fair\s+to\s+say|said|believed|expected|claimed|argued|thought|assumed)|reportedly)\b"
    ),
    back_to_outlet=pattern(
        r"""(?:earlier|previously|meanwhile|last\s+(?:week|month|year)|on\s+(?:a\s+recent\s+)?(?:monday|tuesday|wednesday|thursday|friday
        |saturday|sunday)|separately|interview(?:ed)?\s+by|(?:this|the|our)\s+(?:interview|conversation)\s+(?:was|took)|background|it\s+(?:is|was)\s+reported|as\s+reported|in\s+a\s+separate)\b"""
    ),
    carries_on=pattern(
        r"""(?:moreover|furthermore|in\s+addition|besides|also|at\s+the\s+same\s+time|therefore|however|still|finally
        |first|second|third|secondly|thirdly|on\s+the\s+other\s+hand|as\s+a\s+result|thus|nevertheless|instead)\b"""
    ),
    judges=pattern(
        r"\b(?:nobody|no\s+one|nothing|no\s+amount|none\s+of|never|hardly|scarcely|must|should|ought|cannot|can['’]t|would|could|may|might"
        r"|need(?:s|ed)?\s+to|too\s+(?:late|early|little|much)|not\s+enough|too\s+few|plenty\s+of|(?:is|are|in)\s+short(?:\s+supply)?|better|no\s+\w+\s+(?:can|could|will|would)"
        r"|(?:is|are)\s+not\s+(?:yet\s+)?an?|perhaps|maybe|probably|most\s+likely|not\s+a\s+\w+\s+but)\b"
    ),
    backshift=pattern(r"\b(?:had|hadn['’]t)\b|\bwould(?:n['’]t)?\b"),
    attitude=pattern(
        rf"\b(?:is|was|sounds?|sounded|remains?|remained|seems?|seemed)\s+(?:not\s+)?(?:(?:more|less|far|much|rather)\s+){{0,2}}(?:{ATTITUDES}|(?<=more\s)\w+|(?<=less\s)\w+|\w+er)\W*$"
    ),
    reports_on=pattern(
        r"\b(?:(?<!is\snot\s)(?<!are\snot\s)yet|still|scheduled|due|planned|expected|yesterday|today|tomorrow|last|next|january|february|april|june|july|august"
        r"|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    ),
    troubles=pattern(
        r"\bwhat\s+(?:most\s+|really\s+|also\s+|chiefly\s+)?(?:worries|troubles|puzzles|bothers|concerns|alarms|strikes|encourages|irks|surprises)"
        r"|\b(?:worries|troubles|bothers|alarms|irks|puzzles)(?=\s+(?!about|that|over|are|is))"
    ),
    object_form=pattern(r""),
    office=(
        pattern(r"(?:deputy\s+|vice[\s-]+)?(?P<of>[\w-]+(?:\s+(?:and\s+)?[\w-]+)*?)\s+minister\b"),
        "{of} Ministry",
    ),
    speaks_for=pattern(r"(?:the\s+)?representatives|officials"),
    deeds=pattern(r"propos\w+|found|finds|recogni[sz]e[sd]|judge[sd]|accept(?:s|ed)|promised?"),
    demands=pattern(r"demand(?:s|ed|ing)?|(?:ask(?:s|ed)?|call(?:s|ed)?)\s+for|want(?:s|ed)?"),
    presents=pattern(r"(?!)"),
    act=pattern(r"(?:\w+ed|met|left|went|came|won|led|took|held|gave|made|has|had)\b"),
    himself=pattern(r"(?:he|she|his|her)\b"),
    interview=pattern(
        r"\b(?:interview\w*|spoke\s+(?:with|to)|talked\s+(?:with|to)|sat\s+down\s+with|answered\s+(?:\w+\s+)?questions|"
        r"asked|q&a|conversation\s+with)\b"
    ),
    reporter=pattern(
        r"correspondent\s|reporter\s|journalist\s|interviewed\s+by\s|interview\s+by\s|(?<!we\s)spoke\s+to\s|told\s"
    ),
    address=pattern(r"\b(?:you|your)\b"),
    first_person=pattern(r"\b(?:i|my|me|i['’](?:m|ve|d|ll))\b"),
    asker_label=pattern(r"(?:q|question|interviewer|reporter|correspondent|moderator|host|editor)"),
    answer_label=pattern(r"(?:a|answer)"),
    agreement=_agreement,
    in_nominative=str,
    avows=pattern(r"den(?:y|ies|ied)|confirm(?:s|ed)?|disput(?:e|es|ed)"),
    charge=pattern(
        r"\s+(?:(?:the|these|those|all|any|such|this|that|both)\s+)?(?:[\w-]+\s+)?(?:charge|accusation|allegation|claim"
        r"|suggestion|notion|rumour|rumor)s?\b"
    ),
    gesture=pattern(
        r"(?:\w+ly\s+|just\s+|only\s+)?(?:shrug(?:s|ged)?|smile[sd]?|laugh(?:s|ed)?|sigh(?:s|ed)?|nod(?:s|ded)?|grin(?:s|ned)?|frown(?:s|ed)?"
        r"|grimace[sd]?|pause[sd]?|hesitate[sd]?|sh(?:akes|ook)\s+(?:his|her)\s+head|(?:spreads?|throws?\s+up|threw\s+up)\s+(?:his|her)\s+hands"
        r"|(?:rolls?|rolled)\s+(?:his|her)\s+eyes|(?:thinks?|thought)(?:\s+for\s+a\s+moment|\s+it\s+over)|(?:does|did)\s+not\s+hesitate)\b"
    ),
    needs_subject=pattern(r"(?!(?:said|says|say|told|added|argued|argues|warned|warns|insists|insisted)$).*"),
    noun_like=pattern(NOUN_LIKE),
    joined=pattern(r"\b(?:and|but|then)\s+(?:\w+\s+)?$"),
    letter=pattern(r"\b(?:letter|petition|appeal|complaint)s?\b"),
    inverted=pattern(r"""[,"”»·'’!?…]\s*$"""),
    inverted_words=1,
    bare_clause=True,
)
