"""English verbs of saying, holding and taking a stance, in all their finite forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.language.speech.table import either, words

if TYPE_CHECKING:
    from collections.abc import Callable

_DOUBLED = frozenset(["admit", "snap", "brag", "pan", "rebut", "quip", "nod", "shrug", "slam"])
_IRREGULAR = {
    "say": "said",
    "tell": "told",
    "think": "thought",
    "write": "wrote",
    "speak": "spoke",
    "foresee": "foresaw",
    "forecast": "forecast",
    "hold": "held",
    "swear": "swore",
    "find": "found",
    "take": "took",
    "make": "made",
    "cast": "cast",
    "put": "put",
    "go": "went",
    "see": "sees",
    "bet": "bet",
    "mean": "meant",
    "lay": "laid",
    "spell": "spelt",  # "saw" is what witnesses do
    "draw": "drew",
    "stand": "stood",
    "begin": "began",
}


def _third(verb: str) -> str:
    if re.search(r"(?:[^aeiou]y)$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(?:s|sh|ch|x|z|o)$", verb) else "s")


def _past(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    if verb in _DOUBLED:
        return verb + verb[-1] + "ed"
    return verb + ("d" if verb.endswith("e") else "ed")


def _each(verbs: str, inflect: Callable[[str], str]) -> str:
    """One form of each verb, what is joined to it by `_` left as it is: "pointed_out"."""
    forms = []
    for phrase in verbs.split():
        verb, mark, rest = phrase.partition("_")
        forms.append(inflect(verb) + mark + rest)
    return " ".join(forms)


_HOLDING = (
    "say argue believe think warn insist predict estimate acknowledge concede admit maintain claim "
    "contend conclude "
    "caution reckon fear expect doubt counter respond stress note explain observe emphasise emphasize "
    "point_out assert allege anticipate foresee forecast guess hope lament object opine reason recommend "
    "reiterate remark remind retort rule_out speculate suspect underline underscore vow worry propose "
    "complain assure advise tell comment reply imagine suppose assume presume posit protest marvel quip "
    "calculate reflect muse venture volunteer surmise conjecture vouch grumble gripe grouse bemoan "
    "bewail rue brag boast "
    "gush enthuse rail rage fume deadpan joke snap bristle plead vouchsafe testify attest certify "
    "divulge confide specify "
    "confess reassure notify elaborate clarify spell_out lay_out sum_up summarise summarize recount "
    "relate wager bet figure "
    "judge deem bank_on count_on hold_out_hope take_the_view sound_the_alarm raise_the_alarm despair "
    "rejoice moan sneer "
    "scoff shrug_off wonder_whether wonder_why ask_why ask_whether ask_how inquire enquire mean_that "
    "dread trust "
    "call_for call_on make_clear make_it_clear urge suggest recall"
)
_TAKING = (
    "welcome reject criticise criticize praise support back oppose condemn denounce dismiss defend "
    "dispute deny question "
    "challenge agree disagree endorse favour favor regret deplore demand call describe see view regard "
    "consider "
    "compare liken characterise characterize hail applaud lambast slam decry advocate encourage prefer "
    "accept "
    "promise pledge add attribute blame accuse credit play_down downplay express voice echo share rate "
    "assess judge interpret confirm cast_doubt take_issue speak_of welcome rebut refute second stand_by "
    "draw_attention put_it expect warn_of warn_against side_with insist_on point_to cite argue_for argue_against "
    "hint signal take_aim draw_a_line make_the_case make_no_secret pour_cold_water downplay belittle "
    "minimise minimize "
    "liken ridicule mock deride chide rebuke berate scold blast slate pan commend salute thank "
    "congratulate mourn "
    "lament laud extol champion back_away_from stop_short_of call_into_question cast_doubt_on bristle_at "
    "balk_at baulk_at "
    "shrug_off brush_off brush_aside wave_away see_things_differently see_no see_little"
)
_SAYING = (
    "announce state mention declare write report reveal indicate highlight clarify disclose find hint "
    "discuss "
    "confirm agree "
    "forecast declare"
)
_MARKING = (
    "ask continue recall laugh sigh smile joke go_on exclaim answer chuckle nod shrug interject wonder begin"
)

# Verbs that keep reporting what is held when they are denied: "does not rule out", never "did not say".
_DENIED = words(
    "believe think expect rule_out see doubt deny exclude agree support accept share fear want consider "
    "regard"
    " hide oppose object dispute anticipate foresee worry question welcome mind favour favor"
)

_DENYING = r"(?:(?:do|does|did|would|could|will)(?:\s+not|n['’]t)|cannot|can['’]t|won['’]t|never)"
ATTITUDES = words(
    "convinced confident certain sure adamant sceptical skeptical doubtful unconvinced hopeful optimistic",
    "pessimistic afraid worried unimpressed unpersuaded persuaded unmoved unfazed undaunted wary "
    "dismissive scathing "
    "dismayed alarmed critical supportive enthusiastic cautious upbeat bullish bearish gloomy relieved "
    "puzzled baffled "
    "scornful warm cool hostile dubious guarded "
    "disappointed delighted pleased proud grateful unhappy dissatisfied concerned unsure uncertain "
    "uneasy relaxed blunt",
)
# The base form has a plural subject; after "to", "will" or "did not" it is an infinitive.
_NO_INFINITIVE = (
    r"(?<!\ba\s)(?<!\bno\s)(?<!\bany\s)(?<!little\s)(?<!much\s)(?<!final\s)(?<!\bof\s)"  # "has a say"
    r"(?<!to\s)(?<!not\s)(?<!n[’']t\s)(?<!will\s)(?<!ould\s)(?<!can\s)(?<!may\s)(?<!must\s)(?<!might\s)"
)

_PLAIN_STANCES = (
    "welcome reject criticise criticize support oppose condemn dispute deny praise promise pledge"
)

HOLDS = either(
    words(_each(_HOLDING, _third), _each(_HOLDING, _past)),
    words(
        "saying adding noting arguing warning stressing insisting explaining predicting suggesting estimating"
    ),
    rf"{_DENYING}\s+{_DENIED}",
    r"(?:has|have|had)\s+(?:not|never)\s+(?:ruled\s+out|excluded|doubted|hidden)",
    r"(?:is|are|was|were)\s+(?:counting|banking|betting|relying|pinning\s+(?:\w+\s+)?hopes)\s+on",
    r"(?:refuses|refused)\s+to\s+rule\s+out",
    rf"(?:is|are|was|were|remains?|seems?|sounds?)\s+(?:\w+\s+)?{ATTITUDES}\s+(?:that|of|about)",
    _NO_INFINITIVE + words(_HOLDING),
    r"would\s+(?:rather\s+\w+|prefer)",
    r"(?:tak(?:es?|ing)|took)\s+an?\s+(?:(?!more|less)\w+\s+)?(?:dim|sceptical|skeptical|cautious|generous|charitable|rosy|sober|gloomy|different|darker|brighter|harsher|kinder)\s+view\s+of",
    r"call(?:s|ed)(?=\s+(?:(?:the|its|his|her|their|this|that|these|those|both|such)\s+(?:[\w-]+\s+){1,3}?(?:an?\s+)?(?!for\b|on\b|in\b|at\b|to\b|off\b)[\w-]+|it\s+\w+|them\s+\w+)\s*[.,;])",
    r"(?:values?|valued|pegs?|pegged)\s+(?=(?:the|its|their|that|this|annual|total)\b[^.;]{0,60}\bat\b)",
    r"puts?\s+(?=(?:the|its|their|that|this|annual|total)\b[^.;]{0,60}\bat\b)",
    r"(?:is|are|was|were|remains?)\s+(?:not\s+)?(?:\w+\s+)?(?:against|opposed\s+to|in\s+favou?r\s+of)(?!\w)",
)
STANCES = words(_each(_TAKING, _third), _each(_TAKING, _past), "wants", _PLAIN_STANCES)
# The plain form needs a plural subject: "analysts expect"
PLAIN = frozenset(
    verb
    for phrase in (_HOLDING + " " + _TAKING).split()
    if (verb := phrase.partition("_")[0]) not in {_past(verb), *_IRREGULAR.values()}
)
SAYS = words(_each(_SAYING, _third), _each(_SAYING, _past), "report confirm announce agree")
TAGS = words(_each(_MARKING, _third), _each(_MARKING, _past))

# What may as well be a noun, or a participle behind its noun: it is a verb right behind its subject only.
NOUN_LIKE = words(
    "claims notes states doubts fears reports estimates comments remarks stresses hopes guesses",
    _PLAIN_STANCES,
    "forecasts calls demands questions answers promises pledges supports favours favors views rates "
    "challenges",
    "figures bets judges brags trusts wagers mocks pans slates blasts thanks champions notices dreads "
    "figure bet judge trust dread",
    "credits backs voices echoes shares reasons objects protests worries signals praises defends finds",
    "claim note state doubt fear report estimate comment remark stress hope guess forecast reason "
    "object protest",
    "worry reply counter caution expect question concede propose suppose recall advise state posit",
    "expected found estimated added shared supported rated proposed called",
)
