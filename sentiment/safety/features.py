"""A sentence as numbers: the mean of its words' states half way up the engine's own encoder.

Half way, because the upper layers were trained to tell themes and feelings apart and have let
go of much else; and it costs half. The words are read without their question.
"""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from transformers import BertModel

from sentiment.engines.batches import by_length
from sentiment.engines.network import Network, tensors
from sentiment.engines.precision import half_precision

LAYERS = 3
# A sentence has at most 30 words; only nonsense is longer than this.
MOST_TOKENS = 128

Features = Callable[[Sequence[str]], np.ndarray]


def of(network: Network, tokenizer, half: bool) -> Features:
    """A function from sentences to (sentences, width) of float32, on the network's first layers.

    It shares the network's weights. `half` computes in bfloat16.
    """
    lower = _lower(network)

    def features(sentences: Sequence[str]) -> np.ndarray:
        found = np.zeros((len(sentences), network.encoder.config.hidden_size), np.float32)
        if not len(sentences):
            return found
        device = next(network.parameters()).device
        tokens = tokenizer(list(sentences), truncation=True, max_length=MOST_TOKENS)["input_ids"]
        with torch.inference_mode(), half_precision(device, half):
            for batch in by_length([len(ids) for ids in tokens]):
                inputs = tensors([tokens[at] for at in batch], [""] * len(batch))
                ids, mask, kinds = (tensor.to(device) for tensor in inputs)
                words = network.encoder.embeddings.word_embeddings(ids) + network.kind(kinds)[:, None]
                states = lower(inputs_embeds=words, attention_mask=mask).last_hidden_state.float()
                weights = mask[..., None].float()
                found[batch] = ((states * weights).sum(1) / weights.sum(1)).cpu().numpy()
        return found

    return features


def _lower(network: Network) -> BertModel:
    """An encoder of the network's own first layers. Made on "meta", so that it takes no memory itself."""
    config = type(network.encoder.config)(**network.encoder.config.to_dict() | {"num_hidden_layers": LAYERS})
    with torch.device("meta"):
        lower = BertModel(config, add_pooling_layer=False)
    lower.embeddings = network.encoder.embeddings
    lower.encoder.layer = network.encoder.encoder.layer[:LAYERS]
    return lower.eval()
