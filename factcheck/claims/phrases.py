"""Set phrases that give a sentence away as site furniture or as the writer's own view."""

import re

_MOMENT = (
    r"(?:\W|\d|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?"
    r"|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|[ap]m|st|nd|rd"
    r"|th|on|at|gmt|bst|utc|e[sd]t|cet|cest|ago|hours?|minutes?|mins?|hrs?|today|yesterday)*"
)
_WHOLE_LINES = (
    r"advert(?:isement|ising|s)?",
    r"sponsored(?: (?:content|by .*))?|promoted|loading|print|menu|newsletter|trending|most read|back to top",
    r"(?:\d+ )?comments?(?: \(\d+\))?|in partnership with .*|paid (?:content|post)|supported by .*",
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
    r"\(c\) ?\d{4}\b.*|©.*|copyright\b.*|all rights reserved.*",
    r"you(?: a|[’'])re receiving this\b.*|if you (?:were|have been) forwarded\b.*",
    r"good (?:morning|evening|day) and .*",
    r"in (?:today|this week|tonight)[’']s (?:newsletter|edition|issue|episode|programme)\b.*",
    r"(?:the |a )?(?:full |complete )?(?:list|results|table|text|video|letter|interview)\b.{0,60} (?:is|are) "
    r"(?:below|above|here|available here)",
    r"pictured (?:above|below|left|right)\b.*|(?:table|figure|chart|map) \d+\b\W.*|scroll (?:down|up)\b.*",
    rf"(?:(?:last|first) )?(?:published|updated|modified|posted)\b{_MOMENT}",
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
)
"""Patterns that make up a whole line."""

_NAME = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}"
_BYLINES = (
    rf"(?:By|BY|Words? by|Story by|From) {_NAME}(?:(?:,| and| &) {_NAME}){{0,4}}"
    r"(?:(?: at| in|,| \||[ ,]*[–—-]) ?[^\W\d][\w ,.’'&-]{1,60})?",
    rf"{_NAME},? (?:in|at) (?:the )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,2}}",
    r"[A-Z][A-Z .’'-]+, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+\.?)(?:,? \d{4})?"
    r"(?: \([\w /.-]{1,30}\))?",
)
BYLINE = re.compile(r"\W*(?:" + "|".join(_BYLINES) + r")\W*\Z")
"""Matches a byline or a dateline with an agency, where no verb stands in it."""

ABOUT_AUTHOR = re.compile(
    rf"\W*{_NAME} (?:is|[’']s) (?:(?:an?|the|our) (?:[\w-]+ ){{0,4}}(?:columnist|journalist|correspondent"
    r"|contributor|staff writer|contributing \w+|reporter|commentator)\b(?!.*\bwho\b).{0,80}"
    r"|the author of .*(?:published by|press\b|books\b|out now|\().*)\Z",
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
)

FURNITURE = re.compile(
    r"^\W*(?:" + "|".join(_WHOLE_LINES) + r")\W*$|" + "|".join(_ANYWHERE), re.IGNORECASE | re.DOTALL
)
"""Matches a sentence that belongs to the site, not to the article."""

_VIEWS = (
    r"there (?:is|was) (?:no|little) (?:excuse|doubt that|denying|question that|point|reason to|escaping)",
    r"there (?:is|was) something \w+ (?:about|in)|it beggars belief|(?:has|have) no business \w+ing",
    r"the least (?:that )?[\w’' ]{1,30} (?:could|can|should|might) do|one can only|the truth is|let me be",
    r"it takes (?:some|a certain|real|great) (?:nerve|courage|gall|doing|cheek|chutzpah)",
    r"it is high time|(?:is|are) a (?:disgrace|scandal|farce|shambles|joke|national embarrassment)",
    r"(?:no|small|little) wonder|it is a pity|(?:a )?pity that|god forbid|heaven knows|mark my words",
    r"we (?:deserve|need|must|can do) (?:better|to)",
    r"in my (?:view|opinion)|to my mind|(?:our|my) (?:hunch|guess|view|bet)",
    r"(?:i|we) (?:think|believe|suspect|feel|hope|guess|doubt|fear|wonder)",
    r"it(?: i|[’'])s worth|let[’']?s|one wonders|what matters|put (?:simply|like that)",
    r"truth be told|make no mistake|bound to|is (?:sure|certain|likely) to",
    r"it (?:would|might|may) be (?:easy|tempting|wrong|foolish|unfair)",
    r"it(?: i|[’'])s (?:not )?(?:easy|hard|tempting|difficult) to",
)

HUNCHES = re.compile(
    r"\b(?:"
    + "|".join(_VIEWS)
    + r")\b|\A\W*(?:perhaps|maybe|surely|hopefully|arguably|frankly|sadly)\b(?! \d)",
    re.IGNORECASE,
)
"""Matches words by which writers mark a sentence as their own view or guess."""

_JOINING = """
even so, in all, all in all, by contrast, in contrast, by comparison, in comparison, in addition,
for example, for instance, however, meanwhile, moreover, furthermore, nevertheless, nonetheless,
indeed, in fact, of course, besides, likewise, similarly, as a result, in turn, on the other hand,
on the one hand, after all, to be sure, that said, on top of that, what is more, instead, still,
also, notably, crucially, in short, in other words, altogether, in total, more importantly,
unsurprisingly, inevitably, then, so, yet, and yet, admittedly, granted, at least, at any rate, in
any case, if anything
"""
CONNECTIVES = frozenset(" ".join(one.split()) for one in _JOINING.split(","))
"""Words before a first comma that only join a sentence to the one before it."""

EXHORTING = re.compile(r"\blet[’']s\b|\blet us\b|\A\W*(?:please|don[’']t)\b", re.IGNORECASE)
"""Matches spoken words that ask for something to be done."""

_FEELINGS = (
    r"thoughts (?:and prayers )?(?:are|go)|prayers|condolences|sympath\w+|heartfelt|deepest",
    r"delighted|thrilled|proud|pleased|honou?red|grateful|thankful|excited|overjoyed|humbled|privileged",
    r"devastated|heartbroken|saddened|shocked|appalled|horrified|disappointed|gutted|furious|outraged",
    r"thank (?:you|everyone|all)|congratulat\w+|apologi[sz]e|(?:so|very|deeply|truly) sorry",
    r"take (?:\w+ ){0,6}(?:very |extremely )?seriously|top priority|first priority|committed to",
    r"look(?:ing)? forward to",
)
MOODS = re.compile(r"\b(?:" + "|".join(_FEELINGS) + r")\b", re.IGNORECASE)
"""Matches the words of a quotation that only tells how somebody feels."""
