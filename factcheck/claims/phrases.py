"""Set phrases by which writers and speakers mark their own view, their mood or a mere joint."""

import re

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
