"""Whom "she", "the company" or a surname alone mean: the right one, or the article's own words."""

from typing import Any

import pytest


def cases(listing: str) -> list[tuple[str, list[str]]]:
    """Passages, each with the wordings of its claims that are looked at, as "-> …" lines below it."""
    found = []
    for block in listing.strip().split("\n\n"):
        passage = " ".join(line for line in block.splitlines() if not line.startswith("-> "))
        found.append((passage, [line[3:] for line in block.splitlines() if line.startswith("-> ")]))
    return found


FILLED = cases(
    """
Calder Foods, a maker of frozen meals, opened a factory in Gdynia in May. The company employs 2,300
people. Its profit fell by 9% last year.
-> Calder Foods employs 2,300 people.
-> Calder Foods’s profit fell by 9% in 2024.

Marta Kessel, chief executive of Oriel Freight, sold 40,000 shares on Monday. She has run the haulier
since 2017. The chief executive owns 3% of the group.
-> Marta Kessel has run Oriel Freight since 2017.
-> Marta Kessel owns 3% of Oriel Freight.

Oriel Freight said it would cut 300 jobs in Leeds. The haulier lost £14m in the third quarter.
-> Oriel Freight would cut 300 jobs in Leeds.
-> Oriel Freight lost £14m in the third quarter of 2025.

Benholm Bank bought its rival Tarn Savings for £410m in 2023. The bank has closed 28 branches since
January.
-> Benholm Bank has closed 28 branches since January 2025.

The Eastern Rail Authority (ERA) fined Lumen Trains £2m on Friday. The ERA received 1,900 complaints in
October. It had fined the operator £600,000 in 2021.
-> The Eastern Rail Authority (ERA) received 1,900 complaints in October 2025.
-> The Eastern Rail Authority had fined Lumen Trains £600,000 in 2021.

Shares in Vantor fell 12% yesterday. The chipmaker blamed a fire that shut a plant in Brno. It expects
sales of €3bn in the fourth quarter.
-> Vantor expects sales of €3bn in the fourth quarter of 2025.

Hollin & Daughters was founded by Greta Hollin in 1931. It sold 2m jars of jam last year. Her
granddaughter Edda Hollin took over in 2009.
-> Hollin & Daughters sold 2m jars of jam in 2024.
-> Greta Hollin’s granddaughter Edda Hollin took over in 2009.

Ida Sorensen founded Kelda Robotics in 2015 with Pavel Novy. She left in 2020. He still owns 11% of the
firm.
-> Ida Sorensen left in 2020.
-> Pavel Novy still owns 11% of Kelda Robotics.

Revenue at Kelda Robotics rose to £61m in 2024 from £48m the previous year. The firm expects revenue of
£70m this year.
-> Kelda Robotics expects revenue of £70m in 2025.

Denholm Steel will close its Redcar works next month. It opened there in 1954.
-> Denholm Steel opened in Redcar in 1954.

Marlow Group’s operating profit rose by 7% in the first half. Its debt fell to £2.1bn. The group pays a
dividend of 4p.
-> Marlow Group’s debt fell to £2.1bn.
-> Marlow Group pays a dividend of 4p.

Derek Vaughan was jailed for six years on Tuesday. He had stolen £1.2m from a charity. The former
accountant, 54, admitted four counts of fraud.
-> Derek Vaughan had stolen £1.2m from a charity.

Judge Miriam Oduya fined the trust £400,000. She said the hospital had ignored 11 warnings. Oduya also
ordered it to pay costs of £38,000.
-> Miriam Oduya also ordered it to pay costs of £38,000.

Police arrested Callum Reyes in Dundee on Sunday. The 31-year-old was charged with 14 burglaries. He
will appear in court on Friday.
-> Callum Reyes was charged with 14 burglaries.

Nora Fitch told the jury that Alan Prowse had hit her twice. He denies two counts of assault. She moved
out in March.
-> Alan Prowse had hit Nora Fitch twice.
-> Alan Prowse denies two counts of assault.
-> Nora Fitch moved out in March 2025.

Prosecutor Lena Holt said Mr Aldous had paid $3m to officials. Simon Aldous was arrested two years ago.
Mr Aldous has paid back $900,000.
-> Mr Simon Aldous had paid $3m to officials.
-> Mr Simon Aldous has paid back $900,000.

The Supreme Court of Norland struck down the ban by five votes to four. The court had upheld it in 1998.
-> The Supreme Court of Norland had upheld it in 1998.

Farah Deen, a nurse, won £90,000 from Westmere Council. The council had dismissed her in 2021. The nurse
had worked there for 12 years.
-> Westmere Council had dismissed Farah Deen in 2021.
-> Farah Deen had worked there for 12 years.

Former striker Jonas Pell coaches Varde FC. The former striker won 38 caps for Denmark. Pell took charge
in August.
-> Jonas Pell won 38 caps for Denmark.
-> Jonas Pell took charge in August 2025.

Aiko Tanabe ran the marathon in 2:19:40 in Osaka. It was the third-fastest time in history. She had run
2:21:06 there a year ago.
-> Aiko Tanabe had run 2:21:06 in Osaka in November 2024.

Kit Mallory beat Bram Hendriks 6-4 6-2 on Sunday. He won in 68 minutes. Hendriks hit 41 errors.
-> Bram Hendriks hit 41 errors.

Elsa Brandvold won gold in the 10km on Tuesday. Her compatriot Mari Lien finished third. She was 41
seconds behind.
-> Elsa Brandvold’s compatriot Mari Lien finished third.

Lou Bassett has managed 412 matches. The manager turned 60 in April. He signed a two-year contract last
week.
-> Lou Bassett turned 60 in April 2025.
-> Lou Bassett signed a two-year contract in the week to 9 November 2025.

Norland lost 2-0 to Estonia on 20 June. The team had not lost there since 1994.
-> The team had not lost in Estonia since 1994.

Rower Tess Adair will retire in December. The 34-year-old has won three Olympic medals. Adair began at
Kelso Rowing Club, which has 220 members.
-> Tess Adair has won three Olympic medals.
-> Tess Adair began at Kelso Rowing Club.
-> Kelso Rowing Club has 220 members.

Researchers at Tarn Institute have found water on the moon Ariel. The institute launched the probe in
2016. Its budget is £84m.
-> Tarn Institute launched the probe in 2016.
-> Tarn Institute’s budget is £84m.

Dr Ines Falk discovered the beetle in Peru in 2011. Falk has described 70 species. She works at Oslo’s
natural history museum.
-> Ines Falk has described 70 species.

The Hestia telescope cost $1.4bn. It took its first picture on 4 March. The telescope is 2,400km from
Earth.
-> The Hestia telescope took its first picture on 4 March 2025.
-> The Hestia telescope is 2,400km from Earth.

Mount Skell erupted on Thursday for the first time since 1902. The volcano is 3,100 metres high.
-> Mount Skell is 3,100 metres high.

Prof Omar Haddad and Dr Lucy Penrose published the paper in 2020. She had gathered 900 samples. He died
last month.
-> Lucy Penrose had gathered 900 samples.
-> Omar Haddad died in October 2025.

The bird was seen in Shetland yesterday. It was last seen there in 1987.
-> It was last seen in Shetland in 1987.

Prime Minister Olga Rask called an election on Monday. The prime minister won 48% of the vote four years
ago. Rask leads the Centre Party, which holds 61 seats.
-> Olga Rask won 48% of the vote in 2021.
-> The Centre Party holds 61 seats.

Finance minister Piet Aalders raised the tax to 23%. The minister expects €2bn a year. Aalders took
office in February.
-> Piet Aalders expects €2bn a year.
-> Piet Aalders took office in February 2025.

The mayor of Brell, Dana Costigan, opened the bridge in June. The mayor was elected in 2019. It cost
$48m.
-> Dana Costigan was elected in 2019.

Health secretary Amir Qadri met the head of the British Nurses Union, Jean Tolley, on Wednesday. He
offered 3.5%. She asked for 9%.
-> Amir Qadri offered 3.5%.
-> Jean Tolley asked for 9%.

The Centre Party won 61 seats in 2021. The party had 54 before. It will choose a leader next week.
-> The Centre Party had 54 before.

Senator Ruth Amado voted for the bill last year. Her rival Colm Deasy voted against it. He is ahead by 4
points.
-> Ruth Amado’s rival Colm Deasy voted against it.
-> Colm Deasy is ahead by 4 points.

Voters in Lisk rejected the plan on 2 March. The council, which owns 1,400 homes, had spent £3m. It
meets again on Monday.
-> The council owns 1,400 homes.

Colm Deasy was born in Galway in 1968. He moved to Boston at the age of 12 and studied law there. His
father, Frank Deasy, drove a bus.
-> Colm Deasy moved to Boston at the age of 12 and studied law in Boston.

The World Seed Bank holds 1.1m samples. It was opened by Queen Astrid in 2008. The bank lost 30,000
samples to a flood in April.
-> The World Seed Bank was opened by Queen Astrid in 2008.
-> The World Seed Bank lost 30,000 samples to a flood in April 2025.

Hurricane Della hit Belize on Sunday. It killed 31 people there. The hurricane had killed 12 in Honduras
the day before.
-> Hurricane Della killed 31 people in Belize.
-> Hurricane Della had killed 12 in Honduras on 8 November 2025.

Gustav Mehring, whose book sold 3m copies, died in Graz on Monday aged 88. He wrote 14 novels. The
author lived there for 40 years.
-> Gustav Mehring’s book sold 3m copies.
-> Gustav Mehring wrote 14 novels.
-> Gustav Mehring lived in Graz for 40 years.

Anton Vries, 45, a builder, bought a flat from Clara Huys. She paid him back €12,000. The builder sued
her in 2023.
-> Clara Huys paid Anton Vries back €12,000.
-> Anton Vries sued Clara Huys in 2023.

Brightwater Homes, a housebuilder, sold 4,210 houses in the year to June. Its chief executive, Rosa
Lindgren, took home £2.1m. She joined the firm from Castle Homes in 2016.
-> Brightwater Homes’s chief executive, Rosa Lindgren, took home £2.1m.
-> Rosa Lindgren joined Brightwater Homes from Castle Homes in 2016.

Ferrant, the French cosmetics group, bought Lumi for $1.2bn last month. The group employs 31,000 people.
Lumi, which makes lipsticks, lost $40m last year.
-> Ferrant employs 31,000 people.

The University of Tarn has cut 140 jobs since September. The university lost £12m in 2024. Its
vice-chancellor, Neil Brough, resigned on Thursday.
-> The University of Tarn lost £12m in 2024.
-> The University of Tarn’s vice-chancellor, Neil Brough, resigned on Thursday 6 November 2025.

Scientists at the Borel Institute tested 640 people. The institute published the results in the journal
Cell Matters on Monday. It received €3m from the state.
-> The Borel Institute published the results in the journal Cell Matters on Monday 10 November 2025.
-> The Borel Institute received €3m from the state.

Katya Orlova beat Jana Malik 6-3 6-4 in Madrid. The Russian hit 31 winners. Malik, 22, has never won
there.
-> Jana Malik, 22, has never won in Madrid.

Paul Renner, a lawyer, was shot dead outside his home in 1998. His widow, Inge Renner, sued the state
for €4m. She won in 2004.
-> Paul Renner’s widow, Inge Renner, sued the state for €4m.
-> Inge Renner won in 2004.

Judge Hugo Marsh sent Kevin Doyle to prison for 12 years. He had robbed five banks. The judge called it
greed.
-> Hugo Marsh called it greed.

The airline Norvia flew 9m passengers in 2024. The carrier has 64 jets. Norvia’s rival Skylark flew 11m.
-> Norvia has 64 jets.

Cobalt prices fell by 12% in the first quarter. They rose by 4% in the second quarter.
-> Cobalt prices rose by 4% in the second quarter of 2025.

Mayor Elena Duarte closed 14 schools this year. She had promised in January to keep them open. Duarte
was a nurse for 20 years.
-> Elena Duarte had promised in January 2025 to keep them open.
-> Elena Duarte was a nurse for 20 years.

The Lantern Trust, a charity, feeds 9,000 children a day. It was founded in 1988 by Ruth Abel. The
charity spent £6m in 2024.
-> The Lantern Trust was founded in 1988 by Ruth Abel.
-> The Lantern Trust spent £6m in 2024.

Marcus Boyle wrote 12 novels. The novelist sold 5m books. He lives in Cork, where he was born in 1961.
-> Marcus Boyle sold 5m books.
-> In Cork, Marcus Boyle was born in 1961.

Nordfisk shares rose 4% on Tuesday after it raised its forecast. The company said it expected profit of
NOK 900m this year.
-> Nordfisk expected profit of NOK 900m in 2025.

The Ministry of Transport will open the tunnel on Monday. The ministry spent $310m on it. It is 4.2km
long.
-> The Ministry of Transport spent $310m on it.

Helga Strand has chaired the bank since 2021. The bank, Nordkreditt, has 400 branches. Strand earned NOK
4m last year.
-> Helga Strand earned NOK 4m in 2024.

The 2024 Larch Prize went to Amara Diallo. She is the first Malian to win it. The prize is worth
£30,000.
-> Amara Diallo is the first Malian to win the Larch Prize.
-> The Larch Prize is worth £30,000.

Hanna Weiss, the economy minister, said exports fell by 3% in October. The minister blamed tariffs. She
expects them to rise by 2% next year.
-> Hanna Weiss expects them to rise by 2% in 2026.

Toby Farr told police that his neighbour, Glen Watts, had threatened him twice. Watts, 61, denies it. He
was arrested in August.
-> Toby Farr’s neighbour, Glen Watts, had threatened him twice.
-> Glen Watts, 61, denies it.
-> Glen Watts was arrested in August 2025.

Shipbuilder Karstad has laid off 700 workers in the past three months. The shipbuilder has debts of
€90m. Its owner, Sven Dahl, bought it in 2018.
-> Karstad has debts of €90m.
-> Karstad’s owner, Sven Dahl, bought it in 2018.

Dr Mona Reyes led the study, which followed 812 children. The study found that 9% had asthma. Reyes said
the figure was 6% in 2010.
-> The study followed 812 children.

The Kestrel bridge was opened in 1931. It carries 40,000 cars a day. The bridge will close for repairs
in January.
-> The Kestrel bridge carries 40,000 cars a day.

Prosecutors charged Dana Lyle with fraud on Friday. Lyle, who ran the Sunrise Fund, denies the charges.
The fund lost $200m.
-> Dana Lyle ran the Sunrise Fund.
-> The Sunrise Fund lost $200m.

Omar Bakri, 29, plays for Riva. The 29-year-old scored 21 goals last season. He cost the club €12m.
-> Omar Bakri scored 21 goals last season.
-> Omar Bakri cost the club €12m.

Pia Sand sued Olaf Ness and his company, Ness Marine, for $2m. He has denied owing her money. The
company lost the case in April.
-> Ness Marine lost the case in April 2025.

Tidal Power Systems (TPS) lost €30m in 2024. TPS has built 19 turbines. Its plant at Brora employs 60
people.
-> Tidal Power Systems (TPS) has built 19 turbines.
-> Tidal Power Systems’s plant at Brora employs 60 people.

Alma Ruiz’s film earned $80m. The director made it in 31 days. Ruiz won an Oscar in 2011.
-> Alma Ruiz won an Oscar in 2011.

Governor Dale Whitlock signed the law yesterday. It bans 40 chemicals. The governor had vetoed a similar
bill in 2023.
-> Dale Whitlock had vetoed a similar bill in 2023.
"""
)

