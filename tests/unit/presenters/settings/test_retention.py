"""卷宗保管期限 in the settings: classes changed and confirmed, defaults set, changed and taken away."""

import pytest

from app.presenters.settings.retention.presenter import RetentionPresenter
from app.presenters.workspace.case_file.forms import record_form
from app.presenters.workspace.forms.turns.archive import archive_form
from tests.support.entry_forms import SeenEntry
from tests.support.list_desks import Recorder


@pytest.fixture
def opened(desk, window):
    view = Recorder()
    presenter = RetentionPresenter(desk, window, view)
    presenter.refresh()
    return presenter, view


def sent(view, **values):
    form = SeenEntry(view.last("open_form"))
    form.fill(**values).send()
    return form


def test_classes_and_defaults_are_set_and_stand_on_the_case(opened, desk, centre):
    presenter, view = opened
    book, sources = view.last("show_book")
    assert (book.about, "国家档案局令第8号" in sources) == ("未核实", True)
    assert view.last("show_rules") == []
    folder = centre.services.cases.folder(centre.accepted().id)
    assert archive_form(desk, folder).words[-1].startswith("没有写保管期限")

    presenter.edit(book.id)
    form = sent(view, classes="永久\n\n定期 30年", is_verified="1")
    assert form.notes["basis"][1] == "写明依据的文件，才能记为已核实"
    form.fill(basis="区档案局〔2026〕2号").send()
    assert form.is_finished, form.notes
    book, sources = view.last("show_book")
    assert (book.name, book.about, sources) == ("永久、定期 30年", "已核实　区档案局〔2026〕2号", "")

    presenter.add_rule()
    assert sent(view, retention="永久").is_finished
    presenter.add_rule()
    form = sent(view, retention="定期 30年")
    assert form.notes["ending"][1] == "这一种已经定过，请改原来那一条"
    form.fill(dispute_type=folder.case.dispute_type).send()
    assert form.is_finished, form.notes
    first, second = view.last("show_rules")
    assert (first.name, first.about) == ("各类纠纷，各种结局", "永久")
    assert second.name.endswith("，各种结局")
    assert view.last("show_book")[0].about.startswith("未核实"), "defaults have to be confirmed too"

    folder = centre.services.cases.folder(folder.case.id)
    assert archive_form(desk, folder).words[-1] == "保管期限按设置记为：定期 30年。"
    asked = {field.key: field for field in record_form(desk, folder).fields}
    assert (asked["retention"].value, asked["retention_basis"].value) == ("定期 30年", "")
    presenter.edit_rule(second.id)
    assert sent(view, retention="").is_finished
    assert [line.id for line in view.last("show_rules")] == [first.id]
    presenter.edit(book.id)
    assert sent(view, classes="长期").notes["classes"][1] == "“永久”还有案卷按它保管，先改下面的默认期限"
