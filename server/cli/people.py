"""People as the operator names them: by address."""

import click

from models.user import User
from resolvers import users
from resolvers.context import Context


async def named(ctx: Context, email: str) -> User:
    """The person with this address.

    Raises:
        click.ClickException: nobody has it.
    """
    person = await users.by_email(ctx, email)
    if person is None:
        raise click.ClickException(f"nobody has the address {email}; `begrip user list` shows everybody")
    return person
