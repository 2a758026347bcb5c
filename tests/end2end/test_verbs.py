"""The verbs as scripts use them: processes of their own, exit codes, sentences on standard error."""

import csv
import io
import os
import re
import subprocess
import sys

import pytest
from pypdf import PdfReader

from app.domain.filing.kinds import DocumentKind
from tests.support.terminal import CARD, MAIN, Terminal, say

ONE_PARTY_WRONG = [{"side": "applicant", "name": "张三", "identity_number": "110105194912310021"}]
ALWAYS_DRAWN = [
    DocumentKind.APPLICATION,
    DocumentKind.RIGHTS_NOTICE,
    DocumentKind.FOUR_DUTIES,
    DocumentKind.FOUR_DUTIES_LEDGER,
]


def is_one_sentence(said):
    """No traceback, nothing printed as if it were a result, Chinese that says what is wrong."""
    return (
        "Traceback" not in said.err
        and said.out == ""
        and len(said.err.splitlines()) == 1
        and re.search("[一-鿿]{2}", said.err) is not None
    )


def test_self_test_does_the_main_job_and_says_what_it_did():
    said = say("self-test")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[-1] == "自检完成"
    assert "协议已生效" in said.out


def test_version():
    said = say("--version")
    assert said.code == 0
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", said.out)


def test_an_unknown_verb_is_code_2_and_names_the_verbs():
    said = say("close")
    assert (said.code, said.out) == (2, "")
    assert "close" in said.err
    assert "register" in said.err


def test_data_named_before_the_verb_is_the_folder_that_is_used(terminal):
    said = say("--data", str(terminal.data), "search", "热依木")
    assert said.code == 0


def test_a_centre_is_set_up_once(tmp_path):
    terminal = Terminal(tmp_path / "data")
    early = terminal.call("register", terminal.card("card.json", CARD))
    assert early.code == 6
    assert is_one_sentence(early)
    assert "init" in early.err
    terminal.set_up()
    again = terminal.call("init", tmp_path / "centre.json")
    assert again.code == 6
    assert is_one_sentence(again)


def test_a_refusal_of_a_whole_process_is_a_sentence_and_no_traceback(terminal):
    bad = terminal.card("bad.json", {**CARD, "parties": [*ONE_PARTY_WRONG, CARD["parties"][1]]})
    said = terminal.run("register", bad)
    assert said.code == 2
    assert is_one_sentence(said)
    assert said.err == "applicants.0.identity_number：校验位不符，改正或清空\n"
    assert terminal.run("show", "0002").code == 5


def test_programs_read_a_verdict_by_its_codes(terminal, tmp_path):
    pdf = tmp_path / "notice.pdf"
    assert terminal.call("render-batch", "service_address", "0001", "-o", pdf).code == 0
    said = terminal.call("verify", pdf, "--json")
    assert said.code == 1, "two papers bound together are not one document"
    verdict = said.json
    assert verdict["standing"] == "current"
    assert verdict["document"]["kind"] == "service_address"
    assert "contents" not in verdict["document"]
    assert {page["finding"] for page in verdict["pages"]} == {"as_issued", "other_document"}
    assert all(page["code"] and page["text"] for page in verdict["pages"])


def test_what_cannot_be_verified_is_told_in_one_sentence(terminal, tmp_path):
    unknown = terminal.call("verify", "7K2M-9QXD-4TRW")
    assert unknown.code == 5
    assert is_one_sentence(unknown)
    mistyped = terminal.call("verify", "7K2M")
    assert mistyped.code == 2
    assert is_one_sentence(mistyped)
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"no picture")
    assert terminal.call("verify", photo).code == 2


