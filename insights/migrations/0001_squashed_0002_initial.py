"""Each table made whole at once, on a new database alone: one that has gone through the others goes on from them."""

import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('insights', '0001_initial'), ('insights', '0002_initial')]

    initial = True

    dependencies = [
        ('feedback', '0001_initial'),
        ('organisations', '0001_initial'),
        ('sentiment', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='DriftNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('week_on', models.DateField()),
                ('measure', models.CharField(max_length=16)),
                ('sentence', models.TextField()),
                ('raised_at', models.DateTimeField(auto_now_add=True)),
                ('mailed_at', models.DateTimeField(blank=True, null=True)),
                ('noted_at', models.DateTimeField(blank=True, null=True)),
                ('note', models.TextField(blank=True)),
                ('model', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sentiment.modelversion')),
                ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['id'],
                'indexes': [models.Index(condition=models.Q(('noted_at', None)), fields=['id'], name='drift_notice_open')],
                'constraints': [models.UniqueConstraint(fields=('week_on', 'model', 'measure'), name='one_drift_notice_a_week_and_measure'), models.CheckConstraint(condition=models.Q(models.Q(('note', ''), ('noted_at', None), ('noted_by', None)), models.Q(('noted_at__isnull', False), ('noted_by__isnull', False), models.Q(('note', ''), _negated=True)), _connector='OR'), name='drift_noted_by_a_named_person_with_a_note')],
            },
        ),
        migrations.CreateModel(
            name='EmergingLook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('to_on', models.DateField()),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('found_at', models.DateTimeField(blank=True, null=True)),
                ('comments', models.PositiveIntegerField(default=0)),
                ('comments_before', models.PositiveIntegerField(default=0)),
                ('unexplained', models.PositiveIntegerField(default=0)),
                ('asked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.service')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('found_at', None)), fields=['id'], name='look_waiting'), models.Index(fields=['organisation', 'to_on'], name='look_by_organisation')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('service', None)), fields=('organisation', 'from_on', 'to_on'), name='one_look_an_organisation_and_period'), models.UniqueConstraint(condition=models.Q(('service__isnull', False)), fields=('service', 'from_on', 'to_on'), name='one_look_a_service_and_period'), models.CheckConstraint(condition=models.Q(('to_on__gte', models.F('from_on'))), name='look_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='EmergingTheme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.JSONField()),
                ('people', models.PositiveIntegerField()),
                ('people_before', models.PositiveIntegerField()),
                ('is_new', models.BooleanField()),
                ('look', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='themes', to='insights.emerginglook')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='EmergingComment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nearness', models.FloatField()),
                ('comment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='feedback.comment')),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='insights.emergingtheme')),
            ],
            options={
                'ordering': ['-nearness', 'comment_id'],
                'constraints': [models.UniqueConstraint(fields=('theme', 'comment'), name='comment_once_in_an_emerging_theme')],
            },
        ),
        migrations.CreateModel(
            name='Export',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.CharField(max_length=24)),
                ('from_on', models.DateField()),
                ('to_on', models.DateField()),
                ('schema_version', models.CharField(max_length=12)),
                ('rows', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exports', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='WeeklyReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('week_on', models.DateField()),
                ('read', models.PositiveIntegerField()),
                ('scored', models.PositiveIntegerField()),
                ('not_english', models.PositiveIntegerField()),
                ('not_scored', models.PositiveIntegerField()),
                ('unsure', models.PositiveIntegerField()),
                ('confidence', models.FloatField(null=True)),
                ('spread', models.FloatField(null=True)),
                ('feelings', models.JSONField(default=dict)),
                ('themes', models.JSONField(default=dict)),
                ('checked', models.PositiveIntegerField()),
                ('wrong', models.PositiveIntegerField()),
                ('feeling_off', models.PositiveIntegerField()),
                ('theme_added', models.PositiveIntegerField()),
                ('theme_removed', models.PositiveIntegerField()),
                ('counted_at', models.DateTimeField(auto_now=True)),
                ('model', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sentiment.modelversion')),
            ],
            options={
                'ordering': ['week_on', 'id'],
                'constraints': [models.UniqueConstraint(fields=('week_on', 'model'), name='one_weekly_reading_a_model'), models.CheckConstraint(condition=models.Q(('read', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('scored'), '+', models.F('not_english')), '+', models.F('not_scored')))), name='weekly_reading_adds_up')],
            },
        ),
    ]
