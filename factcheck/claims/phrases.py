"""Set phrases that give a sentence away as site furniture or as the writer's own view."""

import re

_WHOLE_LINES = (
    r"advert(?:isement|ising|s)?",
    r"sponsored(?: content)?|promoted|loading|print|comments?|menu|newsletter|trending|most read|back to top",
    r"share(?: this.*)?|cookies?.*|skip to .*|reuse (?:this|our) .*",
    r"related(?: (?:articles?|stories|topics|content))?:?",
    r"read next.*|more (?:on|from) .*|also read\b.*",
    r"(?:read|see|find out|learn) (?:more|also|on)\b.*",
    r"(?:watch|listen|pictured?|explore)\s*:.*",
    r"(?:sign up|sign in|log in|subscribe|click)\b.*|tap .*",
    r"register (?:now|here|for)\b.*",
    r"follow (?:us|me)\b.*|join (?:us|our|the conversation)\b.*",
    r"download (?:our|the)\b.*|get (?:our|the) .*(?:newsletter|app|email|inbox).*",
    r"want to (?:go|know|read|learn|hear|see|get)\b.*\?.*",
    r"have (?:a (?:story|tip)|you got)\b.*",
    r"(?:photo(?:graph)?|image|illustration|picture|graphic|video|credit|source|caption)s?"
    r"(?: (?:by|credit|courtesy))?\s*:.*",
    r"\(?(?:additional )?(?:reporting|editing|writing|translation|photography) by\b.*",
    r"(?-i:(?:By|Words? by|Story by) [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})",
    r"\(c\) ?\d{4}\b.*|©.*|copyright\b.*|all rights reserved.*",
    r"published (?:on|at|:).*|(?:last )?(?:updated|modified)\s*(?:on|at|:).*|updated\s+\d.*",
    r"editor[’']?s?[’']? note\b.*",
    r"to (?:order|buy|book|subscribe|sign up|contact|comment|donate|advertise|read|join|pre-order)\b.*"
    r"(?:visit|call|click|go to|email|see|write|use|sign|tap)\b.*",
    r"for (?:more|further|full|the latest) (?:information|details|news|stories|on)\b.*",
    r"(?:this|the) (?:article|post|story|piece|page|report|column)"
    r" (?:was|is|has been|first|originally|appeared|will be)\b.*"
    r"(?:publish|amend|updat|correct|edit|appear|syndicat|written|translat|sponsor|reproduc|part of).*",
    r"(?:this|the) (?:article|post|story|piece) (?:originally )?(?:appear|ran)\w*\b.*",
)
"""Patterns that make up a whole line."""

_ANYWHERE = (
    r"\bterms of (?:use|service)\b|\bterms and conditions\b|\bprivacy policy\b|\bunsubscribe\b",
    r"\b(?:sign up|subscribe)\b.*\b(?:newsletter|email|inbox|briefing)\b",
)

FURNITURE = re.compile(
    r"^\W*(?:" + "|".join(_WHOLE_LINES) + r")\W*$|" + "|".join(_ANYWHERE), re.IGNORECASE | re.DOTALL
)
"""Matches a sentence that belongs to the site, not to the article."""

_VIEWS = (
    r"in my (?:view|opinion)|to my mind|(?:our|my) (?:hunch|guess|view|bet)",
    r"(?:i|we) (?:think|believe|suspect|feel|hope|guess|doubt|fear|wonder)",
    r"it(?: i|[’'])s worth|let[’']?s|one wonders|what matters|put (?:simply|like that)",
    r"truth be told|make no mistake|bound to|is (?:sure|certain|likely) to",
    r"it (?:would|might|may) be (?:easy|tempting|wrong|foolish|unfair)",
    r"it(?: i|[’'])s (?:not )?(?:easy|hard|tempting|difficult) to",
)

HUNCHES = re.compile(r"\b(?:" + "|".join(_VIEWS) + r")\b", re.IGNORECASE)
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
