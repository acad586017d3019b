"""Runs, findings and waivers."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
CREATE TABLE validation_runs (
    id UUID PRIMARY KEY,
    definition_id UUID NOT NULL REFERENCES definitions (id) ON DELETE CASCADE,
    version_number INT NOT NULL CHECK (version_number > 0),
    text_hash VARCHAR(64) COLLATE "C" NOT NULL,
    profile_fingerprint VARCHAR(64) COLLATE "C" NOT NULL,
    status VARCHAR(10) NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELED')),
    verdict VARCHAR(25) CHECK (verdict IN ('ACCEPTED', 'ACCEPTED_WITH_WARNINGS', 'REJECTED')),
    score SMALLINT CHECK (score BETWEEN 0 AND 100),
    rule_count INT NOT NULL DEFAULT 0,
    evaluated_rule_count INT NOT NULL DEFAULT 0,
    rule_codes JSONB,
    contributions JSONB NOT NULL DEFAULT '[]',
    queued_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    started_at TIMESTAMPTZ,
    finished_at TIMESTAMPTZ,
    started_by_id UUID REFERENCES users (id) ON DELETE SET NULL,
    failure_reason TEXT,
    lease_until TIMESTAMPTZ,
    attempts SMALLINT NOT NULL DEFAULT 0,
    CHECK (status <> 'SUCCEEDED' OR (verdict IS NOT NULL AND score IS NOT NULL AND finished_at IS NOT NULL))
);
CREATE INDEX validation_runs_definition ON validation_runs (definition_id, id);
CREATE INDEX validation_runs_open ON validation_runs (id) WHERE status IN ('QUEUED', 'RUNNING');
CREATE INDEX validation_runs_starter ON validation_runs (started_by_id);
CREATE TABLE findings (
    id UUID PRIMARY KEY,
    definition_id UUID NOT NULL REFERENCES definitions (id) ON DELETE CASCADE,
    fingerprint VARCHAR(64) COLLATE "C" NOT NULL,
    rule_code VARCHAR(60) COLLATE "C" NOT NULL,
    outcome VARCHAR(16) NOT NULL CHECK (outcome IN ('VIOLATED', 'NEEDS_JUDGEMENT', 'ERRORED')),
    severity VARCHAR(8) NOT NULL CHECK (severity IN ('INFO', 'WARNING', 'ERROR')),
    confidence VARCHAR(8) NOT NULL CHECK (confidence IN ('CERTAIN', 'LIKELY', 'HINT')),
    arguments JSONB NOT NULL DEFAULT '{}',
    span_start INT CHECK (span_start >= 0),
    span_end INT CHECK (span_end >= span_start),
    excerpt TEXT,
    evidence JSONB NOT NULL DEFAULT '[]',
    fix JSONB,
    opened_run_id UUID NOT NULL REFERENCES validation_runs (id) ON DELETE CASCADE,
    opened_version INT NOT NULL,
    opened_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    resolved_run_id UUID,
    resolved_version INT,
    resolved_at TIMESTAMPTZ,
    CHECK ((resolved_run_id IS NULL) = (resolved_version IS NULL))
);
CREATE UNIQUE INDEX findings_open ON findings (definition_id, fingerprint) WHERE resolved_run_id IS NULL;
CREATE INDEX findings_definition ON findings (definition_id, opened_version);
CREATE INDEX findings_run ON findings (opened_run_id);
CREATE INDEX findings_rule ON findings (rule_code, definition_id);
CREATE TABLE waivers (
    id UUID PRIMARY KEY,
    definition_id UUID NOT NULL REFERENCES definitions (id) ON DELETE CASCADE,
    fingerprint VARCHAR(64) COLLATE "C" NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    waived_by_id UUID REFERENCES users (id) ON DELETE SET NULL,
    waived_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    expires_at TIMESTAMPTZ,
    revoked_at TIMESTAMPTZ,
    revoked_by_id UUID
);
CREATE UNIQUE INDEX waivers_standing ON waivers (definition_id, fingerprint) WHERE revoked_at IS NULL;
CREATE INDEX waivers_waiver ON waivers (waived_by_id);
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
DROP TABLE waivers;
DROP TABLE findings;
DROP TABLE validation_runs;
"""


