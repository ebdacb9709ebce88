"""The network: one encoder, the kind of question as an input, and four heads that answer word by word.

Every head is a linear answer of each word. A comment's answer is the mean of its words' answers
(feelings, themes, criticality), or that of its loudest word (danger: one sentence is enough).
So the share of each word in an answer is known exactly, and costs nothing: see `why`.
"""

from contextlib import contextmanager

import torch
from torch import nn
from transformers import AutoTokenizer, BertConfig, BertModel, PreTrainedModel
from transformers.utils import logging

from sentiment.engines import minilm
from sentiment.engines.heads import HEADS, LOUDEST
from sentiment.engines.questions import KINDS

FROZEN = "encoder.embeddings."


class Network(nn.Module):
    """Texts as token ids and question kinds in, one row of logits a head out."""

    def __init__(self, encoder: PreTrainedModel):
        super().__init__()
        width = encoder.config.hidden_size
        self.encoder = encoder
        self.kind = nn.Embedding(len(KINDS), width)
        nn.init.normal_(self.kind.weight, std=0.01)
        self.drop = nn.Dropout(0.1)
        self.heads = nn.ModuleDict({name: nn.Linear(width, size) for name, size in HEADS.items()})

    def states(self, tokens: torch.Tensor, mask: torch.Tensor, kinds: torch.Tensor) -> torch.Tensor:
        """`tokens` and `mask` are (rows, length), `kinds` (rows,); the words' last states (rows, length, width)."""
        # Added to every word before the first layer: the question colours the words at no cost in length.
        words = self.encoder.embeddings.word_embeddings(tokens) + self.kind(kinds)[:, None]
        return self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state

    def by_word(self, states: torch.Tensor) -> torch.Tensor:
        """Every head's answer of every word, side by side in the order of HEADS: (rows, length, 5 + 32 + 1 + ...)."""
        return torch.cat([head(states) for head in self.heads.values()], dim=-1)

    def forward(
        self, tokens: torch.Tensor, mask: torch.Tensor, kinds: torch.Tensor
    ) -> dict[str, torch.Tensor]:
        """Each head's logits, (rows, size): the mean of the words' answers, or the loudest."""
        states = self.states(tokens, mask, kinds)
        weights = mask[..., None].to(states.dtype)
        mean = self.drop((states * weights).sum(1) / weights.sum(1))
        answers = {name: head(mean) for name, head in self.heads.items() if name != LOUDEST}
        loud = self.heads[LOUDEST](self.drop(states)).masked_fill(mask[..., None] == 0, float("-inf"))
        return answers | {LOUDEST: loud.amax(1)}

    def trained(self) -> dict[str, torch.Tensor]:
        """The weights that training changes: all but the encoder's embeddings."""
        return {name: value for name, value in self.state_dict().items() if not name.startswith(FROZEN)}


def from_package() -> Network:
    """A network on the package's encoder, its heads untrained."""
    with quiet():
        encoder = BertModel.from_pretrained(minilm.folder(), add_pooling_layer=False, local_files_only=True)
    return Network(encoder)


@contextmanager
def quiet():
    """transformers reports the pooler we leave out, with a progress bar: nobody needs to know."""
    before = logging.get_verbosity()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(before)
        logging.enable_progress_bar()


def from_config(config: BertConfig) -> Network:
    """A network with random weights: for tests of the machinery."""
    return Network(BertModel(config, add_pooling_layer=False))


def tokenizer():
    """The package's own fast tokenizer."""
    return AutoTokenizer.from_pretrained(minilm.folder(), local_files_only=True)


def tensors(
    token_lists: list[list[int]], kinds: list[str]
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Tokens padded with 0, the mask and the kinds' numbers, ready for `Network.forward`."""
    length = max(map(len, token_lists))
    tokens = torch.zeros((len(token_lists), length), dtype=torch.long)
    mask = torch.zeros_like(tokens)
    for row, ids in enumerate(token_lists):
        tokens[row, : len(ids)] = torch.tensor(ids)
        mask[row, : len(ids)] = 1
    return tokens, mask, torch.tensor([KINDS.index(kind) for kind in kinds])
