"""Comments as weighted words, and which of them the theme list does not explain. Pure; needs scikit-learn."""

import numpy as np
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfVectorizer
from sklearn.preprocessing import normalize

from insights.emerging.told import Told
from sentiment.alike.words import STOCK, words_of

FEWEST_COMMENTS = 3  # that have a word, for it to count
SURE = 0.5  # below this the model itself would not bet on any theme
NO_THEME = "Labelling not possible"
FEWEST_OF_A_THEME = 20  # earlier comments, to know its usual words
FAR = 0.25  # a comment further from its themes' usual words than three quarters of theirs


def telling(text: str) -> list[str]:
    """The words that tell one story from another, plurals as singulars: "Pigeons on the ramps" -> [pigeon, ramp]."""
    return [
        singular(word)
        for word in words_of(text)
        if len(word) > 2 and word not in STOCK and word not in ENGLISH_STOP_WORDS and not word.isdecimal()
    ]


def singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def weighted(comments: list[Told]):
    """(sparse matrix of one unit row a comment, its words by column). The matrix is None without common words."""
    vectors = TfidfVectorizer(analyzer=telling, min_df=FEWEST_COMMENTS, sublinear_tf=True, dtype=np.float64)
    try:
        matrix = vectors.fit_transform(one.text for one in comments)
    except ValueError:  # no word is in three comments
        return None, []
    return matrix, vectors.get_feature_names_out()


def centres(matrix, groups: list[list[int]]):
    """The mean of each group of rows, as unit rows."""
    return normalize(np.vstack([np.asarray(matrix[rows].mean(axis=0)) for rows in groups]))


def unexplained(now: list[Told], before: list[Told], matrix) -> list[int]:
    """Which of `now` the theme list does not explain, by place. `matrix` has the rows of `now`, then of `before`.

    Those without a theme, those whose themes the model is unsure of, and those far from
    the words that comments of their themes usually have. A theme too rare to have usual
    words explains nothing.
    """
    usual = _usual(before, matrix[len(now) :])
    return [
        place
        for place, one in enumerate(now)
        if matrix[place].nnz
        and (
            one.sure < SURE
            or not set(one.themes) - {NO_THEME}
            or all(_far(matrix[place], usual.get(theme)) for theme in one.themes)
        )
    ]


def _usual(before, matrix):
    """Theme -> (its usual words as a unit row, the similarity below which a comment is far from them)."""
    usual = {}
    for theme in sorted({theme for one in before for theme in one.themes}):
        rows = [place for place, one in enumerate(before) if theme in one.themes and matrix[place].nnz]
        if len(rows) >= FEWEST_OF_A_THEME:
            centre = centres(matrix, [rows])[0]
            usual[theme] = centre, float(np.quantile(matrix[rows] @ centre, FAR))
    return usual


def _far(row, usual):
    return usual is None or float((row @ usual[0])[0]) < usual[1]
