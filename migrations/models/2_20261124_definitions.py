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
    label_keys TEXT[] COLLATE "C" NOT NULL DEFAULT '{}',
    search TSVECTOR GENERATED ALWAYS AS (begrip_search(locale, term, designations, text)) STORED,
    words TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, text)) STORED,
    term_trigrams TEXT[] GENERATED ALWAYS AS (begrip_trigrams(term_key)) STORED,
    CHECK (established_version IS NULL OR was_established),
    CHECK (status <> 'ARCHIVED' OR established_version IS NULL),
    CHECK (status <> 'ESTABLISHED' OR established_version IS NOT NULL),
    UNIQUE (glossary_id, slug)
);
CREATE UNIQUE INDEX definitions_one_per_locale ON definitions (concept_id, locale) WHERE status <> 'ARCHIVED';
CREATE INDEX definitions_key ON definitions (glossary_id, locale, term_key, context_key, term);
CREATE INDEX definitions_status ON definitions
    ((CASE status WHEN 'DRAFT' THEN 0 WHEN 'IN_REVIEW' THEN 1 WHEN 'ESTABLISHED' THEN 2 ELSE 3 END), id);
CREATE INDEX definitions_updater ON definitions (updated_by_id);

CREATE INDEX definitions_term ON definitions (term_key, id);
CREATE INDEX definitions_glossary_term ON definitions (glossary_id, term_key, id);
CREATE INDEX definitions_created ON definitions (created_at, id);
CREATE INDEX definitions_glossary_created ON definitions (glossary_id, created_at, id);
CREATE INDEX definitions_updated ON definitions (updated_at, id);
CREATE INDEX definitions_glossary_updated ON definitions (glossary_id, updated_at, id);
CREATE INDEX definitions_score ON definitions ((coalesce(score, -1)), id);
CREATE INDEX definitions_glossary_score ON definitions (glossary_id, (coalesce(score, -1)), id);
CREATE INDEX definitions_concept ON definitions (concept_id, locale);
CREATE INDEX definitions_author ON definitions (created_by_id, id);
CREATE INDEX definitions_text ON definitions (glossary_id, locale, md5(text));
CREATE INDEX definitions_search ON definitions USING GIN (search);
CREATE INDEX definitions_words ON definitions USING GIN (words);
CREATE INDEX definitions_trigrams ON definitions USING GIN (term_trigrams);
CREATE INDEX definitions_labels ON definitions USING GIN (label_keys);
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
    label_keys TEXT[] COLLATE "C" NOT NULL DEFAULT '{}',
    search TSVECTOR GENERATED ALWAYS AS (begrip_search(locale, term, designations, text)) STORED,
    words TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, text)) STORED,
    term_trigrams TEXT[] GENERATED ALWAYS AS (begrip_trigrams(term_key)) STORED,
    CONSTRAINT definitions_in_force_key UNIQUE (glossary_id, locale, term_key, context_key, term),
    UNIQUE (glossary_id, slug)
);
CREATE INDEX definitions_in_force_updater ON definitions_in_force (updated_by_id);

