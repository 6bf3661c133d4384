"""The tables, by noun. A row never leaves this room: functions take nouns and give nouns.

Each module of the room imports the tables that it works on and no other: making one takes 3 ms of
every command, and there are seventeen.
"""
