# syntax=docker/dockerfile:1
# The production image: no embedded servers, no compiler, no package manager, no root.
ARG PYTHON=3.13

FROM ghcr.io/astral-sh/uv:0.13.9 AS uv

FROM node:24-trixie-slim AS workbench
WORKDIR /app/web
COPY web/package.json web/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY web/bundle.mjs web/build.py ./
COPY web/src ./src
RUN node bundle.mjs

FROM python:${PYTHON}-slim-trixie AS build
COPY --from=uv /uv /usr/local/bin/uv
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
WORKDIR /app
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev --no-install-project
COPY auth auth
COPY cache cache
COPY exchange exchange
COPY migrations migrations
COPY models models
COPY resolvers resolvers
COPY rules rules
COPY schema schema
COPY server server
COPY subscriptions subscriptions
RUN python -m compileall -q auth cache exchange migrations models resolvers rules schema server subscriptions

FROM python:${PYTHON}-slim-trixie
LABEL org.opencontainers.image.title="begrip" \
      org.opencontainers.image.description="A GraphQL server that keeps, validates and establishes definitions" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --system --gid 10001 begrip && useradd --system --uid 10001 --gid 10001 --no-create-home begrip
WORKDIR /app
COPY --from=build /app /app
COPY --from=workbench /app/web/dist /app/web/dist
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONPATH=/app \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    BEGRIP_ENV=production \
    BEGRIP_HOST=0.0.0.0
USER 10001:10001
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen('http://127.0.0.1:' + os.environ.get('BEGRIP_PORT', '8000') + '/readyz', timeout=4)"]
ENTRYPOINT ["python", "-P", "-m", "server.cli"]
CMD ["serve"]
