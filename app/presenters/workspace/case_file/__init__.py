"""卷宗 of a case: thirteen items, the score sheet, the record of the file, the one PDF."""
