"""履行回访: the page over all cases, and the pane of one."""
