"""People, their sessions, and the keys that sign their tokens."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
CREATE TABLE IF NOT EXISTS aerich (
    id SERIAL NOT NULL PRIMARY KEY,
    version VARCHAR(255) NOT NULL,
    app VARCHAR(100) NOT NULL,
    content JSONB NOT NULL
);
CREATE TABLE users (
    id UUID PRIMARY KEY,
    version INT NOT NULL DEFAULT 1 CHECK (version > 0),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    display_name VARCHAR(200) NOT NULL CHECK (display_name <> ''),
    email VARCHAR(320) NOT NULL,
    email_key VARCHAR(320) COLLATE "C" NOT NULL UNIQUE,
    password_hash TEXT,
    role VARCHAR(8) NOT NULL DEFAULT 'USER' CHECK (role IN ('USER', 'EDITOR', 'ADMIN')),
    is_active BOOLEAN NOT NULL DEFAULT TRUE,
    must_change_password BOOLEAN NOT NULL DEFAULT FALSE,
    permission_version INT NOT NULL DEFAULT 1,
    extra_scopes JSONB NOT NULL DEFAULT '[]'
);
CREATE INDEX users_active_administrators ON users (id) WHERE role = 'ADMIN' AND is_active;
CREATE TABLE sessions (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    handle_hash VARCHAR(64) COLLATE "C" NOT NULL UNIQUE,
    token_hash VARCHAR(64) COLLATE "C" NOT NULL,
    previous_token_hash VARCHAR(64) COLLATE "C",
    rotated_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    last_used_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    idle_expires_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    user_agent VARCHAR(200),
    revoked_at TIMESTAMPTZ
);
CREATE INDEX sessions_user ON sessions (user_id, id);
CREATE TABLE signing_keys (
    kid VARCHAR(64) COLLATE "C" PRIMARY KEY,
    private_jwk JSONB NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    retired_at TIMESTAMPTZ
);
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
DROP TABLE signing_keys;
DROP TABLE sessions;
DROP TABLE users;
"""


MODELS_STATE = (
    "eJztWm1z2jgQ/isaf8rNtExDXiftdIYk9MpdAp2E3HV6vXGELUCHLbmWHML0+t9vJduAZZ"
    "sCDSlwfEnwaleWn0darR77q+Vzl3iickuEoJxZZ+irxbBP4IfZ9AJZOAgmDcogccfTviJ2"
    "0kbcETLEjgR7F3uCgMklwglpIONbWDUkaI8R9yVlyCUP1CFniDOCQtINiehDmE+9UQXVxh"
    "bJB4QhKtD9mz5mrkfeVt4I4oREvr1/jXgXdbjsQx/eCPWx6BOBcEiQkDwkbkUNyuUOjIqy"
    "3k+6f8Tol4jYkveI7JMQRvHX32CmzCWPRKSXwcDuUuK5GR6oqzrQdluOAm27u2tcvtOe6t"
    "k6tsO9yGcT72Ak+5yN3aOIuhUVo9p6hJEQS+JOEcQiz0u4TE3xiMEgw4iMh+pODC7p4shT"
    "NFtvuhFzFLsomTQDMhIVddeTt8kIp7xtu9lq27f1tm1bucmhRmLwlZgcmF8wsSiTCq+v3+"
    "J+J7hoq6VucPG+drN3cPyLRoIL2Qt1o0bN+qYDscRxqMZ+AnbMrq1IzKN+0cdhMepGmAE/"
    "DHs1wKdgrQBey8ePtkdYT/bh8vhwBtx/1G404seHGnEOiz/OCs2kpaqbFPAToPWKWhjnbN"
    "TTwJwaJjhP0tYWAB2EkOF4JOzlEC8JXwr6ZP7+X5APuVRY2FjmAb+EFkl9Ugx6NtLA2k1C"
    "K+mPzUN+BtLtxnX9tl27/qC694X44mm4au26aqlq68iw7h0brIw7QX822u+RukSfWs26uS"
    "GM/dqfLDUmHEluMz60sTuNSWpOTRmWoQhYkuVs5BOwvHapDR7QbUFRlMzADaE9WSwzWfew"
    "kHYkluLdjN0xv0nMU1XokceAQpdLkF8QvoX8bwjfcyX45bne0bxBNENCDm0MBBTQXF4eZ6"
    "O2ryquvno1R1kMXqV1sW4zCmPyAIeJpQrjTOSuMF77BbWYeDUV8pQK1vqS+h2lSmmC3UGh"
    "UKWgykP7joeE9tjvZKQBbsA4MHNIAaCJUHeXdLOZkE6sk6Uc4uFYRJ2eUPDs8MRExgm9dn"
    "tRu6xbGuEOdgZDHLp2BmrVwqvcsIx9801+1TctmMHW4CZPocacaurAETwe0GQVKe6T1hcz"
    "RffYz1Zi67zCO/iiANMQdXmIsOMQIWJxW7xG9wPq3iuRm0qBbt5doJPjg1Mk+5HfCYANWS"
    "Sk/3B/PyCMD4qSS/lWPShMLDttNhWuykVxYOsBsLH/GQ7ygP9222qWSYeZMHO3po5E/yKP"
    "Crm5CagIcgVIZo9Ood67rn00Wbi4ap2byV91cG6UTDuVqXw1bK/WEAIn4ZKF8nTkrlBet0"
    "I5V9n9nEJEl38FJUhaFpYXH6qymrvqCMCXswq6hx8+1Z8K2A9gg//3qBfyoUDDPsw/sMEP"
    "LKFIgLrCxyPkcuT0MesRcYa45xKjyECEFb7fX/0Ndy/01+eYNKt2SVjPI95gshjwqQgDdc"
    "pWVqrsr2pz7KkRvKzuH54cnh4cH56Cix7l2HIyA/dGs72rQ3Z1iBUF7pKsZyN3rG8S6y4V"
    "gYdHtr7O8V5+0DbjtvAznZXI4sTH1FsE6HHAFiJ8UJ0HYfAqRVi3FSCs9LKFUU6Dtk49Wg"
    "nOARZiyOFwUvy1WZs8ltReucBteKM2a0uof2zP1orGO8JVq/lr6m4KSOZ3Z15Jvq6zyM+9"
    "GDC+PPOeOWdbd7f1mwXPFDrmDKm/n1n9stFuwVX8/zOrXV43mmdI/zOPhvOsiNM51sNp6W"
    "o4NdcCFTacjulDASXnHNDGrOTcNx1n0NGBwFXxkaai510I563WVWYhnDfMmX53fV6/2dvX"
    "yIMTjd/k5I8ofiSkHZ/h7TSfLIh9WRfPSMPYsrE85KWXBQ7hxcG787gJMuykIbaFw5VbDt"
    "7ydzNm3PO/nJnSmDoR9SRloqLu9zP0pSd7ZbMmsm6NhNTpWwXCbtLyYpa0iyc+39N2y8F/"
    "Yn20NFEUyqMFiSHZ1ta3Kn+SxLCEDlp+8ClPvNtwwKweHc1zhD86Kj/Cq7ZsOlaLagGEE/"
    "ctRHd/LoFkf4ZAsp8XSOCOsvD7zPJ9bipk9/3BJm1m3/4DYNlwGA=="
)
