"""What a channel of mediation means, in words: in one sentence, in lines, and rule by rule."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.disputes.cases import SelectedBy
from app.domain.disputes.channels.law import RECUSAL, law_of, rules_peoples_law
from app.domain.disputes.channels.papers import of_body, spoken_words, title_in
from app.domain.disputes.channels.people import MeetingNotice, PeopleLimit
from app.domain.disputes.channels.rules import Channel, ChannelRule, ChannelTopic
from app.domain.disputes.channels.starting import StartRule
from app.domain.disputes.channels.wording import ChannelArticle
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.duties.clock_words import period_in_words
from app.domain.duties.deadlines.catalogue import Catalogue, DeadlineRule
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.desk import Desk

_Told = ChannelRule | PeopleLimit | StartRule | MeetingNotice


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """One channel in the table; ``mark`` is 未核实 where anything in it is."""

    code: str
    name: str
    families: str
    paper: str
    paper_by: str
    fee: str
    mark: str

    @property
    def spoken(self) -> str:
        """Give the row as one sentence."""
        parts = (self.name, self.families, self.paper, self.paper_by, self.fee, self.mark)
        return "，".join(part for part in parts if part)


class ChannelWords:
    """Words channels in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._say, self._formats = translator.text, formats

    def row(self, channel: Channel) -> ChannelRow:
        """Word one channel for the table."""
        say = self._say
        is_sure = channel.is_verified and all(rule.is_verified for rule in _ruled(channel))
        return ChannelRow(
            code=channel.code,
            name=say(channel.name),
            families="、".join(say(family.term) for family in channel.families),
            paper=say(channel.paper),
            paper_by=say(channel.paper_by),
            fee=say(channel.fee.term),
            mark="" if is_sure else say("未核实"),
        )

    def sentence(self, channel: Channel) -> str:
        """Say in one sentence what comes of a channel and what it costs."""
        return self._say(
            "{channel}：结果文书是{paper}，由{by}制作；{fee}。",
            channel=self._say(channel.name),
            paper=self._say(channel.paper),
            by=self._say(channel.paper_by),
            fee=self._say(channel.fee.term),
        )

    def limits(self, channel: Channel) -> tuple[str, ...]:
        """Give what may not be done and what is special about a channel, each with its article."""
        told = (*channel.about(ChannelTopic.REFUSAL), *channel.about(ChannelTopic.SPECIAL))
        return (*(self._rule(rule) for rule in told), *self.people(channel), *self.start(channel))

    def limit(self, rule: DeadlineRule | None) -> str:
        """Say how long mediation in a channel may take: 受理起三十日."""
        if rule is None or rule.period is None:
            return self._say("没有规定期限")
        start = self._say("或者").join(self._say(trigger.term) for trigger in rule.triggers)
        length = self._say(period_in_words(rule.period))
        told = self._say("{start}起{length}", start=start, length=length)
        return told if rule.is_verified else self._say("{source}，未核实", source=told)

    def people(self, channel: Channel) -> tuple[str, ...]:
        """Give how many people may stand for one side, and how early they are told of a meeting."""
        notice = () if channel.notice is None else (channel.notice,)
        return tuple(self._rule(rule) for rule in (*channel.people, *notice))

    def start(self, channel: Channel) -> tuple[str, ...]:
        """Give from when mediation may begin: the rule, then what must be over for each consequence."""
        if channel.start is None:
            return ()
        say = self._say
        each = (say("{harm}：{over}", harm=say(c.harm), over=say(c.over)) for c in channel.start.conditions)
        return (self._rule(channel.start), "；".join(each))

    def meaning(self, channel: Channel, dispute_type: str) -> tuple[tuple[str, str], ...]:
        """Tell on a case what its channel means: paper, effect, fee, forms, signing, limits."""
        say = self._say
        paper = say("{paper}（{by}）", paper=say(channel.paper), by=say(channel.paper_by))
        effect = "\n".join(self._rule(rule) for rule in channel.about(ChannelTopic.EFFECT))
        forms = "、".join(say(title_in(channel, form)) for form in channel.forms)
        law = self._marked(say(law_of(channel)), is_verified=channel.is_verified)
        signing = say(channel.signing_for(dispute_type).term)
        told = (
            (say("依据"), law),
            (say("结果文书"), paper),
            (say("效力"), effect),
            (say("收费"), say(channel.fee.term)),
            (say("所用文书"), forms),
            (say("签名方式"), signing),
            (say("渠道规则"), "\n".join(self.limits(channel))),
        )
        return tuple((label, value) for label, value in told if value)

    def details(self, channel: Channel, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
        """Tell every rule of a channel with its article, its periods, forms, source and validity."""
        say = self._say
        kinds = "、".join(say(family.term) for family in channel.families)
        ruled = tuple((say(rule.topic.term), self._rule(rule)) for rule in channel.rules)
        periods = "\n".join(self._period(rule_id, catalogue) for rule_id in channel.deadlines)
        may = say("可以") if channel.may_issue_agreement else say("不可以")
        told = (
            (say("四调"), kinds),
            (say("由谁主持"), say(channel.mediator)),
            (say("结果文书"), say("{paper}（{by}）", paper=say(channel.paper), by=say(channel.paper_by))),
            (say("出具人民调解协议书"), may),
            (say("收费"), say(channel.fee.term)),
            (say("签名方式"), say(channel.signing.term)),
            *ruled,
            (say("人数和通知"), "\n".join(self.people(channel))),
            (say("开始条件"), "\n".join(self.start(channel))),
            (say("本渠道条文"), "\n".join(self._article(entry) for entry in channel.articles)),
            (say("时限"), periods),
            (say("所用文书"), "、".join(say(title_in(channel, form)) for form in channel.forms)),
            (say("依据"), self._marked(say(law_of(channel)), is_verified=channel.is_verified)),
            (say("施行"), self._validity(channel)),
        )
        return tuple((label, value) for label, value in told if value)

    def _rule(self, rule: _Told) -> str:
        article = self._marked(self._say(rule.article), is_verified=rule.is_verified)
        return self._say("{rule}（{article}）", rule=self._say(rule.says), article=article)

    def _article(self, entry: ChannelArticle) -> str:
        if entry.stands_for == RECUSAL:
            return self._say("{what}：{article}", what=self._say("回避"), article=self._say(entry.article))
        return self._say(
            "{article}，代替人民调解法{number}", article=self._say(entry.article), number=entry.stands_for
        )

    def _marked(self, words: str, *, is_verified: bool) -> str:
        return words if is_verified else self._say("{source}，未核实", source=words)

    def _period(self, rule_id: str, catalogue: Catalogue) -> str:
        rule = catalogue.row(rule_id)
        if rule is None:
            return rule_id
        return f"{rule_id}　{self._say(rule.kind.term)}　{self._say(rule.name)}"

    def _validity(self, channel: Channel) -> str:
        since = self._say("{day} 起", day=self._formats.day(channel.valid_from))
        if channel.valid_to is None:
            return since
        return f"{since}{self._say('，{day} 止', day=self._formats.day(channel.valid_to))}"


def _ruled(channel: Channel) -> tuple[_Told, ...]:
    start = () if channel.start is None else (channel.start,)
    notice = () if channel.notice is None else (channel.notice,)
    return (*channel.rules, *channel.people, *notice, *start)


def chosen_by(translator: Translator, channel: Channel | None, way: SelectedBy) -> str:
    """Say who chose a mediator: the committee, or whoever mediates in the channel; or the parties."""
    if way is not SelectedBy.COMMITTEE or rules_peoples_law(channel):
        return translator.text(way.term)
    return translator.text("{host}指定", host=translator.text(spoken_words(channel).host))


def seal_words(translator: Translator, channel: Channel | None, holder: str) -> str:
    """Name the seal an agreement needs, by the body that mediates in its channel; ``holder`` is its name."""
    words = of_body(spoken_words(channel), holder)
    if not words.basis:
        return translator.text("调委会印章")
    return translator.text("{host}印章", host=translator.text(words.host))


def limit_words(desk: Desk, family: MediationChannel, source: CaseSource, dispute_type: str) -> str:
    """Say how long the channel that a family proposes may take; empty where it proposes none."""
    proposed = desk.services.lifecycle.channel_for(family, source, dispute_type)
    if proposed is None:
        return ""
    words = ChannelWords(desk.translator, desk.formats)
    return words.limit(desk.services.lifecycle.period_of(proposed))
