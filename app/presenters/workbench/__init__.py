"""The workbench: what to do first today, and what is due beside it."""
