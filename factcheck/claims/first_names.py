"""First names that are given to women or to men almost alone; names given to both are in neither list."""

from factcheck.text.words import words

WOMEN = words(
    """
    abigail ada adele adriana agata agnes agnieszka aiko aisha alejandra alessandra alexandra alice alicia
    alina alison allison amal amanda amara amelia amina amy ana anaïs anastasia andrea angela angelica
    angelina anita anjali ann anna annabel anne annette annika antonia anya april ariana asha astrid
    audrey aurora ayesha ayşe barbara beata beatrice beatriz becky bella bernadette bertha beth bethany
    betty birgit bonnie brenda bridget brigitte britta camila camilla carla carmen carol carolina caroline
    catarina catherine cathy cecilia celia celine charlotte cheryl chiara chloe chloé christina christine
    ciara claire clara claudia colette connie constance cora corinne cristina cynthia daisy daniela
    danielle daphne deborah deirdre delia denise diana diane dolores donna dora doris dorothy edith
    eileen elaine eleanor elena eleni elisa elisabeth elise eliza elizabeth ella ellen eloise elsa elsie
    emilia emily emma erica erika estelle esther ethel eugenia eva eve evelyn farah fatima fatma fay
    felicity fernanda fiona flora florence frances francesca freda freya frida gabriela gabriella
    gabrielle gemma geneviève georgia georgina geraldine gertrude gillian gina giovanna giulia glenda
    gloria grace greta gretchen guadalupe gudrun gwen hannah harriet hazel heather heidi helen helena
    helga henrietta hilary hilda hillary holly ida imogen ines inés inga ingeborg ingrid irene irina iris
    isabel isabella isabelle isla ivana ivy jacqueline jane janet janice jasmine jean jeanette jeanne
    jennifer jenny jessica jill joan joanna joanne josephine joy joyce juana judith judy julia juliana
    julie juliet june justine kajsa karen karin karina kate katerina katharina katherine kathleen
    kathryn kathy katie katja katrina katya kayla keiko kelly kerstin khadija kimberly kirsten kirsty
    klara kristen kristin kristina lara latifa laura lauren layla lea leah leila lena leonie leonora
    leticia lidia lila lilian lillian lily lina linda lisa liv liz liza lola lorna lorraine louisa louise
    lucia lucie lucinda lucy luisa lydia lynn mabel madeleine madison magda magdalena maggie maja malala
    malin mandy margaret margarita margot marguerite maria mariam marian mariana marianne marie marina
    marion marisa marjorie marlene marta martha martina mary matilda maud maureen mavis maya megan
    meghan mei melanie melinda melissa mercedes meredith mia michelle mila mildred mina miranda miriam
    moira molly mona monica monika muriel myra nadia nadine nancy naomi natalia natalie natasha nell
    nicola nicole nina noor nora noura olga olive olivia ottilie paige pamela patricia patty paula
    paulina pauline pearl peggy penelope penny petra philippa phoebe phyllis pippa polly prisca priscilla
    priti priya rachel ragnhild ramona raquel rebecca regina renata rita roberta rosa rosalind rosamund
    rose rosemary rosie roxanne ruby ruth sabina sabine sabrina sadie sally samantha sandra sara sarah
    savannah selma shannon sharon sheila shirley sigrid silvia simone siobhan sofia solveig sonia sonja
    sophia sophie soraya stella stephanie sue susan susana susanna susanne suzanne svetlana sybil sylvia
    tabitha tamara tanja tanya tara tatiana teresa tess tessa thelma theresa therese tiffany tilda tina
    tova tracy trinity trudy ulla ulrike una ursula valentina valeria valerie vanessa vera verity
    veronica victoria viola violet virginia vivian vivienne wanda wendy wilhelmina wilma winifred xenia
    yasmin yelena yolanda yoko yuki yuko yvette yvonne zahra zainab zara zelda zoe zoë zofia zuzana
    """
)
"""In small letters."""

