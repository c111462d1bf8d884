"""Lines that belong to the site or tell who made the article: adverts, bylines, datelines, credits."""

import re

_MOMENT = (
    r"(?:\W|\d|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?"
    r"|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|[ap]m|st|nd|rd"
    r"|th|on|at|gmt|bst|utc|[ecmpij][sd]?t|a[sd]t|cet|cest|eet|wat|cat|eat|hkt|sgt|ago|hours?|minutes?|mins?|hrs?|h|days?"
    r"|weeks?|today|yesterday)*"
)
_MARKERS = r"(?:(?:last|first|originally) )?(?:published|updated|modified|posted|filed)"
_WHOLE_LINES = (
    r"advert(?:isement|ising|s)?",
    r"sponsored(?: (?:content|by [^,]*))?|promoted|loading|print|menu|newsletter|trending|most read"
    r"|back to top",
    r"(?:\d+ )?comments?(?: \(\d+\))?|in partnership with [^,]*|paid (?:content|post)|supported by [^,]*",
    r"share(?: (?:this|on|via|with)\b.*)?|copy link|cookies?.*|skip to .*|reuse (?:this|our) .*",
    r"(?:we|this (?:site|website)) uses? cookies\b.*|by (?:clicking|continuing|using)\b.*\bcookies?\b.*",
    r"related(?: (?:articles?|stories|topics|content|coverage|reading))?(?::.*)?",
    r"read next.*|more (?:on|from) .*|also read\b.*|you may also like.*|recommended(?: (?:for you|reading))?",
    r"(?:read|see|find out|learn) (?:more|also|on)\b.*|read (?:the|our) (?:full|latest|live)\b.*",
    r"(?:watch|listen|pictured?|explore|analysis|opinion|live|podcast|quiz|timeline)\s*:.*",
    r"(?:watch|listen to) (?:our|the (?:latest )?(?:podcast|episode|video))\b.*",
    r"(?:sign up|sign in|log in|subscribe|click)\b.*|tap .*|(?:already|not) a (?:subscriber|member)\b.*",
    r"you have (?:read|used|reached|\w+ free)\b.*\barticles?\b.*|\d+ free articles?\b.*",
    r"register (?:now|here|for)\b.*|unlock\b.*|start your (?:free )?trial\b.*",
    r"follow (?:us|me|her|him|them|\w+ on)\b.*|join (?:us|our|the conversation)\b.*|have your say\b.*",
    r"download (?:our|the)\b.*|get (?:our|the) .*(?:newsletter|app|email|inbox).*",
    r"want to (?:go|know|read|learn|hear|see|get)\b.*\?.*|let us know\b.*",
    r"(?:do you )?have (?:a (?:story|tip|question)|you got)\b.*|got a (?:story|tip)\b.*",
    r"(?:photo(?:graph)?|image|illustration|picture|graphic|video|credit|source|caption)s?"
    r"(?: (?:by|credit|courtesy))?\s*:.*",
    r"(?:photo(?:graph)?|image|illustration|picture|graphic|video|photography|pictures?) (?:by|courtesy)\b.*",
    r"(?:getty|reuters|afp|ap|alamy|shutterstock|pa)(?: (?:images?|media|photo))?",
    r"\(?(?:additional )?(?:reporting|editing|writing|translation|photography|graphics?) by\b.*",
    r"(?-i:[A-Z][\w.’'-]+(?: [\w.’'-]+){0,6}) contributed (?:to this|reporting)\b.*",
    r"\((?:adds?|updates?|recasts?|corrects?|writes?|refiles?|rewrites?) .*\)",
    r"\([$€£¥]?1? ?[$€£¥]?[\d.,]* ?(?:\w+ )?= ?[$€£¥]?[\d.,]+ ?[\w ’'.]*\)",
    r"\(c\) ?\d{4}\b.*|©.*|copyright(?:\W*\d.*|\W*(?-i:[A-Z]).*)?|all rights reserved.*",
    r"you(?: a|[’'])re receiving this\b.*|if you (?:were|have been) forwarded\b.*",
    r"good (?:morning|evening|day) and .*",
    r"in (?:today|this week|tonight)[’']s (?:newsletter|edition|issue|episode|programme)\b.*",
    r"(?:the |a )?(?:full |complete )?(?:list|results|table|text|video|letter|interview)\b.{0,60} (?:is|are) "
    r"(?:below|above|here|available here)",
    r"pictured (?:above|below|left|right)\b.*|(?:table|figure|chart|map) \d+\b\W.*|scroll (?:down|up)\b.*",
    rf"{_MARKERS}\b{_MOMENT}",
    r"\d+[ -]min(?:ute)?s?(?: read)?|(?:reading|read) time\b.*",
    r"editor[’']?s?[’']? note\b.*|corrections?(?: and clarifications?)?\s*(?::.*)?",
    r"an earlier version of this (?:article|story|report|piece|post|page|headline)\b.*",
    r"an earlier version (?:said|stated|misstated|wrongly|incorrectly|misspelled|gave)\b.*",
    r"to (?:order|buy|book|subscribe|sign up|contact|comment|donate|advertise|read|join|pre-order)\b.*"
    r"(?:visit|call|click|go to|email|see|write|use|sign|tap)\b.*",
    r"for (?:more|further|full|the latest) (?:information|details|news|stories|on)\b.*",
    r"for [\w ,]{1,40}, (?:call|visit|email|see|go to|contact|write to|text)\b.*",
    r"(?:e-?mail|reach|contact|write to|call|text|message|send)\b.*(?:@[\w.-]+|\b[\w-]+\.(?:com|org|net|co)\b"
    r"|\b\d[\d ()-]{6,}\d\b|newsdesk|(?:our|the) (?:desk|newsroom|author|reporter)s?\b|with tips).*",
    r"(?:kindly )?send (?:your|us|in)\b.*",
    r"(?:this|the) (?:article|post|story|piece|page|report|column)"
    r" (?:was|is|has been|first|originally|appeared|will be)\b.*"
    r"(?:publish|amend|updat|correct|edit|appear|syndicat|written|translat|sponsor|reproduc|part of).*",
    r"(?:this|the) (?:article|post|story|piece) (?:originally )?(?:appear|ran)\w*\b.*",
    r"(?:here|this|that)(?: (?:i|a)re|[’']?s| is| are) (?:what|how|why|where|everything|all|the latest|our"
    r"|(?:the )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|some) things)\b.*",
    r"that[’']s (?:all|it) (?:for|from)\b.*|thanks? (?:you )?for (?:reading|joining|following|watching)\b.*",
    r"(?:key (?:points|takeaways|facts)|in brief|at a glance|what we know(?: so far)?|in this article)\W*",
    r"(?:[\w ]{2,20} ?[|›»>·] ?){2,}[\w ]{2,20}",
    r"(?:funded|supported|sponsored|presented|produced|edited|powered|commissioned|compiled|paid for"
    r"|brought to you|translated|illustrated|fact-checked) (?:in part )?"
    r"(?:by|with (?:the )?(?:support|help) (?:of|from))"
    r" (?-i:(?:(?:the|our|an?) )?[A-Z])[^,\d]{1,80}",
    r"(?:this|the) (?:article|story|reporting|coverage|podcast|episode|newsletter|series)"
    r" (?:was|is|has been|were) (?:\w+ )?(?:funded|supported|produced|sponsored|made possible|financed)\b.*",
    r"(?:a |an )?(?:longer |shorter |different )?version of this (?:article|story|piece|report"
    r"|column|interview)\b.*",
    r"with (?:(?:additional )?reporting|inputs|files|contributions|material) (?:by|from)\b[^,]*",
    r"get\b.*\b(?:in your inbox|newsletters?|alerts|briefings?|sign up|subscribe)\b.*"
    r"|never miss (?:a|an|the|our)\b.*",
    r"(?:support|back|fund) (?:our|independent|local|quality) .*"
    r"|(?:become|be) a (?:member|subscriber|supporter)\b.*",
    r"(?:try|read) [^,]{1,40}\bfree (?:for|until)\b.*|(?:donate|give) [$€£¥]?\d.*",
    r"in (?:pictures|numbers|photos|images|video|charts|graphics|depth|focus|full|other news)\s*[:|].*",
    r"(?:filed under|tags?|topics?|categor(?:y|ies)|sections?|keywords|hashtags?)\s*:.*",
    r"(?:(?:continued|cont(?:[’']?d)?\.?|carried over|turn|turn over) )?"
    r"(?:(?:on|from|to|see) )?(?:page|p\.?) ?[A-Z]?\d+",
    r"print edition\b.*|(?:issn|isbn)\b[\W\d]*x?|vol(?:ume|\.)? ?\d+(?:\W+(?:no|nos|issue|number)\.? ?\d+)?",
    r".*\b(?:with|use|using|enter|quote|apply) (?:the |our |this )?(?:\w+ )?code "
    r"(?-i:[“\"]?[A-Z][A-Z\d]{2,})\b.*",
    r"(?:tickets?|entry|admission|copies|prints?) [^,]*"
    r"\b(?:www\.|[\w-]+\.(?:com|org|net|co\.\w\w|example))\b.*",
    r"(?:help ?lines?|hotlines?|phone|tel(?:ephone)?|call|fax|e-?mail|address|website|opening hours)\s*:.*",
    r".*\b(?:can|may) be (?:called|reached|contacted|e-?mailed|phoned|texted)\b.*(?:\d{3}|@).*",
    r"\d+ (?:of|/) \d+|\d+/\d+|(?:duration|length)\W*\d[\d:]*|video length\b.*",
    r"[\d.,]+ ?[km]? (?:shares?|likes?|views?|reposts?|retweets?|followers?|replies|reactions?|claps?)",
    r"(?:about |over )?(?:an?|\d+) ?(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|w|weeks?|months?) ago",
    r"(?:image|video|photo|picture|graphic|chart) (?:source|caption|credit|copyright)\b\W.*",
    r"as told to (?-i:[A-Z])[^,\d]{1,60}",
    r"if you (?:have been|are|were) affected by\b.*(?:\bcall\b|\bcontact\b|\bvisit\b|\bissues?\b).*",
)
"""Patterns that make up a whole line."""

