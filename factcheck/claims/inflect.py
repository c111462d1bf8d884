"""Finite forms of English verbs, for clauses that the article gives as participles."""

from factcheck.text.words import words

_PASTS = words(
    """
    be:was become:became begin:began bring:brought build:built buy:bought catch:caught choose:chose
    come:came cost:cost cut:cut deal:dealt do:did draw:drew drive:drove eat:ate fall:fell feel:felt
    fight:fought find:found fly:flew forget:forgot get:got give:gave go:went grow:grew have:had
    hear:heard hit:hit hold:held keep:kept know:knew lay:laid lead:led leave:left lend:lent let:let
    lie:lay lose:lost make:made mean:meant meet:met overtake:overtook pay:paid put:put read:read
    ride:rode rise:rose run:ran say:said see:saw seek:sought sell:sold send:sent set:set shed:shed
    shoot:shot shrink:shrank shut:shut sink:sank sit:sat slide:slid speak:spoke spend:spent split:split
    spread:spread stand:stood steal:stole strike:struck swear:swore sweep:swept swing:swung take:took
    teach:taught tell:told think:thought throw:threw undercut:undercut understand:understood
    undergo:underwent win:won withdraw:withdrew write:wrote
    """
)
_DOUBLED = words(
    """
    ban bar beg chat chop clap cram crop drag drop fit flip grab grip hop hug jam jog log map nod plan
    plot plug pop prop rob rub scrap scrub ship shop skip slam slap slip slot snap sob spot stem step
    stop strap strip swap tap tip top trap trim wrap commit occur prefer refer permit transfer
    """
)
_VOWELS = "aeiou"
_IRREGULAR = {lemma: form for lemma, _, form in (pair.partition(":") for pair in _PASTS)}


def past(lemma: str) -> str:
    """The simple past of the verb `lemma`, third person singular ("shed", "wiped", "was")."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    if lemma in _DOUBLED:
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


def present(lemma: str, *, plural: bool) -> str:
    """The present tense of the verb `lemma`, third person."""
    if lemma == "be":
        return "are" if plural else "is"
    if lemma == "have":
        return "have" if plural else "has"
    if plural:
        return lemma
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
