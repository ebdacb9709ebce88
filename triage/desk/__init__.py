"""Where staff take in what reaches them without the website: spoken words, letters, e-mails, calls, MPs' letters.

places    what a member of staff may take in for
forms     what is asked: the 30-second log, the staff form, the MP's letter
filling   what an uploaded e-mail fills in
twins     what is there already and may be the same
"""
