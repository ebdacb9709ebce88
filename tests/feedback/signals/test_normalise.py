from feedback.signals.normalise import read


def test_sentences_cover_the_plain_words_each_with_its_full_stop():
    plain = read("He fell! Nobody came... we rang at 8.30")
    assert [words for _, _, words in plain.sentences] == [
        ["he", "fell", "."],
        ["nobody", "came", "."],
        ["we", "rang", "at", "8", "."],
        ["30"],
    ]
    assert "".join(plain.words[begin:end] for begin, end, _ in plain.sentences) == plain.words


def test_no_words_are_no_sentences():
    assert read(" \n ").sentences == ()
    assert [words for _, _, words in read("?!").sentences] == [["."]]