def test_register_takes_a_card_in_and_show_gives_everything_back(terminal):
    number = terminal.register(facts="第一行\r\n第二行\x00", title="第二件")
    assert number.endswith("-0002")
    shown = terminal.call("show", number, "--json").json
    case = shown["case"]
    assert (case["intake_number"], case["title"], case["amount"]) == (number, "第二件", 12_800_00)
    assert case["facts"] == "第一行\n第二行"
    assert case["received_at"].startswith("2026-01-05T10:30:00")
    names = [party["name"] for party in case["parties"]]
    assert names == ["阿不都热依木·买买提", "𬱖㛃"]
    assert case["parties"][0]["identity_number"] == "11010519491231002X"
    assert shown["clocks"]
    assert all(len(clock["explanation"]) > 10 for clock in shown["clocks"])
    assert shown["organisation"]["studios"][0]["name"] == "石榴籽调解室"
    assert len(shown["duties"]["duties"]) == 4


def test_a_card_tells_an_accident_or_a_treatment_and_show_gives_them_back(terminal):
    insured = {"insurer": "某财险", "policy_number": "P1", "compulsory": "1.8万"}
    drove = {"name": "乙", "plate": "新j 12345", "responsibility": "full", **insured}
    users = [{"name": "甲", "responsibility": "none"}, drove]
    told = {"happened_at": "2026-01-03T08:20:00+08:00", "finding_number": "第7号", "road_users": users}
    number = terminal.register(dispute_type="traffic", accident=told)
    [accident] = terminal.call("show", number, "--json").json["case"]["accidents"]
    assert accident["finding_number"] == "第7号"
    assert [user["plate"] for user in accident["road_users"]] == ["", "新J12345"]
    assert accident["road_users"][1]["compulsory"] == 18_000_00
    number = terminal.register(
        dispute_type="medical", treatment={"institution": "医院", "insurer": "某财险", "coverage": "100万"}
    )
    [treatment] = terminal.call("show", number, "--json").json["case"]["treatments"]
    assert (treatment["institution"], treatment["coverage"]) == ("医院", 1_000_000_00)


BAD_CARDS = {
    "unknown type": ({"dispute_type": "feud"}, "dispute_type"),
    "wrong check digit": (
        {"parties": [*ONE_PARTY_WRONG, CARD["parties"][1]]},
        "applicants.0.identity_number",
    ),
    "impossible birth": (
        {"parties": [{"side": "respondent", "name": "李四", "birth_date": "2026-02-30"}]},
        "parties.0.birth_date",
    ),
    "moment without zone": ({"received_at": "2026-01-05T10:30:00"}, "received_at"),
    "moment to come": ({"received_at": "2999-01-05T10:30:00+08:00"}, "received_at"),
    "negative amount": ({"amount": "-3"}, "amount"),
    "huge amount": ({"amount": "9" * 400}, "amount"),
    "too precise": ({"amount": "0.001"}, "amount"),
    "no facts": ({"facts": ""}, "facts"),
    "blank facts": ({"facts": " \n"}, "facts"),
    "no such field": ({"colour": "red"}, "colour"),
    "no such side": ({"parties": [{"side": "judge", "name": "甲"}]}, "parties.0.side"),
    "nobody opposite": ({"parties": CARD["parties"][:1]}, "respondents"),
    "accident of no traffic case": ({"accident": {"scene": "路口"}}, "accidents"),
    "no such blame": (
        {"dispute_type": "traffic", "accident": {"road_users": [{"name": "甲", "responsibility": "half"}]}},
        "accident.road_users.0.responsibility",
    ),
    "policy without insurer": (
        {"dispute_type": "traffic", "accident": {"road_users": [{"name": "甲", "policy_number": "P1"}]}},
        "accidents.0.road_users.0.insurer",
    ),
    "sum that is none": (
        {"dispute_type": "medical", "treatment": {"institution": "医院", "coverage": "多"}},
        "treatments.0.coverage",
    ),
    "absurd headcount": ({"headcount": 10**30}, "headcount"),
    "birth to come": (
        {"parties": [CARD["parties"][0], {"side": "respondent", "name": "甲", "birth_date": "2999-01-01"}]},
        "respondents.0.birth_date",
    ),
}


@pytest.mark.parametrize(("given", "place"), BAD_CARDS.values(), ids=BAD_CARDS)
def test_a_bad_card_is_refused_with_place_and_sentence(terminal, given, place):
    said = terminal.call("register", terminal.card("bad.json", {**CARD, **given}))
    assert said.code == 2
    assert is_one_sentence(said)
    assert place in said.err


