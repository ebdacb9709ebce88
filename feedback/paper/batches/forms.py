"""What is asked of a person who sends scans."""

from django import forms
from django.utils import timezone

from feedback.imports.values import MODES
from feedback.models import ScanBatch
from feedback.paper.files import limits
from organisations.models import Service
from organisations.permissions import MAY, current_memberships, within

MAY_SEND = "scan_paper"
MOST_SERVICES = 500
PAPER = "Paper discharge"
ACCEPT = ".pdf,.tif,.tiff,.jpg,.jpeg,.png,.heic,.heif"


class FileInput(forms.FileInput):
    """Several files at once. Named so that it is shown as a file."""

    allow_multiple_selected = True

    def value_from_datadict(self, data, files, name):
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name)


class Files(forms.FileField):
    """A list of files. What is in each is looked at when it is stored: here only that there is one."""

    def clean(self, value, initial=None):
        if not value and self.required:
            raise forms.ValidationError(self.error_messages["required"])
        return list(value or [])


class SendForm(forms.Form):
    """Where the forms come from and when. Files may follow one by one (`later`)."""

    use_required_attribute = False

    scans = Files(
        label="Scans", widget=FileInput({"accept": ACCEPT, "data-most": limits.BYTES}),
        help_text="PDF, TIFF, JPEG, PNG or HEIC, up to 200 MB and 2,000 pages each, and 100 files at a time. "
        "Scan in grey at 200 to 300 dots an inch: black and white loses faint ticks.",
        error_messages={"required": "Choose one file or more"},
    )  # fmt: skip
    organisation = forms.TypedChoiceField(
        label="Organisation", coerce=int, error_messages={"required": "Choose the organisation"}
    )
    service = forms.TypedChoiceField(
        label="Service (optional)", coerce=int, required=False, empty_value=None,
        help_text="Each form says which service it is from. Choose one only for forms that do not.",
    )  # fmt: skip
    received_on = forms.DateField(
        label="When did the forms reach you?", widget=forms.SelectDateWidget, initial=timezone.localdate,
        help_text="A date stamp on a form comes first. The time to answer starts on this day.",
        error_messages={"invalid": "Enter a real date, such as 27 3 2026", "required": "Enter the day the forms reached you"},
    )  # fmt: skip
    fft_mode = forms.ChoiceField(
        label="How were they collected?", choices=[(mode, mode) for mode in MODES], initial=PAPER
    )
    scanner = forms.CharField(
        label="Scanner (optional)", max_length=60, required=False,
        help_text="What you call it, such as Ward 3 copier. We count how well each one is read.",
    )  # fmt: skip

    def __init__(self, user, data=None, files=None, later=False):
        super().__init__(data, files)
        self.user = user
        self.memberships = [one for one in current_memberships(user) if one.role in MAY[MAY_SEND]]
        self.organisations = {one.organisation_id: one.organisation for one in self.memberships}
        self.fields["organisation"].choices = [(pk, one.name) for pk, one in self.organisations.items()]
        if len(self.organisations) == 1:
            self.fields["organisation"].initial = next(iter(self.organisations))
        services = self._services()
        self.by_id = {one.pk: one for one in services}
        self.fields["service"].choices = [("", "None"), *((one.pk, one.name) for one in services)]
        self.fields["scans"].required = not later

    def clean_received_on(self):
        day = self.cleaned_data["received_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("The date must be today or in the past")
        return day

    def clean(self):
        given = super().clean()
        given["organisation"] = self.organisations.get(given.get("organisation"))
        given["service"] = service = self.by_id.get(given.get("service"))
        mine = [one for one in self.memberships if one.organisation == given["organisation"]]
        if service and given["organisation"]:
            if not service.organisation.lineage.startswith(given["organisation"].lineage):
                self.add_error("service", "Choose a service of that organisation, or none")
        elif mine and all(one.service_id for one in mine):
            # Who looks after one ward sends for that ward: else they could not see their own batch.
            given["service"] = self.by_id.get(mine[0].service_id)
            if given["service"] is None:
                self.add_error("service", "Choose your service")
        return given

    def batch(self) -> dict:
        """What `open_batch` asks for."""
        names = ("organisation", "service", "received_on", "fft_mode", "scanner")
        return {name: self.cleaned_data[name] for name in names} | {"source": ScanBatch.Source.UPLOAD}

    def _services(self):
        return list(
            Service.objects.open_on(timezone.localdate())
            .filter(within(self.user, MAY_SEND, ward="pk"))
            .select_related("organisation")
            .order_by("name", "id")[:MOST_SERVICES]
        )


class HoldForm(forms.Form):
    """Why a page is kept longer; empty to let it go."""

    why = forms.CharField(
        label="Keep this page longer, and why", max_length=100, required=False,
        help_text="For a claim or an inquiry, for instance. Leave it empty to let the rule run again.",
    )  # fmt: skip
