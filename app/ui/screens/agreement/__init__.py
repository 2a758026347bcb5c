"""The 协议书 pane in widgets: it shows what its presenter says and passes on what the user does."""

from app.ui.screens.agreement.pane import AgreementPane

__all__ = ["AgreementPane"]
