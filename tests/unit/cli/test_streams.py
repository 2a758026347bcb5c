"""What a verb prints arrives whole on machines of any code page."""

import io

from app.cli import streams


def test_a_pipe_gets_utf_8_whatever_the_code_page(monkeypatch):
    raw = io.BytesIO()
    pipe = io.TextIOWrapper(raw, encoding="gbk", write_through=True)
    monkeypatch.setattr(streams.sys, "stdout", pipe)
    streams.speak_plainly()
    print("张㛃𬱖", file=pipe)
    assert raw.getvalue().decode("utf-8").strip() == "张㛃𬱖"


def test_a_screen_shows_the_code_of_a_character_it_lacks(monkeypatch):
    class Screen(io.TextIOWrapper):
        def isatty(self):
            return True

    raw = io.BytesIO()
    screen = Screen(raw, encoding="gbk", write_through=True)
    monkeypatch.setattr(streams.sys, "stderr", screen)
    streams.speak_plainly()
    print("张㛃", file=screen)
    assert raw.getvalue().decode("gbk").strip() == "张\\u36c3"


def test_a_program_without_a_console_speaks_to_nobody(monkeypatch):
    monkeypatch.setattr(streams.sys, "stdout", None)
    streams.speak_plainly()
