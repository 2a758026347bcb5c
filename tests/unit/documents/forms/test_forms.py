"""The forms as rooms use them: copies, signing places, seals, drafts, metadata, fonts, long records."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from io import BytesIO

import pypdf
import pytest

from app.documents.rendering import Renderer
from app.domain.contents.parts import PartyPart
from app.domain.errors import InvalidInput
from tests.support import duty_samples
from tests.support import paper_samples as samples
from tests.support.pdf_reading import page_count, read_both, squash

SAMPLES = (
    samples.application(),
    samples.acceptance_register(),
    samples.rights_notice(),
    samples.session(),
    samples.agreement(),
    samples.non_acceptance(),
    duty_samples.four_duties(),
    duty_samples.ledger(),
)
SEALED = (
    (samples.acceptance_register(), "2026年11月3日"),
    (samples.rights_notice(), "2026年11月3日"),
    (samples.agreement(), "2026年11月9日"),
    (samples.non_acceptance(), "2026年11月4日"),
    (duty_samples.four_duties(), "2026年11月9日"),
)


def name_of(contents) -> str:
    return contents.kind.value


def test_an_organisation_seals_and_staff_sign(text_of):
    text = text_of(samples.session())
    assert text.count("（签名、盖章或按指印）") == 2
    assert text.count("（盖章，代表人签名）") == 1
    assert text.count("（签名）") == 2
    assert text.count("委托代理人（律师）李𬱖") == 1


@pytest.mark.parametrize(("contents", "day"), SEALED)
def test_the_seal_place_carries_the_committees_name_and_the_day(text_of, contents, day):
    assert f"{samples.COMMITTEE}（印章）{day}" in text_of(contents)


@pytest.mark.parametrize("contents", SAMPLES, ids=name_of)
def test_only_drafts_are_marked(pages_of, renderer, contents):
    for page in read_both(renderer.render(contents, is_draft=True).pdf).pypdf:
        assert "草稿，未签署" in squash(page)
    assert not any("草稿" in page for page in pages_of(contents))


@pytest.mark.parametrize("contents", SAMPLES, ids=name_of)
def test_the_same_contents_give_the_same_bytes(renderer, font_folder, contents):
    first = renderer.render(contents, is_draft=False)
    again = Renderer(font_folder).render(contents, is_draft=False)
    assert again == first
    assert first.pages == page_count(first.pdf)


@pytest.mark.parametrize("contents", SAMPLES, ids=name_of)
def test_every_font_is_embedded(renderer, contents):
    reader = pypdf.PdfReader(BytesIO(renderer.render(contents, is_draft=False).pdf))
    found = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert found
    for font in found:
        [descendant] = font["/DescendantFonts"]
        assert descendant.get_object()["/FontDescriptor"]["/FontFile2"].get_object().get_data()


@pytest.mark.parametrize("contents", SAMPLES, ids=name_of)
def test_metadata_name_the_form_and_the_committee_and_nobody_else(renderer, contents):
    reader = pypdf.PdfReader(BytesIO(renderer.render(contents, is_draft=False).pdf))
    said = " ".join(str(value) for value in (reader.metadata or {}).values())
    assert reader.metadata.title == contents.kind.term
    assert reader.metadata.author == samples.COMMITTEE
    assert reader.outline[0].title == contents.kind.term
    outline = " ".join(entry.title for entry in reader.outline)
    for secret in ("古丽娜尔", "孙国强", "赵永红", "马丽", "13900001234", "650203", "漏水"):
        assert secret not in said
        assert secret not in outline


def test_a_missing_glyph_names_field_and_character(renderer):
    contents = samples.agreement()
    odd = replace(contents.parties[1], address="友谊路\U0001f9ffA")
    agents = (replace(odd.agents[0], name="李\ue123"),)
    contents = replace(contents, parties=(contents.parties[0], replace(odd, agents=agents)))
    told = [(one.field, one.character, one.codepoint) for one in renderer.missing_characters(contents)]
    assert told == [
        ("parties.1.address", "\U0001f9ff", "U+1F9FF"),
        ("parties.1.agents.0.name", "\ue123", "U+E123"),
    ]
    with pytest.raises(InvalidInput, match="unprintable"):
        renderer.render(contents, is_draft=False)


@pytest.mark.parametrize("contents", SAMPLES, ids=name_of)
def test_whole_contents_miss_nothing(renderer, contents):
    assert renderer.missing_characters(contents) == ()


def test_a_record_of_twenty_pages_is_whole(pages_of):
    said = "双方就赔偿数额、支付方式和期限继续协商。" * 3
    record = "\n".join(f"第{number}轮：{said}" for number in range(1, 141))
    pages = pages_of(samples.session(record))
    assert len(pages) >= 20
    head = squash(f"{samples.COMMITTEE}{samples.INTAKE}")
    bodies = [
        page.removeprefix(head).removesuffix(f"第{number}页共{len(pages)}页")
        for number, page in enumerate(pages, start=1)
    ]
    assert squash(record) in "".join(bodies)
    assert "以上记录已由当事人阅读" in pages[-1]


def test_the_register_ticks_what_moved_the_committee(text_of):
    register = samples.acceptance_register()
    assert "☑当事人申请☐人民调解委员会主动调解" in text_of(register)
    assert "依当事人申请，经当事人同意" in text_of(register)
    on_initiative = text_of(replace(register, is_initiative=True))
    assert "☐当事人申请☑人民调解委员会主动调解" in on_initiative
    assert "友谊社区人民调解委员会主动调解，经当事人同意" in on_initiative


@pytest.mark.parametrize("result", ["调解成功", "调解不成", "有待继续调解", ""])
def test_a_record_ticks_one_of_three_results(text_of, result):
    text = text_of(replace(samples.session(), result=result, routes_told=False))
    terms = ("调解成功", "调解不成", "有待继续调解")
    assert "调解结果：" + "".join(("☑" if term == result else "☐") + term for term in terms) in text
    assert ("☐已告知当事人可以依法" in text) == (result == "调解不成")


def test_a_record_says_whether_rights_were_told_and_doors_open(text_of):
    session = samples.session()
    assert "☑人民调解委员会已将人民调解的相关规定告知" in text_of(session)
    assert "☐公开☑不公开" in text_of(session)
    other = text_of(replace(session, rights_told=False, is_public=True))
    assert "☐人民调解委员会已将人民调解的相关规定告知" in other
    assert "☑公开☐不公开" in other


def test_the_ledger_has_a_column_for_each_duty_on_every_page(pages_of):
    pages = pages_of(duty_samples.ledger(30))
    assert len(pages) > 3
    assert all("包调查责任人、时限、状态包调处" in page for page in pages)
    assert "共30件" in pages[0]
    assert "共0件" in pages_of(duty_samples.ledger(0))[0]


def test_nothing_empty_leaves_a_label(text_of):
    """A party of whom only the name is known has neither 联系电话 nor 住址."""
    bare = PartyPart(label="申请人", name="某甲")
    contents = replace(
        samples.application(), parties=(bare,), facts="", requests="", amount=None, number="", signers=()
    )
    text = text_of(contents)
    assert "申请人：某甲。人民调解委员会已将" in text
    empty = {"联系电话", "住址", "纠纷简要情况", "当事人申请事项", "涉及金额", "登记编号", "号码", "民族"}
    assert not {label for label in empty if label in text}


def test_a_group_tells_its_count(text_of):
    group = replace(samples.APPLICANT, headcount=32)
    assert "一方共32人" in text_of(replace(samples.application(), parties=(group,)))
    chosen = replace(group, is_group_representative=True)
    assert "系推选的代表人，所代表的一方共32人" in text_of(replace(samples.application(), parties=(chosen,)))


@pytest.mark.parametrize("contents", SAMPLES, ids=name_of)
def test_every_page_has_text_and_no_signature_stands_alone(pages_of, contents):
    for page in pages_of(contents):
        before = page.partition("（签名")[0]
        assert len(before) > 30


def test_samples_are_whole():
    """Every kind of contents is among the samples, so that none escapes the tests above."""
    assert len({type(contents) for contents in SAMPLES}) == 8
    assert all(is_dataclass(contents) and fields(contents) for contents in SAMPLES)
    assert date(2026, 11, 9) == samples.DAY
