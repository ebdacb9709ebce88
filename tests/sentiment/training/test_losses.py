import torch

from sentiment.engines.network import HEADS
from sentiment.themes import NAMES
from sentiment.training.losses import MOST_RARE, ordered, rarity, targets, total
from sentiment.training.rows import Row

ALL = (1,) * len(NAMES)


def row(**values):
    return Row(text="words", question="", group="g", **values)


def logits(rows, value=0.0):
    return {name: torch.full((rows, size), value, requires_grad=True) for name, size in HEADS.items()}


def test_a_far_miss_costs_more_than_a_near_one():
    guess = torch.tensor([[8.0, 0, 0, 0, 0]])
    costs = [ordered(guess, torch.tensor([label])).item() for label in range(5)]
    assert costs == sorted(costs)
    assert costs[2] > costs[1] + 0.5


def test_rows_without_any_label_cost_nothing():
    assert total(logits(2), targets([row(), row()])).item() == 0


def test_each_missing_label_leaves_the_other_tasks_as_they_were():
    whole = row(sentiment=2, themes=ALL, criticality=-3.0)
    alone = total(logits(1), targets([whole]))
    beside = total(logits(3), targets([row(), whole, row()]))
    assert torch.allclose(alone, beside)


def test_a_missing_label_gives_no_gradient():
    answers = logits(2)
    total(answers, targets([row(sentiment=1), row(themes=ALL)])).backward()
    assert answers["sentiment"].grad[0].any() and not answers["sentiment"].grad[1].any()
    assert answers["themes"].grad[1].any() and not answers["themes"].grad[0].any()
    assert answers["criticality"].grad is None


def test_a_right_answer_costs_less_than_a_wrong_one():
    truth = targets([row(themes=ALL, criticality=5.0)])
    assert total(logits(1, 1.0), truth) < total(logits(1, -1.0), truth)


def test_a_rare_theme_counts_more_where_it_is_there_and_only_there():
    rows = [row(themes=(1, int(at < 4), *ALL[2:])) for at in range(64)]
    weights = rarity(rows, 0.5)
    assert weights[0] == 1 and weights[1] == MOST_RARE
    assert rarity(rows, 0.25)[1] == 2
    assert (rarity(rows, 0) == 1).all() and (rarity([row()], 0.5) == 1).all()
    without = (0,) * len(NAMES)
    named, unnamed = targets(rows[:1]), targets([row(themes=without)])
    assert total(logits(1), named, rarity=weights) > total(logits(1), named)
    assert total(logits(1), unnamed, rarity=weights) == total(logits(1), unnamed)