_NAME = r"[A-Z][\w.’'-]+(?: (?:de |da |van |von |der |al-|Mc |Mac |Ní |Ó )?[A-Z][\w.’'-]+){1,3}"
_NAMES = rf"{_NAME}(?:(?:,? and|,| &) {_NAME}){{0,4}}"
_MADE = (
    r"(?:[Ww]ords?|WORDS?|[Tt]ext|[Ss]tory|[Rr]eport|[Ii]nterviews?|[Pp]hoto(?:graph)?s?|[Pp]ictures?|[Ii]mages?|[Vv]ideo"
    r"|[Ff]ilm|[Gg]raphics?|[Rr]esearch|[Dd]ata|[Ii]llustrations?)"
)
_DAY = r"(?:(?:[A-Z][a-z]{2,8}|[A-Z]{3,9})\.? \d{1,2}|\d{1,2} (?:[A-Z][a-z]{2,8}|[A-Z]{3,9})\.?)(?:,? \d{4})?"
_BYLINES = (
    rf"(?:By|BY|From|{_MADE}(?:(?:,| and| &) {_MADE})* by) {_NAMES}"
    r"(?:(?: at| in| for|,| \||[ ,]*[–—-]) ?[^\W\d][\w ,.’'&-]{1,60})?",
    rf"{_NAME},? (?:in|at) (?:the )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,2}}",
    rf"[A-Z][\w .’'-]+(?:, [A-Z][\w .’'-]+)?(?:,|:| [|–—-]) {_DAY}(?: ?\([\w /.-]{{1,30}}\))?",
)
BYLINE = re.compile(r"\W*(?:" + "|".join(_BYLINES) + r")\W*\Z")
"""Matches a byline or a dateline with an agency, where no verb stands in it."""

