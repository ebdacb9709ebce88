"""What the app sends, and what it is told. Well-formed is asked here; true is asked by intake."""

from collections.abc import Mapping

from rest_framework import serializers

from feedback.models import About, Channel, Consent, FftAnswer, Intent, Question, ReplyBy
from feedback.submission import CONTACT_FIELDS, LONGEST_COMMENT, Submission
from organisations.models import Kind, Organisation, Service

UNKNOWN = "We do not know this field. Check how it is spelt."


class Known(serializers.Serializer):
    """Refuses a name it does not know: a slip of spelling must not lose what a person said."""

    def to_internal_value(self, data):
        names = data if isinstance(data, Mapping) else ()
        unknown = {name[:60]: [UNKNOWN] for name in names if name not in self.fields}
        try:
            known = super().to_internal_value(data)
        except serializers.ValidationError as problem:
            raise serializers.ValidationError({**problem.detail, **unknown}) from None
        if unknown:
            raise serializers.ValidationError(unknown)
        return known


class Choice(serializers.ChoiceField):
    """A choice that, when wrong, names the right ones."""

    def __init__(self, choices, **given):
        super().__init__(choices, **given)
        named = ", ".join(str(one) for one in self.choices)
        self.error_messages["invalid_choice"] = f"Choose one of: {named}."


class CommentIn(Known):
    """One answer, in the person's own words."""

    question = Choice(
        Question.choices, default=Question.NONSPECIFIC, help_text="Which question this answers."
    )
    text = serializers.CharField(
        allow_blank=True,
        trim_whitespace=False,
        max_length=LONGEST_COMMENT,
        help_text="The person's own words.",
    )


class ContactIn(Known):
    """Kept apart from the words, encrypted, and read only where a reply is written."""

    name = serializers.CharField(required=False, allow_blank=True, max_length=200)
    email = serializers.EmailField(required=False, allow_blank=True, max_length=254)
    telephone = serializers.CharField(required=False, allow_blank=True, max_length=40)
    address = serializers.CharField(required=False, allow_blank=True, max_length=500)
    patient_name = serializers.CharField(
        required=False, allow_blank=True, max_length=200, help_text="Who it is about, if someone else."
    )
    needs = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=500,
        help_text="Such as large print, BSL, an interpreter.",
    )


class FeedbackIn(Known):
    """One person's feedback. Only the place, and either words or an answer, are needed."""

    service = serializers.SlugField(
        required=False, allow_null=True, max_length=80, help_text="The ward or clinic, by its slug."
    )
    organisation = serializers.RegexField(
        r"^[A-Za-z0-9]{1,9}\Z",
        required=False,
        allow_null=True,
        help_text="The ODS code, where the person cannot name a service.",
        error_messages={"invalid": "An ODS code is 1 to 9 letters and figures, such as RQ3."},
    )
    intent = Choice(Intent.choices, default=Intent.COMMENT, help_text="What the person asks for.")
    fft_answer = Choice(
        FftAnswer.choices, required=False, allow_null=True, help_text="The Friends and Family Test answer."
    )
    comments = CommentIn(many=True, required=False, max_length=10)
    about = Choice(About.choices, default=About.SELF)
    relationship = serializers.CharField(
        required=False, allow_blank=True, max_length=60, help_text="Who the person is to the patient."
    )
    consent = Choice(
        Consent.choices, required=False, help_text="Only about someone else; not_yet if it is not given."
    )
    reply_wanted = serializers.BooleanField(default=False)
    reply_by = Choice(
        ReplyBy.choices, required=False, allow_blank=True, help_text="code, if a reply is wanted."
    )
    contact = ContactIn(required=False)
    already_complained = serializers.BooleanField(default=False)
    resolver_choice = Choice(
        [("provider", "the practice"), ("icb", "the ICB")],
        required=False,
        allow_blank=True,
        help_text="For a GP, dentist, pharmacy or optician: who should look into a complaint.",
    )
    experience_on = serializers.DateField(required=False, allow_null=True, help_text="The day it happened.")

    def validate(self, given):
        service, organisation = given.get("service"), given.get("organisation")
        if not service and not organisation:
            raise serializers.ValidationError(
                {"service": "Say which service or which organisation this is about."}
            )
        if service:
            given["service"] = _one(
                Service.objects.select_related("organisation__successor").filter(slug=service), "service"
            )
        if organisation:
            takes_feedback = Organisation.objects.exclude(kind=Kind.NATIONAL)
            given["organisation"] = _one(takes_feedback.filter(ods_code=organisation.upper()), "organisation")
        else:
            given["organisation"] = given["service"].organisation
        return given

    def submission(self, key: str) -> Submission:
        """What intake takes, from data that was found valid. `key` makes sending it again harmless."""
        given = {name: value for name, value in self.validated_data.items() if value is not None}
        comments = tuple((one["question"], one["text"]) for one in given.pop("comments", ()))
        if given["about"] == About.SOMEONE_ELSE:
            given.setdefault("consent", Consent.NOT_YET)
        if given["reply_wanted"]:
            given["reply_by"] = given.get("reply_by") or ReplyBy.CODE
        return Submission(
            channel=Channel.APP,
            source="app",
            external_id=key,
            comments=comments,
            with_return_code=True,
            **given,
        )


def where_wrong(problem) -> dict:
    """Intake's ValidationError -> errors by the app's own field names."""
    return {
        f"contact.{name}" if name in CONTACT_FIELDS else name: words
        for name, words in problem.message_dict.items()
    }


def _one(rows, name):
    found = rows.first()
    if found is None:
        raise serializers.ValidationError(
            {name: f"We do not know this {name}. Look it up in /api/v1/organisations."}
        )
    return found


class Signpost(serializers.Serializer):
    """One place where help is there now."""

    name = serializers.CharField()
    how = serializers.CharField()

    def get_fields(self):
        # "for" is a word of Python's own and cannot be written as an attribute.
        return {**super().get_fields(), "for": serializers.CharField()}


class Promises(serializers.Serializer):
    """What we owe and how soon, as sentences to show."""

    acknowledge = serializers.CharField()
    respond = serializers.CharField()


class FeedbackOut(serializers.Serializer):
    """What the person takes away."""

    reference = serializers.CharField(help_text="To quote when they talk to staff.")
    return_code = serializers.CharField(
        help_text="16 digits. The only way back: show it, and let the person keep it."
    )
    received_on = serializers.DateField()
    someone_at_risk = serializers.BooleanField(help_text="Show the signposting at once, before any thanks.")
    signposting = Signpost(many=True)
    promises = Promises(
        allow_null=True,
        help_text="When a reply is owed. The exact dates come with the state of the feedback.",
    )


class ServiceOut(serializers.ModelSerializer):
    class Meta:
        model = Service
        fields = ("slug", "name")


class OrganisationOut(serializers.ModelSerializer):
    services = ServiceOut(many=True)

    class Meta:
        model = Organisation
        fields = ("ods_code", "name", "kind", "town", "postcode", "services")


class OrganisationSearch(serializers.Serializer):
    """The query of the list."""

    search = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=100,
        help_text="Part of a name, a town, a postcode or a ward.",
    )
    kind = Choice(
        [choice for choice in Kind.choices if choice[0] != Kind.NATIONAL],
        required=False,
        help_text="One kind of organisation.",
    )
