"""Performance plans with receipts, arrangements and urgings, judicial confirmations, follow-up visits."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TYPES: dict[str, sa.types.TypeEngine[object]] = {
    "guid": sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"),
    "int": sa.BigInteger(),
    "flag": sa.Boolean(),
    "text": sa.Text(),
    "code": sa.String(40),
    "day": sa.Date(),
    "moment": sa.DateTime(timezone=True),
}


def upgrade() -> None:
    root("performance_plans", "case_id:guid number:text party_ids:text", "case_id:cases")
    op.create_index("ix_performance_plans_case_id", "performance_plans", ["case_id"])
    owned(
        "performance_items",
        "kind:code place:text what:text payer_ids:text payee_ids:text payers:text payees:text "
        "is_joint:flag amount:int? due_on:day? due_words:text explanation:text manner:text "
        "received:int is_open:flag urged_on:day?",
    )
    op.create_index("ix_performance_items_open", "performance_items", ["is_open", "due_on"])
    owned(
        "receipts",
        "item_id:guid received_on:day amount:int? manner:code completes:flag payer_id:guid? payee_id:guid? "
        "note:text proof_id:guid? reverses_id:guid? recorded_at:moment recorded_by:text",
    )
    owned(
        "arrangements",
        "item_id:guid kind:code reason:text consented_ids:text agreed_on:day previous_due:day? "
        "new_due:day? recorded_at:moment recorded_by:text",
    )
    owned(
        "urgings",
        "urged_on:day manner:code item_ids:text addressee_ids:text addressees:text pay_by:day? note:text "
        "answer:text answered_on:day? document_id:guid? recorded_at:moment recorded_by:text",
    )
    root(
        "judicial_confirmations",
        "case_id:guid agreement_id:guid state:code applied_on:day applicant_ids:text court:text "
        "handled_by:text note:text accepted_on:day? court_number:text decided_on:day? ruling_number:text "
        "ground:text",
        "case_id:cases agreement_id:agreements",
    )
    op.create_index("ix_judicial_confirmations_case_id", "judicial_confirmations", ["case_id"])
    op.create_index("ix_judicial_confirmations_state", "judicial_confirmations", ["state", "applied_on"])
    root(
        "follow_up_visits",
        "case_id:guid planned_on:day why:text visited_on:day? manner:code? visitor_id:guid? visitor:text "
        "visited_ids:text performance:text satisfaction:code? said:text litigation:code? "
        "litigation_note:text remains:text has_new_risk:flag risk_note:text measures:text "
        "same_person_reason:text same_day_reason:text dropped_reason:text is_waiting:flag",
        "case_id:cases",
    )
    op.create_index("ix_follow_up_visits_case_id", "follow_up_visits", ["case_id"])
    op.create_index("ix_follow_up_visits_waiting", "follow_up_visits", ["is_waiting", "planned_on"])
    op.create_index("ix_agreements_effective_on", "agreements", ["effective_on"])


def downgrade() -> None:
    op.drop_index("ix_agreements_effective_on", "agreements")
    tables = (
        "follow_up_visits judicial_confirmations urgings arrangements receipts performance_items "
        "performance_plans"
    )
    for table in tables.split():
        op.drop_table(table)


def columns(described: str) -> list[sa.Column[object]]:
    named = (word.split(":") for word in described.split())
    return [sa.Column(name, TYPES[kind.rstrip("?")], nullable=kind.endswith("?")) for name, kind in named]


def root(table: str, described: str, references: str) -> None:
    targets = [word.split(":") for word in references.split()]
    op.create_table(
        table,
        *columns(f"id:guid {described} version:int"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        *(
            sa.ForeignKeyConstraint(
                [name],
                [f"{target}.id"],
                name=f"fk_{table}_{name}",
                deferrable=True,
                initially="DEFERRED",
            )
            for name, target in targets
        ),
    )


def owned(table: str, described: str) -> None:
    op.create_table(
        table,
        *columns(f"plan_id:guid id:guid {described} position:int"),
        sa.PrimaryKeyConstraint("plan_id", "id", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["performance_plans.id"], name=f"fk_{table}_plan_id", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