ABOUT_AUTHOR = re.compile(
    rf"\W*{_NAME} (?:is|[’']s) (?:(?:an?|the|our) (?:[\w-]+ ){{0,4}}(?:columnist|journalist|correspondent"
    r"|contributor|staff writer|contributing \w+|reporter|commentator)\b(?!.*\bwho\b).{0,80}"
    r"|the author of .*(?:published by|press\b|books\b|out now|\().*)\Z"
    rf"|\W*{_NAME} (?:covers|writes (?:about|on)|reports on) "
    rf"[^\d.]{{2,60}} (?:for|at) (?:[Tt]he )?[A-Z][\w ’'-]{{1,30}}\W*\Z",
    re.DOTALL,
)
"""Matches the line that introduces the author of the article."""

CLOCK = re.compile(
    r"\d{1,2}[.:]\d{2}(?:am|pm)?|\d{1,4}|\d{1,2}(?:am|pm)|am|pm|a\.m\.|p\.m\.|at|on|the|of"
    r"|[BG]MT|BST|UTC|C?ES?T|[EP][DS]?T|AM|PM"
)
"""Matches a word that may stand beside the date in a dateline."""

_ANYWHERE = (
    r"\bcookie (?:policy|settings|preferences)\b|\bfree articles? (?:this|per|a) (?:month|week)\b",
    r"\bterms of (?:use|service)\b|\bterms and conditions\b|\bprivacy policy\b|\bunsubscribe\b",
    r"\b(?:sign up|subscribe)\b.*\b(?:newsletter|email|inbox|briefing)\b",
    r"[:.!–—-] ?(?:sign up|subscribe|become a (?:member|subscriber|supporter))\b",
)

FURNITURE = re.compile(
    r"^\W*(?:" + "|".join(_WHOLE_LINES) + r")\W*$|" + "|".join(_ANYWHERE), re.IGNORECASE | re.DOTALL
)
"""Matches a sentence that belongs to the site, not to the article."""

_BETWEEN_CREDITS = re.compile(rf"\s+[|•·/]\s+|;\s+|,\s+(?={_MARKERS}\b)|\.\s+(?={_MADE}\b)", re.IGNORECASE)
_MOMENT_ALONE = re.compile(rf"(?=.*\d)(?=.*(?:[^\W\d]{{3}}|\d:\d\d|\d ?[ap]m|\dh)){_MOMENT}\Z", re.IGNORECASE)
_NAME_ALONE = re.compile(r"[A-Z][\w.’'-]+(?: (?:and |of |the )?[A-Z][\w.’'-]+){0,4}\W*\Z")


def is_row_of_credits(line: str) -> bool:
    """Whether a line only tells by whom, where and when: "By Ada Roe | Bergen | 4 March 2025".

    It has bylines, datelines, moments, names and lines of the site, at least two of them, parted by strokes.
    """
    parts = [part for part in _BETWEEN_CREDITS.split(line.strip()) if part.strip()]
    if len(parts) < 2:
        return False
    sure = [bool(BYLINE.match(p) or _MOMENT_ALONE.match(p) or FURNITURE.search(p)) for p in parts]
    return any(sure) and all(
        known or _NAME_ALONE.match(part) is not None for known, part in zip(sure, parts, strict=True)
    )
