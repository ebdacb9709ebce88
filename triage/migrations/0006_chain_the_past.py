"""Chain the rows that were written before there were chains, in the order of their ids: from here on they are held."""

from itertools import groupby

from django.conf import settings
from django.db import connections, migrations, models

from triage.ledger import links

# As the models had it when this was written: what a link is made from must never change for rows that have one.
CHAINED = {
    "event": ("case_id", ("kind", "at", "by_id", "clock", "detail", "note", "public")),
    "access": ("feedback_id", ("what", "at", "by_id")),
}
CHAINS = 500  # stored by one statement


def chain_the_past(apps, schema_editor):
    using = schema_editor.connection.alias
    for table, (of, said) in CHAINED.items():
        model, head_model = apps.get_model("triage", table), apps.get_model("triage", "Head")
        waiting = model.objects.using(using).filter(place=0).order_by(of, "id")
        rows = waiting.values("id", of, *said).iterator(chunk_size=2000)
        links_made, heads = [], []
        for owner, theirs in groupby(rows, lambda row: row[of]):
            last, count = links.FIRST, 0
            for row in theirs:
                count += 1
                content = {"table": table, "place": count} | {name: row[name] for name in (of, *said)}
                last = links.link(settings.HISTORY_KEY, last, content)
                links_made.append((count, last, row["id"]))
            seal = links.seal(settings.HISTORY_KEY, table, owner, count, last)
            heads.append(head_model(table=table, of=owner, count=count, last=last, seal=seal))
            if len(heads) == CHAINS:
                store(using, model, head_model, links_made, heads)
                links_made, heads = [], []
        store(using, model, head_model, links_made, heads)


def store(using, model, head_model, links_made, heads):
    with connections[using].cursor() as cursor:
        cursor.executemany(
            f"UPDATE {model._meta.db_table} SET place = %s, chained = %s WHERE id = %s", links_made
        )
    head_model.objects.using(using).bulk_create(heads)


class Migration(migrations.Migration):

    dependencies = [
        ('triage', '0005_ledger'),
    ]

    operations = [
        migrations.RunPython(chain_the_past, migrations.RunPython.noop, elidable=False),
        migrations.AddConstraint(
            model_name='access',
            constraint=models.UniqueConstraint(fields=('feedback', 'place'), name='one_access_a_place_in_the_chain'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.UniqueConstraint(fields=('case', 'place'), name='one_event_a_place_in_the_chain'),
        ),
    ]
