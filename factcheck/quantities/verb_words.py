"""Verbs that lead from a subject to its figure, and the words that stand between the two."""

from typing import Final

from factcheck.quantities.movement_words import MOVES, MOVES_AFTER
from factcheck.quantities.wordlist import words

AUXILIARIES: Final = frozenset(
    words(
        """
is are was were be been being has have had having will would can could may might must shall should
do does did s
"""
    )
)
SAYING: Final = frozenset(
    words(
        """
said says say saying told tells showed shows show showing found finds reported reports revealed
reveals added believes believe thinks think warned warns claimed claims estimates estimated
suggests suggested announced confirmed
"""
    )
)
"""Verbs whose object is a clause with a subject of its own."""
_MEASURING = words(
    """
stand stands stood standing total totals totalled totaled cost costs costing reach reaches reached
reaching hit hits hitting weigh weighs weighed measure measures measured cover covers covered employ
employs employed spend spends spent pay pays paid earn earns earned make makes made contain contains
contained hold holds held win wins won take takes took last lasts lasted sell sells sold buy buys
bought own owns owned produce produces produced generate generates generated carry carries carried
need needs needed receive receives received charge charges charged lend lends lent give gives gave
score scores scored average averages averaged come comes came close closes closed open opens opened
end ends ended remain remains remained stay stays stayed go goes went get gets got serve serves served
run runs ran kill kills killed injure injures injured treat treats treated attract attracts attracted
draw draws drew seat seats seated exceed exceeds exceeded represent represents represented account
accounts accounted bring brings brought build builds built catch catches caught finish finishes
finished include includes included house houses housed hire hires hired issue issues issued lay lays
laid leave leaves left lie lies lay live lives lived plant plants planted see sees saw send sends sent
set sets sit sits sat span spans spanned store stores stored supply supplies supplied teach teaches
taught trade trades traded use uses used visit visits visited want wants wanted become becomes became
pick picks picked turn turns turned equal equals
"""
)
_NOUNS_OF_MOVEMENT = MOVES_AFTER | frozenset(words("losses loss growth more less fewer up down higher lower"))
VERBS: Final = (
    frozenset(_MEASURING) | (frozenset(MOVES) - _NOUNS_OF_MOVEMENT) | frozenset({"cut", "fell", "rose"})
)
"""Verbs that have a figure behind them, nouns of the same spelling apart ("a rise")."""
BETWEEN: Final = frozenset(
    words(
        """
by to from at of in on for with up down higher lower above below past over under back about around
a an the just only even still now not also already again almost nearly roughly some record new low
high peak total unchanged flat steady stable year week month day quarter session half season night
all together overall as well further another out off into
"""
    )
)
"""What may stand between the verb and its figure without being an object."""
