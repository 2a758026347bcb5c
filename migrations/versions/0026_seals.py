"""Certificates that organisations seal with, and the sealed copies of issued papers."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

GUID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "seal_certificates",
        sa.Column("id", GUID, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("organisation_id", GUID, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("subject", "issuer", "serial")),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("valid_from", MOMENT, nullable=False),
        sa.Column("valid_until", MOMENT, nullable=False),
        sa.Column("usages", sa.Text(), nullable=False),
        sa.Column("is_self_made", sa.Boolean(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("is_in_use", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_seal_certificates"),
        sa.UniqueConstraint("organisation_id", name="uq_seal_certificates_organisation_id"),
        refers("seal_certificates", "organisation_id", "organisations"),
    )
    op.create_table(
        "sealed_copies",
        sa.Column("id", GUID, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("case_id", GUID, nullable=False),
        sa.Column("document_id", GUID, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("subject", "fingerprint", "reason")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("location", "agreed")),
        sa.Column("sealed_at", MOMENT, nullable=False),
        sa.Column("sealed_by", sa.Text(), nullable=False),
        sa.Column("void_reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sealed_copies"),
        sa.CheckConstraint("size > 0", name="ck_sealed_copies_size_positive"),
        refers("sealed_copies", "case_id", "cases"),
        refers("sealed_copies", "document_id", "documents"),
    )
    for name in ("case_id", "sha256", "fingerprint"):
        op.create_index(f"ix_sealed_copies_{name}", "sealed_copies", [name])


def downgrade() -> None:
    op.drop_table("sealed_copies")
    op.drop_table("seal_certificates")


def refers(table: str, name: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [name], [f"{target}.id"], name=f"fk_{table}_{name}", deferrable=True, initially="DEFERRED"
    )
