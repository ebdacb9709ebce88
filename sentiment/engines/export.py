"""From a trained model to its fast form: the same network, mostly in eight-bit integers, for processors.

What each layer's numbers range over is measured once, on real comments, and fixed: so an answer
does not depend on what else is read beside it, as it would if the range were taken from each batch.
The word embeddings stay outside; they are looked up in the package.
"""

from collections.abc import Sequence
from pathlib import Path

import nncf
import numpy as np
import openvino
import torch
from nncf.quantization.advanced_parameters import OverflowFix
from nncf.quantization.range_estimator import RangeEstimatorParametersSet
from openvino import opset13 as opset
from torch import nn

from sentiment.engines import artefact, card, minilm, network
from sentiment.engines.agreement import agreement
from sentiment.engines.fast import GRAPH, GRAPH_WEIGHTS, FastEngine, inputs
from sentiment.engines.hashes import sha256_of
from sentiment.engines.packing import batches
from sentiment.engines.pieces import Piece, pieces
from sentiment.engines.questions import KINDS
from sentiment.engines.transformer import TransformerEngine

# Not in integers but as the processor's floating point has it: where rounding was measured to change most
# answers: the second half of each layer's own network, and the first half of the first three, whose errors pass
# through all the others. About a sixth slower than all in integers, and half the error.
KEPT = (r".*layer\.\d+\.output\.dense.*", r".*layer\.[012]\.intermediate\.dense.*")
# Added to the attention of a word to another comment's: as good as none.
FAR = -1e4
# Numbers in a weight matrix that is worth halving.
LARGE = 100_000


class Packed(nn.Module):
    """The network as `fast.Graph` feeds it: comments side by side in a row, each blind to its neighbours."""

    def __init__(self, net: network.Network):
        super().__init__()
        self.net = net

    def forward(self, words: torch.Tensor, positions: torch.Tensor, owners: torch.Tensor) -> torch.Tensor:
        """Shapes as `fast.inputs` gives them; (rows, length, ANSWERS)."""
        apart = (owners[:, :, None] != owners[:, None, :]).to(words.dtype)[:, None] * FAR
        states = self.net.encoder(inputs_embeds=words, position_ids=positions, attention_mask=apart)
        return self.net.by_word(states.last_hidden_state)


def export(
    folder: Path,
    ranges: tuple[Sequence[str], Sequence[str]],
    unseen: tuple[Sequence[str], Sequence[str]],
    data: dict,
) -> dict[str, float]:
    """Write the fast form into `folder` beside the weights, and into its card. Returns its agreement.

    `ranges` are comments and their questions to measure ranges on, some hundreds; `unseen` are others
    to compare the two engines on; `data` says in the card where they came from. Raises EngineUnavailable.
    """
    described = card.read(folder)
    net = network.from_package()
    artefact.fill(net, folder)
    openvino.save_model(_halved(_in_integers(_graph(net), net, *ranges)), folder / GRAPH)
    described["fast"] = {
        "runtime": f"openvino {openvino.__version__.split('-')[0]}",
        "files": {name: sha256_of(folder / name) for name in (GRAPH, GRAPH_WEIGHTS)},
        "ranges": {"nncf": nncf.__version__, "comments": len(ranges[0]), "data": data},
    }
    card.write(folder, described)
    same = agreement(FastEngine.load(folder).read(*unseen), TransformerEngine.load(folder).read(*unseen))
    described["fast"]["agreement"] = {"comments": len(unseen[0]), **same}
    card.write(folder, described)
    return described["fast"]["agreement"]


def _graph(net: network.Network) -> openvino.Model:
    width = net.encoder.config.hidden_size
    example = torch.zeros(2, 16, width), torch.zeros(2, 16, dtype=torch.int32), torch.ones(2, 16)
    shapes = [openvino.PartialShape([-1, -1, *rest]) for rest in ([width], [], [])]
    with torch.no_grad():
        return openvino.convert_model(Packed(net).eval(), example_input=example, input=shapes)


def _in_integers(
    graph: openvino.Model, net: network.Network, texts: Sequence[str], questions: Sequence[str]
) -> openvino.Model:
    kinds = net.kind.weight.detach().numpy()

    def alone(piece: Piece) -> tuple[np.ndarray, ...]:
        (batch,) = batches([len(piece.ids)])
        number = KINDS.index(questions[piece.owner])
        given = inputs(batch, [piece.ids], [number], minilm.word_embeddings(), kinds)
        return tuple(array[:1, : len(piece.ids)] for array in given)  # padding has no place in the ranges

    cut = pieces(texts)
    return nncf.quantize(
        graph,
        nncf.Dataset(cut, alone),
        subset_size=len(cut),
        model_type=nncf.ModelType.TRANSFORMER,
        preset=nncf.QuantizationPreset.MIXED,
        ignored_scope=nncf.IgnoredScope(patterns=list(KEPT), validate=False),
        advanced_parameters=nncf.AdvancedQuantizationParameters(
            activations_range_estimator_params=RangeEstimatorParametersSet.MINMAX,
            # Processors without VNNI add two eight-bit products into sixteen bits, which overflow: with half
            # the range for weights they cannot, and every processor gives the same answers.
            overflow_fix=OverflowFix.ENABLE,
        ),
    )


def _halved(graph: openvino.Model) -> openvino.Model:
    """The graph with its large floating-point weights in half precision, as training keeps them: nothing is lost."""
    for constant in graph.get_ops():
        if constant.get_type_name() != "Constant" or constant.get_element_type() != openvino.Type.f32:
            continue
        if constant.data.size >= LARGE:
            users = constant.output(0).get_target_inputs()
            half = opset.convert(opset.constant(constant.data.astype(np.float16)), "f32")
            for user in users:
                user.replace_source_output(half.output(0))
    return graph
