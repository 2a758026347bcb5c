"""The baseline: all tables of the first release, the token index and the guard of the history."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TYPES: dict[str, sa.types.TypeEngine[object]] = {
    "guid": sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"),
    "counted": sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
    "int": sa.BigInteger(),
    "rank": sa.SmallInteger(),
    "flag": sa.Boolean(),
    "text": sa.Text(),
    "sorted_text": sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
    "code": sa.String(40),
    "day": sa.Date(),
    "moment": sa.DateTime(timezone=True),
}


def upgrade() -> None:
    create_people()
    create_disputes()
    create_mediation()
    create_settlements()
    create_duties()
    create_filing()
    create_trust()
    if op.get_context().dialect.name == "postgresql":
        guard_on_postgresql()
    else:
        guard_on_sqlite()


def downgrade() -> None:
    for table in ("search_cases", "search_parties"):
        op.drop_table(table)
    if op.get_context().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_history_change() CASCADE")
    tables = (
        "payee_shares instalments duty_extensions terms signatures session_statements "
        "session_participants duties case_agents sessions four_duties documents case_parties "
        "case_mediators case_lines case_consents attachments agreements studios staff "
        "number_patterns number_counters issued_numbers cases search_entries saved_views "
        "preferences parties organisations history drafts"
    )
    for table in tables.split():
        op.drop_table(table)


def columns(described: str) -> list[sa.Column[object]]:
    named = (word.split(":") for word in described.split())
    return [sa.Column(name, TYPES[kind.rstrip("?")], nullable=kind.endswith("?")) for name, kind in named]


def key(table: str, names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names.split(), name=f"pk_{table}")


def unique(table: str, names: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*names.split(), name=f"uq_{table}_{names.replace(' ', '_')}")


def owned_by(table: str, names: str, owner: str, keys: str = "id") -> sa.ForeignKeyConstraint:
    targets = [f"{owner}.{part}" for part in keys.split()]
    name = f"fk_{table}_{names.replace(' ', '_')}"
    return sa.ForeignKeyConstraint(names.split(), targets, name=name, ondelete="CASCADE")


def refers_to(table: str, names: str, target: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{names}"
    return sa.ForeignKeyConstraint(
        [names], [f"{target}.id"], name=name, deferrable=True, initially="DEFERRED"
    )


def index(name: str, table: str, names: str, *, where: str | None = None) -> None:
    condition = sa.text(where) if where else None
    op.create_index(name, table, names.split(), sqlite_where=condition, postgresql_where=condition)


def create_people() -> None:
    op.create_table(
        "organisations",
        *columns(
            "id:guid kind:code committee_kind:code? name:text number_code:text tier:text address:text "
            "phone:text confirming_court:text version:int"
        ),
        key("organisations", "id"),
    )
    op.create_table(
        "parties",
        *columns(
            "id:guid note:text kind:code name:text former_name:text sex:code? birth_date:day? "
            "stated_age:int? age_stated_on:day? ethnicity:text identity_kind:code identity_number:text "
            "occupation:text workplace:text address:text phone:text language:text credit_code:text "
            "legal_representative:text legal_representative_post:text contact_person:text version:int"
        ),
        key("parties", "id"),
    )
    index("ix_parties_identity_number", "parties", "identity_number")
    index("ix_parties_name", "parties", "name")
    index("ix_parties_phone", "parties", "phone")
    op.create_table(
        "staff",
        *columns(
            "id:guid name:text organisation_id:guid studio_id:guid? roles:text sex:code? ethnicity:text "
            "birth_date:day? phone:text engagement:code residency:code grade:text languages:text "
            "specialties:text appointed_on:day? left_on:day? version:int"
        ),
        key("staff", "id"),
        refers_to("staff", "organisation_id", "organisations"),
    )
    index("ix_staff_organisation_id", "staff", "organisation_id")
    op.create_table(
        "studios",
        *columns("organisation_id:guid id:guid name:text address:text position:int"),
        key("studios", "organisation_id id"),
        owned_by("studios", "organisation_id", "organisations"),
        sqlite_with_rowid=False,
    )


def create_disputes() -> None:
    op.create_table(
        "cases",
        *columns(
            "id:guid intake_number:text state:code title:text source:code source_note:text "
            "dispute_type:text amount:int? place:text facts:text requests:text headcount:int "
            "risk_flags:text risk:code channel:code tier:text organisation_id:guid studio_id:guid? "
            "received_at:moment registered_at:moment registrar_id:guid registrar_name:text "
            "accepted_on:day? non_acceptance_reason:code? non_acceptance_note:text "
            "rights_notice_on:day? termination_reason:code? termination_note:text routes_told:flag "
            "ended_on:day? effective_on:day? performed_on:day? performance_note:text "
            "followed_up_on:day? closed_on:day? version:int"
        ),
        key("cases", "id"),
        refers_to("cases", "organisation_id", "organisations"),
        unique("cases", "organisation_id intake_number"),
    )
    op.create_table(
        "case_consents",
        *columns(
            "case_id:guid id:guid party_id:guid answer:code manner:code asked_on:day note:text position:int"
        ),
        key("case_consents", "case_id id"),
        owned_by("case_consents", "case_id", "cases"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "case_lines",
        *columns(
            "id:guid intake_number:text number_tail:int? title:sorted_text dispute_type:text "
            "source:code channel:code state:code stage:rank is_open:flag tier:text risk:rank "
            "applicants:text respondents:text headcount:int lead_id:guid? lead_name:text "
            "registered_at:moment newest:int due_on:day due_kind:code?"
        ),
        key("case_lines", "id"),
        owned_by("case_lines", "id", "cases"),
        sqlite_with_rowid=False,
    )
    index("ix_case_lines_due", "case_lines", "due_on newest id")
    index("ix_case_lines_lead", "case_lines", "lead_id is_open due_on newest id")
    index("ix_case_lines_newest", "case_lines", "newest id")
    index("ix_case_lines_number_tail", "case_lines", "number_tail newest")
    index("ix_case_lines_open_due", "case_lines", "is_open due_on newest id")
    index("ix_case_lines_open_newest", "case_lines", "is_open newest id")
    index("ix_case_lines_open_risk", "case_lines", "is_open risk due_on newest id")
    index("ix_case_lines_open_stage", "case_lines", "is_open stage due_on newest id")
    index("ix_case_lines_open_title", "case_lines", "is_open title due_on newest id")
    index("ix_case_lines_risk", "case_lines", "risk due_on newest id")
    index("ix_case_lines_stage", "case_lines", "stage due_on newest id")
    index("ix_case_lines_title", "case_lines", "title due_on newest id")
    op.create_table(
        "case_mediators",
        *columns(
            "case_id:guid id:guid staff_id:guid name:text role:code selected_by:code assigned_on:day "
            "position:int"
        ),
        key("case_mediators", "case_id id"),
        owned_by("case_mediators", "case_id", "cases"),
        sqlite_with_rowid=False,
    )
    index("ix_case_mediators_staff_id", "case_mediators", "staff_id")
    op.create_table(
        "case_parties",
        *columns(
            "case_id:guid id:guid side:code record_id:guid? headcount:int is_group_representative:flag "
            "kind:code name:text former_name:text sex:code? birth_date:day? stated_age:int? "
            "age_stated_on:day? ethnicity:text identity_kind:code identity_number:text occupation:text "
            "workplace:text address:text phone:text language:text credit_code:text "
            "legal_representative:text legal_representative_post:text contact_person:text position:int"
        ),
        key("case_parties", "case_id id"),
        owned_by("case_parties", "case_id", "cases"),
        refers_to("case_parties", "record_id", "parties"),
        sqlite_with_rowid=False,
    )
    index("ix_case_parties_record_id", "case_parties", "record_id")
    op.create_table(
        "case_agents",
        *columns(
            "case_id:guid party_id:guid id:guid kind:code name:text sex:code? identity_number:text "
            "phone:text address:text workplace:text licence_number:text relation:text authority:text "
            "authority_note:text authorised_on:day? position:int"
        ),
        key("case_agents", "case_id party_id id"),
        owned_by("case_agents", "case_id party_id", "case_parties", "case_id id"),
        sqlite_with_rowid=False,
    )


def create_mediation() -> None:
    op.create_table(
        "sessions",
        *columns(
            "id:guid case_id:guid sequence:int held_at:moment ended_at:moment? place:text matter:text "
            "is_public:flag attending:text mediator_names:text recorder_name:text rights_told:flag "
            "record:text undisputed_facts:text concessions:text caucus_notes:text result:code? "
            "result_note:text routes_told:flag finished_at:moment? version:int"
        ),
        key("sessions", "id"),
        sa.CheckConstraint("sequence > 0", name=op.f("ck_sessions_sequence_positive")),
        refers_to("sessions", "case_id", "cases"),
        unique("sessions", "case_id sequence"),
    )
    op.create_table(
        "session_participants",
        *columns("session_id:guid id:guid name:text role:code unit:text parties_consent:flag position:int"),
        key("session_participants", "session_id id"),
        owned_by("session_participants", "session_id", "sessions"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "session_statements",
        *columns("session_id:guid id:guid party_id:guid text:text position:int"),
        key("session_statements", "session_id id"),
        owned_by("session_statements", "session_id", "sessions"),
        sqlite_with_rowid=False,
    )


def create_settlements() -> None:
    op.create_table(
        "agreements",
        *columns(
            "id:guid case_id:guid state:code supplements_id:guid? number:text facts:text matters:text "
            "responsibilities:text court_copy:flag party_ids:text created_at:moment issued_day:day? "
            "document_id:guid? effective_on:day? void_reason:text voided_on:day? version:int"
        ),
        key("agreements", "id"),
        refers_to("agreements", "case_id", "cases"),
    )
    index("ix_agreements_case_id", "agreements", "case_id")
    op.create_table(
        "signatures",
        *columns(
            "agreement_id:guid id:guid role:code signer_id:guid? name:text agent_name:text manner:code "
            "signed_on:day position:int"
        ),
        key("signatures", "agreement_id id"),
        owned_by("signatures", "agreement_id", "agreements"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "terms",
        *columns(
            "agreement_id:guid id:guid kind:code payer_ids:text payee_ids:text amount:int? nature:text "
            "is_joint:flag manner:text place:text act:text consequence:text edited_text:text? "
            "due_kind:code due_day:day? due_amount:int? due_unit:code due_condition:text position:int"
        ),
        key("terms", "agreement_id id"),
        owned_by("terms", "agreement_id", "agreements"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "instalments",
        *columns(
            "agreement_id:guid term_id:guid id:guid amount:int manner:text due_kind:code due_day:day? "
            "due_amount:int? due_unit:code due_condition:text position:int"
        ),
        key("instalments", "agreement_id term_id id"),
        owned_by("instalments", "agreement_id term_id", "terms", "agreement_id id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "payee_shares",
        *columns("agreement_id:guid term_id:guid id:guid party_id:guid amount:int position:int"),
        key("payee_shares", "agreement_id term_id id"),
        owned_by("payee_shares", "agreement_id term_id", "terms", "agreement_id id"),
        sqlite_with_rowid=False,
    )


def create_duties() -> None:
    op.create_table(
        "four_duties",
        *columns("id:guid case_id:guid discharged_on:day? discharge_note:text version:int"),
        key("four_duties", "id"),
        refers_to("four_duties", "case_id", "cases"),
        unique("four_duties", "case_id"),
    )
    op.create_table(
        "duties",
        *columns(
            "four_duties_id:guid id:guid kind:code lead_official:text responsible_unit:text "
            "responsible_person:text responsible_id:guid? co_units:text measures:text due_on:day? "
            "completed_on:day? outcome:text same_person_reason:text evidence_ids:text is_assigned:flag "
            "earlier_done:flag position:int"
        ),
        key("duties", "four_duties_id id"),
        owned_by("duties", "four_duties_id", "four_duties"),
        sqlite_with_rowid=False,
    )
    index("ix_duties_lead_official", "duties", "lead_official")
    index("ix_duties_responsible", "duties", "responsible_id completed_on due_on")
    op.create_table(
        "duty_extensions",
        *columns(
            "four_duties_id:guid duty_id:guid id:guid reason:text approver:text approved_on:day "
            "previous_due:day new_due:day position:int"
        ),
        key("duty_extensions", "four_duties_id duty_id id"),
        owned_by("duty_extensions", "four_duties_id duty_id", "duties", "four_duties_id id"),
        sqlite_with_rowid=False,
    )


def create_filing() -> None:
    op.create_table(
        "drafts",
        *columns("user_id:guid key:text payload:text focus:text saved_at:moment"),
        key("drafts", "user_id key"),
    )
    op.create_table(
        "issued_numbers",
        *columns(
            "id:guid series:code organisation_id:guid year:int sequence:int text:text subject_id:guid "
            "taken_at:moment void_reason:text"
        ),
        key("issued_numbers", "id"),
        sa.CheckConstraint("sequence > 0", name=op.f("ck_issued_numbers_sequence_positive")),
        refers_to("issued_numbers", "organisation_id", "organisations"),
        unique("issued_numbers", "series organisation_id text"),
        unique("issued_numbers", "series organisation_id year sequence"),
    )
    index("ix_issued_numbers_subject_id", "issued_numbers", "subject_id")
    op.create_table(
        "number_counters",
        *columns("series:code organisation_id:guid year:int last:int"),
        key("number_counters", "series organisation_id year"),
        sa.CheckConstraint("last > 0", name=op.f("ck_number_counters_last_positive")),
        refers_to("number_counters", "organisation_id", "organisations"),
    )
    op.create_table(
        "number_patterns",
        *columns("organisation_id:guid series:code pattern:text"),
        key("number_patterns", "organisation_id series"),
        refers_to("number_patterns", "organisation_id", "organisations"),
    )
    op.create_table(
        "attachments",
        *columns(
            "id:guid case_id:guid name:text media_type:text size:int sha256:text note:text "
            "added_at:moment added_by:text removed_at:moment? removal_note:text"
        ),
        key("attachments", "id"),
        sa.CheckConstraint("size >= 0", name=op.f("ck_attachments_size_not_negative")),
        refers_to("attachments", "case_id", "cases"),
    )
    index("ix_attachments_case_id", "attachments", "case_id")
    op.create_table(
        "documents",
        *columns(
            "id:guid kind:code case_id:guid? subject_id:guid? organisation_id:guid number:text "
            "title:text issued_at:moment issuer_id:guid issuer_name:text copies:int contents:text "
            "sha256:text pages:int void_reason:text"
        ),
        key("documents", "id"),
        sa.CheckConstraint("copies > 0", name=op.f("ck_documents_copies_positive")),
        refers_to("documents", "case_id", "cases"),
        refers_to("documents", "organisation_id", "organisations"),
    )
    index("ix_documents_case_id", "documents", "case_id")
    index("ix_documents_subject_id", "documents", "subject_id")
    index("ix_documents_unstored", "documents", "issued_at", where="sha256 = ''")


def create_trust() -> None:
    op.create_table(
        "history",
        *columns(
            "id:guid at:moment actor_id:guid actor_name:text act:text kind:text subject_id:guid "
            "case_id:guid? note:text changes:text"
        ),
        key("history", "id"),
    )
    index("ix_history_case_id_id", "history", "case_id id")
    index("ix_history_subject_id_id", "history", "subject_id id")
    op.create_table(
        "preferences",
        *columns("user_id:guid key:text value:text"),
        key("preferences", "user_id key"),
    )
    op.create_table(
        "saved_views",
        *columns("id:guid user_id:guid name:text filter:text"),
        key("saved_views", "id"),
    )
    index("ix_saved_views_user_id", "saved_views", "user_id")
    op.create_table(
        "search_entries",
        *columns("no:counted kind:text subject_id:guid"),
        key("search_entries", "no"),
        unique("search_entries", "kind subject_id"),
    )


def guard_on_sqlite() -> None:
    for table in ("search_cases", "search_parties"):
        op.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5("
            "tokens, content='', contentless_delete=1, detail=none, tokenize='ascii')"
        )
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER history_no_{act.lower()} BEFORE {act} ON history "
            "BEGIN SELECT RAISE(ABORT, 'history is append-only'); END"
        )


def guard_on_postgresql() -> None:
    for table in ("search_cases", "search_parties"):
        op.execute(
            f"CREATE TABLE {table} (no BIGINT PRIMARY KEY REFERENCES search_entries (no) ON DELETE CASCADE, "
            "tokens TEXT[] NOT NULL)"
        )
        op.execute(f"CREATE INDEX ix_{table}_tokens ON {table} USING gin (tokens)")
    op.execute(
        "CREATE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'history is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON history "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change()"
    )
