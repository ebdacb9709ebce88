from xml.etree import ElementTree

from sentiment.training.plot import SIDE, reliability_svg

CURVES = {
    "sentiment": {
        "error": 0.051,
        "curve": [{"answers": 4, "sure": 0.5, "right": 0.25}, {"answers": 1, "sure": 1, "right": 1}],
    },
    "themes": {"error": 0.0, "curve": []},
}


def drawn():
    return ElementTree.fromstring(reliability_svg(CURVES))


def test_each_bin_is_a_point_at_its_two_shares():
    points = [
        (float(one.get("cx")), float(one.get("cy")))
        for one in drawn().iter("{http://www.w3.org/2000/svg}circle")
    ]
    assert points == [(SIDE * 0.5, SIDE * 0.75), (SIDE, 0)]


def test_the_bin_with_most_answers_has_the_largest_point():
    radii = [float(one.get("r")) for one in drawn().iter("{http://www.w3.org/2000/svg}circle")]
    assert radii[0] > radii[1]


def test_the_picture_says_in_words_what_it_shows():
    assert "sentiment, expected calibration error 0.051; themes" in drawn().get("aria-label")
