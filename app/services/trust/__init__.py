"""Use cases of trust: settings, drafts and the check of everything kept."""
