import pytest

from feedback.signals import KINDS, TIER_0, asks_at_risk, find
from tests.feedback.signals.tables import alarms, kinds, rows

ORDER = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
DANGER = rows("danger") + [row for name in ORDER for row in rows(f"danger_{name}")]
FORMAL = rows("formal")

# Found to be missed, and kept in sight: a sentence here that is found must leave the list.
NOT_YET_FOUND = {
    "my nephew posted online that tonight is his last",
    "she keeps a blade in her sock and uses it at night",
    "hes took his dads gun and drove off",
    "someones trying to break in to the refuge with a hammer",
    "mums been given bleach water to drink for a joke by staff",
    "my boyfriend wont let me go to my appointments and reads my texts",
    "the lad has old burns up his back and wont say who",
    "she leaves a three year old to look after a baby",
    "they left my son on his own after his anaesthetic and he stopped breathing",
    "since they changed my epilepsy tablets I keep blacking out",
    "Mum was told to get on with it and now she is a wreck who wont leave her bed and talks of joining dad",
    "I keep thinking how easy it would be to just step off the platform",
    "my 13 year old has a boyfriend of 24 who gives her drugs",
}


@pytest.mark.parametrize("row", DANGER, ids=lambda row: row["text"][:50])
def test_danger_raises_its_kind(row):
    found = row["kind"] in kinds(row["text"])
    assert found is (row["text"] not in NOT_YET_FOUND)


@pytest.mark.parametrize("row", FORMAL, ids=lambda row: row["text"][:50])
def test_formal_words_and_views_raise_their_kind(row):
    assert row["kind"] in kinds(row["text"])


def test_the_table_is_long_enough_and_knows_every_kind():
    assert len(DANGER) >= 350
    assert {row["kind"] for row in DANGER + FORMAL} == set(KINDS)


def test_tier_0_asks_for_help_on_the_page():
    for row in DANGER:
        if row["kind"] in TIER_0 and row["text"] not in NOT_YET_FOUND:
            assert asks_at_risk(find(row["text"]))
    assert not asks_at_risk(find("Everyone was kind, and my main complaint is the parking."))


@pytest.mark.parametrize(
    "written",
    [
        "I want to k1ll myself",
        "i want to k*ll myself",
        "k i l l myself",
        "I want to kill my\u200bself",
        "I WANT TO KIIIILL MYSELF",
        "i want to kill\nmyself",
        "I want to ｋｉｌｌ myself",
        "I don’t want to be here any more",
        "i dont wana be here anymore",
    ],
)
def test_disguises_and_poor_spelling_are_seen_through(written):
    assert "self_harm" in kinds(written)


def test_danger_beside_praise_or_idiom_still_raises():
    assert "self_harm" in alarms("The nurses were lovely. The wait nearly killed me. I want to kill myself.")
    assert "abuse_adult" in alarms("Thank you to the day staff, but a night nurse slapped my mother.")
    assert "self_harm" in alarms("I was suicidal ten years ago and you saved me, and tonight I want to die.")
    assert "self_harm" in alarms("I am going to kill myself. Thank you for everything you did.")
    assert "self_harm" in alarms("You were all so kind but I will end my life.")
    assert "self_harm" in alarms("I feel suicidal, thank you for listening.")
