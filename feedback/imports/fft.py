"""Friends and Family Test files, as suppliers of text messages, tablets and cards send them."""

from feedback.imports import values
from feedback.imports.source import Refused, Source
from feedback.models import Intent, Question

FIELDS = {
    "text": (
        "comment", "comments", "text", "response", "responses", "free text", "freetext", "free text comment",
        "fft comment", "comment text", "patient comment", "verbatim", "feedback", "answer text", "fft why",
        "please tell us why you gave your answer", "reason", "answer",
    ),
    "what_good": ("what was good", "what went well", "what did we do well", "what was good about your visit"),
    "could_improve": (
        "what could be better", "what could we do better", "how could we improve", "what could be improved",
        "what would have made it better", "even better if", "improvements",
    ),
    "question": ("question type", "question", "question text", "fft question", "question asked"),
    "fft_answer": (
        "fft score", "fft answer", "fft response", "fft rating", "score", "rating", "recommend", "overall experience",
        "overall how was your experience of our service", "response", "answer",
    ),
    "date": (
        "date received", "received date", "response date", "date of response", "date", "submitted", "date submitted",
        "submission date", "completed", "date completed", "timestamp", "created", "date time", "survey date",
    ),
    "service": (
        "ward", "ward name", "ward clinic", "ward or clinic", "clinic", "service", "service name", "department", "unit",
        "team", "location",
    ),
    "mode": ("mode", "mode of collection", "collection mode", "collection method", "method", "channel"),
    "organisation": (
        "ods code", "organisation code", "org code", "trust code", "provider code", "practice code", "site code",
    ),
    "id": ("comment id", "response id", "id", "record id", "feedback id", "unique id", "response reference"),
}  # fmt: skip
COMMENTS = {"what_good": Question.WHAT_GOOD, "could_improve": Question.COULD_IMPROVE}


def read(cells, place):
    """One row is one person's feedback: a comment, with the question it answers, or a comment a question."""
    day = values.day(cells.get("date", ""))
    if not day:
        place.note("had no date: the day they are first stored is used")
    organisation = place.organisation(cells.get("organisation", ""))
    service = place.service(cells.get("service", ""), organisation, day)
    comments = [(values.question(cells.get("question", "")), cells.get("text", ""))]
    comments += [(kind, cells.get(field, "")) for field, kind in COMMENTS.items()]
    comments = tuple((kind, words) for kind, words in comments if words)
    answer = values.fft_answer(cells.get("fft_answer", ""))
    if answer is None and cells.get("fft_answer"):
        place.note("had an answer that is not one of the six: kept without it")
    if not comments and answer is None:
        raise Refused("", "The row has no words and no answer.")
    mode = values.mode(cells.get("mode", ""))
    if not mode and cells.get("mode"):
        place.note("had a way of collection that is not one of the eight: kept without it")
    return {
        "organisation": service.organisation if service else organisation,
        "service": service,
        "intent": Intent.COMMENT,
        "comments": comments,
        "fft_answer": answer,
        "fft_mode": mode,
        "received_on": day,
    }


SOURCE = Source(
    name="fft",
    about="Friends and Family Test",
    fields=FIELDS,
    words=("text", "what_good", "could_improve"),
    read=read,
)
