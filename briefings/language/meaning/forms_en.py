"""English word forms: a stemmer, and the irregular verbs that news is written with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.language.lemmas import lemmas
from briefings.language.meaning.form import Form

if TYPE_CHECKING:
    from briefings.language.meaning.form import Phase

_IRREGULAR = """
be was were been is are am being's | become became | begin began begun | bind bound | break broke broken | bring brought
build built | buy bought | catch caught | choose chose chosen | come came | cost | cut | deal dealt | draw drew drawn
drive drove driven | eat ate eaten | fall fell fallen | feel felt | fight fought | find found | fly flew flown
forbid forbade forbidden | freeze froze frozen | get got gotten | give gave given | go went gone | grow grew grown
have had has | hear heard | hit | hold held | hurt | keep kept | know knew known | lay laid | lead led | leave left
lend lent | lose lost | make made | mean meant | meet met | overtake overtook overtaken | pay paid | put | quit
rise rose risen | run ran | say said | see saw seen | seek sought | sell sold | send sent | set | shake shook shaken
show showed shown | shrink shrank shrunk | shut | sink sank sunk | speak spoke spoken | speed sped | spend spent | split
spread | stand stood | steal stole stolen | strike struck | swear swore sworn | take took taken | teach taught
tell told | think thought | understand understood | undertake undertook undertaken | win won
withdraw withdrew withdrawn
withstand withstood | write wrote written | uphold upheld | withhold withheld | overthrow overthrew overthrown
"""
_BASES = {
    form: entry.split()[0]
    for line in _IRREGULAR.strip().splitlines()
    for entry in line.split("|")
    for form in entry.split()
}
_AUXILIARY = re.compile(
    r"be|is|are|am|was|were|been|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must"
)
_NO_PAST = re.compile(r"(?:in|un)?deed|\w*need|speed|feed|seed|breed|embed|united|hundred|(?:ex|pro|suc)ceed")
# "Unanswered", "unpaid" deny the participle; "unveiled", "undermined" do not, and "unchanged" has words of its own.
_UNDONE = re.compile(
    r"un(?!it|if|ion|mann|der|veil|leash|lock|ravel|earth|cover|fold|load|pack|dermin|chang|employ|preced|relat|limit|interest"
    r"|convinc|persuad|expect|doubted|concern|wound|bound)(?P<done>\w{3,}ed|paid|told|sold|known|seen|met|spent|built|said"
    r"|heard|kept|read|written|proven|taken|broken|spoken|shaken|happy|fair|popular"
    r"|willing|healthy|wise|fit)"
)


def read(word: str) -> Form:
    """The reading of `word` (lower case)."""
    word = word.replace("’", "'")
    if undone := _UNDONE.fullmatch(word):
        form = read(undone["done"])
        return Form(keys=form.keys | {word}, verb=form.verb, phase=form.phase, negated=True)
    base = _BASES.get(word.removesuffix("'s"), word.removesuffix("'s"))
    past = base != word and word in _BASES and not _AUXILIARY.fullmatch(word)
    regular = len(word) > 4 and word.endswith("ed") and not _NO_PAST.fullmatch(word)
    phase: Phase | None = "done" if past or regular else None
    return Form(
        keys=lemmas(base, "en") | {word},
        verb=bool(phase) or bool(_AUXILIARY.fullmatch(word)),
        phase=phase,
    )
