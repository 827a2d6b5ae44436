"""Silences: words by which somebody who was asked gives no answer: "declined to comment", "would say nothing"."""

import re

_HOW = (
    r"(?:(?:immediately|yet|further|publicly|initially|directly|even|so\sfar|at\sfirst|wish\sto|want\sto|like\sto|care\sto"
    r"|choose\sto|provide|receive|have|get|offer)\s){0,2}"
)
_TELL = (
    r"(?:comment|respond|reply|answer|elaborate|discuss|talk\sabout|speak\s(?:about|of|to\sthe\spress|to\sreporters|to\sjournalists)"
    r"|say\s(?:whether|when|why|how|who|whom|what|where|which|if|more|anything|much|on)|be\sdrawn|be\sinterviewed"
    r"|speculate|address\s(?:the|it|that|this|those)|(?:any|an?|immediate|additional|further)\s(?:\w+\s)?(?:comment|response|reply|details|information)"
    r"|be\s(?:immediately\s)?(?:reached|contacted)|take\squestions|go\sinto\s(?:it|detail|details)|confirm\sor\sdeny|give\s(?:an?\s|any\s)?(?:answer|reply"
    r"|comment|reason|reasons|details|information|explanation|statement))"
)
_AUXILIARY = r"(?:would|will|did|does|do|could|can|has|have|had|is|are|was|were)"
_NOT = rf"{_AUXILIARY}(?:(?:\salso|\sstill|\sso\sfar)?\snot|n['’]t|\snever)"
_ASKED = r"(?:questions?|requests?|e-?mails?|calls?|messages?|letters?|inquir(?:y|ies)|enquir(?:y|ies)|queries|query)"
_NO_ANSWER = r"(?:comment|response|reply|answer|statement|word|explanation|reaction)"
_SILENCE = re.compile(
    "|".join(
        (
            rf"\b(?:declin|refus|fail)(?:e|es|ed|s|ing)?\s(?:to\s)(?:{_TELL}|say\b|speak\b|talk\b)",
            r"\bdeclin(?:ed|es|ing)\s(?:all\s|any\s|further\s)?comments?\b",
            rf"\b{_NOT}\s{_HOW}(?:{_TELL}|comment(?:ed|ing)|respond(?:ed|ing)|replied|answered|answering|elaborated|telling|saying(?=[,.;]|$)|return(?:ed)?\s(?:\w+\s){{0,3}}"
            r"(?:calls?|messages?|e-?mails?))\b",
            r"\b(?:would|will|could|can)(?:\snot|n['’]t)\ssay(?=[,.;]|\sabout|$)",
            rf"\b(?:not|un)\s?(?:available|reachable|prepared|willing|ready|able|authori[sz]ed)\s(?:for|to)\s(?:{_TELL}|an?\sinterview)",
            r"\b(?:would|will|could|can|does|do|did)?\s?(?:say|says|said|saying)\snothing(?=\s(?:on|about|of|to|more|else)\b|[.,;]|$)",
            r"\b(?:has|have|had)\snothing\sto\s(?:say|add)\b",
            rf"\bno\s(?:immediate\s|official\s|further\s|public\s|other\s)?{_NO_ANSWER}\s(?:was|were|is|came|could|from|on|to\sbe\shad|has|had|by|at\sfirst)\b",
            r"\b(?:had|has|have|made|makes|offered|offers|gave|gives)\sno\s(?:\w+\s)?(?:comment|answer|reply|response|information|explanation|reasons?)\b",
            r"\bwithout\s(?:making\s)?(?:any\s|a\s|further\s)?comment(?:ing)?\b|[“\"']no\scomment\b|\bno\scomment[.,”\"]",
            rf"\b{_ASKED}\s[^.;]{{0,60}}?\b(?:unanswered|(?:was|were|is|are)\s(?:not|never)\s(?:immediately\s)?(?:answered|returned)|without\s(?:an?\s)?(?:answer|reply"
            rf"|response)|(?:was|were)\signored|drew\sno\s{_NO_ANSWER}|met\swith\ssilence)\b",
            r"\bleft\s(?:the\s|our\s|all\s|this\s|that\s)?(?:questions?|it)\s(?:open\s)?unanswered\b|\bunanswered\b",
            r"\b(?:kept|keeps|keep|remained|remains|stayed|stays|is|are|was|were)\s(?:mum|tight-lipped|silent\s(?:about"
            r"|on\s(?:the|this|that|its|his|her|whether)))\b|\basked\b[^.;]{0,80}?\b(?:remained|stayed|was)\ssilent\b",
            r"\b(?:kept|keeps)\s(?:quiet|its\scounsel|silence)\b|\bhung\sup\b",
            rf"\b(?:no|without|not\shave)\s(?:instructions?|permission|authority|leave)\sto\s(?:{_TELL}|speak|say|talk)\b",
            rf"\b(?:neither|none|nobody|no\sone)\s[^.;,]{{0,50}}?\b(?:wished|wanted|was\swilling|were\swilling|agreed|would)\s(?:to\s)?{_TELL}\b",
            r"\bcould\snot\s(?:immediately\s)?be\s(?:immediately\s)?(?:reached|contacted)\b",
            rf"\b(?:has|have|had)\syet\sto\s(?:\w+ly\s)?{_TELL}",
            r"\bneither\s[^.;]{3,80}?\b(?:has|have|had)\s(?:\w+ly\s)?(?:responded|replied|commented|answered)\b",
            r"\b(?:did|does|do|has|have|had)(?:\snot|n['’]t)\sreturn(?:ed)?\s(?:an?|our|several|repeated)\s(?:\w+\s)?requests?\b",
            r"\b(?:neither|not)\sconfirm(?:ed|s)?\s(?:n?or)\sden(?:y|ied|ies)\b|\b(?:say|says|said)\snothing\sto\s(?:that|this|it)\b",
            r"\b(?:kept|keeps|remained|remains|stayed|stays)\ssilent(?=[,.;]|\son\s(?:mon|tues|wednes|thurs|fri|satur|sun)day|\swhen\b)|\bright\sto\s(?:remain\s)?silen(?:t|ce)\b",
            rf"\b(?:left|leaves)\s(?:an?|our|several|two|three|repeated)\s(?:\w+\s)?{_ASKED}\s(?:\w+\s){{0,3}}unanswered\b",
        )
    ),
    re.IGNORECASE,
)
_BROKEN = re.compile(
    r"\b(?:alarms?|sirens?|horns?|phones?|guns?|bells?|radios?|drums?|engines?|streets?)\b[^.;,]{0,50}?\b(?:stayed|remained|kept)\ssilent\b|\bcalls\sfor\s(?:an?|the)\s|^(?:the\s)?(?:fire|flames|brakes?|engines?|alarms?|sirens?|horns?|phones?|lifts?|pumps?|doors?|valves?|guns?|village|island"
    r"|summit|wreck|ship\s?['’]s\s\w+)\b[^.;,]{0,40}?\b(?:could\snot\sbe\sreached|did\snot\s(?:immediately\s)?respond|remained\ssilent)\b|\bcould(?:\snot|n['’]t)\ssay\s|\bcan(?:not|['’]t)\ssay\s|\b(?:did|does|do|could|would|will|has|have|had|was|were|is)(?:\snot|n['’]t)\s(?:refuse|decline|fail|remain|stay|keep)\b"
    r"|\bnever\s(?:refused|declined)\b|\bno\slonger\s(?:silent)\b|\b(?:minute|moment)\sof\ssilence\b",
    re.IGNORECASE,
)


