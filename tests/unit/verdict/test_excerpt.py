from factcheck.verdict.excerpt import LONGEST_WORDS, excerpt

FILLER = "The weather in the valley was mild and the harvest came in early that year, as it often did. "


def test_a_short_reference_is_shown_whole_behind_its_title() -> None:
    assert excerpt("A claim.", "", "One. Two.") == "One. Two."
    assert excerpt("A claim.", "Orrin Bridge", "It opened in 1931.") == "Orrin Bridge: It opened in 1931."
    assert (
        excerpt("A claim.", "Orrin Bridge", "Orrin Bridge opened in 1931.") == "Orrin Bridge opened in 1931."
    )


def test_of_a_long_one_the_sentences_of_the_claim_are_shown_in_their_order() -> None:
    telling = "Councillor Adaeze Obi voted against the reservoir."
    later = "The reservoir was filled in March."
    text = FILLER * 10 + telling + " " + FILLER * 10 + later

    shown = excerpt("Obi voted against the reservoir before it was filled.", "", text)

    assert telling in shown
    assert shown.endswith(later)
    assert shown.index(telling) < shown.index(later)
    assert len(shown.split()) <= LONGEST_WORDS


def test_one_endless_sentence_is_cut() -> None:
    assert len(excerpt("A claim.", "", "word " * 900).split()) == LONGEST_WORDS


def test_it_depends_on_nothing_but_the_texts() -> None:
    text = FILLER * 30
    assert excerpt("Harvest.", "", text) == excerpt("Harvest.", "", text)
