"""The case file (卷宗): what is in it, what is missing, how an inspector would see it, where it stands."""
