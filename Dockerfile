FROM python:3.11.13-slim-bookworm

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    OMP_WAIT_POLICY=PASSIVE GOMP_SPINCOUNT=0 KMP_BLOCKTIME=0 \
    PATIENTVIEW_DATA_DIR=/data
WORKDIR /service
RUN useradd --system --uid 10001 --home-dir /data --create-home patientview
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
# Static files do not depend on secrets; these two only satisfy the settings while building.
RUN SECRET_KEY=only-while-building-the-image-000000 CONTACT_KEYS=only-while-building-the-image-000000 \
    python manage.py collectstatic --noinput --verbosity 0 \
    && rm -f /data/secret-key /data/contact-key && mkdir -p /data/files /data/models && chown -R patientview /data
USER patientview
EXPOSE 8000
CMD ["gunicorn", "patientview.wsgi", "--bind", "0.0.0.0:8000", "--workers", "3", "--no-control-socket"]
