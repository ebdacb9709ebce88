"""Files kept with a case: letters, e-mails, records, statements.

kinds       what a file is, by its content; what is refused, and why
documents   word-processor files, looked at without opening them
emails      an e-mail as plain words, and what was attached to it
opening     PDF and pictures opened once, in a process of their own, before they are kept
clamd       the virus scanner's protocol
showing     how a file stands, in words, and whether it may be opened
"""
