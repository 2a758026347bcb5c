"""Applications to a court: persons and organisations alike ask, and what was signed stands word for word."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from PIL import Image

from app.documents.reading.counting import page_count
from app.domain.contents.bridges.papers import OutgoingPart
from app.domain.contents.court.materials import MaterialForm, MaterialPart, materials_contents
from app.domain.contents.court.papers import (
    ConfirmationApplicationContents,
    EnforcementApplicationContents,
)
from app.domain.contents.court.service_address import TOLD, ServiceAddressContents
from tests.support.paper_samples import (
    APPLICANT,
    COMPANY,
    DAY,
    FACTS,
    INTAKE,
    NUMBER,
    RESPONDENT,
    TITLE,
    agreement,
    instalments,
    sign,
)
from tests.support.pdf_reading import squash

COURT = "某某区人民法院"
FILE = OutgoingPart(name="身份证.pdf", what="身份证明", digest="0f" * 32)


def confirmation(*parties):
    signed = agreement()
    asking = tuple(replace(party, label="申请人") for party in parties)
    return ConfirmationApplicationContents(
        number=INTAKE,
        committee=signed.committee,
        court=COURT,
        ground="调解组织所在地的基层人民法院",
        title=TITLE,
        parties=asking,
        facts=FACTS,
        agreement_number=NUMBER,
        signed_on=DAY,
        effective_on=DAY,
        clauses=(*signed.clauses, instalments(7)),
        performance=signed.performance,
        due="最后一日 2026-12-09（周三）",
        outgoing=(FILE,),
        applied_on=date(2026, 11, 12),
        signers=tuple(sign(party) for party in asking),
    )


def test_persons_tell_who_they_are_and_both_sign_as_applicants(text_of):
    text = text_of(confirmation(APPLICANT, RESPONDENT))
    assert text.count("申请人：") >= 2
    assert "被申请人：" not in text
    for told in ("女，维吾尔族，42岁", "教师", "友谊路12号院3栋2单元501室", "执业证号：16502201810012345"):
        assert squash(told) in text
    for told in (f"编号为{NUMBER}", "请求依法确认", "没有恶意串通", "此致某某区人民法院", FILE.digest):
        assert squash(told) in text


def test_an_organisation_tells_its_representative_and_keeps_the_table_of_instalments(text_of):
    contents = confirmation(APPLICANT, COMPANY)
    text = text_of(contents)
    assert squash(f"申请人：{COMPANY.name}") in text
    assert squash(f"法定代表人或者负责人：{COMPANY.legal_representative}") in text
    assert COMPANY.credit_code in text
    table = contents.clauses[-1]
    assert all(squash(entry.due) in text for entry in table.instalments)
    assert "合计" in text
    for clause in contents.clauses:
        assert squash(clause.text) in text


def test_enforcement_names_the_ruling_what_is_open_and_the_leads(text_of):
    parties = (replace(APPLICANT, label="申请执行人"), replace(RESPONDENT, label="被执行人"))
    contents = EnforcementApplicationContents(
        number=INTAKE,
        committee="友谊社区人民调解委员会",
        court=COURT,
        parties=parties,
        agreement_number=NUMBER,
        ruling_court=COURT,
        ruling_number="（2026）民特1号",
        ruled_on=date(2026, 11, 20),
        requests="请求强制执行尚欠的 8,000.00 元。",
        open_items=("第1条第2期：尚欠8,000.00元",),
        leads="车牌新A00000",
        due="最后一日 2028-12-31",
        outgoing=(),
        applied_on=date(2027, 1, 5),
        signers=(sign(parties[0]),),
    )
    text = text_of(contents)
    for told in (
        "申请执行人：古丽娜尔",
        "被执行人：孙国强",
        "以（2026）民特1号裁定确认有效",
        "第1条第2期",
        "新A00000",
    ):
        assert squash(told) in text
    assert "随附材料" not in text, "nothing goes along"
    without = text_of(replace(contents, open_items=(), leads=""))
    assert "财产线索" not in without
    assert "尚未履行的内容" not in without


def test_a_service_address_tells_what_is_known_and_leaves_the_rest_to_the_hand(text_of):
    party = APPLICANT
    contents = ServiceAddressContents(
        number=INTAKE,
        committee="友谊社区人民调解委员会",
        title=TITLE,
        party=party,
        told=TOLD,
        confirmed_on=DAY,
        signers=(sign(party),),
    )
    text = text_of(contents)
    assert text.count(squash(party.address)) == 2, "in the block and in the table"
    for told in (*TOLD, "☐同意", "☐不同意", "邮政编码", "代收人电话", "电子地址", "一并提交人民法院"):
        assert squash(told) in text
    without = text_of(replace(contents, party=replace(party, address="", phone="")))
    assert "送达地址" in without, "an empty cell stays to be written into"


def test_the_list_tells_each_material_what_is_missing_and_who_hands_it_over(text_of):
    items = (
        MaterialPart(position=1, name="司法确认申请书", form=MaterialForm.ORIGINAL, pages=3),
        MaterialPart(
            position=2, name="身份证明", about=FILE.name, form=MaterialForm.COPY, remarks="电子文件"
        ),
    )
    contents = materials_contents(
        confirmation(APPLICANT, RESPONDENT),
        TITLE,
        items,
        missing=("送达地址确认书", "授权委托书"),
        handed_by="古丽",
        on=DAY,
    )
    text = text_of(contents)
    for told in ("1司法确认申请书原件31", "2身份证明身份证.pdf复印件1电子文件", COURT, f"协议书编号{NUMBER}"):
        assert squash(told) in text
    assert "还缺：送达地址确认书、授权委托书。" in text
    assert "移交人：古丽" in text
    assert "接收人：" in text
    assert "还缺" not in text_of(replace(contents, missing=()))


def test_pages_are_counted_of_what_can_be_opened_and_of_nothing_else(renderer):
    pdf = renderer.render(confirmation(APPLICANT, RESPONDENT), is_draft=False)
    assert page_count(pdf.pdf) == pdf.pages
    picture = BytesIO()
    Image.new("L", (4, 4)).save(picture, "PNG")
    assert page_count(picture.getvalue()) == 1
    assert (page_count(b"%PDF-broken"), page_count(b"a sound")) == (None, None)