def test_several_problems_are_told_at_once(terminal):
    bad = {**CARD, "dispute_type": "feud", "parties": ONE_PARTY_WRONG}
    said = terminal.call("register", terminal.card("bad.json", bad))
    assert said.code == 2
    assert len(said.err.splitlines()) == 3


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"[]", b"null"])
def test_a_file_that_is_no_card_is_refused(terminal, content):
    file = terminal.data.parent / "card.json"
    file.write_bytes(content)
    said = terminal.call("register", file)
    assert said.code == 2
    assert is_one_sentence(said)


def test_a_file_that_is_not_there_is_refused(terminal):
    said = terminal.call("register", terminal.data / "nowhere.json")
    assert said.code == 2
    assert is_one_sentence(said)
    assert "nowhere.json" in said.err


def test_sixty_parties_and_200_000_characters_go_in_and_come_out(terminal):
    facts = "经过很长，𬱖字也在内。" * 18_000
    parties = [{"side": "applicant", "name": f"申请人{n}·买买提"} for n in range(59)]
    number = terminal.register(facts=facts, parties=[*parties, {"side": "respondent", "name": "某公司"}])
    shown = terminal.call("show", number, "--json").json["case"]
    assert shown["facts"] == facts
    assert len(shown["parties"]) == 60
    pdf = terminal.data.parent / "long.pdf"
    assert terminal.call("render", number, "application", "-o", pdf).code == 0
    text = re.sub(r"\s", "", "".join(page.extract_text() for page in PdfReader(pdf).pages))
    assert "申请人58·买买提" in text
    assert text.count("𬱖字") >= 18_000


def test_people_and_scripts_are_shown_the_same_case(terminal):
    lines = terminal.call("show", "0001").out
    assert "阿不都热依木·买买提" in lines
    assert "受理期限" in lines
    assert terminal.call("show", "0001", "--json").json["case"]["parties"][1]["name"] == "𬱖㛃"


@pytest.mark.parametrize("kind", ALWAYS_DRAWN, ids=[kind.value for kind in ALWAYS_DRAWN])
def test_each_form_of_a_new_case_is_drawn(terminal, kind):
    pdf = terminal.data.parent / "a.pdf"
    said = terminal.call("render", "0001", kind.value, "-o", pdf)
    assert (said.code, said.err) == (0, "")
    text = re.sub(
        r"\s", "", "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.read_bytes())).pages)
    )
    assert "阿不都热依木·买买提" in text


@pytest.mark.parametrize("kind", ["agreement", "session_record", "non_acceptance", "acceptance_register"])
def test_a_form_whose_step_was_not_taken_is_refused(terminal, kind):
    said = terminal.call("render", "0001", kind, "-o", terminal.data.parent / "a.pdf")
    assert said.code in (5, 6)
    assert is_one_sentence(said)
    assert not (terminal.data.parent / "a.pdf").exists()


def test_a_character_no_font_has_is_named_with_its_field(terminal):
    number = terminal.register(facts="𠮷祥街漏水")
    said = terminal.call("render", number, "application", "-o", terminal.data.parent / "a.pdf")
    assert said.code == 2
    assert is_one_sentence(said)
    assert "facts" in said.err.split("：")[0]
    assert "𠮷" in said.err
    assert "U+20BB7" in said.err


def test_a_batch_is_issued_case_by_case_and_joined_into_one_pdf(terminal):
    card = terminal.card("card.json", {**CARD, "title": "停车位"})
    number, pdf = terminal.call("register", card).json["number"], terminal.data.parent / "all.pdf"
    said = terminal.call("render-batch", "rights_notice", "0001", number, "-o", pdf)
    assert said.code == 0
    first, second, name = said.out.splitlines()
    assert first.endswith("\t已出具\t1 份")
    assert second.startswith(number)
    assert (name, "出具 2 份（2 件）" in said.err) == (str(pdf), True)
    pages = len(PdfReader(pdf).pages)
    assert pages >= 2
    again = terminal.call("render-batch", "rights_notice", "-o", pdf)
    assert "原已出具 2 件" in again.err
    assert len(PdfReader(pdf).pages) == pages


