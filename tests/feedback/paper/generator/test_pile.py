"""The pile of scenario G has in it what the scenario says. Its pages are not drawn here: counting needs none."""

from collections import Counter

import pytest

from feedback.paper.generator import pile
from feedback.paper.generator.make import Made
from feedback.paper.layout import load


@pytest.fixture
def pages(monkeypatch):
    def unseen(one, page, befallen, seed):
        fields = {
            name: {"value": answer.value, "doubtful": answer.doubtful, "marks": answer.marks}
            for name, answer in one.answers.items()
        }
        truth = {
            "serial": one.payload.serial, "orientation": befallen.orientation, "fields": fields,
            "hand": one.hand.font, "damage": befallen.names(), "seed": seed,
        }  # fmt: skip
        return Made(b"", "jpg", truth)

    monkeypatch.setattr(pile, "scan", unseen)
    return [made.truth for made in pile.pile(load("card-1-standard-en"), 11)]


def words(page):
    return [
        page["fields"][name]["value"]
        for name in ("what_good", "could_improve")
        if page["fields"][name]["value"]
    ]


def ticks(page):
    return [kind for kind in page["fields"]["fft_answer"]["marks"].values() if kind not in ("", "solid")]


def test_the_pile_has_every_trouble_the_scenario_names(pages):
    assert [page["page"] for page in pages] == list(range(1, 201))
    assert sum(page["orientation"] == 180 for page in pages) == 2
    assert sum(len(ticks(page)) == 2 for page in pages) == 3
    empty = [page for page in pages if page["kind"] == "blank"]
    assert len(empty) == 5
    assert not any(field["value"] for page in empty for field in page["fields"].values())
    by_hand = [page for page in pages if page["hand"] != "typed" and words(page)]
    assert len(by_hand) == 12
    assert sum("skew" in page["damage"] for page in pages) > 100
    assert sum("stain" in page["damage"] for page in pages) > 30


def test_one_sheet_is_scanned_twice_with_the_same_ink_and_other_noise(pages):
    (again,) = [page for page in pages if "again" in page]
    first = pages[again["again"] - 1]
    assert first["serial"] == again["serial"]
    assert first["fields"] == again["fields"]
    assert first["seed"] != again["seed"]
    assert Counter(page["serial"] for page in pages).most_common(2)[1][1] == 1


def test_two_ticks_keep_their_words_and_two_cards_tell_of_danger(pages):
    assert all(words(page) for page in pages if page["kind"] == "double")
    assert sum(page["kind"].startswith("worry") for page in pages) == 2
