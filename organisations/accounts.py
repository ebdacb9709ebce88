"""How staff accounts come to be: by an administrator, never by signing oneself up."""

from allauth.account.adapter import DefaultAccountAdapter


class StaffAccounts(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False
