"""The lists that fill the slots of meaning frames (`@name`). Plain spelling; `_` joins words."""

from feedback.signals.vocabulary import alarm, care, despair, medicine, people

VOCABULARY = {
    name: frozenset(word.replace("_", " ") for word in words.split())
    for module in (people, despair, alarm, care, medicine)
    for name, words in module.TERMS.items()
}
