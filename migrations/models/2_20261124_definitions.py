"""The working text, the text in force, every version, decisions and consents; search columns."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
CREATE FUNCTION begrip_trigrams(value TEXT) RETURNS TEXT[]
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT substr(value, place, 3)), '{}')
    FROM generate_series(1, char_length(value) - 2) AS place
$$;
CREATE FUNCTION begrip_labels(designations JSONB) RETURNS TEXT
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(string_agg(item ->> 'text', ' ; '), '') FROM jsonb_array_elements(designations) AS item
$$;
CREATE FUNCTION begrip_search(locale TEXT, term TEXT, designations JSONB, body TEXT) RETURNS TSVECTOR
LANGUAGE SQL IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE split_part(lower(locale), '-', 1)
        WHEN 'nl' THEN setweight(to_tsvector('dutch'::regconfig, term), 'A')
            || setweight(to_tsvector('dutch'::regconfig, begrip_labels(designations)), 'B')
            || setweight(to_tsvector('dutch'::regconfig, body), 'C')
        WHEN 'en' THEN setweight(to_tsvector('english'::regconfig, term), 'A')
            || setweight(to_tsvector('english'::regconfig, begrip_labels(designations)), 'B')
            || setweight(to_tsvector('english'::regconfig, body), 'C')
        ELSE setweight(to_tsvector('simple'::regconfig, term), 'A')
            || setweight(to_tsvector('simple'::regconfig, begrip_labels(designations)), 'B')
            || setweight(to_tsvector('simple'::regconfig, body), 'C')
    END
$$;
CREATE TABLE definitions (
    id UUID PRIMARY KEY,
    glossary_id UUID NOT NULL REFERENCES glossaries (id) ON DELETE RESTRICT,
    concept_id UUID NOT NULL REFERENCES concepts (id) ON DELETE RESTRICT,
    version INT NOT NULL DEFAULT 1 CHECK (version > 0),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    slug VARCHAR(120) COLLATE "C" NOT NULL,
    status VARCHAR(12) NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'IN_REVIEW', 'ESTABLISHED', 'ARCHIVED')),
    established_version INT,
    was_established BOOLEAN NOT NULL DEFAULT FALSE,
    latest_run_id UUID,
    score SMALLINT CHECK (score BETWEEN 0 AND 100),
    verdict VARCHAR(25),
    created_by_id UUID REFERENCES users (id) ON DELETE SET NULL,
    updated_by_id UUID REFERENCES users (id) ON DELETE SET NULL,
    term VARCHAR(200) NOT NULL CHECK (term <> ''),
    term_key TEXT COLLATE "C" NOT NULL,
    text TEXT NOT NULL CHECK (char_length(text) <= 10000),
    locale VARCHAR(35) COLLATE "C" NOT NULL,
    category VARCHAR(10) CHECK (category IN ('TYPE', 'PROCESS', 'RESULT', 'INSTANCE')),
    contexts JSONB NOT NULL DEFAULT '[]',
    context_key TEXT COLLATE "C" NOT NULL DEFAULT '',
    designations JSONB NOT NULL DEFAULT '[]',
    sources JSONB NOT NULL DEFAULT '[]',
    explanation TEXT,
    examples JSONB NOT NULL DEFAULT '[]',
    notes JSONB NOT NULL DEFAULT '[]',
    origin VARCHAR(10) NOT NULL DEFAULT 'WRITTEN' CHECK (origin IN ('WRITTEN', 'IMPORTED', 'GENERATED')),
    generation JSONB,
    text_hash VARCHAR(64) COLLATE "C" NOT NULL,
    search TSVECTOR GENERATED ALWAYS AS (begrip_search(locale, term, designations, text)) STORED,
    words TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, text)) STORED,
    term_trigrams TEXT[] GENERATED ALWAYS AS (begrip_trigrams(term_key)) STORED,
    CHECK (established_version IS NULL OR was_established),
    CHECK (status <> 'ARCHIVED' OR established_version IS NULL),
    CHECK (status <> 'ESTABLISHED' OR established_version IS NOT NULL),
    UNIQUE (glossary_id, slug)
);
CREATE UNIQUE INDEX definitions_one_per_locale ON definitions (concept_id, locale) WHERE status <> 'ARCHIVED';
CREATE INDEX definitions_key ON definitions (glossary_id, locale, term_key, context_key);
CREATE INDEX definitions_status ON definitions (status, term_key, id);
CREATE INDEX definitions_updater ON definitions (updated_by_id);

CREATE INDEX definitions_term ON definitions (term_key, id);
CREATE INDEX definitions_glossary_term ON definitions (glossary_id, term_key, id);
CREATE INDEX definitions_created ON definitions (created_at, id);
CREATE INDEX definitions_updated ON definitions (updated_at, id);
CREATE INDEX definitions_score ON definitions (score, id);
CREATE INDEX definitions_concept ON definitions (concept_id);
CREATE INDEX definitions_author ON definitions (created_by_id, id);
CREATE INDEX definitions_text ON definitions (glossary_id, md5(text));
CREATE INDEX definitions_search ON definitions USING GIN (search);
CREATE INDEX definitions_words ON definitions USING GIN (words);
CREATE INDEX definitions_trigrams ON definitions USING GIN (term_trigrams);
CREATE INDEX definitions_contexts ON definitions USING GIN (contexts jsonb_path_ops);
CREATE TABLE definitions_in_force (
    definition_id UUID PRIMARY KEY REFERENCES definitions (id) ON DELETE CASCADE,
    glossary_id UUID NOT NULL REFERENCES glossaries (id) ON DELETE RESTRICT,
    concept_id UUID NOT NULL REFERENCES concepts (id) ON DELETE RESTRICT,
    version INT NOT NULL CHECK (version > 0),
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    slug VARCHAR(120) COLLATE "C" NOT NULL,
    latest_run_id UUID,
    score SMALLINT CHECK (score BETWEEN 0 AND 100),
    verdict VARCHAR(25),
    created_by_id UUID REFERENCES users (id) ON DELETE SET NULL,
    updated_by_id UUID REFERENCES users (id) ON DELETE SET NULL,
    term VARCHAR(200) NOT NULL CHECK (term <> ''),
    term_key TEXT COLLATE "C" NOT NULL,
    text TEXT NOT NULL CHECK (char_length(text) <= 10000),
    locale VARCHAR(35) COLLATE "C" NOT NULL,
    category VARCHAR(10) CHECK (category IN ('TYPE', 'PROCESS', 'RESULT', 'INSTANCE')),
    contexts JSONB NOT NULL DEFAULT '[]',
    context_key TEXT COLLATE "C" NOT NULL DEFAULT '',
    designations JSONB NOT NULL DEFAULT '[]',
    sources JSONB NOT NULL DEFAULT '[]',
    explanation TEXT,
    examples JSONB NOT NULL DEFAULT '[]',
    notes JSONB NOT NULL DEFAULT '[]',
    origin VARCHAR(10) NOT NULL DEFAULT 'WRITTEN' CHECK (origin IN ('WRITTEN', 'IMPORTED', 'GENERATED')),
    generation JSONB,
    text_hash VARCHAR(64) COLLATE "C" NOT NULL,
    search TSVECTOR GENERATED ALWAYS AS (begrip_search(locale, term, designations, text)) STORED,
    words TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, text)) STORED,
    term_trigrams TEXT[] GENERATED ALWAYS AS (begrip_trigrams(term_key)) STORED,
    CONSTRAINT definitions_in_force_key UNIQUE (glossary_id, locale, term_key, context_key),
    UNIQUE (glossary_id, slug)
);
CREATE INDEX definitions_in_force_updater ON definitions_in_force (updated_by_id);

CREATE INDEX definitions_in_force_term ON definitions_in_force (term_key, definition_id);
CREATE INDEX definitions_in_force_glossary_term ON definitions_in_force (glossary_id, term_key, definition_id);
CREATE INDEX definitions_in_force_created ON definitions_in_force (created_at, definition_id);
CREATE INDEX definitions_in_force_updated ON definitions_in_force (updated_at, definition_id);
CREATE INDEX definitions_in_force_score ON definitions_in_force (score, definition_id);
CREATE INDEX definitions_in_force_concept ON definitions_in_force (concept_id);
CREATE INDEX definitions_in_force_author ON definitions_in_force (created_by_id, definition_id);
CREATE INDEX definitions_in_force_text ON definitions_in_force (glossary_id, md5(text));
CREATE INDEX definitions_in_force_search ON definitions_in_force USING GIN (search);
CREATE INDEX definitions_in_force_words ON definitions_in_force USING GIN (words);
CREATE INDEX definitions_in_force_trigrams ON definitions_in_force USING GIN (term_trigrams);
CREATE INDEX definitions_in_force_contexts ON definitions_in_force USING GIN (contexts jsonb_path_ops);
CREATE TABLE definition_versions (
    id UUID PRIMARY KEY,
    definition_id UUID NOT NULL REFERENCES definitions (id) ON DELETE CASCADE,
    number INT NOT NULL CHECK (number > 0),
    status VARCHAR(12) NOT NULL CHECK (status IN ('DRAFT', 'IN_REVIEW', 'ESTABLISHED', 'ARCHIVED')),
    concept_id UUID NOT NULL,
    note TEXT,
    changes JSONB NOT NULL DEFAULT '[]',
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    created_by_id UUID REFERENCES users (id) ON DELETE SET NULL,
    term VARCHAR(200) NOT NULL CHECK (term <> ''),
    term_key TEXT COLLATE "C" NOT NULL,
    text TEXT NOT NULL CHECK (char_length(text) <= 10000),
    locale VARCHAR(35) COLLATE "C" NOT NULL,
    category VARCHAR(10) CHECK (category IN ('TYPE', 'PROCESS', 'RESULT', 'INSTANCE')),
    contexts JSONB NOT NULL DEFAULT '[]',
    context_key TEXT COLLATE "C" NOT NULL DEFAULT '',
    designations JSONB NOT NULL DEFAULT '[]',
    sources JSONB NOT NULL DEFAULT '[]',
    explanation TEXT,
    examples JSONB NOT NULL DEFAULT '[]',
    notes JSONB NOT NULL DEFAULT '[]',
    origin VARCHAR(10) NOT NULL DEFAULT 'WRITTEN' CHECK (origin IN ('WRITTEN', 'IMPORTED', 'GENERATED')),
    generation JSONB,
    text_hash VARCHAR(64) COLLATE "C" NOT NULL,
    UNIQUE (definition_id, number)
);
CREATE INDEX definition_versions_creator ON definition_versions (created_by_id);
CREATE FUNCTION begrip_refuse_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER definition_versions_immutable BEFORE UPDATE ON definition_versions
    FOR EACH ROW WHEN (OLD.created_by_id IS NOT DISTINCT FROM NEW.created_by_id) EXECUTE FUNCTION begrip_refuse_change();
CREATE TABLE decisions (
    id UUID PRIMARY KEY,
    version_id UUID NOT NULL UNIQUE REFERENCES definition_versions (id) ON DELETE CASCADE,
    transition VARCHAR(15) NOT NULL,
    decided_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    decided_by_id UUID REFERENCES users (id) ON DELETE SET NULL,
    override_reason TEXT,
    run_id UUID
);
CREATE INDEX decisions_decider ON decisions (decided_by_id);
CREATE TABLE consents (
    id UUID PRIMARY KEY,
    decision_id UUID NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
    organisation VARCHAR(200) NOT NULL CHECK (organisation <> ''),
    note TEXT,
    recorded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by_id UUID REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX consents_decision ON consents (decision_id);
CREATE INDEX consents_recorder ON consents (recorded_by_id);
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
DROP TABLE consents;
DROP TABLE decisions;
DROP TABLE definition_versions;
DROP TABLE definitions_in_force;
DROP TABLE definitions;
DROP FUNCTION begrip_refuse_change();
DROP FUNCTION begrip_search(TEXT, TEXT, JSONB, TEXT);
DROP FUNCTION begrip_labels(JSONB);
DROP FUNCTION begrip_trigrams(TEXT);
"""


