from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefings.domain import Draft, Finding, Proposal, Speaker, Statement, Usage, Withheld
from briefings.drafting.by_model import cautious_count, draft_by_model, repair_by_model
from briefings.errors import ContextTooLong, ModelUnavailable, UnusableReply, UserError
from briefings.lens import load_lens
from briefings.llm.base import Reply
from briefings.llm.scripted import Scripted
from tests.drafting.material import ARTICLE, answer, article_of, statement, written

LENS = load_lens()


def drafted(*replies: str | Reply | Exception, **options: Any) -> tuple[Draft, Scripted]:
    model = Scripted(replies)
    return draft_by_model(ARTICLE, model, LENS, language="ru", **options), model


def test_a_draft_is_what_the_model_proposed_and_says_what_made_it() -> None:
    draft, model = drafted(Reply(written(), "stop", "scripted-1", Usage(900, 0, 300, 2.0, 0.01)))
    assert [p.text for p in draft.event] == [answer()["event"][0]["text"]]
    assert draft.usage == Usage(900, 0, 300, 2.0, 0.01)
    assert draft.model == "scripted-1"
    assert draft.lens_sha256 == LENS.sha256
    assert len(draft.prompt_sha256 or "") == 64
    assert [turn.role for turn in model.prompts[0].turns] == ["system", "user"]
    assert len(draft.dimensions) == len(LENS.dimensions)


FAULTY = {
    "not JSON": "The quarry is planned.",
    "cut": Reply(written()[:300], "length", "scripted", Usage()),
    "refused": Reply("I cannot help", "refusal", "scripted", Usage()),
    "empty": "",
    "off schema": written(confidence={"level": "sure", "reason": ""}),
    "unknown sentence": written(watch=[{"citations": ["S77"], "text": "Ответ"}]),
    "the example's sentences": written(title=statement("S90001")),
}


@pytest.mark.parametrize("faulty", FAULTY.values(), ids=FAULTY)
def test_a_faulty_answer_is_repaired_in_one_turn(faulty: str | Reply) -> None:
    draft, model = drafted(faulty, written())
    assert len(model.prompts) == 2
    assert draft.title is not None
    assert draft.title.citations == ("S1",)


def test_a_fenced_answer_needs_no_repair() -> None:
    _, model = drafted(f"Here you are:\n```json\n{written()}\n```")
    assert len(model.prompts) == 1


def test_the_repair_turn_names_the_place_of_each_mistake() -> None:
    _, model = drafted(FAULTY["unknown sentence"], written())
    assert "- watch.0.citations: 'S77' is no sentence of this article" in model.prompts[1].turns[-1].text


def test_two_unreadable_answers_are_unusable_and_the_last_is_kept() -> None:
    with pytest.raises(UnusableReply) as caught:
        drafted("first", "second")
    assert caught.value.answer == "second"


def test_one_unknown_sentence_that_stays_does_not_cost_the_brief() -> None:
    draft, _ = drafted(FAULTY["unknown sentence"], FAULTY["unknown sentence"])
    assert draft.watch[0].citations == ("S77",)  # for checking to withhold


def test_an_answer_about_no_sentence_of_the_article_is_unusable() -> None:
    copied = json.loads(written().replace('"S', '"S9000'))
    with pytest.raises(UnusableReply):
        drafted(json.dumps(copied), json.dumps(copied))


def test_an_unavailable_model_is_not_asked_again() -> None:
    with pytest.raises(ModelUnavailable):
        drafted(ModelUnavailable("gone"))


LONG = article_of(*[(f"Акимат назвал причину {n}.", f"Причина {n} описана.") for n in range(1, 41)])


def about(*citations: str) -> str:
    """An answer that cites only these sentences."""
    whole = answer()
    for field in ("event", "expert_views", "stakes", "source_issues", "positioning", "dimensions"):
        whole[field] = []
    cited = {"citations": list(citations), "text": f"О {citations[0]}"}
    line = statement(*citations, text=f"О {citations[0]}")
    return json.dumps(whole | {"comparison": [cited], "watch": [cited], "bottom_line": [line], "title": line})


