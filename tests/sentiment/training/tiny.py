"""A network like ours in little, so that training can be tried in seconds."""

from transformers import BertConfig

from sentiment.engines import network


def tiny():
    """A network like ours in little, with random weights."""
    return network.from_config(
        BertConfig(
            hidden_size=64,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=64,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
            initializer_range=0.2,
        )
    )
