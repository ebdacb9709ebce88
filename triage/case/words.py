"""A person's words as staff read them, and what a model or a colleague made of each comment."""

from django.utils.translation import get_language_info

from feedback.models import Comment, Feedback, Question
from feedback.signals.kinds import KINDS
from sentiment.models import Classification
from sentiment.themes import BY_NAME, SENTIMENTS
from triage.routing import TOLD as BODIES
from triage.routing.bodies import SIGNPOSTS, TOLD

ALSO_SHOWN = 3  # themes the model thought of but did not choose


def read_comments(thread: list[Feedback]) -> dict[int, list[dict]]:
    """Feedback id -> its comments: {comment, question, reading}. Three queries, however many there are."""
    in_thread = Classification.objects.filter(comment__feedback__in=thread).select_related("model", "by")
    in_force = {one.comment_id: one for one in in_thread.current()}
    # The newest machine reading of each comment: later rows replace earlier ones in the dict.
    by_machine = {one.comment_id: one for one in in_thread.by_machine().order_by("id")}
    read = {feedback.pk: [] for feedback in thread}
    for comment in Comment.objects.filter(feedback__in=thread):
        read[comment.feedback_id].append(
            {
                "comment": comment,
                "question": Question(comment.question).label,
                "reading": reading(in_force.get(comment.pk), by_machine.get(comment.pk)),
            }
        )
    return read


def reading(in_force: Classification | None, by_machine: Classification | None) -> dict | None:
    """What stands for one comment, and the machine's shares behind it. None while nobody has read it.

    {id, feeling, themes, corrected_by, note, language, error, model, shares, also, signals};
    `shares` are (feeling in words, share) and `also` (theme, share), both as the machine saw them.
    """
    if in_force is None:
        return None
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
        "signals": [{"means": kind_means(one["kind"]), "words": one["words"]} for one in in_force.signals],
    }


def theme_words(name: str) -> str:
    """A theme in the public's words; one of an older list as it was called."""
    return BY_NAME[name].in_words if name in BY_NAME else name


def kind_means(kind: str) -> str:
    """A kind of signal in plain words: "self_harm" -> "the person may hurt themselves or end their life"."""
    return KINDS[kind].means if kind in KINDS else kind.replace("_", " ")


def language_words(code: str) -> str:
    """ "cy" -> "Welsh"; a code we have no name for as it is; "" when it could not be told."""
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
