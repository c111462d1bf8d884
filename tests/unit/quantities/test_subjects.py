"""Whose a figure is: lists, passives, appositions and "of" phrases."""

import pytest

from factcheck.quantities.find import find_quantities

SUBJECTS: tuple[tuple[str, tuple[str | None, ...]], ...] = (
    # The verb is written out.
    ("Sales rose 4%", ("Sales",)),
    ("The firm's sales rose 4%", ("firm's sales",)),
    ("Sales at the bakery chain rose 4%", ("Sales at the bakery chain",)),
    ("Net debt fell to £2.1bn", ("Net debt",)),
    ("The tunnel cost £3bn", ("tunnel",)),
    ("The tunnel has already cost £3bn", ("tunnel",)),
    ("The brewery employs 200 people", ("brewery",)),
    ("The reserve covers 40 hectares", ("reserve",)),
    ("The bridge is 340 metres long", ("bridge",)),
    ("Turnout was 43%", ("Turnout",)),
    ("Turnout in the by-election was just 43%", ("Turnout in the by-election",)),
    ("Unemployment stood at 4.2%", ("Unemployment",)),
    ("The levy stands at £40", ("levy",)),
    ("The parish spent £3m on the roof", ("parish",)),
    ("The strike lasted 12 days", ("strike",)),
    ("The number of visitors rose 4%", ("number of visitors",)),
    ("It said sales rose 4%", ("sales",)),
    ("It said that sales rose 4%", ("sales",)),
    ("In March sales rose 4%", ("sales",)),
    ("In the year to March, sales rose 4%", ("sales",)),
    ("But sales rose 4%", ("sales",)),
    ("Sales, which include fuel, rose 4%", ("Sales",)),
    ("Sales and profit rose 4%", ("Sales and profit",)),
    ("Food and drink sales rose 4%", ("Food and drink sales",)),
    ("The brewery has 14 vats and employs 200 people", ("brewery", "brewery")),
    ("The abbey is seeking damages of £5m", ("damages",)),
    ("They rose 4%", (None,)),
    ("It fell 4%", (None,)),
    ("a toll that rose 4%", ("toll",)),
    ("the toll, which rose 4%, pays for it", ("toll",)),
    # Lists of figures.
    ("Sales rose 4%, profit 7% and debt fell to £2.1bn", ("Sales", "profit", "debt")),
    ("Oats were £210, barley £190 and wheat £240", ("Oats", "barley", "wheat")),
    ("Profit fell 4% and sales rose 7%", ("Profit", "sales")),
    ("Profit fell 4% while sales rose 7%", ("Profit", "sales")),
    ("Profit fell 4%; sales rose 7%", ("Profit", "sales")),
    ("Trout were up 4%, pike down 7%", ("Trout", "pike")),
    ("Turnout: 43%", ("Turnout",)),
    ("Rent £950, deposit £1,200", ("Rent", "deposit")),
    ("Ten buses and 40 trams were late", (None, None)),
    # One subject, several figures.
    ("Profit rose 25% to £90", ("Profit", "Profit")),
    ("Profit rose to £90 from £72", ("Profit", "Profit")),
    ("Profit was £90, up from £72", ("Profit", "Profit")),
    ("Profit was £90, up 25%", ("Profit", "Profit")),
    ("Waits fell from 41 days to 26", ("Waits", "Waits")),
    # Passives.
    ("Fees were cut by 4%", ("Fees",)),
    ("Fees have been cut to £40", ("Fees",)),
    ("Fees are to be raised by 4%", ("Fees",)),
    ("The abbey's fees were raised by 4%", ("abbey's fees",)),
    ("About £9bn was wiped off the fund", ("fund",)),
    ("£9bn was cut from the harbour budget", ("harbour budget",)),
    # What somebody moved.
    ("The abbey cut its fees by 4%", ("fees",)),
    ("The abbey raised fees to £40", ("fees",)),
    ("The abbey lowered the weekly rent from £40", ("weekly rent",)),
    # Appositions and brackets.
    ("The bridge, 340 metres long, was shut", ("bridge",)),
    ("Anna Lind, 34, said so", ("Anna Lind",)),
    ("Net debt (£2.1bn) was lower", ("Net debt",)),
    # "Of" phrases.
    ("a profit of £5m", ("profit",)),
    ("an annual profit of £5m", ("annual profit",)),
    ("net debt of nearly £2bn", ("net debt",)),
    ("a population of 4,000", ("population",)),
    ("The abbey made a profit of £5m", ("profit",)),
    ("The abbey raised a total of £5m", ("abbey",)),
    ("a rise of 4% in rents", ("rents",)),
    ("a rise in rents of 4%", ("rents",)),
    ("a fall of 4%", (None,)),
    ("43% of tenants", (None,)),
    # Nouns of movement and comparisons.
    ("a 4% rise in ferry fares", ("ferry fares",)),
    ("a 4% drop in the number of ferries", ("number of ferries",)),
    ("a 4% fares rise", ("fares",)),
    ("The line carried 4% more bikes", ("bikes",)),
    ("Fares doubled", ("Fares",)),
    ("Fares have nearly tripled", ("Fares",)),
    ("The wait was halved", ("wait",)),
)


@pytest.mark.parametrize(("text", "subjects"), SUBJECTS, ids=[text for text, _ in SUBJECTS])
def test_a_figure_keeps_whose_it_is(text: str, subjects: tuple[str | None, ...]) -> None:
    assert tuple(quantity.subject for quantity in find_quantities(text)) == subjects


def test_a_list_of_figures_keeps_noun_way_and_part_apart() -> None:
    found = find_quantities("Herds of goats grew 4%, flocks of sheep 7% and 30 farms closed")

    assert [(q.subject, q.noun, q.direction is not None) for q in found] == [
        ("Herds of goats", None, True),
        ("flocks of sheep", None, True),
        (None, "farm", False),
    ]
