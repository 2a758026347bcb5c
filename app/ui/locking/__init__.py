"""锁屏: the cover over the window, what happens to dialogs meanwhile, and when it comes by itself."""
