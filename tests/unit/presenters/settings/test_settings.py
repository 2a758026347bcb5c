from dataclasses import replace

import pytest

from app.domain.filing.kinds import NumberSeries
from app.domain.people.organisations import OrganisationKind
from app.presenters.settings.data_check import DataPresenter, problem_words, size_words
from app.presenters.settings.looks import DARK, Look, keep_look, read_look
from app.presenters.settings.numbering import NumberingPresenter
from app.presenters.settings.organisations import OrganisationsPresenter
from app.services.trust.integrity import Problem, ProblemKind
from tests.support.entry_forms import SeenEntry
from tests.support.list_desks import Recorder


class Kept(dict):
    def set(self, key, value):
        self[key] = value


@pytest.fixture
def organisations(desk, window):
    view = Recorder()
    presenter = OrganisationsPresenter(desk, window, view)
    presenter.refresh()
    return presenter, view


def test_the_own_organisation_is_changed_in_place_and_keeps_its_studios(desk, centre, organisations):
    _presenter, view = organisations
    form = SeenEntry(view.last("show_own"))
    form.fill(number_code=" ").send()
    assert form.notes["number_code"] == (True, "填写编号简称，如 石社")
    form.fill(number_code="石油", phone="0993-2012345").send()
    stored = desk.services.people.organisation(centre.committee.id)
    assert (stored.number_code, stored.phone, stored.studios) == (
        "石油",
        "0993-2012345",
        centre.committee.studios,
    )


def test_studios_belong_to_the_committee_and_are_added_not_removed(desk, centre, organisations):
    presenter, view = organisations
    words, studios = view.last("show_studios")
    assert "印章是调委会的" in words
    assert [studio.name for studio in studios] == ["老赵调解室"]
    presenter.edit_studio(None)
    form = SeenEntry(view.last("open_form"))
    form.send()
    assert form.notes["name"] == (True, "填写调解室名称")
    form.fill(name="石榴籽调解室", address="二楼").send()
    assert [line.name for line in view.last("show_studios")[1]] == ["老赵调解室", "石榴籽调解室"]
    presenter.edit_studio(centre.committee.studios[0].id)
    SeenEntry(view.last("open_form")).fill(address="一楼").send()
    stored = desk.services.people.organisation(centre.committee.id)
    assert [studio.address for studio in stored.studios] == ["一楼", "二楼"]


def test_other_organisations_are_listed_and_added(desk, organisations):
    presenter, view = organisations
    presenter.edit(None)
    form = SeenEntry(view.last("open_form"))
    form.fill(name="石河子市人民法院", kind=OrganisationKind.COURT.value).send()
    assert form.is_finished
    assert [line.name for line in view.last("show_others")] == ["石河子市人民法院"]


def test_who_sits_here_may_be_changed(desk, centre, window, organisations):
    presenter, view = organisations
    assert view.last("show_people").me == "这台电脑现由赵永安（调解员）办理。"
    presenter.sit_down(str(centre.recorder.id))
    assert desk.services.settings.me().name == "李娟"
    assert window.toasts[-1][0] == "下次打开程序时由李娟办理"


@pytest.fixture
def numbering(desk, window):
    view = Recorder()
    presenter = NumberingPresenter(desk, window, view)
    presenter.refresh()
    return presenter, view


def test_a_pattern_shows_the_next_number_and_the_thousandth(desk, centre, window):
    centre.registered()
    view = Recorder()
    presenter = NumberingPresenter(desk, window, view)
    presenter.refresh()
    form = SeenEntry(view.last("show_form"))
    form.fill(intake="{org}受〔{year}〕{seq:03}号")
    presenter.typed()
    assert (
        view.last("show_examples")["intake"]
        == "今年下一号 石社受〔2026〕002号；第 1000 号 石社受〔2026〕1000号"
    )


def test_a_pattern_that_cannot_number_is_refused_and_kept(desk, centre, numbering):
    presenter, view = numbering
    form = SeenEntry(view.last("show_form"))
    form.fill(agreement="第号").send()
    assert not form.is_finished
    assert form.notes["agreement"][0]
    assert form.presenter.values["agreement"] == "第号"
    presenter.typed()
    assert view.last("show_examples")["agreement"] == ""
    form.fill(agreement="（{year}）{org}调{seq}号").send()
    patterns = desk.services.settings.patterns(centre.committee.id)
    assert patterns[NumberSeries.AGREEMENT] == "（{year}）{org}调{seq}号"
    assert desk.services.drafts.all(desk.actor) == ()


def test_taken_and_voided_numbers_are_told_with_their_reasons(desk, centre, window):
    agreement, _document = centre.issued()
    centre.services.settlements.void(agreement.id, "金额写错", actor=centre.actor, version=agreement.version)
    view = Recorder()
    presenter = NumberingPresenter(desk, window, view)
    presenter.refresh()
    SeenEntry(view.last("show_form"))
    presenter.look_at(NumberSeries.AGREEMENT.value)
    words, lines = view.last("show_numbers")
    assert words == "2026 年已用 1 号，作废 1 号，无缺号"
    assert [(line.state, line.is_voided) for line in lines] == [("作废：金额写错", True)]


def test_looks_are_kept_and_nonsense_is_as_the_program_comes():
    kept = Kept()
    look = Look(theme=DARK, scale="1.5", shows_keys=False, is_still=True)
    keep_look(kept, look)
    assert read_look(kept) == look
    assert read_look(Kept({"look.theme": "pink", "look.scale": "9"})) == Look()
    assert replace(look, scale="1.3").factor == 1.3


def test_the_check_tells_what_it_saw_and_when(desk, centre):
    centre.registered()
    view = Recorder()
    presenter = DataPresenter(desk, view)
    presenter.refresh()
    lines, folder = view.last("show_info")
    assert dict(lines)["案件"] == "1 件"
    assert dict(lines)["上次检查"] == "还没有检查过"
    assert folder.is_dir()
    presenter.check()
    words, problems, is_sound = view.last("show_result")
    assert (problems, is_sound) == ([], True)
    assert words.startswith("看过 1 件案件")
    assert dict(view.last("show_info")[0])["上次检查"].startswith("2026-11-02")


def test_a_missing_page_is_told_in_a_sentence(desk, centre):
    _agreement, document = centre.issued()
    (stored,) = [path for path in centre_files(desk) if path.name.startswith(document.sha256[:8])]
    stored.chmod(0o600)
    stored.unlink()
    view = Recorder()
    presenter = DataPresenter(desk, view)
    presenter.check()
    _words, problems, is_sound = view.last("show_result")
    assert not is_sound
    assert any("从备份恢复" in problem for problem in problems)


def centre_files(desk):
    return [path for path in desk.services.settings.data_folder().path.rglob("*") if path.is_file()]


def test_problems_and_sizes_read_as_sentences(desk):
    gap = Problem(
        kind=ProblemKind.NUMBER,
        subject="2026-0003",
        code="check.number_gap",
        facts=(("series", "登记号"), ("expected", 2), ("found", 3)),
    )
    told = problem_words(desk.translator, gap)
    assert told == "编号　2026-0003：登记号应为第 2 号，现为第 3 号，中间缺号"
    assert [size_words(n) for n in (0, 1023, 1536, 5 * 1024**3)] == ["0 B", "1023 B", "1.5 KB", "5.0 GB"]
