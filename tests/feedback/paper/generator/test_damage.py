"""Damage: each keeps the page a page, and changes it; plans say what they do."""

import cv2
import numpy as np
import pytest

from feedback.paper.generator import damage, pictures
from feedback.paper.generator.camera import photographed
from feedback.paper.generator.chance import chance
from feedback.paper.generator.mixes import MIXES, Plan, apply, plan

DPI = 60
SCALE = DPI / 25.4


def page(colour=False):
    made = np.full((round(297 * SCALE), round(210 * SCALE)), 255, np.uint8)
    cv2.putText(made, "Tell us", (60, 300), cv2.FONT_HERSHEY_SIMPLEX, 3, 0, 6)
    return cv2.merge([made] * 3) if colour else made


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("name", damage.DAMAGES)
def test_a_damage_changes_a_page_and_keeps_its_size_and_its_words(name, colour):
    before = page(colour)
    after = damage.DAMAGES[name](before.copy(), 1.0, chance(name, 3), SCALE)
    assert (after.shape, after.dtype) == (before.shape, np.uint8)
    assert (after != before).any()
    # What was black is still darker than what was white.
    assert after[before == 0].mean() < after[before == 255].mean() - 60


@pytest.mark.parametrize("name", damage.DAMAGES)
def test_the_same_chance_does_the_same_damage(name):
    one, other = (damage.DAMAGES[name](page(), 0.7, chance(name, 1), SCALE) for _ in range(2))
    assert (one == other).all()


def test_a_photograph_shows_the_whole_page_and_some_table():
    after = photographed(page(True), 0.5, chance("photo"), SCALE)
    assert 1.0 < after.shape[0] / page().shape[0] < 1.3


@pytest.mark.parametrize(
    ("turned", "shape"), [(0, (702, 496)), (90, (496, 702)), (180, (702, 496)), (270, (496, 702))]
)
def test_pages_lie_turned_as_the_plan_says(turned, shape):
    before = page()
    after = apply(before.copy(), Plan(dpi=DPI, orientation=turned), chance("turn"))
    assert after.shape == shape == (np.rot90(before, -turned // 90)).shape
    assert (np.rot90(after, turned // 90) == before).all()


def test_a_page_laid_on_the_glass_is_turned_by_the_degrees_asked():
    line = np.full((400, 400), 255, np.uint8)
    line[199:201, 50:350] = 0
    after = damage.laid(line, degrees=3, fit=0.97, shift=(0, 0), edge=255, scale=SCALE)
    ys, xs = np.nonzero(after < 128)
    slope = np.polyfit(xs, ys, 1)[0]
    assert np.degrees(np.arctan(slope)) == pytest.approx(-3, abs=0.2)


@pytest.mark.parametrize("mix", MIXES)
def test_plans_stay_within_their_mix(mix):
    allowed = MIXES[mix]
    for number in range(200):
        made = plan(allowed, chance("plan", number))
        assert abs(made.degrees) <= allowed.skew or made.photo is not None
        assert 0.94 <= made.fit <= 1
        assert 150 <= made.dpi <= 300
        assert all(0 <= strength <= allowed.strength for _, strength in made.damages)
        assert made.quality == 0 or 40 <= made.quality <= 92
        assert not (made.bits and made.dpi not in (200, 300))


@pytest.mark.parametrize("one_bit", [True, False])
def test_black_and_white_can_be_asked_for_or_ruled_out(one_bit):
    assert all(bool(plan(MIXES["hard"], chance(n), one_bit=one_bit).bits) is one_bit for n in range(50))


def test_a_pdf_of_pictures_gives_back_every_page_in_its_size(tmp_path):
    import pypdfium2

    grey, colour = page(), page(True)
    contents = [
        pictures.kept(grey, dpi=DPI, quality=80)[0],
        pictures.kept(grey, dpi=DPI, bits="otsu")[0],
        pictures.kept(grey, dpi=DPI)[0],
        pictures.kept(colour, dpi=DPI, quality=80)[0],
    ]
    assert pictures.write_pdf(tmp_path / "pile.pdf", contents) == 4
    document = pypdfium2.PdfDocument(tmp_path / "pile.pdf")
    for one in document:
        assert one.get_size() == pytest.approx((595, 842), abs=2)
        seen = one.render(scale=DPI / 72).to_numpy()[:, :, 0]
        assert seen[: grey.shape[0], : grey.shape[1]].shape == grey.shape
        assert np.abs(seen[: grey.shape[0], : grey.shape[1]].astype(int) - grey).mean() < 5
    document.close()
