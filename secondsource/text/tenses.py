"""Tenses: whether a sentence tells of what has been, or of what is to come."""

import re

_PAST = re.compile(
    r"\b(?:was|were|had|did|came|went|took|put|said|told|won|lost|fell|rose|left|met|held|began|broke|struck|sank|died|gave|got|made|found"
    r"|saw|sat|stood|ran|read|wrote|became|brought|sent|spoke|led|fled|flew|drove|shut|cut|hit|set|quit|paid|sold|bought|kept|burnt|blew|grew"
    r"|threw|drew|swore|beat|sued|heard|showed|(?!need|seed|feed|speed|indeed|hundred|breed|creed|exceed|proceed|succeed)[a-z]{3,16}ed)\b"
)
_TO_COME = re.compile(
    r"\b(?:will|shall|would|won['’]t|is\s(?:due|set|to|expected|scheduled|planned)|are\s(?:due|set|to|expected|scheduled|planned)"
    r"|was\s(?:due|to)|were\s(?:due|to)|going\sto|plans?|planned|scheduled|expected|due|until|till|deadline|from\snow"
    r"|postponed|delayed|called\sfor|invited|convened|summoned|(?:agreed|decided|voted|wanted|promised|intend(?:ed|s)?|hoped?|ordered|vowed)\sto|ahead\sof|before|by|no\slater|set\sfor|may|might|could|should|must|next"
    r"|coming|upcoming|tomorrow|begins?|starts?|meets?|opens?|takes?|resumes?|put\soff|brought\sforward|adjourned)\b"
)


def tells_past(sentence: str) -> bool:
    """Whether the sentence has a verb in the past and no word of things to come; when in doubt, it has not."""
    return bool(_PAST.search(sentence)) and not _TO_COME.search(sentence)
