"""The joint applications as forms: nothing assumed, refused at the field, printed, exported with a list."""

import pytest

from app.domain.duties.bridges.security import SecurityExclusion
from app.domain.filing.kinds import DocumentKind
from app.presenters.workspace import menu
from app.presenters.workspace.forms.bridges.menu import (
    BRIDGE_FORMS,
    EXPORT,
    HAND_IN_SECURITY,
    HAND_IN_TRAFFIC,
    SECURITY,
    TRAFFIC,
    TRAFFIC_BACK,
)
from app.presenters.workspace.words.overview import OverviewWords
from tests.support.bridge_samples import a_failed_accident, a_proof
from tests.support.performing import in_effect, pay


@pytest.fixture
def open_form(presenter, view):
    def opened(case, key):
        presenter.open(case.id)
        presenter.ask(key)
        return view.form

    return opened


@pytest.fixture
def offered(centre, desk):
    def keys(case):
        folder = centre.services.cases.folder(case.id)
        return {entry.key for entry in menu.menu(desk.translator, folder)} & {*BRIDGE_FORMS, EXPORT}

    return keys


@pytest.fixture
def card(centre, desk):
    def found(case):
        cards = OverviewWords(desk).cards(centre.services.cases.folder(case.id), "邻里")
        return next((one for one in cards if one.key == "bridges"), None)

    return found


def true_answers(case):
    return {
        "station": "石油派出所",
        "offence": "beating",
        "happened_on": "2026-10-20",
        "offenders": str(case.parties[1].id),
        "victims": str(case.parties[0].id),
        "ground": "acquainted",
        "is_lenient": "yes",
        "is_undecided": "yes",
        **{one.value: "no" for one in SecurityExclusion},
    }


def test_every_condition_is_asked_and_none_is_answered_for_anybody(centre, open_form):
    case = centre.performed()
    proof = a_proof(centre, case)
    form = open_form(case, SECURITY)
    asked = ("offence", "ground", "offenders", "victims", "is_lenient", "is_undecided", "happened_on")
    assert all(form.values[key] == "" for key in (*asked, *(one.value for one in SecurityExclusion)))
    told = "\n".join(form.presenter.form.earlier)
    assert "经人民调解达成协议并已生效：是" in told
    assert "协议已经履行：是" in told
    assert "不要向当事人承诺不处罚" in "".join(form.presenter.form.words)
    form.send()
    assert form.problems
    answers = true_answers(case)
    for key in ("fled", "is_undecided", "victims"):
        form.fill(**answers, proofs=proof)
        form.fill(**{key: ""}).send()
        assert list(form.problems) == [key], "what nobody answered is asked for"
    form.fill(**(answers | {"gang": "yes"})).send()
    assert form.problems["gang"].startswith("“结伙斗殴或者其他寻衅滋事”为“有”，不能共同申请")
    form.fill(gang="no", proofs="").send()
    assert list(form.problems) == ["proofs"]


def test_the_application_is_issued_printed_and_changes_what_is_offered(
    centre, open_form, navigator, offered, card
):
    case = centre.performed()
    assert offered(case) == {SECURITY}
    assert [act.key for act in card(case).acts] == [SECURITY]
    proof = a_proof(centre, case)
    form = open_form(case, SECURITY)
    form.fill(**true_answers(case), proofs=proof).send()
    assert form.is_finished, form.problems
    pdf, title, copies = navigator.printed[-1]
    assert (title, copies) == ("治安案件不予处罚共同申请书", 3)
    assert pdf.startswith(b"%PDF issued")
    assert navigator.toasts[-1][0].endswith("由公安机关决定")
    assert offered(case) == {EXPORT, HAND_IN_SECURITY}
    assert "治安案件不予处罚共同申请书" in card(case).lines[0].value


