"""A folder that leaves the house is whole, has names every system takes, and never mixes with another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.archive.outgoing import file_name, write_folder
from app.domain.errors import StorageRefusal


@given(st.text())
def test_every_text_becomes_one_name_in_its_folder(text):
    name = file_name(text)
    assert name
    assert name == name.strip(" .")
    assert not set(name) & set('<>:"/\\|?*\n\t\0')
    assert len(name) <= 100


def test_a_name_keeps_its_ending():
    assert file_name("收款/转账.png") == "收款_转账.png"
    assert file_name("长" * 200 + ".pdf") == "长" * 80 + ".pdf"


def test_a_folder_is_written_once(tmp_path):
    place = tmp_path / "材料"
    write_folder(place, (("01.txt", b"a"), ("02.txt", b"b")))
    assert sorted((one.name, one.read_bytes()) for one in place.iterdir()) == [
        ("01.txt", b"a"),
        ("02.txt", b"b"),
    ]
    with pytest.raises(StorageRefusal, match=r"export\.exists"):
        write_folder(place, (("03.txt", b"c"),))
    assert len(list(place.iterdir())) == 2


def test_what_breaks_off_leaves_nothing(tmp_path):
    with pytest.raises(StorageRefusal, match=r"export\.not_written"):
        write_folder(tmp_path / "材料", (("01.txt", b"a"), ("no/such/folder.txt", b"b")))
    assert list(tmp_path.iterdir()) == []
