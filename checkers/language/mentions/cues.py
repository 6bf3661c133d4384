"""Words that tell which happening a stretch of text speaks of.

Patterns that are said to run over lower-case text take a third of the time of the same with
``IGNORECASE``; the others are asked seldom or need the capitals.
"""

from __future__ import annotations

import re

CUT = re.compile(
    r"[;]\s*|[—–]\s|,\s(?=(?:when|where|while|which|but|after an?|following an?)\b)"
    r"|\s(?=after (?:an?|one|another|the|his|her|their|its|some|two|three|\w+ing|\w+ \w+ed)\b)"
    r"|\s(?=(?:while|whereas)\s)|\s-\s|\b(?=since \d{4},)"
    r"|\b(?:day|days|hours|week|weeks|month|months|year|years|city|town|region|country): "
)
# Every cut holds one of these words or marks; to look for them costs a tenth of looking for a cut.
CUTTING_WORDS = frozenset(
    {"when", "where", "while", "which", "but", "after", "following", "whereas", "since"}
)
CUTTING_MARKS = (";", "—", "–", " - ", ": ")
# Over lower-case text.
NOT_THE_EVENT = re.compile(
    r"\b(?:until|till|by|before|built in|opened in|founded in|born (?:in|on)|"
    r"dates? (?:from|back to)|dated|"
    r"due (?:on|in)|scheduled for|expected (?:on|in|by)|from)\s*(?:the\s|about\s)?$"
    r"|\b(?:posted|published|updated?|last modified)(?: on| at)?\s*[:(]?\s*$"
)
# A time right after these is that of the page, of a recording or of a post shown in it. Over
# lower-case text.
STAMPED = re.compile(
    r"(?:\b(?:published|posted|updated?|modified|created)\s?[:\W]\W{0,2}(?:on |at )?"
    r"|\(@\w+\) ?|\|\s?)$"
)
SINCE = re.compile(r"\bsince\s*(?:the\s)?(?:early\s|late\s)?$", re.IGNORECASE)
# A time right after these is that of the report, not of the happening. Over lower-case text.
REPORTED = re.compile(
    r"\b(?:said|says|reported|announced|told \w+(?: \w+)?|confirmed|cut|raised|"
    r"revised|spoke|statement|"
    r"warned|added|condemned|promised|stood at|wrote|tweeted|counted|issued|"
    r"visited|stay(?:ed)? in hospital)"
    r"(?:\s+(?:late|early|shortly|just))?"
    r"(?:\s+(?:on|in the|at|by|around|about|before|after|shortly before))?\s*$"
    r"|\b(?:officials|police|ministry|authorities|office|minister|president|army|government) "
    r"(?:in [a-z]\w+ )?on\s*$"
    r"|\b(?:reached|risen to|rose (?:from \S+ )?to|climbed (?:from \S+ )?to|stands at|stood at"
    r"|passed|hit)"
    r"\s+\S+\s+(?:late |early )?on\s*$"
)
# What is done about a crime after it: the date beside these words is not that of the crime. Over
# lower-case text.
FOLLOWED = re.compile(
    r"\b(?:arrest(?:s|ed)?|apprehended|captured|surrendered|turned (?:him|her|them)sel(?:f|ves) in|"
    r"booked|jailed|charge[sd]?|filed|arraigned|indicted|indictment|sentenced|convicted|"
    r"pleaded|pled|in court|appeared|hearing|identified|named|released|vigil|funeral|"
    r"mourn(?:s|ed)?"
    # People are buried; a landslide buries a village, and its people under mud.
    r"|(?:was|were|been|be|is|are) (?:\w+ ){0,2}buried"
    r"(?! (?:under|beneath|below|alive|by|in (?:the )?(?:mud|rubble|snow|debris)))"
    r"|buried (?:his|her|its|their|the dead))\b"
)
# A deed named right after these is what somebody answers for: "charged with murder on Friday".
ACCUSED_OF = re.compile(
    r"\b(?:charged with|counts? of|suspicion of|accused of|convicted of|guilty (?:of|to)|"
    r"charges? of)"
    r"\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
# What is done after it, told right after the date: "prosecutors Wednesday filed".
THEN_FOLLOWED = re.compile(
    r"^,?\s*(?:(?:morning|afternoon|evening|night|formally|have|has|were|was)\s+)*"
    r"(?:arrested|apprehended|booked|charged|filed|arraigned|indicted|sentenced|convicted|identified|"
    r"named|released|announced|said)\b",
    re.IGNORECASE,
)
ANOTHER = re.compile(
    r"\b(?:separate(?:ly)?|another|elsewhere|second|other|similar|earlier|"
    r"previous|also on|in a different|"
    r"unrelated|neighbouring|last)\b",
    re.IGNORECASE,
)
SEPARATE = re.compile(r"\b(?:separate(?:ly)?|another|elsewhere|unrelated)\b", re.IGNORECASE)
GOES_ON = re.compile(
    r"^[\"']?(?:The (?:total|death|number|toll|victims?|dead|attack|blast|strike|bombing|shooting|"
    r"crash|explosion|"
    r"incident|fire|quake|injured|wounded|survivors)|It|They|Most|Many|Some of|Both|All of|"
    r"Among|Of (?:the|those)|"
    r"He|She|That|Those|Residents told)\b"
)
# "It came four days | after a landslide in Orsk": what follows is another, the one before. Over
# lower-case text; the second right after the first.
TIME_AFTER = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?)\s*$")
AFTER_ONE = re.compile(r"\s*after (?P<such>one|an?other|an? (?:similar|earlier)|an?)\b")
IT_CAME = re.compile(
    r"(?:it|this|that|the \w+) (?:came|comes|happened|occurred|struck|follows|hit)\b"
)
# A sentence that goes back to what was told before and says when it was.
HAPPENED = re.compile(
    r"(?:This|It|That|The (?:attack|blast|bombing|shooting|crash|fire|explosion|incident|accident))"
    r" (?:happened|occurred|took place|came|unfolded|struck)\b"
)
TOOK_PLACE = re.compile(r"\b(?:happened|occurred|took place)\b")
TWO = re.compile(r"\b(?:two|both) (?:separate|different|unrelated|distinct)\b", re.IGNORECASE)
SECOND = re.compile(
    r"\b(?:the|a) (?:second|other)\b(?! (?:time|day|week|hand|floor))", re.IGNORECASE
)
# Of two happenings the one that was told of last: "in the most recent shooting".
LATEST = re.compile(r"\bthe (?:latest|later|latter|most recent|more recent)\b", re.IGNORECASE)
# "It was the second fire in one day: in the morning two had died": what follows is the first.
ORDINAL_OF_SERIES = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|latest|another)\b[^:]{3,90}: $"
)
HAD = re.compile(r"\bhad (?:been |also |already |earlier )?[a-z]+")
ENTRY = re.compile(r"\d{1,2}(?:[:.]\d{2}(?:\b| ?[ap]\.?m\b)| ?[ap]\.?m\.?:?$)", re.IGNORECASE)
EARLIER = re.compile(r"\b(?:earlier|last|previous|ago)\b", re.IGNORECASE)
