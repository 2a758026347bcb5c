"""出具司法确认申请书 and 强制执行申请书: what is shown first, asked, refused, and written out as a folder."""

from datetime import date

from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.court.applying import Unconfirmable
from app.presenters.workspace.forms.court.export import CourtExport
from app.presenters.workspace.forms.performance import menu
from app.presenters.workspace.performance.cards import EXPORT_COURT
from app.presenters.workspace.performance.words import PerformanceWords
from tests.support.performing import confirm, in_effect

NO = {one.value: "no" for one in Unconfirmable}


def add(centre, case, name):
    return str(centre.services.attachments.add(case.id, name.encode(), name, actor=centre.actor).value.id)


def card_of(centre, desk, case, key):
    found = centre.services.performance.legal_steps(case.id)
    cards = PerformanceWords(desk).cards(centre.services.cases.folder(case.id), found)
    return next(card for card in cards if card.key.startswith(key))


def test_the_pack_is_written_from_the_card_and_taken_out(centre, desk, open_form, window, tmp_path):
    case, plan = in_effect(centre)
    identity = add(centre, case, "双方身份证.pdf")
    record = add(centre, case, "现场照片.jpg")
    card = card_of(centre, desk, case, "court/")
    assert [act.key for act in card.acts] == [menu.CONFIRMATION_PACK, menu.COURT]
    form = open_form(case, menu.CONFIRMATION_PACK, plan.id)
    assert any("2026-12-02" in words for words in form.presenter.form.words)
    assert (form.values["court"], form.values["ground"]) == ("某某区人民法院", "committee")
    assert form.values["files_identity"] == identity, "its name says what it is"
    assert form.values["files_other"] == ""
    everybody = ",".join(str(party) for party in plan.party_ids)
    form.fill(applicants=everybody).send()
    assert "status" in form.problems, "nobody answered for them"
    form.fill(**NO | {"title": "yes"}).send()
    assert (
        form.problems["title"] == "涉及物权、知识产权确权，不能申请司法确认（民诉法解释第三百五十五条第五项）"
    )
    form.fill(title="no", applicants=str(plan.party_ids[0])).send()
    assert form.problems["applicants"].startswith("须各方共同申请")
    form.fill(applicants=everybody, files_other=f"{record},{identity}", print="1").send()
    assert form.is_finished, form.problems
    assert window.toasts[-1][0] == "已出具申请书，各方签名后连同材料交法院；还缺：送达地址确认书"
    assert window.printed[-1][1:] == ("司法确认申请书", 3)

    card = card_of(centre, desk, case, "court/")
    assert [act.key for act in card.acts] == [menu.COURT]
    [row] = card.rows
    [export] = row.acts
    assert (row.text, export.key) == ("2026-11-02 出具《司法确认申请书》", EXPORT_COURT)
    failures = []
    exporting = CourtExport(desk, window, failures.append)
    folder = centre.services.cases.folder(case.id)
    exporting.export(folder, export.subject)
    assert len(window.toasts) == 1, "a step back writes nothing"
    window.save = tmp_path / "法院材料"
    exporting.export(folder, export.subject)
    assert window.toasts[-1][0] == "已导出 4 份材料和清单到 法院材料；还缺：送达地址确认书"
    names = sorted(one.name for one in window.save.iterdir())
    assert names == [
        "00-法院材料清单.pdf",
        "01-司法确认申请书.pdf",
        "02-人民调解协议书.pdf",
        "03-双方身份证.pdf",
        "04-现场照片.jpg",
    ]
    assert (window.save / names[0]).read_bytes().startswith(b"%PDF")
    exporting.export(folder, export.subject)
    assert len(failures) == 1


def test_enforcement_is_written_from_the_ways(centre, desk, open_form, go_to, window):
    case, plan = in_effect(centre)
    confirm(centre, case, plan)
    go_to(date(2027, 1, 5))
    ways = card_of(centre, desk, case, "ways/")
    row = next(row for row in ways.rows if row.key == "enforce")
    assert [act.text for act in row.acts] == ["出具申请书", "已申请，记下"]
    form = open_form(case, row.acts[0].key, row.acts[0].subject)
    assert form.presenter.form.words[-1].startswith("身份证明、送达地址确认书等材料先加到【证据】里")
    assert form.values["requests"] == "请求强制执行到期未付的 60,000.00 元。"
    form.send()
    assert list(form.problems) == ["applicants"]
    form.fill(applicants=str(plan.party_ids[0]), leads="车牌新A00000", print="").send()
    assert form.is_finished, form.problems
    assert window.toasts[-1][0].endswith("还缺：身份证明、送达地址确认书、确认裁定书")
    kinds = [paper.kind for paper in centre.services.cases.folder(case.id).documents]
    assert DocumentKind.ENFORCEMENT_APPLICATION in kinds
    row = next(row for row in card_of(centre, desk, case, "ways/").rows if row.key == "enforce")
    assert [act.text for act in row.acts] == ["已申请，记下"]
