"""卷宗 without a window: every lack has its sentence and its way out; forms, binding, cancelling."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.case_file import checklist, review_checks
from app.domain.case_file.review_checks import CHECKS
from app.domain.errors import InvalidInput, StaleWrite
from app.domain.filing.items import THIRTEEN, FileItem
from app.domain.filing.kinds import DocumentKind
from app.presenters.navigation import TAB_DOCUMENTS, TAB_EVIDENCE
from app.presenters.workspace.case_file.cards import FileAct, file_cards
from app.presenters.workspace.case_file.forms import record_form, shelf_form
from app.presenters.workspace.case_file.pane import CaseFilePanePresenter
from app.presenters.workspace.case_file.words import (
    LACKS,
    RECORD,
    SHELF,
    WHERE_OF_CHECK,
    WHERE_OF_ITEM,
    WORDS_OF_PLACE,
)
from app.presenters.workspace.menu import menu

CODES = re.compile(r'"((?:review|note|request|rights|identity|authority|sessions|agreement|performance'
                   r'|follow_up|confirmation|scan)\.[a-z_]+)"')  # fmt: skip


class View:
    """Notes what the pane is told."""

    def __init__(self):
        self.cards, self.told, self.tabs, self.bindings = [], [], [], []
        self.on_binding = lambda _progress: None

    def show_cards(self, cards):
        self.cards.append(cards)

    def show_binding(self, progress):
        self.bindings.append(progress)
        self.on_binding(progress)

    def show_told(self, words, *, is_error):
        if words:
            self.told.append((words, is_error))

    def show_tab(self, key):
        self.tabs.append(key)


@pytest.fixture
def asked():
    return []


@pytest.fixture
def pane_view():
    return View()


@pytest.fixture
def pane(desk, navigator, pane_view, asked):
    return CaseFilePanePresenter(desk, navigator, pane_view, asked.append)


def folder_of(centre, case):
    return centre.services.cases.folder(case.id)


def cards_of(desk, centre, case):
    folder, files = folder_of(centre, case), centre.services.case_files
    return file_cards(desk, folder, files.standing(folder), files.review(folder))


def test_every_lack_has_a_sentence_and_every_check_a_way_to_mend_it():
    written = set()
    for module in (checklist, review_checks):
        written |= set(CODES.findall(Path(module.__file__).read_text(encoding="utf-8")))
    assert written == set(LACKS)
    assert set(WHERE_OF_CHECK) == set(CHECKS)
    assert set(WHERE_OF_ITEM) == set(FileItem) - {FileItem.BACK_COVER}
    places = {*WHERE_OF_CHECK.values(), *WHERE_OF_ITEM.values()} - {""}
    assert places <= set(WORDS_OF_PLACE)


def test_the_cards_say_what_is_missing_and_where_to_mend_it(desk, centre):
    cards = cards_of(desk, centre, centre.accepted())
    assert [row.position for row in cards.items] == list(range(1, 14))
    assert len(cards.items) == len(THIRTEEN)
    [rights] = [row for row in cards.items if row.position == 2]
    assert (rights.presence, rights.tone, rights.detail) == ("缺", "err", "权利义务告知书没有出具")
    assert rights.act == FileAct(TAB_DOCUMENTS, "去文书")
    [identity] = [row for row in cards.items if row.position == 3]
    assert identity.act == FileAct(TAB_EVIDENCE, "去证据")
    assert cards.summary == "缺 3 项"
    assert len(cards.headings) == 7
    assert "未核实" in cards.score_note
    assert "未核实" in cards.headings[0].basis
    [complete] = [row for row in cards.headings if row.name == "材料齐全"]
    assert complete.faults[0][0].startswith("缺“申请书或者受理登记表”（扣 ")
    assert not cards.may_bind


def test_links_lead_to_tabs_and_forms(pane, pane_view, asked, centre):
    pane.show_case(folder_of(centre, centre.accepted()))
    pane.press(FileAct(TAB_EVIDENCE, "去证据"))
    pane.press(FileAct(RECORD, "填卷宗信息"))
    assert (pane_view.tabs, asked) == ([TAB_EVIDENCE], [RECORD])


def test_the_record_is_kept_marked_unverified_until_a_basis_is_named(desk, centre):
    case = centre.accepted()
    folder = folder_of(centre, case)
    form = record_form(desk, folder)
    values = form.initial() | {"retention": "长期", "checker": "周敏", "checked_on": "今天"}
    form.send(values, folder)
    told = dict(cards_of(desk, centre, case).record)
    assert told["保管期限"] == "长期（未核实）"
    assert told["检查"].startswith("周敏")
    with pytest.raises(StaleWrite):
        form.send(values, folder)
    folder = folder_of(centre, case)
    form = record_form(desk, folder)
    own = {"retention": "other", "retention_other": "二十年", "retention_basis": "某档〔2026〕3号"}
    form.send(form.initial() | own, folder)
    assert dict(cards_of(desk, centre, case).record)["保管期限"] == "二十年，依据：某档〔2026〕3号"
    folder = folder_of(centre, case)
    again = record_form(desk, folder).initial()
    assert (again["retention"], again["retention_other"]) == ("other", "二十年")
    with pytest.raises(InvalidInput) as refused:
        record_form(desk, folder).send(again | {"checker": again["compiler"]}, folder)
    assert refused.value.field == "checker"


def test_an_archived_file_offers_its_shelf_alone_and_no_link(desk, centre):
    case = centre.performed()
    centre.services.issuing.issue(DocumentKind.APPLICATION, case.id, actor=centre.actor)
    seen = {"actor": centre.actor, "version": centre.case(case.id).version}
    case = centre.services.cases.close(case.id, centre.today, **seen).value
    keys = {entry.key for entry in menu(desk.translator, folder_of(centre, case))}
    assert {RECORD, SHELF} <= keys
    seen["version"] = case.version
    case = centre.services.lifecycle.archive(case.id, **seen).value
    keys = {entry.key for entry in menu(desk.translator, folder_of(centre, case))}
    assert SHELF in keys
    assert RECORD not in keys
    cards = cards_of(desk, centre, case)
    assert [act.place for act in cards.acts] == [SHELF]
    assert not any(row.act for row in cards.items)
    assert "已归档" in cards.summary
    folder = folder_of(centre, case)
    shelf = shelf_form(desk, folder)
    shelf.send(shelf.initial() | {"cabinet": "2", "box": "7"}, folder)
    assert dict(cards_of(desk, centre, case).record)["存放位置"] == "2柜 7盒"


def test_a_step_back_from_the_place_binds_nothing(pane, pane_view, centre, navigator):
    case = centre.accepted()
    centre.services.attachments.add(case.id, b"x", "录音.m4a", actor=centre.actor)
    pane.show_case(folder_of(centre, case))
    navigator.save = None
    pane.bind()
    assert pane_view.bindings == []


def test_cancelling_says_so_and_leaves_nothing(pane, pane_view, centre, navigator, tmp_path):
    case = centre.accepted()
    centre.services.attachments.add(case.id, b"x", "录音.m4a", actor=centre.actor)
    pane.show_case(folder_of(centre, case))
    navigator.save = tmp_path / "卷宗.pdf"
    pane_view.on_binding = lambda progress: pane.cancel() if progress is not None else None
    pane.bind()
    assert pane_view.told[-1] == ("已取消，没有写出文件", False)
    assert pane_view.bindings[-1] is None
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_case_with_nothing_to_bind_is_told(pane, pane_view, centre, navigator, tmp_path):
    pane.show_case(folder_of(centre, centre.registered()))
    navigator.save = tmp_path / "卷宗.pdf"
    pane.bind()
    assert pane_view.told == [("还没有出具文书，也没有证据，没有可以装订的", True)]


def test_names_are_hidden_in_what_the_pane_shows(desk, centre):
    case = centre.accepted()
    name = case.parties[0].name
    kept = replace(folder_of(centre, case).file, remarks=f"{name}未提供身份证明")
    centre.services.case_files.save(kept, actor=centre.actor)
    desk.names.is_masked = True
    assert name not in str(cards_of(desk, centre, case))