CREATE INDEX definitions_in_force_term ON definitions_in_force (term_key, definition_id);
CREATE INDEX definitions_in_force_glossary_term ON definitions_in_force (glossary_id, term_key, definition_id);
CREATE INDEX definitions_in_force_created ON definitions_in_force (created_at, definition_id);
CREATE INDEX definitions_in_force_glossary_created ON definitions_in_force (glossary_id, created_at, definition_id);
CREATE INDEX definitions_in_force_updated ON definitions_in_force (updated_at, definition_id);
CREATE INDEX definitions_in_force_glossary_updated ON definitions_in_force (glossary_id, updated_at, definition_id);
CREATE INDEX definitions_in_force_score ON definitions_in_force ((coalesce(score, -1)), definition_id);
CREATE INDEX definitions_in_force_glossary_score ON definitions_in_force (glossary_id, (coalesce(score, -1)), definition_id);
CREATE INDEX definitions_in_force_concept ON definitions_in_force (concept_id, locale);
CREATE INDEX definitions_in_force_author ON definitions_in_force (created_by_id, definition_id);
CREATE INDEX definitions_in_force_text ON definitions_in_force (glossary_id, locale, md5(text));
CREATE INDEX definitions_in_force_search ON definitions_in_force USING GIN (search);
CREATE INDEX definitions_in_force_words ON definitions_in_force USING GIN (words);
CREATE INDEX definitions_in_force_trigrams ON definitions_in_force USING GIN (term_trigrams);
CREATE INDEX definitions_in_force_labels ON definitions_in_force USING GIN (label_keys);
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
    "eJztXW1z4rYW/isavtztTJppsmk2w3Y6Q4J3lzaBXCC7vV06RrEV8I2RqWVvkuntf7+S/P"
    "4amwAx9HwJjqxjzHMk+bw98l+thaUTkx2OCGOGRVtt9FeL4gXhB+lTB6iFl8vohGhw8K0p"
    "+zKvk2zEt8yxsebw9jtsMsKbdMI021g63le0OogZM0r07w2KdPLN0EgbWZQgm9zZhM252M"
    "Iwnw5RJ2xxrHtCkcHQ9Kc5prpJfj78iRHNJs7P0/fIukO3ljPn1zCf0ByzOWEI2wQxx7KJ"
    "fihuSrc0flcGnb3S97vU+NMlqmPNiDMnNr+Lr3/wZoPq5JGw4N/lvXpnEFNP6MHQxQVku+"
    "o8LWXbzU2v+0H2FL/tVtUs013QqPfyyZlbNOzuuoZ+KGTEuRmhxMYO0WMKoq5p+roMmrw7"
    "5g2O7ZLwVvWoQSd32DWFmls/3blUE9pF/qC5J0/sUHzru5/9O4z1VtX+YKyOlLGqtjKDQ9"
    "xJSl9+k8bHFx9YBnUEXn/97V03wkW2tsQXXHzqDN+8Pf1OImExZ2bLkxK11t9SEDvYE5XY"
    "R2B72lWFErOoX8yxnY96SiwFP7/tzQAfgLUBeFsL/KiahM6cOf/39KQE7s+doUT89EQibv"
    "HJ760Kff/MsTwlgI+AljOqNs5JqfXAHDREOEfL1h4AvbT5Cme5TF0N8QLxlaD3x+8/BXnb"
    "cgQWKnaygHf5GcdYkHzQk5IprHVf9DA42D3kS5Ae966U0bhzdS0uv2DsT1PC1Rkr4syxbH"
    "1Ktb45TWklvAj60ht/QuJf9Pugr6QfCGG/8e8tcU/YdSyVWg8q1uOYBM1BU0LL3AhYUctJ"
    "yTVouXFLG/+B+oAbRf4I3BG1+5OlVOsmZo7qspX0npYFze+S5g1h6JHHpcEvuYLyc8T3UP"
    "87ou9KC/zqugY175Ca+YJsq5grIEfNxeZxUmr/rOLjH36oYBbzXoV2sTyXMozJN+5MrGQY"
    "JyTBMG78hKoXvIqJrDOC1VylPhOpEjHBu/vcQJWAKgvtB8smxoz+Sp4kwD1+H5hqJAdQP1"
    "B3419mNyGNWqOpbOOHMIgaH1D8t/NfTBxvQe+MLjpdpSURvsXa/QO2dTUBtThjHVuplrBv"
    "9tTieJFuwZQ/GnT/V4h7DmLqXEf853E1tfIi7tHZg9Kgu9dPFcHWqoF33hctsWGjO8tGWN"
    "MIY15wm71H03tDn4ogt+EwNPxwgd6dvj1Dztxd3C65Npy8QPqLr/eCwPh93uJS/Ki+z11Y"
    "IDYbBK6Kg+JcW984Nup/H+6zgP8yGvSLQocJsfTT2tAc9D9kGszZ3QUoD3IBSOIZHUD95q"
    "rzW1oLF5eD8/TiLy5wnjKZIMpUPBv2N9Zgc53YKxrKcUkwlJtmKGcsu9cxRKT5l2OCBGZh"
    "sfEhLKvKVseS97XoIZryg4UhSwXUb7yNf07RzLYeGHqY8/HH2/gBdriRwO2KBX5CuoW0Oa"
    "YzwtrIMnWSMjIQobn5/c1/IST0m+MmldkuvtaziPeokw94TCKFukE3ZqocberhOBN38P3x"
    "0cm7k7O3pydnvIu8y7DlXQnuvf4Y7BCwQ1ruUl9R60lJ0PouaV032NLET6r8P6P3Ykc7Lb"
    "eHZTobCYuTBTbMOkCHAnuI8NvjKgjzXoUIy3M5CIt4WW2UA6G9ix5tBOclZuzB4s5JfrXZ"
    "mDwW2F4ZwX3IqJU9EpTfxuWxovCJcDnofwy6pwNI6bozs2C9Vqi7yCQGUpVn5pbX7NbNSB"
    "nW9CmkTBuJvxOqdHvjAf/P+5zQTveq128j+ZF2DavMiLMK8+GscDacpeeCwVTuHRvfclRy"
    "bnG0MS3w++JyKXXccsFN6SNYirY7Ec4Hg8vERDjvpUf6zdW5MnxzJJHnnQwvk5N1URYuc1"
    "TPh1eD9aQm9kWX2KIawpad1UM29FLDCc8XBn88DTJ/ktpYZZolumXgLc7NpOW2n5yJxZhu"
    "XcN0DMoOxfe9RnxpbSmbhoR1P3JdDV15v5nQbnjuoCy8OxOJO5t3qxjj/SKCqIJDxRyyRD"
    "q3manOkEFl28y0GMP203uEkZzVdIZs6wEt+ALMROgVsbmxXBId+UrPhnQ3cP2cCO7XVnAp"
    "CYbNxQ3HX3s0DlLrD4jxNjDGm1TUKmZv8gpNdqdbo5vzq964jbzPCRVhoO6w86WNgiNuAl"
    "9fDwefFW4EewcTOlR+US64lPc5od3e6KIz7Kq8/wfenPiXy/PFryflvQMhP+LGtSIuIA9W"
    "MayPfqxgWR/9WGhai1OpaLSYk7kqL4hB+/2brOBVq0CquPGnxV78acaJ5w4IoeK317Wek4"
    "LgulQ3mTlyFjd3bUOXMNSGPSUM7koN7G3ypytKJuqsJ3GZfYhUpdbrSkHuo5Ig91E2yB0Y"
    "WDUrg1NiUB1cXh0cN2NfWCH8MXap3YT22Srh1OBqUqVwiH6eJxfTTIkn5/UyqnpyHek6WX"
    "doGklO82psirpBZUxzloiDEq8JKmNaUBkDNRJQGQNar6t1ZrqzOn5C0H/vqgfOqngIZ8UO"
    "wlnGP6hbbARFRvWKjMRnfgVMcVVGXGYvcN52RUb8NmvgnhLbhwjDtpE3mLp0b01Dqx9Mi+"
    "QgjlYjjnaLGVFd26gz0OMyMMrrj3LT0rBZrwAgJgK5/3KFrEDXZM7T6jV4ofAWi/A+DBWl"
    "Jvit60/DzkhpI+9zQkdKf6z0L3hLcDSh4rptFF69dgS6UgC6JP6c3Q3RujOKVFNQihSJbF"
    "EhweFWLM2TKjifFON8UoQzvyCdEVvS/VfAPC2+F8bnpredDMJJt3VzLBnBF4RWd+eBvHqS"
    "JcJrDWmWihuxNBPXZzMsmaGVyLHwu0D9m8vL10qyXFhcNUunlZNjCU4dlKVYNK9T5QQL15"
    "4jUid8HLizuYPe9EYD/qw7e/fde7lXCleTQWU1krePuKhxE7Vsoq7NoIgJ2jI2kYnpzOW/"
    "iOVlZzbyHZDaac7CdFCS2qFi/+DCcriCIE9MZh98sC3UMkDKpxj9/Q3+QwULVLA0zb5qcA"
    "VLNzQ08uyr2NlSEytmrlSzssZzgh4s+17YMw55dA5Rx+HPdeaxCJbERr7VhjDVkRcN48YS"
    "dsSGdfxZyI0ibW58y3t9zHov/SwNQSYPgXjQRDvLIfaijo0V9N/DOMZGkpUCr7rJyrjMXu"
    "C87WSCWNLqAf64P8G518nc1FlDIom9ADy1G0UVitDbYorQ2yxFiEMxs/LsyGrJmLh8g93i"
    "1vg/10obib8Tej0cXCijURv5B5K+dXMp6V/ic0J7fe4EyVRNcNSM9Az/OrGc1MpkxmUglb"
    "n2VKYPb93HcEpsi5mzVwB+U0VD3M3Foc9TdT6k5WBOrH1OMMu1tXr1FjERUMjaFUIelyam"
    "BTHv4kUqJdbg53tjVynyiBfLmrVHcRmYDGufDNRy6ukjFABlrF0Zlm3MjJX3pYikt2hAfR"
    "n2xmOlX1MDgVgb+Qfcy7i6HgzHSpd7Gf7RhH5U+sqwIxvDw2b4Hj6WuY+Q4rmTlHrRBNqd"
    "J8lGZop0F2q/EDoutIcBkfWXhwHtswW0T6gBANonaH23aJ+vrdek+VVp2+ijkm2jj7LbRv"
    "OfTszwdXZJlDu2jZ8KMiIJsRTY/xTnRXjrX//I0FCw4+aAWZWHEkhv0fmQO9DVdT2CXey8"
    "3et6fXWofO4pX0R2wz+cUDH5zy97o0/C9Yj9E+521w23u1vNITmuNCFK5kNmt3omyl8MNu"
    "ePi/pWW4H0ShZcwzyTddtwD5ipMbiyIJdSRXOkgTBagzBqckSYo9ourVlRmREEvkpq+dcs"
    "O6e2YLTAplm4boRCe7RSvD1+dxouEuKfsvVhdNW5vMwOU76GinBOHfsvJrIPqYVUwVeVUo"
    "3j4lKN45zdXGXVZF3WWkIKyqqBDbglZIEHsBFYgwBJ7QGbEYQBCwyLrTAsxJ7ow97FuJX3"
    "OFsDvDES6p6im3yIVwEXuNfr5l7nL8IA7zPwZh47jaK2R/yqHuWK00irlIQVdDqoyMVSDa"
    "rehRKVSFmxUAmSRaLUQZghHOwnLMjp1gM9QMzySFOjf18i/h1I5BWIzZD31m7HcrU5EXK6"
    "je9y3hizwe+a0AmdRum7qeB1ibfMRMD8i71H0+CF4wdoGmV9ppIUNo1GzVTS7/m8YcTj6/"
    "vvuJH3s3QdfpOCkC9RfikJP7rBmrZVRnC7lLFGmlYHCIhhQAx7/ScUEMP2EWwghgExbB14"
    "AzEMKpuBGAbEsBw5mBNrnxNADGuYQoAYBsQwmAxADGueMoAYBsQwIIZVmSlADANi2E7WFQ"
    "M3bCVrtEGsoAATIIOBmoH9BeyvpnoouewvIFbUwhCIFUCsaMLiCsSKnVgDgFixKWSBWAHE"
    "isYjC8QKIFbsALpArABixY7CuwliRV4pfFYRA0rGFv9TUQ3dxKV2sfr9WV1k6v8rvGFoTb"
    "yVz36SoZS38jnKRFThrQQbolR9YyNFxmLhygshRvGSzS2nHb3tZ47pjIt5n0ywOLytc5BB"
    "NdPV894h9PJLChJKhyvLmM2IIKzcuYx3vLkWsdL3/ELmk+SSaJhpWCfozrYWgsASYuARTB"
    "5wQHKJc2U81Ra+8/FravZQd3HLz8A7ioCK0jAzCagor+5HARVl18EGKgpQUYCKAlSU5laI"
    "ARUFqCgwJ4CK0miFABUFqCgwGYCK0jxlABUFqChARakyU4CKshUqip9QyGBcWFsZCQARJY"
    "eIsnvvgVghurSfL4GA2s0NlMIJY7KODxb0B+ervvPlp7BrRUsjEbD21x8sBVZi4WK+v+8u"
    "g3L1TT1Mmrmp6s5CW1JYXVazV7t48mVVe82Ad111e1AAvNEC4DoVqusrobzgt0/kvWcKJ4"
    "NTB2XlkprXqWqNpKhVNChaYtuhYs9sUV2I+dzOrX58pvMLtriG2sIt1hZa9gxTgxUEJIsj"
    "Ymm5JscVmlRrCH7r9vxWm2iWra/kJ6VEwVHaJUdJJ5rBVjHmE2JgyhdNp9oOaFYSPNBn3C"
    "RvKK7FSYoutZvDtoKLlJi4zztIsfEIHtIz4GbnbqNcpHB455LLoqFfxinzelX0ksaJt/ss"
    "BDELI5+Mlv8Ko9Le4Cc1Z0E+KPGT+BdQVhC4qpaDTV6hyf5Sa3RzftUbt5H3OaHCYusOO1"
    "/aKDia0M719XDwWWkj/0BU//+iXMjqf/E5od0eX3qHXTXI6sb/DbO1YbJWsgfGg6Ei6QPi"
    "ID2ZKmVvqzA7joqZHUcZZodYHlbzIZKS4ELskgth8TXa5tpT+U9k9ap9c0TBeV/Bea+95x"
    "1sdlec3/JWotqOW0YQkM3dcbkmrEkpeBHjc64wuGqV/eB1e2oVNhdfea+V2JYfuzjOn9VH"
    "cppver+VDrENbd7K8YP9MwdlXjCO+jznAhfjtGZntrBWOHfdzKkT9pXS2IG0niLhYqe1cM"
    "qW7sta8EKARrmoq6b0fqy2M2vZ1qwZD1FMqhoI+933EN2jSgnTo5KE6VE2Yeq/9DuL8DNU"
    "fZrrdW+++HTHqTIZS2ybYd2//w8H29ln"
)
