"""What is known of a party: natural person or organisation, in the register and in a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.values.days.ages import age_on
from app.domain.values.sex import Sex
from app.domain.values.termed import Termed


class PartyKind(Termed):
    """Natural person, legal person or unincorporated organisation (民法典 art. 2)."""

    NATURAL_PERSON = "natural_person", "自然人"
    LEGAL_PERSON = "legal_person", "法人"
    UNINCORPORATED = "unincorporated", "非法人组织"

    @property
    def is_person(self) -> bool:
        """Tell a natural person from an organisation."""
        return self is PartyKind.NATURAL_PERSON


class IdentityKind(Termed):
    """The paper that proves who a natural person is; none is ever required."""

    RESIDENT_CARD = "resident_card", "居民身份证"
    PASSPORT = "passport", "护照"
    HK_MACAU_PERMIT = "hk_macau_permit", "港澳居民来往内地通行证"
    TAIWAN_PERMIT = "taiwan_permit", "台湾居民来往大陆通行证"
    RESIDENCE_PERMIT = "residence_permit", "港澳台居民居住证"
    FOREIGNER_CARD = "foreigner_card", "外国人永久居留身份证"
    OTHER = "other", "其他证件"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDetails:
    """Everything a form may print of a party; only the name is required.

    The birth date is kept and the age computed for the day of each document (trap 11);
    ``stated_age`` holds an age told without a birth date, as told on ``age_stated_on``.
    """

    kind: PartyKind = PartyKind.NATURAL_PERSON
    name: str
    former_name: str = ""
    sex: Sex | None = None
    birth_date: date | None = None
    stated_age: int | None = None
    age_stated_on: date | None = None
    ethnicity: str = ""
    identity_kind: IdentityKind = IdentityKind.RESIDENT_CARD
    identity_number: str = ""
    occupation: str = ""
    workplace: str = ""
    address: str = ""
    phone: str = ""
    language: str = ""
    credit_code: str = ""
    legal_representative: str = ""
    legal_representative_post: str = ""
    contact_person: str = ""

    @property
    def is_person(self) -> bool:
        """Tell a natural person from an organisation."""
        return self.kind.is_person

    def age_on(self, day: date) -> int | None:
        """Give full years of age on a day, or None when neither birth date nor age is known."""
        if self.birth_date is not None:
            return age_on(self.birth_date, day)
        if self.stated_age is None or self.age_stated_on is None:
            return self.stated_age
        return self.stated_age + max(0, day.year - self.age_stated_on.year - _before(day, self.age_stated_on))

    def is_minor_on(self, day: date) -> bool:
        """Tell whether the person is known to be under eighteen (民法典 art. 17)."""
        age = self.age_on(day)
        return self.is_person and age is not None and age < ADULT_AGE

    def may_earn_own_living_on(self, day: date) -> bool:
        """Tell whether living on own labour would make a minor fully capable: sixteen or more (art. 18)."""
        age = self.age_on(day)
        return self.is_person and age is not None and WORKING_AGE <= age < ADULT_AGE


ADULT_AGE = 18
"""Full age in years: 民法典 art. 17, in force 2021-01-01; a definition, not a configurable limit."""
WORKING_AGE = 16
"""From this age living on own labour gives full capacity: 民法典 art. 18(2), a definition too."""


class ContactConsent(Termed):
    """Whether a party allows the centre to contact it outside a case in hand (个人信息保护法 art. 13, 15)."""

    AGREED = "agreed", "同意联系"
    REFUSED = "refused", "不同意联系"


def _before(day: date, anniversary: date) -> int:
    return int((day.month, day.day) < (anniversary.month, anniversary.day))


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRecord(PartyDetails):
    """A party in the register (名册), known across cases.

    ``merged_into_id`` names the entry that stands for this one since both were found to be one person.
    """

    id: UUID
    version: int = 0
    note: str = ""
    contact_consent: ContactConsent | None = None
    contact_consent_on: date | None = None
    merged_into_id: UUID | None = None
