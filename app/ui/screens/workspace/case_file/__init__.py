"""卷宗 in the workspace."""
