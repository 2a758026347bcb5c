"""The workspace of one case: header, stepper, timeline, panes and context."""
