from sentiment.engines.network import tokenizer
from sentiment.engines.pieces import MOST_TOKENS, pieces


def test_tokens_are_those_that_the_model_was_trained_on(comments):
    texts, _ = comments
    trained = tokenizer()(texts)["input_ids"]
    assert [piece.ids.tolist() for piece in pieces(texts)] == trained


def test_each_token_knows_where_it_stands():
    text = "Café staff were kind"
    (piece,) = pieces([text])
    assert [text[start:end] for start, end in piece.places] == ["", "Café", "staff", "were", "kind", ""]


def test_a_long_text_is_cut_and_nothing_of_it_is_lost():
    text = "long " * 1_200
    cut = pieces(["short", text])
    assert [piece.owner for piece in cut] == [0, 1, 1, 1]
    assert all(len(piece.ids) <= MOST_TOKENS for piece in cut)
    starts = [start for piece in cut[1:] for start, end in piece.places if end]
    assert starts == list(range(0, 6_000, 5))