MEN = words(
    """
    aaron abdul abdullah abel abraham adam adolf adrian ahmad ahmed aidan alan alasdair albert alberto
    alejandro aleksander alessandro alexander alexandre alexei alfonso alfred alfredo ali alistair allan
    allen alonso alvin ambrose amir anders andreas andrei andrew andrey andrzej angus anil ansel anselm
    anthony anton antonio antony archie aristide arjun armando arnold arthur arturo arun august
    augustin axel barnaby barry bartholomew basil beau ben benedict benjamin bernard bernhard bertrand
    bill billy bjorn bjørn björn bob boris bram brandon brendan brett brian bruce bruno bryan caleb callum
    calvin cameron carl carlo carlos cecil cedric cesar charles charlie chester christian christoph
    christopher claude clement clifford clive colin colm conor conrad constantin cornelius craig cyril
    cyrus dale damian damien daniel dariusz darren dave david davide dean declan denis dennis derek
    desmond didier diego dieter dietrich dimitri dirk dmitri dmitry dominic donald dougal douglas duncan
    dwight eamon earl ed eddie edgar edmund eduardo edward edwin einar elias elijah elliot emil emilio
    emmanuel enrico enrique eric erik ernest ernesto ernst esteban ethan etienne eugene evan ewan fabian
    fabio felipe felix ferdinand fernando finn fintan florian francesco francisco franco frank frans franz
    fraser fred frederic frederick frederik friedrich fritz gabriel gareth gary gaspard gavin geoff
    geoffrey georg george georges gerald gerard gerhard giacomo gideon gilbert giles giorgio giovanni
    giuseppe glen glenn godfrey gonzalo gordon graeme graham grant greg gregor gregory grigory guido
    guillaume guillermo gunnar gunther gus gustav gustavo guy hamid hamish hamza hans harald harold
    harry harvey hassan hector heinrich heinz hendrik henri henrik henry herbert herman hiroshi horace
    howard hubert hugh hugo humphrey hussein iain ian ibrahim idris ignacio igor ilya imran isaac ismail
    ivan ivar ivor jack jacob jacques jaime jake jakob jakub jamal james jan janek jared jason javier jeff
    jeffrey jens jeremy jerome jerry jesper jesse jesus jim jimmy joachim joao joão joaquin joe joel johan
    johann johannes john johnny jon jonah jonas jonathan jorge jose josef joseph joshua josé juan jude
    julian julien julio jurgen jürgen justin kamal karel karl keith ken kenji kenneth kevin khalid kieran
    klaus knut konrad kurt kyle lachlan lamar lars laszlo laurence laurent lawrence leif leo leon leonard
    leonardo leonid leopold leroy lewis liam linus lionel lloyd lorenzo lou louis luca lucas lucian ludwig
    luigi luis lukas luke maarten maciej magnus mahmoud malcolm manfred manuel marc marcel marcin marco
    marcos marcus marek mario marius mark markus martin marvin massimo mateo matteo matthew matthias maurice
    max maxim maximilian melvin michael michal michel miguel mikael mike mikhail miles milan milo milos
    mohamed mohammad mohammed morris moses muhammad murray mustafa nathan nathaniel neil nelson niall
    nicholas nick nicolai nicolas niels nigel nikolai nils noah norman oisin olaf ole oleg oliver omar
    oscar oskar oswald otis otto owen pablo paddy paolo pascal patrick paul paulo pavel pawel pedro per
    percy pete peter petr philip philippe pierre piers piet pieter piotr pradeep quentin rafael rahul raj
    rajesh ralph ramon raoul rashid ravi ray raymond reginald reinhard reuben rex ricardo richard rick
    robert roberto robin rocco rod roderick rodrigo roger roland rolf roman ron ronald rory ross roy rudolf
    rupert russell ryan said sajid salvador sam samir samuel santiago sanjay scott sean sebastian seamus
    sergei sergey sergio seth shaun sidney sigmund silas simon solomon spencer stanislav stanley stefan
    stefano stephen steve steven stewart stuart sunil sven tadeusz takeshi tariq ted terence terry
    theodore thierry thomas thorsten tim timothy tobias toby todd tom tomas tomasz tommy tony torsten
    travis trevor tristan ulrich umberto uwe valentin vaclav victor viktor vijay vincent vincenzo
    vladimir walter warren wayne wei werner wilfred wilhelm will willem william winston wolfgang xavier
    yann yannick yosef yuri yusuf zachary
    """
)
"""In small letters."""


def gender_of_first_name(name: str) -> str:
    """Tells "f" or "m" by the first word of `name`, or "" where it does not say."""
    first = name.split(maxsplit=1)[0].lower() if name.split() else ""
    if first in WOMEN:
        return "" if first in MEN else "f"
    return "m" if first in MEN else ""
