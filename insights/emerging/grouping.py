"""Groups among the comments that the theme list does not explain. Pure and deterministic; needs scikit-learn.

Words are weighted by TF-IDF, reduced by a truncated SVD (latent semantic analysis,
Deerwester et al. 1990) and grouped by density with HDBSCAN (Campello, Moulavi and Sander
2013), which leaves what stands alone ungrouped. A group is named by the words it has
more than all other comments (class-based TF-IDF, Grootendorst 2022). Whoever uses those
words belongs to it, in the period and before: the same count on both sides, so that what
grew did not only seem to because the groups were looked for among the new comments.
"""

from collections import Counter

import numpy as np
from scipy.special import bdtrc
from sklearn.cluster import HDBSCAN
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize

from insights.emerging.told import FEWEST_BEFORE, FEWEST_PEOPLE, Found, Group, Told
from insights.emerging.vectors import centres, singular, unexplained, weighted
from sentiment.alike.words import words_of

DIMENSIONS = 200  # with 50, a story of seven people in 12,000 comments is lost
SEED = 0
MOST_GROUPED = 8000  # comments, evenly taken: HDBSCAN compares each with each
NEIGHBOURS = 2  # how many near ones make a dense place
NAMED_BY = 4  # words
IN_COMMENTS = 3  # of the group, that have a word, for it to name the group
BELONGS = 0.5  # share of the name's weight that a comment's words must carry
GROWN = 2.0  # times as large a share of all comments as before
CHANCE = 0.002  # how likely a group may be to have grown so by chance alone


def find(now: list[Told], before: list[Told]) -> Found:
    """The groups of `now` that are new or have grown against `before`: new ones first, then the largest.

    With too few comments before to compare with, every group of `now`.
    """
    now, before = (sorted(told, key=lambda one: one.comment) for told in (now, before))
    matrix, columns = weighted(now + before)
    if matrix is None:
        return Found((), len(now), len(before), 0)
    odd = unexplained(now, before, matrix)
    seeds = _dense(matrix, odd[:: max(1, -(-len(odd) // MOST_GROUPED))])
    share = len(now) / (len(now) + len(before))
    groups = [
        group
        for group in _counted(seeds, matrix, columns, now, before)
        if group.people >= FEWEST_PEOPLE and (len(before) < FEWEST_BEFORE or _grew(group, share))
    ]
    groups.sort(key=lambda group: (group.people_before > 0, -group.people, group.words))
    return Found(tuple(_apart(groups)), len(now), len(before), len(odd))


def _apart(groups):
    """The groups in order, without those that are mostly part of one before them."""
    kept = []
    for group in groups:
        ours = {comment for comment, _ in group.comments}
        if all(2 * len(ours & {comment for comment, _ in one.comments}) <= len(ours) for one in kept):
            kept.append(group)
    return kept


def _grew(group, share):
    """Whether more of the group is of the period than its `share` of all comments, and that not by chance."""
    now, everyone = group.people, group.people + group.people_before
    chance = bdtrc(now - 1, everyone, share)  # of as many or more, were each as likely new as any comment is
    return now * (1 - share) >= GROWN * group.people_before * share and chance < CHANCE


def _dense(matrix, rows) -> list[list[int]]:
    """Groups of these rows where they lie densely, each in order."""
    dimensions = min(DIMENSIONS, matrix.shape[1] - 1, len(rows) - 1)
    if len(rows) < 2 * FEWEST_PEOPLE or dimensions < 2:
        return []
    reduced = normalize(TruncatedSVD(dimensions, random_state=SEED).fit_transform(matrix[rows]))
    found = HDBSCAN(FEWEST_PEOPLE, min_samples=NEIGHBOURS, copy=True).fit_predict(reduced)
    return [[rows[place] for place in np.flatnonzero(found == label)] for label in range(found.max() + 1)]


def _counted(seeds, matrix, columns, now, before):
    """A Group for each of the seeds that has a name: everyone who uses the words of the name."""
    if not seeds:
        return
    present = matrix.astype(bool).astype(np.float64)
    nearness = matrix @ centres(matrix, seeds).T
    for label, name in enumerate(_names(seeds, present)):
        if not name:
            continue
        used = present[:, list(name)] @ (np.array(list(name.values())) / sum(name.values()))
        rows = np.flatnonzero(used >= BELONGS)
        told = [(now[row], float(nearness[row, label])) for row in rows if row < len(now)]
        told.sort(key=lambda pair: (-pair[1], pair[0].comment))
        yield Group(
            words=_as_written([columns[column] for column in name], [one for one, _ in told]),
            comments=tuple((one.comment, round(near, 4)) for one, near in told),
            people=len({one.feedback for one, _ in told}),
            people_before=len({before[row - len(now)].feedback for row in rows if row >= len(now)}),
        )


def _names(seeds, present):
    """For each group {column: weight}, the heaviest first: W = tf * log(1 + A / f), all other comments one more class.

    tf is in how many of the group's comments a word stands, f in how many of all, A the mean of a class.
    """
    everywhere = np.asarray(present.sum(axis=0)).ravel()
    average = everywhere.sum() / (len(seeds) + 1)
    for rows in seeds:
        inside = np.asarray(present[rows].sum(axis=0)).ravel()
        weight = inside * np.log1p(average / everywhere)
        heaviest = np.lexsort((np.arange(len(weight)), -weight))[:NAMED_BY]
        yield {int(column): weight[column] for column in heaviest if inside[column] >= IN_COMMENTS}


def _as_written(words, told):
    """Each word as most people of the group wrote it: "pigeon" -> "pigeons"."""
    written = Counter(word for one in told for word in words_of(one.text))
    return tuple(
        max(
            (form for form in written if singular(form) == word),
            key=lambda form: (written[form], form),
            default=word,
        )
        for word in words
    )
