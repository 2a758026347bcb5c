"""检查规则: every rule of the agreement check to read, its level, and the words of one's own."""
