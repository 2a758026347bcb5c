"""卷宗保管期限: the classes of keeping, and which of them a file gets by itself."""
