"""Words by which a clause shows whether it can be checked."""

from factcheck.text.words import words

OUTCOMES = words(
    """
    win lose beat defeat outperform surpass exceed overtake elect appoint resign sack dismiss hire
    arrest charge convict acquit sentence jail kill die injure infect found launch open close acquire
    buy sell merge approve reject pass veto ban sign sue fine publish award vote strike bomb attack
    invade withdraw enable develop build invent discover release start join leave marry divorce retire
    admit call compare cut raise detain recover overturn crash collapse hospitalise hospitalize evacuate
    seize rescue explode fire shoot stab wound bury sink burn destroy damage demolish test deploy ship
    deliver pay donate fund borrow repay default nationalise privatise suspend cancel postpone adopt
    repeal overrule uphold quash impose lift annul extend expel deport extradite rename relocate
    renounce abolish create establish disband drop plead testify confess flee escape arrive return visit
    meet declare promote demote relegate score draw qualify rescind trade swap hack leak steal rob
    smuggle train
    """
)
"""Lemmas of verbs that name something that either happened or did not."""

COMPARISONS = words(
    """
    outperform surpass exceed beat overtake outpace outsell outstrip rival match trail compare call
    """
)
CONTENTS = words("include exclude contain comprise omit cover list")
"""Verbs of what is part of what."""

DOCUMENTS = words(
    "law bill act rule deal treaty ban charter code contract policy agreement order decree motion amendment"
    " regulation constitution directive scheme budget plan"
)
DECREES = words(
    "ban allow require forbid permit oblige limit cap entitle extend end raise cut give set close impose"
)
"""What a law or plan does, true or false also in the present tense: "the bill bans knives"."""

STANDS = words("deny reject oppose back support dispute contest")
"""Verbs of a position that somebody takes, true or false also in the present tense."""

STANDING = words(
    "run own operate employ make produce sell supply serve manage control publish fund host chair lead head"
)
"""Verbs of what somebody does for good: "it also runs mines in Ghana"."""

LABELLING = words(
    "accuse call describe label brand dub condemn denounce dismiss hail praise criticise criticize warn term"
)
"""Verbs that report somebody's words without a clause: "accused it of “raiding the nursery”"."""

JUDGEMENTS = words(
    """
    good bad better worse best worst great awful brilliant terrible wonderful horrible staggering
    stunning remarkable amazing shocking outrageous disgraceful beautiful ugly dull exciting boring
    miserable blunt clumsy easy hard tough gentle gentler harsh quaint awkward obvious clear unclear
    wise foolish crazy absurd ridiculous strange odd curious sad lovely nice fine fair unfair wrong
    right simple important crucial vital serious existential immediate welcome sensible reckless
    pathetic superb dreadful impressive disappointing fascinating inevitable
    """
)
"""Judgements where they are what the sentence says of its subject ("the cuts are reckless")."""

FIGURES_OF_SPEECH = words(
    """
    breath heart mood story lesson message beast nature beam wake-up triumph spotlight shockwave
    tightrope soul dream nightmare fuss nerve drawer point glory fallout uncertainty disruption change
    credit brilliance implication
    """
)
"""Abstract nouns that tell a mood rather than a fact, as subject, object or predicate of the sentence."""

FREQUENT = words(
    """
    always often usually sometimes rarely seldom frequently everywhere ever nowadays mostly generally
    """
)
GESTURES = words(
    """
    shake nod smile laugh shrug sigh pause grin frown blush wave wince cough stare glance lean gesture yawn
    weep wept sob cry gaze nodded stared grinned beam scowl applaud clap
    """
)
"""What people do with face and hands; nobody holds it against a reference."""

GENERAL = words(
    """
    everyone everybody anyone anybody someone somebody people one those whoever every nothing everything
    """
)
ACTORS = words(
    """
    accused actor adviser agency airline analyst army artist assembly association attorney auditor
    author authority bank bishop board body broadcaster brother bureau cabinet captain carmaker chair
    chairman chairwoman chancellor charity chief church city club coach college commission commissioner
    committee company congress conservative consortium contractor council councillor country county
    court crew daughter defendant department deputy developer director doctor driver editor employee
    employer engineer executive family farmer father federation firefighter firm fleet force foundation
    founder general goalkeeper government governor group hospital inquiry inspector inspectorate
    institute judge jury king lab laboratory landlord lawmaker lawyer leader lender magistrate maker man
    manager manufacturer mayor midfielder military miner minister ministry mother museum navy office
    officer official operator opposition owner panel parent parliament party passenger patient player
    police policeman president prime prince producer professor prosecutor publisher queen rebel referee
    regulator reporter researcher resident retailer school scientist secretary senate senator
    shareholder sheriff singer soldier spokesman spokesperson spokeswoman staff state striker student
    supplier surgeon suspect teacher team theatre treasury tribunal troop trust trustee union university
    victim village voter watchdog winner woman worker writer
    """
)
"""Nouns of persons and bodies: what they did can be checked, that "the mood had soured" hardly."""

MEMBERSHIPS = words("member part signatory subsidiary citizen native affiliate ally suburb")
"""What one name is of another: "Brazil is not a member of the G7"."""

OTHERS = words("rest remainder others")
STARTS = words("begin open start finish end appear happen decide respond reach be take come make")
"""Verbs of what is still awaited: "has yet to begin"."""

STATUSES = words(
    "protected listed registered licensed certified accredited qualified chartered patented designated"
    " banned endangered notifiable reserved prescribed"
)
"""What an authority makes of something by putting it on a list."""

WITHHOLDING = words(
    "give provide comment respond reply return name specify elaborate disclose answer say add offer explain"
    " know think want need mean like have make see mention feel care decide"
)
"""What somebody did not do and nobody holds against a reference: "did not give details"."""

HEAD_COUNTS = words("nobody none")
PRONOUNS = words("i you he she it we they this that these those there who which what")
SELF = words("i me my we us our you your")
UNIQUE = words("first only sole last")
STATIVE = words("be seem become remain appear have mean matter depend lie feel look sound stand know")
