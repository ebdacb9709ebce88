"""The NHS directory (Organisation Data Service): reading its files and keeping our organisations in step.

`incoming` and `refused` know nothing of the directory: any door that takes a file may use them.
"""
