"""What passes between this centre and others, on screen: the tab of a case and the handing-over list."""
