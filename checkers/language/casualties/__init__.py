"""How many were killed, injured, missing, …: counted people tied to what befell them.

The grammar works on the tags of ``chunks``. A counted noun phrase is tied to a word for what
befell it by the phrase structure between the two ("12 people in the hall **were killed**",
"the blast **killed** 12 people"), never by nearness alone.
"""

from checkers.language.casualties.attacker import attacker_died
from checkers.language.casualties.counted import Counted
from checkers.language.casualties.grammar import may_tell, open_toll, read_casualties

__all__ = ["Counted", "attacker_died", "may_tell", "open_toll", "read_casualties"]
