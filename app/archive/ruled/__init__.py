"""Rows of the rule files, read one by one."""
