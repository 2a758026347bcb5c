"""遮名: one place hides what every screen calls people; nothing that is saved passes through it."""

from dataclasses import replace

from app.domain.disputes.case_parties import PartySide
from app.domain.duties.board import BoardFilter
from app.domain.people.agents import Agent, AgentKind
from app.domain.people.parties import PartyKind
from app.domain.values.ids import new_id
from app.domain.values.plain import to_json
from app.presenters.palette import Finder
from app.presenters.showing.names import ShownNames
from app.presenters.showing.turns import NAMES, turned
from app.presenters.workbench.payments_due import AHEAD, BACK, payment_rows
from app.presenters.workspace.presenter import WorkspacePresenter
from app.presenters.workspace.words.overview import OverviewWords
from tests.support.appointment_windows import SeenWindows
from tests.support.builders import a_party
from tests.support.workspace_desk import SeenWorkspace

PEOPLE = ("热依木·买买提", "欧阳秀兰", "王得顺", "王德顺", "阿曼古丽", "刘海波", "孙国强")


def a_told_case(centre):
    agent = Agent(id=new_id(), kind=AgentKind.LAWYER, name="刘海波")
    parties = (
        replace(a_party("热依木·买买提", PartySide.APPLICANT), agents=(agent,), former_name="阿曼古丽"),
        a_party("王得顺", PartySide.RESPONDENT),
        replace(
            a_party("恒泰物业", PartySide.RESPONDENT),
            kind=PartyKind.LEGAL_PERSON,
            legal_representative="孙国强",
        ),
    )
    case = centre.registered(
        parties, title="热依木·买买提与王得顺漏水纠纷", facts="王得顺家漏水，热依木·买买提的墙面受损。"
    )
    renamed = tuple(replace(p, name="王德顺") if p.name == "王得顺" else p for p in case.parties)
    centre.services.cases.update_details(replace(case, parties=renamed), actor=centre.actor)
    return centre.case(case.id)


def names_in(text):
    return [name for name in PEOPLE if name in text]


def test_whole_names_pass_untouched(centre):
    folder = centre.services.cases.folder(a_told_case(centre).id)
    assert ShownNames().shown(folder) is folder


def test_a_case_is_shown_without_any_name_of_its_parties_agents_and_history(centre):
    folder = centre.services.cases.folder(a_told_case(centre).id)
    assert names_in(to_json(folder.history)), "the name that was corrected stands in the history"
    names = ShownNames()
    names.is_masked = True
    shown = names.shown(folder)
    assert names_in(to_json(shown)) == []
    assert shown.case.title == "热某某与王某某漏水纠纷"
    assert shown.case.facts == "王某某家漏水，热某某的墙面受损。"
    assert [party.name for party in shown.case.parties] == ["热某某", "王某某", "某单位"]
    assert shown.case.registrar_name == folder.case.registrar_name, "who works here is no party"
    assert (shown.case.id, shown.clocks, shown.case.version) == (
        folder.case.id,
        folder.clocks,
        folder.case.version,
    )


def test_staff_keep_their_names_where_a_party_bears_the_same(centre):
    case = centre.registered((a_party("赵永安", PartySide.APPLICANT), a_party("李四", PartySide.RESPONDENT)))
    duties = centre.services.cases.folder(case.id).duties
    duty = replace(
        duties.duties[0], responsible_person="赵永安", measures="找赵永安谈", lead_official="赵永安"
    )
    centre.services.duties.save_duty(case.id, duty, actor=centre.actor, version=duties.version)
    names = ShownNames()
    names.is_masked = True
    (line,) = (names.shown(line) for line in centre.services.duties.board(BoardFilter()))
    first = line.duties.duties[0]
    assert (first.responsible_person, first.lead_official, first.measures) == (
        "赵永安",
        "赵永安",
        "找赵某某谈",
    )


def test_a_name_of_one_sign_is_hidden_where_it_stands_alone(centre):
    case = centre.registered(
        (a_party("买", PartySide.APPLICANT), a_party("李四", PartySide.RESPONDENT)), facts="买货。"
    )
    names = ShownNames()
    names.is_masked = True
    shown = names.shown(centre.services.cases.folder(case.id)).case
    assert (shown.parties[0].name, shown.facts) == ("某某", "买货。")


def test_what_is_told_in_passing_hides_whoever_was_shown_here(centre):
    names = ShownNames()
    names.shown(centre.services.lists.line(a_told_case(centre).id))
    assert names.sentence("已保存 王德顺") == "已保存 王德顺"
    names.is_masked = True
    assert names.sentence("已保存 王德顺") == "已保存 王某某"
    assert names.sentence("已存到 台账.pdf") == "已存到 台账.pdf"


def test_only_so_many_names_are_remembered():
    names = ShownNames()
    for n in range(5_200):
        names.shown(a_party(f"王五{n}", PartySide.APPLICANT))
    names.is_masked = True
    assert names.sentence("王五5199") == "王某某"
    assert names.sentence("王五1") == "王五1"


def test_the_workspace_hides_and_shows_again_at_once_and_hands_its_panes_the_real_case(centre, desk, window):
    case, view = a_told_case(centre), SeenWorkspace()
    presenter = WorkspacePresenter(desk, window, view, SeenWindows())
    presenter.open(case.id)
    assert names_in(view.header.title + view.header.facts)
    desk.names.is_masked = True
    desk.feed.announce(turned(NAMES))
    told = (view.header, view.timeline, *(view.header.missing))
    assert names_in(repr(told)) == []
    assert view.folder.case.parties[1].name == "王德顺", "forms and writes keep the whole name"
    cards = OverviewWords(desk).cards(view.folder, "邻里")
    assert names_in(repr(cards)) == []
    desk.names.is_masked = False
    desk.feed.announce(turned(NAMES))
    assert "王德顺" in view.header.facts
    presenter.close()


def test_the_palette_and_payments_hide_names(centre, desk, window):
    desk.names.is_masked = True
    case = centre.effective()
    found = Finder(desk, window, lambda _id: None).search(case.parties[0].name)
    assert {find.group for find in found} == {"案件", "当事人"}
    near = centre.services.performance.payments_near(BACK, AHEAD, None, 10)
    assert near
    rows = payment_rows(desk.translator, desk.formats, desk.names.shown(near), desk.today)
    told = repr([(find.text, find.detail) for find in found]) + repr(rows)
    assert [party.name for party in case.parties if party.name in told] == []
