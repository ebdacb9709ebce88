import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('feedback', '0002_initial'),
        ('sentiment', '0002_people_in_the_loop'),
    ]

    operations = [
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('comment', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='signature', serialize=False, to='feedback.comment')),
            ],
        ),
        migrations.CreateModel(
            name='Band',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.BigIntegerField()),
                ('received_on', models.DateField()),
                ('comment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bands', to='feedback.comment')),
            ],
            options={
                'indexes': [models.Index(fields=['value', 'received_on'], name='band_by_value')],
            },
        ),
    ]
