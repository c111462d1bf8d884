"""Finite forms of English verbs, for clauses that the article gives as participles."""

from factcheck.text.words import words

_PASTS = words(
    """
    be:was bear:bore beat:beat become:became begin:began bend:bent bet:bet bid:bid bind:bound bite:bit
    bleed:bled blow:blew break:broke breed:bred bring:brought broadcast:broadcast build:built burst:burst
    buy:bought cast:cast catch:caught choose:chose cling:clung come:came cost:cost creep:crept cut:cut
    deal:dealt dig:dug do:did draw:drew drink:drank drive:drove eat:ate fall:fell feed:fed feel:felt
    fight:fought find:found flee:fled fling:flung fly:flew forbid:forbade forecast:forecast foresee:foresaw
    forget:forgot forgive:forgave freeze:froze get:got give:gave go:went grind:ground grow:grew hang:hung
    have:had hear:heard hide:hid hit:hit hold:held hurt:hurt keep:kept know:knew lay:laid lead:led
    leave:left lend:lent let:let lie:lay light:lit lose:lost make:made mean:meant meet:met mislead:misled
    mistake:mistook misunderstand:misunderstood offset:offset outbid:outbid outdo:outdid outgrow:outgrew
    outrun:outran outsell:outsold overcome:overcame oversee:oversaw overtake:overtook overthrow:overthrew
    pay:paid put:put quit:quit read:read rebuild:rebuilt repay:repaid reset:reset retake:retook
    rewrite:rewrote rid:rid ride:rode ring:rang rise:rose run:ran say:said see:saw seek:sought sell:sold
    send:sent set:set shake:shook shed:shed shoot:shot shrink:shrank shut:shut sing:sang sink:sank sit:sat
    sleep:slept slide:slid speak:spoke spend:spent spin:spun split:split spread:spread spring:sprang
    stand:stood steal:stole stick:stuck sting:stung strike:struck strive:strove swear:swore sweep:swept
    swim:swam swing:swung take:took teach:taught tear:tore tell:told think:thought throw:threw
    undercut:undercut undergo:underwent understand:understood undertake:undertook undo:undid upset:upset
    uphold:upheld wake:woke wear:wore weave:wove weep:wept win:won withdraw:withdrew withhold:withheld
    withstand:withstood write:wrote
    """
)
_DOUBLED = words(
    """
    abet acquit admit allot ban bar beg blot blur cancel cap chat chip chop clap clip commit compel concur
    confer control cop counsel cram crop deter defer dial dip drag drop drum dub emit enrol equip excel
    expel fan fit flag flip fuel fulfil funnel gas grab grin grip gun handicap hem hop hug incur infer jam
    jog kidnap knit label lag level log map marvel model nab nag net nod occur omit patrol peg permit pin
    pit plan plot plug pop prefer prop propel quarrel ram rap rebel recur refer regret remit rig rip rival
    rob rot rub sap scan scrap scrub ship shop shovel signal sip skid skim skip slam slap slip slot snap
    snub sob spar spot squat stab star stem step stir stop strap strip stun sum swap swot tag tap tip top
    total transfer transmit trap travel trek trim trip tug tunnel up wag whip wrap zap zip
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