def test_an_article_longer_than_the_window_is_drafted_in_parts_with_its_own_numbers() -> None:
    model = Scripted([about("S1"), about("S80")])
    draft = draft_by_model(LONG, model, LENS, language="ru", context_window=9_000, count=len_of_window(LONG))
    first, second = (prompt.turns[1].text for prompt in model.prompts)
    assert "S1|" in first
    assert "S80|" not in first
    assert "S80|" in second
    assert "S1|" not in second
    assert [p.citations for p in draft.watch] == [("S1",), ("S80",)]
    assert draft.title is not None
    assert draft.title.text == "О S1"


def len_of_window(article: Any) -> Any:
    """A way of counting by which the article alone takes 10,000 tokens and everything else nothing."""
    each = 10_000 // len(article.sentences)
    return lambda text: each if text.startswith("S") and text.endswith("\n") else 0


def test_a_part_cannot_cite_the_sentences_of_another() -> None:
    model = Scripted([about("S80"), about("S1"), about("S80")])
    draft_by_model(LONG, model, LENS, language="ru", context_window=9_000, count=len_of_window(LONG))
    assert len(model.prompts) == 3


def test_what_the_endpoint_finds_too_long_is_halved_until_it_fits() -> None:
    too_long = ContextTooLong("too long")
    model = Scripted([too_long, too_long, about("S1"), about("S40"), about("S41")])
    draft = draft_by_model(LONG, model, LENS, language="ru")
    assert [p.citations for p in draft.watch] == [("S1",), ("S40",), ("S41",)]
    assert "S40|" in model.prompts[3].turns[1].text
    assert "S41|" not in model.prompts[3].turns[1].text


def test_a_sentence_that_alone_is_too_long_is_the_users_to_solve() -> None:
    with pytest.raises(UserError, match="S1 alone"):
        draft_by_model(
            article_of(("Одно предложение.",)), Scripted([ContextTooLong("x")]), LENS, language="ru"
        )


def test_a_window_smaller_than_the_prompt_is_the_users_to_solve() -> None:
    model = Scripted([])
    with pytest.raises(UserError, match="context window of 2000 tokens is too small"):
        draft_by_model(ARTICLE, model, LENS, language="ru", context_window=2_000)


def test_a_small_window_leaves_two_thirds_to_the_prompt() -> None:
    _, model = drafted(written(), context_window=18_000)
    assert model.prompts[0].max_tokens == 6_000


@pytest.mark.parametrize("text", ["карьер", "қазақ тілі", "a brief", ""])
def test_the_cautious_count_is_never_zero(text: str) -> None:
    assert cautious_count(text) > len(text) // 4


# ---- the second chance -----------------------------------------------------------------------


def withheld(section: str, proposal: Proposal, detail: str = "срок изменён") -> Withheld:
    finding = Finding("tense", detail)
    made = Statement(proposal.text, proposal.voice, proposal.citations, proposal.speaker, (), (finding,))
    return Withheld(section, made, (finding,))


def replacements(*items: dict[str, Any]) -> str:
    return json.dumps({"replacements": list(items)}, ensure_ascii=False)


DRAFT, _ = drafted(Reply(written(), "stop", "scripted-1", Usage(900, 0, 300, 2.0, 0.01)))
BETTER = {**statement("S1", "S2", text="Карьер планируют."), "item": 1}


def repaired(failed: list[Withheld], *replies: str | Reply | Exception) -> tuple[Draft, Scripted]:
    model = Scripted(replies)
    return repair_by_model(ARTICLE, DRAFT, failed, model, LENS), model


def test_only_the_failed_statement_is_asked_for_and_replaced() -> None:
    repaired_draft, model = repaired([withheld("event", DRAFT.event[0])], replacements(BETTER))
    assert [p.text for p in repaired_draft.event] == ["Карьер планируют."]
    assert repaired_draft.event[0].speaker == Speaker("Акимат Жалтырского района")
    same = replace(repaired_draft, event=DRAFT.event, usage=DRAFT.usage)
    assert same == DRAFT
    assert "tense: срок изменён" in model.prompts[0].turns[1].text
    assert model.prompts[0].schema_name == "replacements"


