"""Glossaries, what their steps demand, and concepts."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
CREATE TABLE glossaries (
    id UUID PRIMARY KEY,
    version INT NOT NULL DEFAULT 1 CHECK (version > 0),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    slug VARCHAR(80) COLLATE "C" NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name VARCHAR(200) NOT NULL CHECK (name <> ''),
    name_key TEXT COLLATE "C" NOT NULL,
    description TEXT,
    is_public BOOLEAN NOT NULL DEFAULT FALSE,
    base_uri TEXT,
    locales JSONB NOT NULL DEFAULT '[]',
    style VARCHAR(10) NOT NULL DEFAULT 'FREE' CHECK (style IN ('PHRASE', 'SENTENCE', 'FREE')),
    profile VARCHAR(40) NOT NULL DEFAULT 'default',
    profile_fingerprint VARCHAR(64) COLLATE "C" NOT NULL,
    created_by_id UUID REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX glossaries_name ON glossaries (name_key, id);
CREATE INDEX glossaries_creator ON glossaries (created_by_id);
CREATE TABLE gate_rules (
    id UUID PRIMARY KEY,
    glossary_id UUID NOT NULL REFERENCES glossaries (id) ON DELETE CASCADE,
    transition VARCHAR(15) NOT NULL,
    code VARCHAR(60) COLLATE "C" NOT NULL,
    is_enabled BOOLEAN NOT NULL DEFAULT TRUE,
    is_overridable BOOLEAN NOT NULL DEFAULT FALSE,
    required VARCHAR(100),
    UNIQUE (glossary_id, transition, code)
);
CREATE TABLE concepts (
    id UUID PRIMARY KEY,
    glossary_id UUID NOT NULL REFERENCES glossaries (id) ON DELETE CASCADE,
    notation VARCHAR(100) COLLATE "C",
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX concepts_glossary ON concepts (glossary_id, notation, id);
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
DROP TABLE concepts;
DROP TABLE gate_rules;
DROP TABLE glossaries;
"""


