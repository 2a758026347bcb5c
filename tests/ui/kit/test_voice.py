"""What is announced, and how often."""

from PySide6.QtWidgets import QWidget

from app.ui import voice as voices
from app.ui.voice import Voice


class Clock:
    """A clock that goes when told."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def a_voice(monkeypatch):
    clock, said = Clock(), []
    monkeypatch.setattr(voices, "monotonic", clock)
    return Voice(lambda _widget, sentence: said.append(sentence)), clock, said


def test_the_first_word_is_said_at_once_and_the_newest_after_the_pause(qtbot, monkeypatch):
    voice, clock, said = a_voice(monkeypatch)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    for sentence in ("甲", "乙", "丙"):
        voice.say(widget, sentence)
    assert said == ["甲"]
    clock.now += 3.0
    voice._catch_up()
    assert said == ["甲", "丙"]
    voice._catch_up()
    assert said == ["甲", "丙"]


def test_nothing_is_said_of_what_is_gone_or_hidden(qtbot, monkeypatch):
    voice, clock, said = a_voice(monkeypatch)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    voice.say(widget, "甲")
    voice.say(widget, "乙")
    widget.hide()
    clock.now += 3.0
    voice._catch_up()
    assert said == ["甲"]
    voice.say(widget, "")
    assert said == ["甲"]


def test_the_system_takes_an_announcement(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    voices.announce(widget, "已保存")
