"""The words that tell which way a figure moved."""

from typing import Final

from factcheck.domain.quantities import Direction
from factcheck.quantities.wordlist import words

_UP = words(
    """
rise rises rose risen rising increase increases increased increasing grow grows grew grown
growing growth gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping
surge surges surged surging soar soars soared soaring leap leaps leapt leaped leaping widen
widens widened widening advance advances advanced advancing add adds added adding up higher
upward expand expands expanded expanding rally rallied rallying rebound rebounded strengthen
strengthened strengthening swell swelled swollen lift lifts lifted lifting raise raises raised
raising hike hikes hiked spike spiked spiking boost boosted accelerated accelerate accelerating
rocketed skyrocketed edged-up improved improve bigger larger more doubled tripled trebled
quadrupled longer dearer heavier faster warms warmed warming lengthen lengthens lengthened
lengthening deepen deepens deepened deepening quicken quickened quickening mounted multiplied balloon
ballooned ballooning
"""
)
_DOWN = words(
    """
fall falls fell fallen falling drop drops dropped dropping decline declines declined declining
decrease decreases decreased decreasing plummet plummets plummeted plummeting plunge plunges
plunged plunging tumble tumbles tumbled tumbling slide slides slid sliding slip slips slipped
slipping sink sinks sank sunk sinking shed sheds shedding lose loses lost losing loss losses
narrow narrows narrowed narrowing shrink shrinks shrank shrunk shrinking dip dips dipped dipping
slump slumps slumped slumping crash crashes crashed crashing collapse collapses collapsed
collapsing cut cuts cutting reduce reduces reduced reducing reduction slash slashes slashed
slashing trim trims trimmed trimming wipe wipes wiped wiping erase erases erased erasing down
lower downward contract contracts contracted contracting contraction ease eases eased easing
weaken weakens weakened weakening retreat retreated retreating dive dives dived diving shave
shaves shaved shaving lowered lowers lowering smaller less fewer cheaper halved shorter slower
lighter nosedived axe axed axes axing slows slowed slowing cools cooled cooling shorten
shortens shortened shortening dwindle dwindles dwindled dwindling sag sagged recede receded
"""
)
MOVES: Final = {
    **dict.fromkeys(_UP, Direction.UP),
    **dict.fromkeys(_DOWN, Direction.DOWN),
}
"""Words that tell which way a figure near them moved."""
MOVES_AFTER: Final = frozenset(
    words(
        """
lower higher down up less more smaller larger bigger cheaper dearer longer shorter faster slower
heavier lighter fewer fall drop decline decrease rise increase gain loss jump surge climb slump
plunge slide dip reduction cut growth contraction leap spike hike tumble falls drops declines
rises increases gains losses jumps cuts crash collapse slip rally advance
"""
    )
)
"""Of those, the ones that may stand right after the figure: "1.2% lower", "a 3% rise"."""
PASSIVES: Final = frozenset(
    words(
        """
wiped erased shaved slashed cut lost shed added knocked lopped trimmed
"""
    )
)
"""Participles of "€9bn was wiped off"."""