def test_a_repair_shares_its_start_with_the_draft_for_the_providers_cache() -> None:
    _, first = drafted(written())
    _, second = repaired([withheld("event", DRAFT.event[0])], replacements())
    assert second.prompts[0].turns[0] == first.prompts[0].turns[0]
    assert (
        second.prompts[0].turns[1].text.split("</article")[0]
        == (first.prompts[0].turns[1].text.split("</article")[0])
    )


def test_a_judgement_and_its_alternative_can_be_replaced() -> None:
    judgement = DRAFT.positioning[0]
    assert judgement.alternative is not None
    failed = [withheld("positioning", judgement.proposal), withheld("positioning", judgement.alternative)]
    new = {**BETTER, "text": "Маловероятно, что срок выдержат."}
    other = {**BETTER, "item": 2, "text": "Вероятно, срок выдержат."}
    position = repaired(failed, replacements(new, other))[0].positioning[0]
    assert position.proposal.text == new["text"]
    assert position.alternative is not None
    assert position.alternative.text == other["text"]
    assert position.proposal.voice == "assessment"
    assert position.proposal.speaker is None


def test_a_replacement_cannot_bring_another_voice_into_a_section_with_one() -> None:
    failed = [withheld("expert_views", DRAFT.expert_views[0])]
    draft, _ = repaired(failed, replacements({**BETTER, "voice": "reported"}))
    assert draft.expert_views[0].voice == "expert"


@pytest.mark.parametrize(
    "reply",
    [replacements(), replacements({**BETTER, "item": 7}), replacements({**BETTER, "text": ""})],
    ids=["left out", "unknown item", "empty"],
)
def test_a_statement_without_a_replacement_stays_as_it_was(reply: str) -> None:
    draft, _ = repaired([withheld("event", DRAFT.event[0])], reply, reply)[0], None
    assert draft.event == DRAFT.event


@pytest.mark.parametrize("error", [ModelUnavailable("gone"), ContextTooLong("too long")])
def test_a_failed_repair_costs_nothing_of_the_draft(error: Exception) -> None:
    draft, _ = repaired([withheld("event", DRAFT.event[0])], error)
    assert replace(draft, usage=DRAFT.usage) == DRAFT


def test_an_unreadable_repair_is_paid_for_and_the_draft_stays() -> None:
    bad = Reply("sorry", "stop", "scripted-1", Usage(500, 0, 10, 1.0, 0.02))
    draft, _ = repaired([withheld("event", DRAFT.event[0])], bad, bad)
    assert draft.event == DRAFT.event
    assert draft.usage.tokens_in == 900 + 1000
    assert draft.usage.cost_usd == pytest.approx(0.05)


@pytest.mark.parametrize("section", ["gaps", "source_issues", "confidence"])
def test_a_remark_about_the_source_is_not_worth_another_turn(section: str) -> None:
    failed = [withheld(section, Proposal("Сумма", "assessment", ("S2",)))]
    draft, model = repaired(failed)
    assert draft is DRAFT
    assert model.prompts == []


def test_a_long_article_is_repaired_from_the_paragraphs_that_were_cited() -> None:
    line = Proposal("О S80", "official", ("S80",))
    draft = replace(DRAFT, watch=(line,))
    model = Scripted([replacements({**BETTER, "citations": ["S79"]})])
    repaired_draft = repair_by_model(
        LONG,
        draft,
        [withheld("watch", line)],
        model,
        LENS,
        context_window=9_000,
        count=len_of_window(LONG),
    )
    assert repaired_draft.watch[0].citations == ("S79",)
    assert "S79|" in model.prompts[0].turns[1].text
    assert "S1|" not in model.prompts[0].turns[1].text


def test_extraction_never_waits_for_pydantic() -> None:
    code = "import sys, briefings.drafting.by_extraction; print('pydantic' in sys.modules)"
    root = Path(__file__).parents[2]
    found = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