LEFT = cases(
    """
Kit Mallory beat Bram Hendriks 6-4 6-2 on Sunday. He won in 68 minutes.
-> He won in 68 minutes.

Judge Hugo Marsh sent Kevin Doyle to prison for 12 years. He had robbed five banks.
-> He had robbed five banks.

Two companies bid for the contract. The company that wins will build 90 trams by 2029.
-> The company that wins will build 90 trams by 2029.

Calder Foods bought Tarn Mills in 2019. The public owns 40% of the mills.
-> The public owns 40% of the mills.

“It has 900 staff and he owes me $3m,” said Orla Quinn of Calder Foods.
-> “It has 900 staff and he owes me $3m,” said Orla Quinn of Calder Foods.

Orla Quinn has led Calder Foods since 2019. The new chief executive of Tarn Mills owns 3% of it.
-> The new chief executive of Tarn Mills owns 3% of it.

Peregrine Air and Solway Air merged in 2019. The airline carried 4m passengers last month.
-> The airline carried 4m passengers in October 2025.

Inflation in Norway fell to 2.4% in October, from 3.1% a year earlier. The central bank cut its rate to
3.75% last Thursday.
-> The central bank cut its rate to 3.75% on Thursday 6 November 2025.

A man was stabbed in Leith on Saturday. He is 24. Detective Inspector Ruth Calder said two people had
been held.
-> He is 24.

Parliament passed the law in 2018. The government spent €900m on it in the year to June.
-> The government spent €900m on it in the year to June 2025.

A gunman killed four people in Toulon on Saturday. He was 19. Police said he had bought the rifle last
week.
-> He was 19.
-> He had bought the rifle in the week to 9 November 2025.

Rain fell for nine days in Kerala. It killed 44 people. The state lost 12,000 homes.
-> It killed 44 people.

Norden Bank and Vesta Bank merged in March. The bank now has 2m customers.
-> The bank now has 2m customers.

Julia Brandt divorced Karl Brandt in 2012. Brandt sold the house for £1.1m.
-> Brandt sold the house for £1.1m.

In 2016 the party won 12 seats. In May it lost four of them.
-> In May it lost four of them.

Police in Oslo arrested 14 people on Wednesday night. The city had seen 3 riots this month. They found
40kg of drugs.
-> They found 40kg of drugs.
"""
)