MODELS_STATE = (
    "eJztXW1z4rYW/isavtztTJopSZrNsJ3OkODdpTeBXCC7vS0do9gK+MbI1LI3yfT2v19Jtv"
    "G7sQkQwz1fgpF1jPMcST5vj/xXY27pxGTHQ8KYYdFGC/3VoHhO+EHy1BFq4MUiPCEaHHxv"
    "yr7M6yQb8T1zbKw5vP0Bm4zwJp0wzTYWjvcTjTZixpQS/XuDIp18MzTSQhYlyCYPNmEzLj"
    "Y3zJdj1F62ONYjochgaPLTDFPdJD8f/8SIZhPn58kHZD2ge8uZ8WuYL2iG2YwwhG2CmGPZ"
    "RD8WN6VbGr8rg07f6PddavzpEtWxpsSZEZvfxe9/8GaD6uSZsODr4lF9MIipx/Rg6OICsl"
    "11Xhay7e6u2/koe4r/7V7VLNOd07D34sWZWXTZ3XUN/VjIiHNTQomNHaJHFERd0/R1GTR5"
    "d8wbHNsly1vVwwadPGDXFGpu/PTgUk1oF/mD5pG8sGPxq+9/9u8w0ltVe/2ROlRGqtpIDQ"
    "5xJwl9+U0aH198YBnUEXj99bd33RAX2doQP3D1uT14d3r+nUTCYs7Uliclao2/pSB2sCcq"
    "sQ/B9rSrCiWmUb+aYTsb9YRYAn5+29sBPgBrC/A25vhZNQmdOjP+9fysAO4v7YFE/PxMIm"
    "7xye+tCj3/zIk8JYAPgZYzqjLOcanNwBw0hDiHy9YBAL2w+QpnuUxdD/Ec8bWg98fv/wvy"
    "tuUILFTspAHv8DOOMSfZoMclE1jrvuhxcLB/yBcgPereKMNR++ZWXH7O2J+mhKs9UsSZE9"
    "n6kmh9d57QyvIi6Gt39BmJr+i3fk9JPhCW/Ua/NcQ9YdexVGo9qViPYhI0B00xLXMjYE0t"
    "xyU3oOXaLW38H9T73CjyR+CeqN2fLIVaNzFzVJetpfekLGh+nzRvCEOPPC8Mfsk1lJ8hfo"
    "D63xN9l1rg19c1qHmP1MwXZFvFXAEZas43j+NSh2cVn/zwQwmzmPfKtYvluYRhTL5xZ2It"
    "wzgmCYZx7SdUteBVRGSTEaz6KnVFpErEBB8eMwNVAqo0tB8tmxhT+k/yIgHu8vvAVCMZgP"
    "qBujv/MvsJadgaTmUbPy2DqNEBxf93/h8Tx1vQ28OrdkdpSITvsfb4hG1djUEtzlgnVqJl"
    "2Td9an4yT7Zgyh8Nuv9fiHsOYupcR/zf42pqZEXcw7NHhUF3r58qgq1lA++8L1pgw0YPlo"
    "2wphHGvOA2+4Amj4Y+EUFuw2Fo8PEKvT8/vUDOzJ3fL7g2nKxA+quv94rA+GPW4pL/qH7M"
    "XFggNhsErvKD4lxb3zg26n+eHtOA/zLs9/JChzGx5NPa0Bz0X2QazNnfBSgLcgFI7BkdQP"
    "3upv1rUgtX1/3L5OIvLnCZMJkgypQ/Gw431mBzndhrGspRSTCU62Yopyy7tzFEpPmXYYIE"
    "ZmG+8SEsq9JWx4L3tegxmvCDuSFLBdRvvI1/TtDUtp4Yeprx8cfb+AF2uJHA7Yo5fkG6hb"
    "QZplPCWsgydZIwMhChmfn97f8gJPTr4yYV2S6+1tOId6mTDXhEIoG6QbdmqjS39XCcijv4"
    "/qR59v7s4vT87IJ3kXe5bHlfgHu3NwI7BOyQhrvQ19R6XBK0vk9a1w22MPGLKr+n9J7vaC"
    "flDrBMZythcTLHhlkF6KXAASJ8elIGYd4rF2F5LgNhES+rjHIgdHDRo63gvMCMPVncOcmu"
    "NhuR5xzbKyV4CBm1okeC8uuoOFa0fCJc93ufgu7JAFKy7szMWa8V6s5TiYFE5Zm54zW7cT"
    "dUBhV9CinTQuLvmCqd7qjPv3mfY9ru3HR7LSQ/kq5hmRlxUWI+XOTOhovkXDCYyr1j41uG"
    "Si4tjjamOX5fVC6hjnsuuC19BEvRbifCZb9/HZsIl93kSL+7uVQG75oSed7J8DI5aRdl7j"
    "JH9Xx4NVhPKmKfd4kdqmHZsrd6SIdeKjjh2cLgjydB5k9SG6tMs0S3FLz5uZmk3O6TM5EY"
    "071rmI5B2bH4vbeIL20sZVOTsO4nrquBK+83FdpdnjsqCu9OReLO5t1Kxni/iiCq4FAxhy"
    "yQzm1mqjNkUNk2NS3GsP3yAWEkZzWdItt6QnO+ADMRekVsZiwWREe+0tMh3S1cPyOC+3sj"
    "uJQEw+bihuOvPRoHqfEHxHhrGOONK2odszd+hTq7043h3eVNd9RC3ueYijBQZ9D+2kLBET"
    "eBb28H/S8KN4K9gzEdKL8oV1zK+xzTTnd41R50VN7/I2+OfeXyfPHrSnnvQMgPuXGtiAvI"
    "g3UM6+aPJSzr5o+5prU4lYhGizmZqfKcGLTfv84KXrcKpIwbf57vxZ+nnHjugBAq/veq1n"
    "NcEFyX8iYzR87i5q5t6BKGyrAnhMFdqYC9Tf50RclElfUkKnMIkarEel0qyN0sCHI300Hu"
    "wMCqWBmcEIPq4OLq4KgZ+8oK4U+RS+0ntCurhBODq06Vwkv0szy5iGYKPDmvl1HWk2tL18"
    "l6QJNQcpJVY5PXDSpj6rNEHBV4TVAZ04DKGKiRgMoY0HpVrTPTnVbxE4L+B1c9cFHGQ7jI"
    "dxAuUv5B1WIjKDKqVmQkPrMrYPKrMqIyB4HzrisyordZAfeE2CFEGHaNvMHUhXtvGlr1YF"
    "ooB3G0CnG0e8yI6tpGlYEelYFRXn2Um5aGzWoFABERyP0XK2QNuiZzXtavwVsK77AI7+NA"
    "USqC37j9PGgPlRbyPsd0qPRGSu+KtwRHYyqu20LLq1eOQJcKQBfEn9O7IVoPRp5qckqRQp"
    "EdKiQ43ImleVYG57N8nM/ycOYXpFNiS7r/GpgnxQ/C+Nz2tpNBOOm+ao4lJfiK0Or+PJDX"
    "T7KEeG0gzVJyI5Z64royw5IaWrEcC78L1Lu7vn6rJMuVxVWzcBoZOZbg1FFRikXzOpVOsH"
    "DtOSJ1wseBO5056F132OfPuov3332Qe6VwNRlUViN5+4iLGjdRyybq2gyKmKAtYxOZmE5d"
    "/h+xrOzMVn4DUjv1WZiOClI7VOwfnFsOlxPkicgcgg+2g1oGSPnko3+4wX+oYIEKlrrZVz"
    "WuYOksDY0s+ypyttDEipgr5ays0YygJ8t+FPaMQ56dY9R2+HOdeSyCBbGRb7UhTHXkRcO4"
    "sYQdsWEdfxZyo0ibGd+yXh+z2UuvpCHI5CEQD+poZznEnlexsYL+BxjH2EqyUuBVNVkZlT"
    "kInHedTBBLWjXAnw8nOPc2mZsqa0gocRCAJ3ajKEMROs2nCJ2mKUIciqmVZUeWS8ZE5Wvs"
    "FjdG/75VWkj8HdPbQf9KGQ5byD+Q9K27a0n/Ep9j2u1xJ0imaoKjeqRn+M+J5aRSJjMqA6"
    "nMjacyfXirPoYTYjvMnL0B8NsqGuJuLl76PGXnQ1IO5sTG5wSzXFurVm8REQGFbFwh5Hlh"
    "YpoT885fpBJiNX6+13aVIs94vqhYexSVgcmw8clALaeaPpYCoIyNK8Oyjamx9r4UofQODa"
    "ivg+5opPQqaiAQayH/gHsZN7f9wUjpcC/DPxrTT0pPGbRl4/KwHr6Hj2XmIyR/7sSlXjWB"
    "9udJspWZIt2Fyi+EjgodYEBk8+VhQPtsAO0TagCA9gla3y/a51vrNW5+ldo2ulmwbXQzvW"
    "00N4IdN8NzKUubCKR3aCvLDdOqWsrBpmveZmvdnjpQvnSVryIY7x+OqRirl9fd4WdhKUe+"
    "LDdn6yx3Z1vPfj4ppb8C9aU2V2eiWsNgM766VTcycqTXMjhqZkhv2uR4wkyNwJUGuZDZmC"
    "EN/MYK/EaTI8Ic1XZpxQLAlCDQKxLLv2bZGanw4RybZu66sRQ6oJXi9OT9+XKREF+K1ofh"
    "Tfv6Oj1M+Roqog9VzJWIyCFEwhP1SWUqC07yKwtOMjYflUV+VUlWMSmoAgby2o6QhbL1rc"
    "Aa+POVB2xKEAYsEAJ2QggQW3gPulejRtbjbAPwRjiTB4pu/CFeBlygCm+aKpy9CAO8K+BN"
    "PXZqxcQO6UBdyhWnkUYhZyjodFSSOqQaVH1YSpTiEEVCJUjWNFIHYYZwsP2t4FJbT/QIMc"
    "vj+Az/dY34byARBic2Q95Lph3L1WZEyOk2fsh4wckWf2tMx3QSZpsmgoYkXooSAvMP9gFN"
    "gvdjH6FJmKSYSA7TJBw1E8kW5/OGEY9e7r+SRd7PwnX4TQr+uET5tZzx8AYr2lYpwd0ynG"
    "ppWh0h4DEBj+ntn1DAYzpEsIHHBDwm4DEBj6m+5YXAYwIeE8wJ4DHVWiHAYwIeE0wG4DHV"
    "TxnAYwIeE/CYyswU4DEBj2kv64qByrSWNVojEkuACXCXQM1AVtouWQl4AJXmD/AAgAdQh7"
    "UAeAB7sQYAD2BbyAIPAHgAtUcWeADAA9gDdIEHADyAPYV3GzyArMrttCL6lIws/qekGjqx"
    "S+1jsfZKXaTK1Uu8v2VDNIsvfky8kGbxJQycl6FZBPt3lH0fHkXGfO7KCyFG8YLNLKcVvk"
    "tlhumUi3mfTJAOvJ1ekEE109Wz3tDy+ksKzkSbK8uYTongVzy4jHe8uxWhvQ/8QuaLpD5o"
    "mGlYJ+jBtuaCb7HEwONDPOGAkxGldniqzX2j3u+J2UPd+T0/A2+AAeZEzcwkYE68uR8FzI"
    "l9BxuYE8CcAOYEMCfqW9AEzAlgTsCcAOZErRUCzAlgTsBkAOZE/ZQBzAlgTgBzosxMAebE"
    "TpgTfkIhhXFubWUoALyJDN7E/r22YI3o0mG+swBqN7dQCieMySo+WNAfnK/qzpefwq4ULQ"
    "1FwNrffLAUSHS5i/nhvhkKytW39TCp5x6gewttQWF1Uc1e5eLJ11Xt1QPeTdXtQQHwVguA"
    "q1Sobq6E8orfPpH3niqcDE4dFZVLal6nsjWSolbRoGiBbYeKLZ5FdSHmczuz+nFF51fsyA"
    "y1hTusLbTsKaYGywlI5kfEknJ1jivUqdYQ/Nbd+a020SxbX8tPSoiCo7RPjpJONIOtY8zH"
    "xMCUz5tOlR3QtCR4oCvcJG8obsRJCi+1n8O2hIsUm7irHaTIeAQPaQW46blbKxdpObwzyW"
    "Xh0C/ilHm9SnpJo9jLaOaCmIWRT0bLfuNOYW/wk+qzIB8V+En8ByjLCVyVy8HGr1Bnf6kx"
    "vLu86Y5ayPscU2GxdQbtry0UHI1p+/Z20P+itJB/IKr/f1GuZPW/+BzTTpcvvYOOGmR1o1"
    "+X2dplslayB0b9gSLpA+IgOZlKZW/LMDua+cyOZorZIZaH9XyIuCS4EPvkQlh8jba59lT+"
    "L7Jq1b4ZouC8r+G8V97zDja7y89veStRZcctJQjIZm4QXBHWuBS8N3CVKwyuWmk/eNOeWo"
    "m9sNfeayWy5cc+jvOV+ohP823vt9ImtqHNGhl+sH/mqMgLxmGfVS5wPk4bdmZza4Uz182M"
    "OmFfKbUdSJspEs53WnOnbOG+rDn719fKRV03pfdjuZ1Zi7ZmTXmIYlJVQNjvfoDoNkslTJ"
    "sFCdNmOmHqv6M6jfAKqj7N9Lq3X3y651SZlCW2y7Du3/8DlHf67g=="
)
