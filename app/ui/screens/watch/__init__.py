"""督办 as widgets: the page, the loop, the windows of its forms."""
