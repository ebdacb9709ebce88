"""A person's words as staff read them, and what a model or a colleague made of each comment."""

from django.utils.translation import get_language_info

from feedback.models import Comment, Feedback, Question
from feedback.signals.kinds import KINDS
from sentiment.coding import Suggestion, suggested
from sentiment.engines import UNKNOWN_LANGUAGE
from sentiment.models import Classification
from sentiment.themes import BY_NAME, SENTIMENTS
from triage.case.highlights import marked, quoted
from triage.routing import TOLD as BODIES
from triage.routing.bodies import SIGNPOSTS, TOLD
from triage.severity import in_words

ALSO_SHOWN = 3  # themes the model thought of but did not choose
CODES_SHOWN = 4  # suggestions of each list: the likeliest


def read_comments(thread: list[Feedback]) -> dict[int, list[dict]]:
    """Feedback id -> its comments: {comment, question, reading, words}. Three queries, however many there are.

    `words` is the comment's text as HTML, with the words marked that carried its reading.
    """
    in_thread = Classification.objects.filter(comment__feedback__in=thread).select_related("model", "by")
    in_force = {one.comment_id: one for one in in_thread.current()}
    # The newest machine reading of each comment: later rows replace earlier ones in the dict.
    by_machine = {one.comment_id: one for one in in_thread.by_machine().order_by("id")}
    read = {feedback.pk: [] for feedback in thread}
    for comment in Comment.objects.filter(feedback__in=thread):
        stands, machine = in_force.get(comment.pk), by_machine.get(comment.pk)
        read[comment.feedback_id].append(
            {
                "comment": comment,
                "question": Question(comment.question).label,
                "reading": reading(comment.text, stands, machine),
                "words": marked(comment.text, why(stands, machine)),
            }
        )
    return read


def reading(text: str, in_force: Classification | None, by_machine: Classification | None) -> dict | None:
    """What stands for one comment, and the machine's shares behind it. None while nobody has read it.

    {id, feeling, themes, corrected_by, note, language, error, model, shares, also, signals, severity,
    because, subjects, statements, crosswalk}; `shares` are (feeling in words, share) and `also` (theme,
    share), both as the machine saw them; `because` are (label in words, the words of `text` that carried it).
    """
    if in_force is None:
        return None
    codes = suggested(in_force)
    shares = by_machine.themes if by_machine else {}
    unchosen = sorted(
        (name for name in shares if name not in in_force.predicted_themes), key=shares.get, reverse=True
    )
    return {
        "id": in_force.pk,
        "feeling": SENTIMENTS.get(in_force.sentiment, ""),
        "themes": [(theme_words(name), shares.get(name)) for name in in_force.predicted_themes],
        "also": [(theme_words(name), shares[name]) for name in unchosen[:ALSO_SHOWN]],
        "corrected_by": in_force.by,
        "made_at": in_force.made_at,
        "note": in_force.note,
        "language": language_words(in_force.language),
        "error": in_force.error,
        "model": by_machine.model.name if by_machine else "",
        "shares": [
            (SENTIMENTS[int(label)], share)
            for label, share in sorted((by_machine.probabilities if by_machine else {}).items())
        ],
        "signals": [
            {"means": kind_means(one["kind"]), "words": one["words"]} for one in signals(in_force, by_machine)
        ],
        "severity": in_words(in_force.severity),
        "because": [
            (label_words(label, in_force), quotes)
            for label, places in why(in_force, by_machine).items()
            if (quotes := quoted(text, places))
        ],
        "subjects": [code(one) for one in codes.subjects[:CODES_SHOWN]],
        "statements": [code(one) for one in codes.statements[:CODES_SHOWN]],
        "crosswalk": codes.crosswalk,
    }


def why(in_force: Classification | None, by_machine: Classification | None) -> dict[str, list]:
    """{label: places in the text} for the labels that stand: none for what a person has corrected away."""
    if in_force is None or by_machine is None:
        return {}
    agreed = ["sentiment"] if in_force.sentiment and in_force.sentiment == by_machine.sentiment else []
    labels = [*agreed, *in_force.predicted_themes]
    return {label: by_machine.why[label] for label in labels if label in by_machine.why}


def label_words(label: str, in_force: Classification) -> str:
    """What a reading says, in words: "Feeling very negative", or the theme."""
    if label == "sentiment":
        return f"Feeling {SENTIMENTS[in_force.sentiment]}"
    return theme_words(label)


def code(suggestion: Suggestion) -> dict:
    """A suggested code as pages show it: {name, group, share, source, reason}, by its strongest reason."""
    strongest = suggestion.because[0]
    words = theme_words if strongest.source == "theme" else kind_means
    return {
        "name": suggestion.entry.name,
        "group": getattr(suggestion.entry, "key_question", ""),
        "share": suggestion.share,
        "source": words(strongest.name),
        "reason": strongest.reason,
    }


def signals(in_force: Classification, by_machine: Classification | None) -> list[dict]:
    """What bears on safety: a model that read the words after a person corrected them may have found more."""
    later = by_machine.signals if by_machine else []
    return [*in_force.signals, *(one for one in later if one not in in_force.signals)]


def theme_words(name: str) -> str:
    """A theme in the public's words; one of an older list as it was called."""
    return BY_NAME[name].in_words if name in BY_NAME else name


def kind_means(kind: str) -> str:
    """A kind of signal in plain words: "self_harm" -> "the person may hurt themselves or end their life"."""
    return KINDS[kind].means if kind in KINDS else kind.replace("_", " ")


def language_words(code: str) -> str:
    """ "cy" -> "Welsh"; "und" -> "another language"; a code we have no name for as it is; "" when it could not be told."""
    if code == UNKNOWN_LANGUAGE:
        return "another language"
    try:
        return get_language_info(code)["name"] if code else ""
    except KeyError:
        return code


def body_words(body: str) -> str:
    """A body that was told, in words: "cqc" -> "Care Quality Commission (CQC)"."""
    return BODIES.get(body) or TOLD.get(body) or body.replace("_", " ")


def signpost_words(name: str) -> str:
    """Where a person was pointed, in words."""
    return SIGNPOSTS.get(name) or name.replace("_", " ")
