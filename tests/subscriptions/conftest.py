"""Cursors of tests are signed with a secret of their own."""

from subscriptions import cursor

cursor.configure(b"a secret of the tests, 32 bytes!")