def find_silence(sentence: str) -> tuple[int, int] | None:
    """Where the sentence says that somebody gives no answer; None if nobody keeps silent in it."""
    found = _SILENCE.search(sentence)
    return found.span() if found and not _BROKEN.search(sentence) else None


_BARE = re.compile(
    r"\b(?:(?:declin|refus)(?:e|es|ed|ing)\s(?:to\s(?:comment|answer|respond|reply)|comment)|(?:did|would|will|could)(?:\snot|n['’]t)\s"
    rf"{_HOW}(?:comment|respond|reply|answer)|(?:had|has|have|made|offered|gave)\sno\s(?:immediate\s|further\s)?(?:comment|reply|answer|response)"
    r"|no\scomment|\b(?:neither|nor|none|nobody|no\sone)\s(?:[\w'’-]+\s){0,6}?would\s(?:comment|respond|answer|reply)|(?:did|does|do|has|have|had)(?:\snot|n['’]t)\sreturn(?:ed)?"
    r"\s(?:\w+\s){0,2}?(?:calls?|messages?)|neither\sconfirm(?:ed|s)?\snor\sden(?:y|ied|ies)(?:\s(?:it|that|this))?|right\sto\sremain\ssilent|(?:has|have|had|did)(?:\snot|n['’]t)\srespond(?:ed)?|(?:refus|declin)(?:ed|es)\sto\sdiscuss\s(?:it|this|the\smatter)|left\s(?:an?|our|several|repeated)\s\w+\sunanswered|(?:remained|stayed|kept)\ssilent|nothing\sto\s(?:that|this)|could(?:\snot|n['’]t)\scomment\son\s(?:an?\s)?(?:\w+\s){0,3}?(?:matters?|cases?|inquir(?:y|ies)|proceedings)|did(?:\snot|n['’]t)\sanswer\s(?:\w+\s){0,2}?(?:calls?|messages?|e-?mails?|letters?|questions?)|(?:could\snot\sbe|was\snot|were\snot)\s(?:reached|available|immediately\savailable)|(?:say|says|said)\snothing|left\s\w+\sunanswered"
    r"|went\sunanswered)(?:\s(?:to|for)\s(?:\w+\s)?(?:requests?|questions?|calls?|e-?mails?|messages?|comment|letters?)(?:\sfor\scomment)?|\swhen\s(?:asked|we\srang|called)"
    r"|\s(?:on|when\sreached\son)\s(?:mon|tues|wednes|thurs|fri|satur|sun)day|\stoday|\sat\sfirst)?(?=[.,;”\"]|\s(?:and|but|saying|because|until|while)\b|$)",
    re.IGNORECASE,
)
_PLANS = re.compile(
    r"\b(?:if|whether|when|how\slong|what|which\sway|where|why)\s(?:he|she|they|it|the\s\w+)\s(?:would|will|might|could|plan(?:s|ned)?|intend(?:s|ed)?"
    r"|want(?:s|ed)?|is\sgoing|was\sgoing)\b",
    re.IGNORECASE,
)
_BACKWARD = re.compile(r"^\W{0,3}(?:(?:i|we|he|she|it|they|no)\b)", re.IGNORECASE)


def is_bare(sentence: str) -> bool:
    """Whether a silence tells nothing of what it is about: "The firm declined to comment"."""
    return _BARE.search(sentence) is not None


def is_of_plans(sentence: str) -> bool:
    """Whether somebody will not say what he means to do: "would not say whether she would run again"."""
    return _PLANS.search(sentence) is not None


def goes_on_silent(sentence: str) -> bool:
    """Whether a sentence behind a silence is the same one's: "“I have no comment,” he said"."""
    return _BACKWARD.match(sentence) is not None and find_silence(sentence) is not None
