"""The case folder as screens receive it: panes of the workspace name its type without knowing services."""

from __future__ import annotations

from app.services.disputes.case_folder import CaseFolder

__all__ = ["CaseFolder"]