MODELS_STATE = (
    "eJztXWtz4jjW/isqvmxPFZuapHvTKXp2qujg7mE2gSyQ7r2wZRwswBsjM5adS807//2V5P"
    "s1lgPEsOdLMLKOcZ6jyzlH55F+b60tHZv0ZIwpNSzS6qDfW0RbY3aRvtVGLW2ziW7wAke7"
    "M0Vd6lUShdoddWxt7rDyhWZSzIp0TOe2sXG8n2h1ETWWBOt/NgjS8YMxxx1kEYxsvLAxXT"
    "GxtWE+n6BuWOJY95ggg6LZTyuN6Cb++eQniuc2dn6efULWAt1Zzoo9w3xGK42uMEWajRF1"
    "LBvrJ/yldGvO3sogyzf6fZcYv7lYdawldlbYZm/x7/+wYoPo+AnT4OvmXl0Y2NQTejB0/g"
    "BRrjrPG1F2e9vvfRE1+f92p84t012TqPbm2VlZJKzuuoZ+wmX4vSUm2NYcrMcURFzT9HUZ"
    "FHlvzAoc28Xhq+pRgY4XmmtyNbd+WrhkzrWL/EZzj5/pCf/Vjz/7bxirraqD4UQdKxNVbW"
    "UaB3+TlL78ojlrX6xhGcTheP3+h/fcCBdR2uI/cPlLd/Tu/fkPAgmLOktb3BSotf4Qgpqj"
    "eaIC+whsT7sqV2IW9cuVZuejnhJLwc9eezfAB2DtAN7WWntSTUyWzop9Pf9QAve37kggfv"
    "5BIG6xzu+NCgP/zpm4xYGPgBY9ShrnpNR2YA4KIpyjYesIgN7YbISzXKrWQ7xAvBb0fvv9"
    "X0HethyOhao5WcB77I5jrHE+6EnJFNa6L3oSXBwe8iVIT/rXynjSvb7hj19T+psp4OpOFH"
    "7nTJQ+p0rfnae0Ej4Efe9PfkH8K/rXcKCkJ4Sw3uRfLf5OmutYKrEeVU2PYxIUB0UJLTMj"
    "oKaWk5Jb0HLjhjb2D+pDZhT5LfBA1O53llKtmxp1VJfW0ntaFjR/SJo3uKGHnzYGe2QN5e"
    "eIH6H+D0TflQb4+roGNR+QmtmAbKsaU0COmovN46TU8VnFZz/+WMEsZrUK7WJxL2UY4wfm"
    "TNQyjBOSYBg3vkPJBa9iItuMYDVXqS9EqnhMcHGfG6jiUGWh/WLZ2FiSv+FnAXCfvYdG5j"
    "gHUD9Qd+s/5jAhjUqjrmxrj2EQNd6g2P/O/mPseAN6d3zZ7SktgfCdNr9/1GxdTUDN71hn"
    "VqokrJu9tT5bp0s0wqYG3f8v+DsHMXWmI/bvMTW18iLu0d12adDdq6fyYGvVwDurizaaYa"
    "OFZSNtPseUesFt+gnN7g19xoPchkPR6Msl+nj+/gI5K3d9t2HacPIC6a9+3isC4/d5g0vx"
    "VH2fO7BAbDYIXBUHxZm2Hhg26n8f77OA/zoeDopChwmx9GxtzB30f8g0qHO4A1Ae5ByQxB"
    "wdQP3uuvuPtBYur4af04M/f8DnlMkEUabi3nC8sQab6cSuaSjHJcFQbpqhnLHs3sYQEeZf"
    "jgkSmIXFxge3rCpbHRtW1yInaMYu1oZIFVAfWBn7nKGlbT1S9Lhi7Y+VsQvNYUYCsyvW2j"
    "PSLTRfaWSJaQdZpo5TRgbCJHd9f/c/CAv6zXGTymwXX+tZxPvEyQc8JpFC3SA7M1VOdzU5"
    "Lvkb/Pns9MPHDxfvzz9csCriLcOSjyW49wcTsEPADmm5G72m1pOSoPVD0rpu0I2pPavie0"
    "bvxY52Wu4I03R2EhbHa80wZYAOBY4Q4fdnVRBmtQoRFvdyEObxMmmUA6Gjix7tBOeNRumj"
    "xZyT/GyzCX4qsL0ygsewolY2JSj/mJTHisIZ4Wo4+BpUTweQ0nlnZsF4rRB3nVkYSGWemX"
    "ses1u3Y2Uk6VMImQ7if6dE6fUnQ/bN+5ySbu+6P+gg8ZF2Dav0iIsK/eGisDdcpPuCQVXm"
    "HRsPOSr5bDG0NVLg98XlUuq4Y4K70kcwFO23I3weDq8SHeFzP93Sb68/K6N3pwJ5VsnwVn"
    "KyLsrapY7q+fBqMJ5IYl/0iD2qISw5WD1kQy8STni+MPjjaZDZTGprKp1bvFoG3uK1mbTc"
    "/hdnYjGmO9cwHYPQE/57bxFf2tqSTUPCul+ZrkaueN9MaDe81y4L7y75wp3NqlWM8X7nQV"
    "TOoaIO3iCd2cxEp8ggomxpWpRq9vMnpCHRq8kS2dYjWrMBmPLQK6IrY7PBOvKVng3p7uD5"
    "ORHcf7eCRwkwbCZuOP7YM2cgtf4DMd4GxniTiqpj9iaf0GR3ujW+/Xzdn3SQ9zklPAzUG3"
    "W/d1BwxUzgm5vR8JvCjGDvYkpGyq/KJZPyPqek1x9fdkc9ldX/wooTX5k8G/z6Qt674PJj"
    "Zlwr/AHioo5hffqXCpb16V8KTWt+KxWN5n0yV+UFMWi/fpMVXDcLpIobf17sxZ9nnHjmgG"
    "DC/3dZ6zkpCK5LdZOZIWcxc9c2dAGDNOwpYXBXJLC38W8uT5mQGU/iMscQqUqN15WC3Kcl"
    "Qe7TbJA7MLAkM4NTYpAdXJ4dHDdjX5kh/DX2qMOE9sUs4VTjalKmcIh+nicX00yJJ+fVMq"
    "p6cl3hOlkLNIskZ3k5NkXVIDOmOUNEu8RrgsyYFmTGQI4EZMaA1mW1Tk13KeMnBPWPLnvg"
    "ooqHcFHsIFxk/APZZCNIMpJLMuKf+RkwxVkZcZmjwHnfGRnx15TAPSV2DBGGfSNvUHXj3p"
    "nGXD6YFslBHE0ijnanUay6tiHT0OMy0MrlW7lpzTVTLgEgJgJr/+UKqUHXpM5z/Ry8UHiP"
    "SXhfRooiCX7r5pdRd6x0kPc5JWNlMFEGl6wkuJoS/twOCp8uHYGuFIAuiT9nd0O0FkaRag"
    "pSkSKRPSokuNyLpfmhCs4finH+UIQzeyBZYlvQ/WtgnhY/CuNz19tOBuGkO9k1lozgK0Kr"
    "hzMh119kifDawjJLxY1YmonriyssmaaVWGNhb4EGt1dXb7XIcmkx1WycVs4aS3CrXbbEMv"
    "cqVV5gYdpz+NIJawfucuWgd/3xkM11Fx9/+CT2SmFqMojIRvL2Eec5bjyXjee1GQRRTlvW"
    "TGRqZOmy/4jmrc7s5Ddgaac5A1O7ZGmH8P2DC9PhCoI8MZlj8MH2kMsASz7F6B9v8B8yWC"
    "CDpWn2VYMzWHqhoZFnX8XulppYMXOlmpU1WWH0aNn33J5x8JNzgroOm9epxyLYYBv5VhvS"
    "iI68aBgzljSHb1jH5kJmFM1XxkPe8THbffSLNASxeAjEgybaWQ621zI2VlD/COMYO1ms5H"
    "jJLlbGZY4C530vJvAhTQ7wp+MJzr3Nyo3MGBJJHAXgqd0oqlCE3hdThN5nKUIMiqWVZ0dW"
    "W4yJyzfYLW5N/nmjdBD/OyU3o+GlMh53kH8h6Fu3V4L+xT+npD9gTpBYqgmumrE8w36ODy"
    "dSK5lxGVjK3PpSpg+v7DScEtvjytkbAL+rpCHm5mqhz1O1P6TloE9svU9Qy7XncvkWMRFQ"
    "yNYVgp82pkYKYt7Fg1RKrMHze2NHKfykrTeSuUdxGegMW+8MxHLk9BEKgDK2rgzLNpZG7X"
    "0pIuk9GlDfR/3JRBlIaiAQ6yD/gnkZ1zfD0UTpMS/Dv5qSr8pAGXVFYXjZDN/DxzJ3Cinu"
    "O0mpV3Wgw5lJdtJThLsgfSB0XOgIAyLbTw8D2mcLaJ+QAwC0T9D6YdE+31qvSfOr0rbRpy"
    "XbRp9mt41mRrDj5nguVWkTgfQebWWxYZqspRxsuuZtttYfqCPlW1/5zoPx/uWU8Lb6+ao/"
    "/oVbyrEv4eZsvXB3tnr281kl/ZWoL7O5OuXZGgZdsdFN3sgokK5lcDTMkN62yfGoUTUGVx"
    "bkUmZjjjTwGyX4jSZDhDqq7RLJBMCMINArUsP/3LJzlsLHa800C8eNUOiIRor3Zx/Pw0GC"
    "fykbH8bX3aurbDNlYyiPPsiYKzGRY4iEp/KTqmQWnBVnFpzlbD4qkvxkSVYJKcgCBvLanp"
    "CFtPWdwBr489INNiMIDRYIAXshBPAtvEf9y0krbzrbArwxzuSRopucxKuAC1ThbVOF8wdh"
    "gPcFeDPTTqOY2BEdqE+Y4ua4VcoZCiq1K1KHVIOoi1CiEocoFipBIqeROEijSAu2v+Vcau"
    "uRtBG1PI7P+O9XiP0G4mFwbFPkHTLtWO58hbmcbmuLnANOdvhbUzIls2i1acZpSPxQlAiY"
    "P9FPaBacj91Gs2iRYiY4TLOo1cwEW5z1G4o9erl/JIt4n43rsJfk/HGB8ms549ELStpWGc"
    "H9MpwaaVq1EfCYgMf09jMU8JiOEWzgMQGPCXhMwGNqbnoh8JiAxwR9AnhMjVYI8JiAxwSd"
    "AXhMzVMG8JiAxwQ8pio9BXhMwGM6yLxioDLVskYbRGIJMAHuEqgZyEq7JSsBD0Cq/wAPAH"
    "gATRgLgAdwEGMA8AB2hSzwAIAH0HhkgQcAPIADQBd4AMADOFB4d8EDyMvczipiSPDEYn8q"
    "qqGXeNQhJmu/qItMunqF81u2RLP45sfES2kW36LAeRWaRbB/R9Xz8Agy1mtXPAhRom3oyn"
    "I60VkqK40smZj3STnpwNvpBRlkbro61k9Ql8FqLJeYMyEWLmW1bm94EE6QF3rKlTLJ5AXu"
    "6Wen5B1+8s6CQXONzjUdo4VtrTk5IwTMI088agGBI8YD+aH4jJhkHyPu+o7dgXNigF/RMG"
    "MK+BVv7m0Bv+LQwQZ+BfArgF8B/Irmpj0BvwL4FdAngF/RaIUAvwL4FdAZgF/RPGUAvwL4"
    "FcCvqNJTgF+xF36Fv6CQwbgwAzMSAHZFDrvi8A43qBFdOs6TDSDDcwcJc9yYlPHBgvrgfM"
    "k7X/4itlS0NBIBa3/7wVKg2hUO5sd7fhQkte9qMmnmTqEHC21J+nVZZp90iuXrcvuaAe+2"
    "svsgTXinacIyeazbS7S8ZK+Pxbtn0iuDW+2ypMq5V6lqJiXPVjQI2mi2Q/hG0DytUGN9G+"
    "vZDadfqvyKfZsht3CPuYWWvdSIQQsCksURsbRck+MKTco1BL91f36rjeeWrdfyk1Ki4Cgd"
    "kqOk47lB6xjzCTEw5Yu6k7QDmpUED/QFN8lriltxkqJHHWazreAiJTruyw5SrD2Ch/QCuN"
    "m+2ygXKWzeuRS0qOmXMc+8WhW9pEniyJo1Z2RpyKes5Z/LU1ob/KTmDMjtEj+J/QChBYGr"
    "amuwySc02V9qjW8/X/cnHeR9Tgm32Hqj7vcOCq6mpHtzMxp+UzrIv+DZ/78qlyL7n39OSa"
    "/Pht5RTw1WdeNfw9XacLFWsAcmw5Ei6AP8It2ZKq3eVmF2nBYzO04zzA4+PNTzIZKS4EIc"
    "kgthsTHaZtpT2b9I5bJ9c0TBea/hvEvvjAdb4hWvb3kjkbTjlhEEZHO3EZaENSkFpwu+5A"
    "qDq1bZD962p1Zhx+zaO7LENgY5xHb+oj6S3XzXu7J8YWB4b51xhINb7TI/eOFVqugGf+f+"
    "LN/txHZNjFb8nNklg4J6hdGitbclCj+Blm+LwkqX2N4wdB2xy8nCstdt9Gg4K3EULJvBqe"
    "cpWxvWIHRRh40UlvnAvhg5596+zWvwI3G7/rG5wTG2PEU8PLoWMVlf+2iAKMaU/zb1fsJ7"
    "aLDNDfrpr6wK+4UpeRf8RnjPoELLSBzSm7r3Mxr8cIJmmr1013yRd8b+LVaVv8saU8oaSf"
    "BqHJs/UTRnvq1pLV2MWHX7GcIPDZsE2yXhh1iLlVmlTYk1OejQGOYC7y0MQl1qu4yE0DHC"
    "XGUp/Lx4Jfw8sxBuuc7cWheAXIGyFok3Ge7Wt/7wyuOhBVdTMlCU3lj99bb3VblWBpMOSh"
    "VMiTIaDUeC4OBd1AqFnVcJhaVjLLFQ2HlaZZRvL2Y4tTc5ics3Wmn9wZchJ518GU7J9+5o"
    "0B987SD/wleOr5o6irmooJeLQrVc5NBLFszs9wGvo5fkExqtmUtlNOn2Bx3kX0zJVf9vyt"
    "U/O8j7nJJf+rxH8b8N0E1onGVVU8ydSAg1gz3Bf/Zo2BN0oxGVdQU7x5QqPiAiIXREp0Rs"
    "j6HIEcIkxysoB9UXAUizkPK9P+28zbTL9hoJRWDVocY+Iw9FU2nJPiMPhZMnkN1eP1wvjC"
    "cZbfjVYYuEV2wmkghQSYznWUHg8ucM6z5M8hkFCUFIKDikhIIwfFtjXTsrCsuw6dTkZHBc"
    "YszKEwVbNDtohTjVIVMkRLcwcDUM6wMZpwJMXiBPABd6R6OUP33LzwAZQYAWaOZvTjOPWu"
    "UWQP6mmYYu2KQj95hxznTlCmkheyNTJJWQk0iS0VJxOslDWJX/sxWzSoYEI8wkXSHI8xd4"
    "2kbAl0AKu3pGVHvAaK3d82N1CM7mhNR9CORCNGdsb6PiXIggrUp6i8GsIIQncix92CFzL3"
    "kmG9taGCZWa6b2FIgD9BWg/5/YTPPvt8otTyHxPqdkdDvwEhn8iykZ315eKkqPVwovp+RL"
    "t3/Fi7zPKbnk57aIkuAqPeNWykbZ+kbKpUfTv6zFwzimvtVlerkR+UPB1ZQEVyqPBqh+Xs"
    "o4qpEsD4h5/BnBVR0NnlWh1p0VU+vOMtQ6OmdeQlZ/47VmmsVrxoHQEQXp3p99PA9nbf6l"
    "bMIeX3evrnLic14Gops3ixQHPxNC+7OGfjwQU8h3I4TDVgPeInEAuqD16nK7zCalYMn3dc"
    "dv2cadK30MVEYQMiC2rhwGhVtr4SUhCOvFTVmHqbJeLFINayk9KQmLbU1ebOMxd35Odw01"
    "p0RBz43Ws2aYrl1nN4msZIO91camdZoMPawy69swZftZShT6WZP7meY4eL3Jo1uUBxXick"
    "fjnG0jqgDZIDvLBgnsNOlNWTKCkA0IySAy8O4iGSRqlFsA+bi3acn030ZtqPldMx5E8kMm"
    "+cO/0y7L+ngUdSofOBDfiENsuEGtNb6z9GekzfnpZ1g/QX0HrSz25uhxZZgYzWz8YN0Lv2"
    "cW7o/BN+iY4aeNwQYFcYPvBEIsB200SvOPL9jnT0NmSXMmijaCXTYasAQv7wm/0gNuGsD7"
    "doHFyFwn0JQQhCByU/zhKkHkaFqSVXpSEoIeTQ56RFaJrJaTkqDlQ9ByjcM3UoIQLoAY15"
    "6g9W0H6TabloMmCxEuGXh3EeEK2yQEuF4AN917GxXf6mLbmK9aOfEt/067LL6lRXVeCm8V"
    "w7rlcFDhqlbu2JmznuXr8HVhoMYTXF4kFMmEfIo3CzjMaEQ61btarndZsncm25t3KgmE/e"
    "pHiO5ppXNFT0vOFT3NnivK8zBxXtiyPHUT54Ys95C0eeC5sxljbJ+T2R//Dw9rGhY="
)
