import pytest

from app.domain.errors import StorageRefusal
from app.domain.people.organisations import OrganisationKind
from app.domain.people.staff import StaffRole
from app.i18n import Translator
from app.presenters.desk import InlineRunner
from app.presenters.first_start import STEP_COMMITTEE, STEP_ME, STEP_STAFF, FirstStartPresenter
from tests.support.intake_desk import services_of


class View:
    def __init__(self):
        self.calls = {}
        self.focus = []

    def focus_field(self, key):
        self.focus.append(key)

    def __getattr__(self, name):
        if not name.startswith(("show_", "set_")):
            raise AttributeError(name)

        def note(*args, **kwargs):
            self.calls[name] = args or kwargs

        return note


@pytest.fixture
def services(sqlite_store, tmp_path, clock):
    return services_of(sqlite_store, tmp_path / "file-data", clock)


@pytest.fixture
def finished():
    return []


@pytest.fixture
def wizard(services, finished):
    view = View()
    made = FirstStartPresenter(services.settings, Translator(), InlineRunner(), view, finished.append)
    made.view = view
    made.open()
    return made


def to_the_end(wizard):
    wizard.typed("name", "石化社区人民调解委员会")
    wizard.typed("number_code", "石社")
    wizard.next()
    wizard.typed(f"{wizard.entry.staff[0].id}.name", "巴合提古丽")
    wizard.next()
    wizard.next()


def test_three_steps_set_the_centre_up(wizard, services, finished):
    wizard.add_studio()
    wizard.typed(f"{wizard.entry.studios[0].id}.name", "石榴籽调解室")
    wizard.typed(f"{wizard.entry.staff[0].id}.studio_id", wizard.entry.studios[0].id)
    to_the_end(wizard)
    assert services.settings.is_set_up()
    organisation = services.people.organisations()[0]
    assert (organisation.name, organisation.number_code) == ("石化社区人民调解委员会", "石社")
    assert [studio.name for studio in organisation.studios] == ["石榴籽调解室"]
    me = finished[0]
    assert (me.name, me.studio_id) == ("巴合提古丽", organisation.studios[0].id)
    assert services.settings.me().id == me.id


def test_a_step_leads_to_what_it_still_needs(wizard):
    wizard.next()
    assert wizard.step == STEP_COMMITTEE
    assert set(wizard.view.calls["show_problems"][0]) == {"name", "number_code"}
    assert wizard.view.focus[-1] == "name"
    wizard.typed("name", "某社区人民调解委员会")
    assert set(wizard.view.calls["show_problems"][0]) == {"number_code"}


def test_a_centre_needs_no_code(wizard):
    wizard.typed("kind", OrganisationKind.CENTRE)
    wizard.typed("name", "某区矛盾纠纷多元化解中心")
    wizard.next()
    assert wizard.step == STEP_STAFF


def test_nothing_is_lost_between_steps(wizard):
    wizard.typed("name", "石化社区人民调解委员会")
    wizard.typed("number_code", "石社")
    wizard.typed("confirming_court", "某区人民法院")
    wizard.next()
    member = wizard.entry.staff[0]
    wizard.typed(f"{member.id}.name", "古丽")
    wizard.back()
    assert wizard.step == STEP_COMMITTEE
    wizard.next()
    assert wizard.entry.staff[0].name == "古丽"
    assert wizard.entry.confirming_court == "某区人民法院"


def test_of_several_the_user_says_who_sits_here(wizard, finished):
    wizard.typed("name", "石化社区人民调解委员会")
    wizard.typed("number_code", "石社")
    wizard.next()
    first = wizard.entry.staff[0]
    wizard.typed(f"{first.id}.name", "甲")
    wizard.add_member()
    second = wizard.entry.staff[1]
    wizard.typed(f"{second.id}.name", "乙")
    wizard.typed(f"{second.id}.roles", (StaffRole.DIRECTOR,))
    wizard.next()
    wizard.next()
    assert wizard.step == STEP_ME
    assert "me" in wizard.view.calls["show_problems"][0]
    wizard.typed("me", second.id)
    wizard.next()
    assert finished[0].name == "乙"


def test_somebody_without_any_work_is_asked_for_it(wizard):
    wizard.typed("name", "石化社区人民调解委员会")
    wizard.typed("number_code", "石社")
    wizard.next()
    member = wizard.entry.staff[0]
    wizard.typed(f"{member.id}.name", "甲")
    wizard.typed(f"{member.id}.roles", ())
    wizard.next()
    assert f"{member.id}.roles" in wizard.view.calls["show_problems"][0]


def test_a_studio_taken_away_takes_nobody_with_it(wizard):
    wizard.add_studio()
    studio = wizard.entry.studios[0]
    wizard.typed(f"{studio.id}.name", "石榴籽调解室")
    wizard.typed(f"{wizard.entry.staff[0].id}.studio_id", studio.id)
    wizard.remove_studio(studio.id)
    assert wizard.entry.studios == ()
    assert wizard.entry.staff[0].studio_id is None


def test_a_refusal_keeps_everything_and_can_be_tried_again(wizard, services, finished, monkeypatch):
    def full(*_args, **_kwargs):
        raise StorageRefusal("disk.full")

    with monkeypatch.context() as patch:
        patch.setattr(type(services.settings), "set_up", full)
        to_the_end(wizard)
    assert wizard.view.calls["show_failure"][0]
    assert finished == []
    wizard.next()
    assert finished[0].name == "巴合提古丽"
