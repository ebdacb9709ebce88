"""Fine-tuning: every layer learns but the embeddings, in bfloat16 where the processor has it."""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace

import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from sentiment.engines.network import FROZEN, Network, tensors
from sentiment.engines.precision import half_precision
from sentiment.training.losses import rarity, targets, total
from sentiment.training.rows import Row


@dataclass(frozen=True)
class Recipe:
    """How to train. Recorded with the model, so that it can be made again."""

    epochs: int = 8
    seed: int = 2026
    rows_a_batch: int = 64
    encoder_rate: float = 2.8e-4
    head_rate: float = 2.8e-3
    layer_decay: float = 0.95
    weight_decay: float = 0.01
    warm_up: float = 0.1
    # A share of rows is read without its question, so that text without one is read well too.
    question_dropout: float = 0.1
    # How much a person's label of a feeling counts, and what a teacher thinks. One label says little (two people
    # agree on seven in ten): what a teacher makes of it says more, and is learnt by heart less.
    label_weight: float = 0.5
    soft_weight: float = 1.5
    # The power by which a rare theme that is there counts more than a usual one; 0 counts all alike.
    rare_weight: float = 0.0
    # The share of the rows without themes and of the invented ones that an epoch reads: see `Data.lesson`.
    share: float = 1.0
    # Longer texts are cut in training: memory grows with the square of it, and few are longer.
    most_tokens: int = 160
    # Begin with the heads as they are, for a network that has learnt before.
    heads_kept: bool = False
    # So many of the lowest layers stay as they are, and the kinds of question: what goes on from there costs less.
    still_layers: int = 0
    # The share of all steps that the running mean of the weights looks back on.
    memory: float = 0.08

    def gently(self) -> "Recipe":
        """The same for a network that has learnt before: a third of the rates, heads and lowest layers kept."""
        return replace(
            self,
            encoder_rate=self.encoder_rate / 3,
            head_rate=self.head_rate / 3,
            heads_kept=True,
            still_layers=2,
        )

    def as_dict(self) -> dict:
        """The recipe as plain values."""
        return asdict(self)


def fit(
    network: Network,
    tokenizer,
    lesson: Callable[[random.Random], Sequence[Row]],
    recipe: Recipe,
    told: Callable[[int, float], None] = lambda epoch, loss: None,
) -> None:
    """Train `network` in place. `told(epoch, mean loss)` is called after each epoch.

    `lesson(chance)` gives the rows of one epoch. The weights that remain are the running mean of
    the last steps' (Polyak and Juditsky 1992), which generalise better than the very last.
    """
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)  # noqa: S311 (shuffling, not secrets)
    rows = lesson(chance)
    if not recipe.heads_kept:
        start_from_prevalence(network, rows)
    rare = rarity(rows, recipe.rare_weight)
    _hold_still(network, recipe.still_layers)
    optimiser = torch.optim.AdamW(_groups(network, recipe), weight_decay=recipe.weight_decay, fused=True)
    steps = recipe.epochs * math.ceil(len(rows) / recipe.rows_a_batch)  # epochs differ by chance, and little
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: _rate(min(step / steps, 1.0), recipe.warm_up)
    )
    mean = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(1 - 1 / max(1.0, recipe.memory * steps)))
    network.train()
    for epoch in range(1, recipe.epochs + 1):
        losses = []
        tokens = tokenizer([row.text for row in rows], truncation=True, max_length=recipe.most_tokens)
        for batch in shuffled([len(ids) for ids in tokens["input_ids"]], recipe.rows_a_batch, chance):
            loss = _loss(
                network,
                [rows[index] for index in batch],
                [tokens["input_ids"][index] for index in batch],
                recipe,
                rare,
                chance,
            )
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            mean.update_parameters(network)
            losses.append(loss.item())
        told(epoch, sum(losses) / len(losses))
        rows = lesson(chance) if epoch < recipe.epochs else ()
    network.load_state_dict(mean.module.state_dict())
    network.eval()


def _hold_still(network: Network, layers: int) -> None:
    """Let all learn but the embeddings and, if any, so many of the lowest layers with the kinds of question."""
    still = (
        FROZEN,
        *(f"encoder.encoder.layer.{depth}." for depth in range(layers)),
        *(["kind."] if layers else []),
    )
    for name, weight in network.named_parameters():
        weight.requires_grad_(not name.startswith(still))


def _loss(
    network: Network,
    rows: Sequence[Row],
    tokens: list[list[int]],
    recipe: Recipe,
    rare: torch.Tensor,
    chance: random.Random,
) -> torch.Tensor:
    """What the network's answers about a batch cost, a share of its rows read without their question."""
    asked = ["" if chance.random() < recipe.question_dropout else row.question for row in rows]
    with half_precision(torch.device("cpu")):
        logits = network(*tensors(tokens, asked))
    return total(logits, targets(rows), recipe.label_weight, recipe.soft_weight, rare)


def shuffled(lengths: Sequence[int], size: int, chance: random.Random) -> Iterator[list[int]]:
    """Every index once, in random batches of like length: chance picks pools, length orders a pool."""
    order = list(range(len(lengths)))
    chance.shuffle(order)
    batches = []
    for start in range(0, len(order), size * 16):
        pool = sorted(order[start : start + size * 16], key=lengths.__getitem__)
        batches += [pool[at : at + size] for at in range(0, len(pool), size)]
    chance.shuffle(batches)
    yield from batches


def start_from_prevalence(network: Network, rows: Sequence[Row]) -> None:
    """Give the theme head the log-odds of each theme to begin with, so that rare ones start rare."""
    labelled = torch.tensor([row.themes for row in rows if row.themes is not None], dtype=torch.float)
    if len(labelled):
        share = (labelled.sum(0) + 0.5) / (len(labelled) + 1)
        with torch.no_grad():
            network.heads["themes"].bias.copy_(share.logit())


def _rate(done: float, warm_up: float) -> float:
    """The share of the full learning rate when `done` (0 to 1) of the steps are behind."""
    return done / warm_up if done < warm_up else (1 - done) / (1 - warm_up)


def _groups(network: Network, recipe: Recipe) -> list[dict]:
    """Lower layers learn more slowly: they hold what the language is, not what the task is."""
    layers = network.encoder.encoder.layer
    groups = [
        {
            "params": list(layer.parameters()),
            "lr": recipe.encoder_rate * recipe.layer_decay ** (len(layers) - 1 - depth),
        }
        for depth, layer in enumerate(layers)
    ]
    fresh = [*network.kind.parameters(), *network.heads.parameters()]
    return [*groups, {"params": fresh, "lr": recipe.head_rate}]
