"""manage.py make_layouts: write down where everything stands on each form, once and for good."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from feedback.models import PrintRun
from feedback.paper import layout as layouts
from feedback.paper.form import wording
from feedback.paper.form.compose import FORMS, VARIANTS, compose

NEEDED = (
    "The words of the forms are not all there in {language}. The first missing is: {first}\n"
    "Translate every sentence of feedback/paper/form/wording.py in feedback/locale/{language}/LC_MESSAGES/django.po,"
    " run compilemessages, and try again."
)


class Command(BaseCommand):
    help = "Write the layouts of the newest forms. A layout that was printed is never changed."

    def add_arguments(self, parser):
        parser.add_argument("--language", default="en", help="two letters: en, cy ... (en)")
        parser.add_argument(
            "--unprinted", action="store_true", help="write over layouts that nobody has printed from yet"
        )

    def handle(self, language, unprinted, **options):
        with translation.override(language):
            if language != "en" and wording.untranslated():
                raise CommandError(NEEDED.format(language=language, first=wording.untranslated()[0]))
            made = [compose(form, variant, language) for form in FORMS for variant in VARIANTS]
        for one in made:
            self.stdout.write(f"{one.name}: {self.keep(one, unprinted)}")

    def keep(self, one, unprinted):
        """Write one layout down unless it stands already. Raises CommandError rather than change what was printed."""
        path, text = layouts.FOLDER / f"{one.name}.json", one.as_json()
        if path.exists():
            if path.read_text(encoding="utf-8") == text:
                return "as it was"
            if not unprinted:
                raise CommandError(
                    f"{one.name} would change. Give it a new version (VERSIONS in feedback/paper/form/compose.py),"
                    " or use --unprinted if nobody has printed it yet."
                )
            if PrintRun.objects.filter(layout=one.name).exists():
                raise CommandError(
                    f"{one.name} has been printed, so it cannot change. Give it a new version."
                )
        path.write_text(text, encoding="utf-8")
        layouts._load.cache_clear()
        return "written"