@pytest.mark.parametrize(("passage", "expected"), FILLED)
def test_the_name_stands_for_whoever_is_meant(read: Any, passage: str, expected: list[str]) -> None:
    texts = [claim.text for claim in read(passage).claims]
    assert [text for text in texts if text in expected] == expected


@pytest.mark.parametrize(("passage", "expected"), LEFT)
def test_where_two_fit_equally_well_the_words_stay(read: Any, passage: str, expected: list[str]) -> None:
    texts = [claim.text for claim in read(passage).claims]
    assert [text for text in texts if text in expected] == expected


@pytest.mark.parametrize("passage", [passage for passage, _ in (*FILLED, *LEFT)])
def test_a_filling_records_the_very_words_it_replaces(read: Any, passage: str) -> None:
    for claim in read(passage).claims:
        for fill in claim.fills:
            assert fill.written in passage
            assert fill.meant.casefold() in claim.text.casefold()


def test_no_name_is_filled_in_twice(read: Any) -> None:
    passage = "Orla Quinn sold two mills in 2019. She paid her staff £3m in May from her own pocket."
    (*_, last) = read(passage).claims
    assert last.text.count("Orla Quinn") == 1


def test_a_company_named_far_more_often_than_others_is_the_company(read: Any) -> None:
    passage = (
        "Calder Foods lost £4m in 2024. Calder Foods shut two mills. Calder Foods owes £9m. "
        "Rain fell on 40 days. The company has cut 300 jobs."
    )
    assert read(passage).claims[-1].text == "Calder Foods has cut 300 jobs."


def test_a_byline_is_nobody_whom_the_article_speaks_of(read: Any) -> None:
    found = read("He was the first of 40 men to land.", before="By Desmond Ackroyd")
    assert [claim.text for claim in found.claims] == ["He was the first of 40 men to land."]