MODELS_STATE = (
    "eJztXG1z2rgW/isaf8rOZDObNE0Y2ukMIU7L3gQ6QLY7u9lxhC1AFyO7lpyU6fa/3yPZBu"
    "MXatNAgesvwUg6Qn4eST7n0Ym/alPHIjY/6RHOqcO0OvqqMTwlcJGsOkYadt1FhSwQeGCr"
    "tjxopArxgAsPmwLKh9jmBIoswk2PuiL4Ca2BOB0xYv1KGbLIEzVJHTmMII8MPcLHYDal9u"
    "wENeYlwpkQhihHj2/HmFk2eXfylhPTI+Ld4xvkDNHAEWPow56hMeZjwhH2COLC8Yh1Igdl"
    "OSaMirLRT/p9n9HPPjGEMyJiTDwYxd//QDFlFvlCePTVnRhDSmxriQdqyQ5UuSFmriq7v2"
    "9d36iW8t4GhunY/pQtWrszMXbYvLnvU+tE2si6EWHEw4JYMYKYb9shl1FRMGIoEJ5P5kO1"
    "FgUWGWLfljRrb4c+MyW7KJw0EzLjJ/JXL9+FI4y1Nox2p2/09L5haKnJIUeS4CssMmF+wc"
    "SiTEi8vn4L+l3goko1+QPND43u0auLXxQSDhcjT1Uq1LRvyhALHJgq7BdgB+waksQ06s0x"
    "9rJRT5gl4Idhbwb4CKwNwKtN8RfDJmwkxvD14nwF3H80ugrxi3OFuAOLP9gV2mHNmaqSwC"
    "+AViuqNM7LVi8Dc1SwwHmxbR0A0K4HO5zjc2M9xHPM14I+nL//L8h7jpBYGFikAb+GGkGn"
    "JBv0ZcsE1lZoehJd7B/yK5Dut+70Xr9x91F2P+X8s63gavR1WXOmSmeJ0qOLBCvzTtCnVv"
    "8Dkl/RX522nnwgzNv1/9LkmLAvHIM5zwa24phExVHREsvgBKzJ8rLlC7C8c1sb3KDVAaco"
    "nIF7Qnu4WFaybmMuDJ+vxXvStmJ+n5in0tEjX1wKXa5Bfob5AfK/J3wX2uDX57qieY9ohg"
    "3ZMzAQkEFzvnu8bHV4XvHZb78VcIuhVa5frOoSjjF5gmBiLcd4ybJyjHd+QZUTr2ImL6lg"
    "7S6p31GqpCY4nGQKVRKqNLQ3jkfoiP2HzBTALRgHZibJADQU6u7DbvYT0kXpYil7+Hkuos"
    "YnFNw73DERwYbe6DUb17qmEB5gc/KMPctYglrWOGdOomTeNl01PZsmSzCDR4MV3oUcc6Sp"
    "A0dwe0CTlqW4L2qPV4ruQTtDiq1FhXdoi1xMPTR0PIRNk3AeiNv8DXqcUOtRitxUcNS9aa"
    "LLi1c1JMb+dOACGyJLSP/h/n5AGJ9kbS75j+pJ5sZSabORcJUvigNbT4CN8d/nSRrw33ud"
    "dp50uGSWfFpTU6B/kU252N8NKAtyCcjSMzqC+uiu8WeSheZt5yq5+csOrhIuU6Uy5a+Gw9"
    "UaPODEW9NRjltWjvKuOcopz+7nOCLK/ctwQSK3MN/5kJ5VYa/DhbYOO0GPcDGlKlXAeIIy"
    "+HxEI8955uh5DPMPyuACC3ASwK+Y4hmyHGSOMRsRXkeObZGEk4EIyzzf3/wPVgf6uxMmrf"
    "JdQtbTiLeYyAY8ZpFAnbKNuSqnm3o4juQIfj07Pb88r726OK9BEzXKecnlCtxb7X7lh1R+"
    "iOa71pqsL1tWrO8T6xblro1nhvqe4j0/0E7aHWCazkZkcTLF1C4D9NzgABF+dVYEYWiVi7"
    "Cqy0BY6mWlUY6MDk492gjOLub82YHgJDvbrE++5PheKcNDOFFb9UjQ/+yv1ormT4TbTvt9"
    "1DwpICXzzuyc/Vpn/jR1MJDIPLO3vGdr9z29WzKmUDZ1JP8+MP261e/At+DzgTWu71rtOl"
    "IfydCwyIqoFVgPtdzVUEuuBcoNiI7pUwYlVw6gjVlO3Be3S9AxAMNN8RFtRdtdCFedzu3S"
    "QrhqJWf6/d2V3j06VchDIxqc5KRDlKnPhRHE8Ea0n5TEPq+LLdIwL9lbHtLSS4kgPNu4is"
    "eTIMOT1MMGNx3ZLAVv/tlM0m77hzMxjWngU1tQxk/k7/0MfenFjmx2RNZ9D1x1fTXelLQ7"
    "rzteJe+O5MGdB80KaryfpIgq/4eKC+IiC3xmZnFEmSob2Q7n2Ju9QRipVc1GyHOe0RQ2YC"
    "6lV8TH1HWJhULS05LuBvrPUHD/1qKuFBgemFMR7j0mgKT9U2m8O6jxLhO1jtu73MMuh9Na"
    "7/7qrtWvo+DzgUkZ6Lrb+FRH0RW4wB8/djt/6OAEBxcPrKv/rjfBKvh8YNetXrPRvTag/Q"
    "0UL30Fe9j8Wso+uJD2PXCuddmBuljHsT59XcCzPn2d61rLqoQaLddkJuU5GnTYfpcJXjcL"
    "pEgYf5EfxV+kgngIQAiT917We142rEKX4i4zIOeAu+tRS8FQGvaEcRWulMDeI599mTJRZj"
    "+J2xyCUpXYrwuJ3KcrRO7TtMgdOVglM4MTZlV28Ors4Lgb+4MZwu9jXe0ntN/NEk5Mrl3K"
    "FJ6jnxXJxZhZEckFrWjRSK6hQidniB4Xlo9ZOTZ5zarMmN3ZIo5XRE1VZoxWZcZUORJVZk"
    "zFelnWue2PysQJUfuDyx6oFYkQavkBQi0VH5RNNqqSjMolGcnP7AyY/KyMuM1B4LztjIz4"
    "MEvgnjA7BIVh28hTbrj+wKZmeTFtYVfpaCV0tAHmxPA9Wmaix22qWV5+ltuOie1yCQAxk+"
    "rsfzUha/y7Jhez9XPw5sZbTMK76ep6SfC1jx+6jZ5eR8HnA+vp7b7ebkJJdPXAZL91NO+9"
    "tAJdSIBeoT+n34boDGkeNTmpSAuTLRISXW7F0zwvgvN5Ps7neThDh2xEPPXv/mtgnjQ/CO"
    "dz06+djOSkQdkzlpThD0ir+/NAXv+QZYHXCxyzFHwRy27i+t0TltTUWjpjgVGg9v3t7c86"
    "ZGk6QI0rtIwzlqjqeNURixk0KnzAAuwJeXQC88AfjQU6avU68KyrXf7yRr0rBWiiTGUjBe"
    "8RlzluMpdN5rVRhrj8t2VsIxuzkQ93xLNOZzbyG9XRzu5sTMcrjnaYfH9wbjpcjsgTszmE"
    "GGwLuQzVkU8++ocr/lcZLFUGy675VzucwdIgHjXHWb5VWLPStcKLNt9zrPJBfWG3JTc/In"
    "NlZ6RGhAzu7hnfi6RGrJF5ku+d5KeeHIIIcPa6SGo8tMo/6XudSo6Xi6oEwmHzA0R3M76f"
    "w0Tmu6LzJfeYSfUuxH36x7pv/wNnggdQ"
)
