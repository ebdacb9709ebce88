import pytest

from sentiment import languages
from sentiment.engines import UNKNOWN_LANGUAGE

OTHERS = [
    ("cy", "Roedd y nyrsys yn garedig iawn wrth fy mam"),
    ("pl", "Nikt mi nie powiedział co się dzieje z moim tatą"),
    ("ro", "am asteptat mult si nu mi sa spus nimic"),
    ("es", "El personal fue muy amable conmigo todo el tiempo"),
    ("pt", "Esperei quatro horas e ninguém me disse nada"),
    ("fr", "Les infirmières étaient très gentilles avec moi"),
    ("de", "Ich habe sechs Stunden gewartet und niemand kam"),
    ("it", "Gli infermieri erano molto gentili con tutti"),
    ("lt", "Slaugytojos buvo labai malonios su manimi"),
    ("tr", "Hemşireler bana çok iyi davrandı teşekkürler"),
    ("so", "Shaqaaluhu aad bay u fiicnaayeen oo way i caawiyeen"),
    ("ur", "عملہ بہت مہربان تھا اور میری بات سنی"),
    ("ar", "كان الموظفون طيبين جدا معي"),
    ("fa", "پرستاران با من بسیار مهربان بودند"),
    ("bn", "নার্সরা খুব ভালো ছিলেন"),
    ("pa", "ਸਟਾਫ ਬਹੁਤ ਚੰਗਾ ਸੀ"),
    ("gu", "નર્સો ખૂબ સારી હતી"),
    ("ta", "செவிலியர்கள் மிகவும் அன்பானவர்கள்"),
    ("zh", "非常好的医生，谢谢"),
    ("uk", "Медсестри були дуже добрі до мене"),
]
ODD_ENGLISH = [
    "staff ver nise thak u so mutch evry one",
    "dr wos rely gud n kind 2 me",
    "nobody cum wen i prest da buza all nite",
    "nurs lafd at me an sed go way",
    "wanted see dr sam day no apointmnt agen",
    "Ta. A1. Top lads, ace banter.",
    "Dr Llewellyn and Nurse Wojciechowska at Ysbyty were lovely",
    "Saw Dr Garcia Lopez re metformin gliclazide ramipril",
    "Listen, listen, listen to me please.",
    "Information, discussion, explanation, patience, attention.",
    "WAIT IN A&E 9 HRS NO BED NO FOOD",
    "The médecin was gentil but I waited for hours",
]


@pytest.mark.parametrize(("code", "text"), OTHERS)
def test_the_main_languages_of_england_are_told(code, text):
    assert languages.of([text]) == [code]
    assert not languages.is_read(code)


@pytest.mark.parametrize("text", ODD_ENGLISH)
def test_odd_english_is_never_called_another_language(text):
    assert languages.is_read(languages.of([text])[0])


@pytest.mark.parametrize(
    "text",
    [
        "mera shohar mujhe bohat maarta hai",
        "khana thanda tha magar mazay ka tha",
        "Waan dili doonaa dhakhtarkaas",
    ],
)
def test_a_language_nobody_can_name_is_still_not_english(text):
    assert languages.of([text]) == [UNKNOWN_LANGUAGE]
    assert not languages.is_read(UNKNOWN_LANGUAGE)


@pytest.mark.parametrize(
    "text", ["", "ok", "bardzo dobrze", "12345 67 8 9 10", "!!! ??? ... --- ,,,", "😀😀😀😀😀"]
)
def test_too_little_says_nothing(text):
    assert languages.of([text]) == [""]


def test_answers_keep_the_order_of_the_texts():
    texts = ["ok", OTHERS[0][1], "The nurses were kind and the ward was clean", ""]
    assert languages.of(texts) == ["", "cy", "en", ""]
