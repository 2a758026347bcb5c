"""调解笔录 on screen: the pane, its editor, the parties, the guests, the covered notes."""
