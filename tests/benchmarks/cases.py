"""Very many invented cases, the same for the same seed: many different names, the texts of the demo."""

import random
from datetime import timedelta
from itertools import product

from app.archive.clock import SystemClock
from app.archive.resources import resource_path
from app.bootstrap import location_of
from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.cases import Case, CaseMediator, MediatorRole
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.sources import CaseSource, RiskLevel
from app.domain.disputes.states import CLOSED_STATES, CaseState
from app.domain.duties.four_duties import Duty, DutyKind, FourDuties
from app.domain.filing.documents import IssuedNumber
from app.domain.filing.kinds import NumberSeries
from app.domain.people.parties import PartyDetails, PartyRecord
from app.domain.trust.actors import SYSTEM
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.persistence.bulk import CaseBundle
from app.persistence.store import Store
from app.services.demonstration.material import read_material

SEED = 20260908
YEARS = 8
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文辉力永生春海燕新宁雪东晓"
OTHERS = (
    "阿不都",
    "买买提",
    "古丽",
    "努尔",
    "艾力",
    "吐尔逊",
    "阿依",
    "帕提",
    "热依木",
    "叶尔",
    "巴合提",
    "江",
)
OPEN = (
    CaseState.TRIAGED,
    CaseState.AWAITING_CONSENT,
    CaseState.ACCEPTED,
    CaseState.ASSIGNED,
    CaseState.MEDIATING,
    CaseState.AGREED,
    CaseState.EFFECTIVE,
)
OPEN_SHARE = 0.05


def build(folder, count):
    """Make a centre with so many cases in a folder, unless it is there; gives the seconds it took."""
    if (folder / "built").exists():
        return 0.0
    clock = SystemClock()
    begun = clock.now()
    with Store.open(location_of(folder), clock).closing() as store:
        material = read_material(resource_path("demo"))
        with store.unit_of_work(SYSTEM) as work:
            committee = work.organisations.add(material.committee, act="organisation.added")
            staff = [work.staff.add(member, act="staff.added") for member in material.staff]
            work.commit()
        store.write_bulk(bundles(count, begun, material, committee, staff))
        with store._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA optimize")
    (folder / "built").touch()
    return (clock.now() - begun).total_seconds()


def bundles(count, now, material, committee, staff):
    """Give the cases, the oldest first, evenly over the years up to now."""
    chance = random.Random(SEED)
    names = list(all_names(chance))
    mediators = [member for member in staff if member.is_mediator]
    sequences = {}
    step = timedelta(days=365 * YEARS) / count
    for place in range(count):
        at = now - step * (count - place)
        year = local_day(at).year
        sequences[year] = sequence = sequences.get(year, 0) + 1
        yield one(chance, at, f"{year}-{sequence:04}", sequence, material, committee, mediators, names, now)


def one(chance, at, number, sequence, material, committee, mediators, names, now):  # noqa: PLR0917
    scenario = chance.choice(material.scenarios)
    amount = Money.of_yuan(chance.randrange(scenario.low, scenario.high, 10))
    records = [person(chance, names) for _ in range(2)]
    sides = (PartySide.APPLICANT, PartySide.RESPONDENT)
    parties = tuple(taking_part(record, side) for record, side in zip(records, sides, strict=True))
    place = chance.choice(material.communities)
    words = {
        "a": records[0].name,
        "b": records[1].name,
        "place": place,
        "n": chance.randrange(2, 9),
        "m": chance.randrange(3, 12),
        "sum": f"{amount.yuan:,.2f}",
    }
    state = chance.choice(OPEN) if chance.random() < OPEN_SHARE else CaseState.CLOSED
    lead = chance.choice(mediators)
    case = Case(
        id=new_id(),
        intake_number=number,
        title=f"{records[0].name}与{records[1].name}{scenario.title}",
        source=chance.choice(tuple(CaseSource)),
        dispute_type=scenario.type,
        amount=amount,
        place=place,
        facts=scenario.facts.format(**words),
        requests=scenario.requests.format(**words),
        risk=chance.choice(tuple(RiskLevel)),
        tier=committee.tier,
        state=state,
        organisation_id=committee.id,
        received_at=at,
        registered_at=at,
        registrar_id=lead.id,
        registrar_name=lead.name,
        parties=parties,
        mediators=(
            CaseMediator(
                id=new_id(),
                staff_id=lead.id,
                name=lead.name,
                role=MediatorRole.FIRST,
                assigned_on=local_day(at),
            ),
        ),
    )
    due = None if state in CLOSED_STATES else local_day(now) + timedelta(days=chance.randrange(-20, 60))
    return CaseBundle(
        case=case,
        due_on=due,
        due_kind=None if due is None else ClockKind.MEDIATION,
        records=tuple(records),
        duties=FourDuties(
            id=new_id(),
            case_id=case.id,
            duties=tuple(
                Duty(id=new_id(), kind=kind, due_on=due, responsible_person=lead.name, responsible_id=lead.id)
                for kind in DutyKind
            ),
        ),
        numbers=(
            IssuedNumber(
                id=new_id(),
                series=NumberSeries.INTAKE,
                organisation_id=committee.id,
                year=at.year,
                sequence=sequence,
                text=number,
                subject_id=case.id,
                taken_at=at,
            ),
        ),
    )


def all_names(chance):
    """Give some hundred thousand names in random order: of two and three characters, and with a dot."""
    short = [family + given for family, given in product(SURNAMES, GIVEN)]
    long = [family + "".join(pair) for family, pair in product(SURNAMES, product(GIVEN, GIVEN))]
    dotted = ["·".join(pair) for pair in product(OTHERS, OTHERS)]
    found = short + long + dotted
    chance.shuffle(found)
    return found


def person(chance, names):
    return PartyRecord(
        id=new_id(),
        name=chance.choice(names),
        phone=f"139{chance.randrange(10**8):08}",
        address=f"{chance.randrange(1, 20)}号楼{chance.randrange(1, 6)}0{chance.randrange(1, 4)}室",
    )


def taking_part(record, side):
    details = {name: getattr(record, name) for name in PartyDetails.__dataclass_fields__}
    return CaseParty(id=new_id(), side=side, record_id=record.id, **details)
