"""Making a model from labelled comments, and measuring it. Never imported by pages or tasks."""