def test_a_batch_with_nothing_to_print_writes_no_file_and_says_why(terminal):
    pdf = terminal.data.parent / "none.pdf"
    said = terminal.call("render-batch", "mediation_notice", "0001", "-o", pdf)
    assert said.code == 6
    assert "没有待举行的约定" in said.out
    assert not pdf.exists()
    assert terminal.call("render-batch", "rights_notice", "--day", "昨天", "-o", pdf).code == 2


def test_a_pdf_that_cannot_be_written_is_refused(terminal):
    said = terminal.call("render", "0001", "application", "-o", terminal.data / "no" / "a.pdf")
    assert said.code == 4
    assert is_one_sentence(said)
    assert "a.pdf" in said.err


@pytest.mark.parametrize(
    "text", ["0001", "热依木", "㛃", "𬱖", "abdrymmmt", "4172", "139 0990 4172", "31002x", "暖气", "顶棚受损"]
)
def test_search_finds_by_all_that_people_remember(terminal, text):
    said = terminal.call("search", text, "--json")
    assert said.code == 0
    assert [hit["line"]["intake_number"][-4:] for hit in said.json] == ["0001"]


def test_nothing_found_is_code_5(terminal):
    said = terminal.call("search", "无此人")
    assert (said.code, said.out) == (5, "")
    assert (terminal.call("search", "无此人", "--json").json) == []
    unknown = terminal.call("show", "2020-7777")
    assert unknown.code == 5
    assert is_one_sentence(unknown)


def test_a_reader_that_goes_away_does_no_harm(terminal):
    command = [sys.executable, str(MAIN), "show", "0001", "--json", "--data", str(terminal.data)]
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen(command, stdout=writing, stderr=subprocess.PIPE) as child:
        os.close(writing)
        told = child.stderr.read()
    assert b"Traceback" not in told
    assert child.returncode == 0
    assert terminal.call("check").code == 0


@pytest.mark.postgres
def test_the_verbs_work_on_a_server(tmp_path, postgres_server):
    address = postgres_server.create_database()
    try:
        terminal = Terminal(tmp_path / "data", address).set_up()
        number = terminal.register(facts="服务器上的案件\x00")
        assert terminal.call("search", "热依木").out.startswith(number)
        assert terminal.call("check").code == 0
    finally:
        postgres_server.drop_database(address)


def test_a_server_that_is_not_there_is_refused_without_its_password(tmp_path):
    said = Terminal(tmp_path, "postgresql+psycopg://user:secret@localhost:1/none").run("check")
    assert said.code == 4
    assert is_one_sentence(said)
    assert "secret" not in said.err


def test_a_gallery_has_one_paper_of_each_kind_with_pictures_and_an_index(terminal):
    folder = terminal.data.parent / "gallery"
    said = terminal.call("render", "--all-kinds", folder)
    assert (said.code, said.out) == (0, f"{folder}\n")
    assert re.search(r"人民调解申请书  \d+ 页  2026-0001", said.err)
    rows = list(csv.reader(io.StringIO((folder / "index.csv").read_text(encoding="utf-8-sig"))))[1:]
    kinds = [row[1] for row in rows]
    assert {kind.value for kind in DocumentKind} <= set(kinds), "what no case has is named as well"
    for _title, kind, name, pages, _case, note in rows:
        assert (name == "") is (note == "没有这样的案件"), kind
        if name:
            assert len(PdfReader(folder / name).pages) == int(pages)
            assert (folder / name).with_name(f"{kind}-1.png").read_bytes().startswith(b"\x89PNG")
    assert {kind.value for kind in ALWAYS_DRAWN} <= {row[1] for row in rows if row[2]}
    again = terminal.call("render", "--all-kinds", folder)
    assert (again.code, again.out) == (4, "")
    assert "gallery" in again.err.splitlines()[-1]
