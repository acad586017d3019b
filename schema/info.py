"""What every resolver is told about the request it serves."""

import strawberry

from resolvers.context import Context

Info = strawberry.Info[Context, None]
