from dataclasses import replace

import pytest

from app.i18n import Formats, Translator
from app.presenters.agreement.presenter import AgreementPresenter
from app.presenters.agreement.shown import Moment
from app.presenters.desk import Desk, InlineRunner
from tests.support.centres import open_centre_at
from tests.support.intake_desk import Feed, RecordingNavigator


class RecordingView:
    """Keeps the last thing shown of each kind; moments come when the test says so."""

    def __init__(self):
        self.shown = {}
        self.terms = {}
        self.values = {}
        self.saved = []
        self.focus = []
        self.papers = []
        self.conflicts = ("", ())
        self.issue_forms = []
        self.expected = set()
        self.is_signing_focused = False

    def show_entry(self, entry, parties):
        self.shown["entry"], self.shown["parties"] = entry, parties

    def show_nothing(self, sentence, *, can_draft):
        self.shown["nothing"] = (sentence, can_draft)

    def show_term_words(self, term_id, words):
        self.terms[term_id] = words

    def show_value(self, key, value):
        self.values[key] = value

    def show_copies(self, copies, signers):
        self.shown["copies"] = (copies, signers)

    def show_saved(self, note):
        self.saved.append(note)

    def show_paper(self, pdf, *, is_draft):
        self.papers.append((pdf, is_draft))

    def show_conflicts(self, sentence, conflicts):
        self.conflicts = (sentence, tuple(conflicts))

    def focus_field(self, key, cursor=-1):
        self.focus.append((key, cursor))

    def focus_signing(self):
        self.is_signing_focused = True

    def light_up(self, text):
        self.shown["light"] = text

    def expect(self, moment):
        self.expected.add(moment)

    def ask_issue(self, form):
        self.issue_forms.append(form)

    def refuse_issue(self, sentence):
        self.shown["refused"] = sentence

    def issued(self):
        self.shown["issued"] = True

    def __getattr__(self, name):
        if not name.startswith("show_"):
            raise AttributeError(name)
        return lambda value: self.shown.__setitem__(name.removeprefix("show_"), value)


class PrintingNavigator(RecordingNavigator):
    """Remembers what was handed to the printer."""

    def __init__(self):
        super().__init__()
        self.printed = []

    def print_document(self, pdf, title, copies):
        self.printed.append((pdf, title, copies))


class Bench:
    """A pane without a window over a real centre; the feed reads the folder again like the workspace."""

    def __init__(self, centre, case_id):
        self.centre, self.case_id = centre, case_id
        self.view, self.navigator, self.feed = RecordingView(), PrintingNavigator(), Feed()
        self.desk = Desk(
            services=centre.services,
            me=centre.mediator,
            translator=Translator(),
            formats=Formats(),
            clock=centre.clock,
            runner=InlineRunner(),
            feed=self.feed,
        )
        self.presenter = AgreementPresenter(self.desk, self.view, self.navigator)
        self.feed.on_change(lambda _changes: self.read())
        self.read()

    @property
    def entry(self):
        return self.presenter.page.entry

    @property
    def folder(self):
        return self.centre.services.cases.folder(self.case_id)

    @property
    def stored(self):
        return self.centre.services.settlements.agreement(self.presenter.page.agreement.id)

    def read(self):
        self.presenter.show_case(self.folder)

    def type(self, key, value, *, leave=True):
        self.presenter.focused(key)
        self.presenter.typed(key, value)
        if leave:
            self.presenter.left(key)
        self.breathe()

    def breathe(self):
        """Let every moment come that was asked for."""
        while self.view.expected:
            self.presenter.due(self.view.expected.pop())

    def checked(self):
        self.presenter.due(Moment.CHECK)
        return {row.sentence: row for row in self.view.shown["checks"].rows}

    def again(self):
        """Another start of the program: nothing but the database is left."""
        return Bench(self.centre, self.case_id)


@pytest.fixture
def centre(sqlite_store, sqlite_location, clock):
    return open_centre_at(sqlite_store, sqlite_location.data_folder, clock)


@pytest.fixture
def bench(centre):
    """A case ready for its agreement, and a draft begun."""
    made = Bench(centre, centre.mediating().id)
    made.presenter.draft()
    return made


@pytest.fixture
def fresh(centre):
    """A case ready for its agreement, nothing begun."""
    return Bench(centre, centre.mediating().id)


@pytest.fixture
def crowd(centre):
    """A case of sixty parties with a draft begun."""
    made = Bench(centre, centre.mediating(60).id)
    made.presenter.draft()
    return made


def changed(agreement, **given):
    return replace(agreement, **given)