def test_receipts_and_files_that_prove_an_entry_are_ticked(centre, open_form):
    case = centre.performed()
    form = open_form(case, SECURITY)
    assert "proofs" not in form.values, "there is nothing to tick yet"
    form.fill(**true_answers(case)).send()
    assert form.problems[""].startswith("勾选履行凭证")
    a_proof(centre, case)
    assert open_form(case, SECURITY).values["proofs"] == "", "a file nobody called a proof is not ticked"

    case, plan = in_effect(centre)
    for place in range(len(plan.items)):
        plan = pay(centre, plan, place)
    receipt, issuing = plan.receipts[0], centre.services.issuing
    paper = issuing.issue(DocumentKind.PERFORMANCE_RECEIPT, case.id, receipt.id, actor=centre.actor).value
    case = centre.case(case.id)
    centre.services.cases.perform(case.id, centre.today, "", actor=centre.actor, version=case.version)
    a_proof(centre, case)
    assert open_form(case, SECURITY).values["proofs"] == str(paper.id)


def test_the_folder_is_written_where_the_user_says_with_a_list(  # noqa: PLR0917 - fixtures
    presenter, centre, open_form, navigator, tmp_path, view
):
    case = centre.performed()
    open_form(case, SECURITY).fill(**true_answers(case), proofs=a_proof(centre, case)).send()
    presenter.ask(EXPORT)
    assert len(navigator.toasts) == 1, "a step back writes nothing"
    navigator.save = tmp_path / "治安材料"
    presenter.ask(EXPORT)
    assert navigator.toasts[-1][0] == "已导出 3 份材料和清单到 治安材料"
    names = sorted(one.name for one in navigator.save.iterdir())
    assert names[0] == "00-材料清单.txt"
    assert len(names) == 4
    listing = (navigator.save / names[0]).read_bytes()
    assert listing.startswith("\ufeff".encode())
    told = listing.decode("utf-8-sig")
    assert all(name in told for name in names[1:])
    assert "是否认可、是否处罚由公安机关依法决定" in told
    assert case.parties[0].identity_number not in "".join(names) or not case.parties[0].identity_number
    presenter.ask(EXPORT)
    assert view.failure.startswith("“治安材料”已经存在")


def test_after_a_failed_accident_the_button_asks_the_traffic_police(  # noqa: PLR0917 - fixtures
    centre, presenter, view, navigator, offered, card, open_form
):
    case = a_failed_accident(centre)
    presenter.open(case.id)
    assert view.header.step.text == "共同申请交警调解"
    assert offered(case) == {TRAFFIC}
    assert card(case).lines[0].value.startswith("最后一日 2026-11-05（周四）")
    presenter.press_step()
    form = view.form
    assert "最后一日 2026-11-05（周四）" in form.presenter.form.words[0]
    assert form.values["requesters"] == ""
    form.fill(addressee="交警大队", happened_on="2026-10-20", requesters=str(case.parties[0].id)).send()
    assert form.problems["requesters"].startswith(f"{case.parties[1].name} 未勾选")
    everybody = ",".join(str(party.id) for party in case.parties)
    form.fill(requesters=everybody).send()
    assert form.is_finished, form.problems
    assert navigator.printed[-1][1] == "道路交通事故损害赔偿调解共同申请书"
    assert view.header.step.text == "递交共同申请书"
    assert offered(case) == {HAND_IN_TRAFFIC}
    presenter.press_step()
    form = view.form
    assert form.values["organ"] == "交警大队", "to whom it goes is on the paper"
    assert any("最后一日 2026-11-05" in words for words in form.presenter.form.words)
    form.send()
    assert list(form.problems) == ["receiver"]
    form.fill(receiver="内勤张警官").send()
    assert form.is_finished, form.problems
    assert view.header.step.text == "回访"
    assert offered(case) == {TRAFFIC_BACK}
    assert card(case).lines[-1].value.endswith("交警大队　内勤张警官")
    open_form(case, TRAFFIC_BACK).fill(reason="记错").send()
    assert offered(case) == {HAND_IN_TRAFFIC}


def test_ending_an_accident_tells_of_the_traffic_police(centre, open_form, navigator):
    case = centre.mediating()
    folder = centre.services.cases.folder(case.id)
    assert not [d for d in folder.documents if d.kind is DocumentKind.TRAFFIC_REQUEST]
    form = open_form(case, menu.TERMINATE)
    form.fill(reason="too_far_apart", routes_told="1", print="").send()
    assert navigator.toasts[-1][0] == "已终止调解，下一步回访"
