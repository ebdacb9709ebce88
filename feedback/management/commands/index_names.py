"""Index the names in contact details anew, under the newest of CONTACT_KEYS. Do it before an old key is taken out."""

from django.core.management.base import BaseCommand

from feedback.search.names import index_again


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args, **options):
        done = 0
        for count in index_again():
            done += count
            self.stdout.write(f"{done:,} contacts indexed")
        self.stdout.write("Done.")
