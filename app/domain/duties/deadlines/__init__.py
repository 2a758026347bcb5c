"""The deadline engine: rules as data, facts of a case, and the counting that explains itself."""
