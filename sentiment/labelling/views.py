"""The labelling screen: one comment, a label in one press, the next comment."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from organisations.permissions import allowed, within
from sentiment.labelling import answering
from sentiment.labelling.agreement import between_people
from sentiment.labelling.asking import MAY, comment_shown, guess_of, next_turn, turns_of
from sentiment.labelling.forms import LabelForm
from sentiment.labelling.models import Labelling
from sentiment.themes import BY_NAME, SENTIMENTS

REFUSED = 422


@never_cache
@require_GET
@allowed(MAY)
def ask(request):
    """The next comment for this person, or the news that there is none."""
    turn = next_turn(request.user)
    if turn is None:
        return render(request, "sentiment/labelling/none.html", _progress(request.user))
    return _page(request, turn, LabelForm(guess=None if turn.seconds_id else guess_of(turn.comment)))


@require_POST
@allowed(MAY)
def answer(request, pk):
    """What they said of it: the model had it right, their own answer, or nothing (`skip`)."""
    turn = get_object_or_404(turns_of(request.user).select_related("comment"), pk=pk)
    said = request.POST.get("say")
    if said == "skip":
        answering.skip(turn)
    elif said == "right" and not turn.seconds_id:
        guess = guess_of(turn.comment)
        answering.label(turn, sentiment=guess.sentiment, themes=guess.predicted_themes, by=request.user)
    else:
        form = LabelForm(request.POST)
        if not form.is_valid():
            return _page(request, turn, form)
        answering.label(turn, **form.cleaned_data, by=request.user)
    return redirect("labelling:ask")


@require_POST
@allowed(MAY)
def undo(request):
    """Take the last answer back and ask again."""
    if answering.take_back(request.user) is None:
        messages.warning(request, "There is no answer of today to take back.")
    return redirect("labelling:ask")


def _page(request, turn, form):
    comment_shown.send(sender=Labelling, comment=turn.comment, by=request.user)
    guess = None if turn.seconds_id else guess_of(turn.comment)
    return render(
        request,
        "sentiment/labelling/label.html",
        {
            "turn": turn,
            "question": turn.comment.get_question_display(),
            "guess": guess and _in_words(guess),
            "form": form,
            **_progress(request.user),
        },
        status=REFUSED if form.errors else 200,
    )


def _in_words(guess):
    themes = [BY_NAME[name].in_words for name in guess.predicted_themes if name in BY_NAME]
    return {"feeling": SENTIMENTS[guess.sentiment], "themes": themes}


def _progress(user):
    """How many they labelled today, their last answer, and how often people agree where they work."""
    own = Labelling.objects.filter(within(user, MAY, path="comment__feedback__"))
    return {
        "today": answering.answered_today(user).labelled().count(),
        "last": answering.last_of_today(user),
        "agreement": between_people(own),
    }
