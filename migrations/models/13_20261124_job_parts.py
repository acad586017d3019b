"""Jobs in parts that workers share, dead letters, and events let go when they are old."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
ALTER TABLE jobs ADD COLUMN is_sequential BOOLEAN NOT NULL DEFAULT FALSE;
CREATE TABLE job_parts (
    id UUID PRIMARY KEY,
    job_id UUID NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    number INT NOT NULL CHECK (number >= 0),
    action VARCHAR(10) NOT NULL CHECK (action IN ('VALIDATE', 'APPLY', 'RELATE')),
    payload JSONB NOT NULL DEFAULT '{}',
    size INT NOT NULL DEFAULT 0 CHECK (size >= 0),
    status VARCHAR(10) NOT NULL DEFAULT 'WAITING' CHECK (status IN ('WAITING', 'RUNNING', 'DONE', 'DEAD')),
    failures SMALLINT NOT NULL DEFAULT 0,
    attempt SMALLINT NOT NULL DEFAULT 0,
    due_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    sent_at TIMESTAMPTZ,
    lease_until TIMESTAMPTZ,
    UNIQUE (job_id, number)
);
CREATE INDEX job_parts_open ON job_parts (number, job_id) WHERE status IN ('WAITING', 'RUNNING');
INSERT INTO job_parts (id, job_id, number, action, payload, size, status)
SELECT gen_random_uuid(), j.id, n, CASE k.items WHEN 'ids' THEN 'VALIDATE' ELSE 'APPLY' END,
    jsonb_build_object(k.items, coalesce((SELECT jsonb_agg(e ORDER BY o) FROM jsonb_array_elements(j.input -> k.items)
        WITH ORDINALITY AS item (e, o) WHERE o > n * 100 AND o <= n * 100 + 100), '[]')),
    greatest(0, least(100, jsonb_array_length(j.input -> k.items) - n * 100)),
    CASE WHEN n * 100 < coalesce((j.progress ->> 'next')::int, 0) THEN 'DONE' ELSE 'WAITING' END
FROM jobs j, LATERAL (SELECT CASE j.kind WHEN 'IMPORT' THEN 'rows' ELSE 'ids' END AS items) k,
    LATERAL generate_series(0, greatest(0, (jsonb_array_length(j.input -> k.items) - 1) / 100)) n
WHERE j.status IN ('QUEUED', 'RUNNING') AND j.input ? k.items;
INSERT INTO job_parts (id, job_id, number, action, payload)
SELECT gen_random_uuid(), p.job_id, max(p.number) + 1 + p.number / 5, 'RELATE', jsonb_build_object('first', p.number / 5 * 5, 'count', 5)
FROM job_parts p WHERE p.action = 'APPLY' GROUP BY p.job_id, p.number / 5;
UPDATE jobs SET is_sequential = TRUE, report = coalesce((
    SELECT jsonb_agg(told.e || jsonb_build_object('uri', item.e -> 'concept') ORDER BY o)
    FROM jsonb_array_elements(report) WITH ORDINALITY AS told (e, o)
    JOIN jsonb_array_elements(input -> 'rows') WITH ORDINALITY AS item (e, o) USING (o)), '[]')
WHERE kind = 'IMPORT' AND status IN ('QUEUED', 'RUNNING');
UPDATE jobs SET input = input - 'ids' - 'rows' WHERE input ?| ARRAY['ids', 'rows'];
ALTER TABLE jobs DROP COLUMN progress, DROP COLUMN attempts, DROP COLUMN lease_until, DROP COLUMN is_cancel_requested;
CREATE TABLE dead_letters (
    id UUID PRIMARY KEY,
    consumer_group VARCHAR(10) NOT NULL CHECK (consumer_group IN ('JOBS', 'EVENTS')),
    kind VARCHAR(60) NOT NULL,
    job_id UUID REFERENCES jobs (id) ON DELETE CASCADE,
    part_number INT,
    event_seq BIGINT UNIQUE,
    payload JSONB NOT NULL DEFAULT '{}',
    reason TEXT NOT NULL,
    attempt_count SMALLINT NOT NULL CHECK (attempt_count >= 0),
    status VARCHAR(10) NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'REPLAYED', 'DISCARDED')),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    resolved_at TIMESTAMPTZ,
    resolved_by_id UUID REFERENCES users (id) ON DELETE SET NULL,
    published_at TIMESTAMPTZ,
    CHECK ((consumer_group = 'JOBS') = (job_id IS NOT NULL AND part_number IS NOT NULL)),
    CHECK ((status = 'OPEN') = (resolved_at IS NULL))
);
CREATE INDEX dead_letters_job ON dead_letters (job_id);
CREATE INDEX dead_letters_resolver ON dead_letters (resolved_by_id);
CREATE INDEX dead_letters_open ON dead_letters (id) WHERE status = 'OPEN';
CREATE INDEX dead_letters_unpublished ON dead_letters (id) WHERE published_at IS NULL;
CREATE FUNCTION begrip_drop_event_partitions(kept INTERVAL) RETURNS INT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
    name TEXT;
    newest TIMESTAMPTZ;
    dropped INT := 0;
BEGIN
    FOR name IN
        SELECT 'event_log_' || n FROM generate_series(0, (SELECT last_seq FROM stream_state WHERE id = 1) / 1000000 - 1) n
        WHERE to_regclass('event_log_' || n) IS NOT NULL ORDER BY n
    LOOP
        EXECUTE format('SELECT occurred_at FROM %I ORDER BY seq DESC LIMIT 1', name) INTO newest;
        EXIT WHEN newest > now() - kept;
        EXECUTE format('DROP TABLE %I', name);
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END $$;
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'begrip_app') AND current_user <> 'begrip_app' THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON job_parts, dead_letters TO begrip_app;
    END IF;
END $$;
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    # What was open knows its work by its parts alone, which go; whoever started it starts it again: nothing is done twice.
    return """
DROP FUNCTION begrip_drop_event_partitions(INTERVAL);
DROP TABLE dead_letters;
DROP TABLE job_parts;
UPDATE jobs SET status = 'CANCELED', finished_at = now() WHERE status IN ('QUEUED', 'RUNNING');
ALTER TABLE jobs DROP COLUMN is_sequential,
    ADD COLUMN progress JSONB NOT NULL DEFAULT '{}',
    ADD COLUMN attempts SMALLINT NOT NULL DEFAULT 0,
    ADD COLUMN lease_until TIMESTAMPTZ,
    ADD COLUMN is_cancel_requested BOOLEAN NOT NULL DEFAULT FALSE;
"""


MODELS_STATE = (
    "eJztXe1z4kbS/1em+HKbKs4V27teH5tLFbbZDYkXfIB3kwspWYYxKBYjopHs5e65//2ZGU"
    "noXWhkAULuLyCkaUl0z0v3r1/mv42FMcU6PRpiSjWDNFrovw2iLjA7iF5qooa6XPoX+AlL"
    "vddFW+o0EifVe2qZ6sRi5x9UnWJ2aorpxNSWlvOIRhtRbUbw9O8aQVP8pE1wCxkEIxM/mJ"
    "jOGdlC01dHqL0+YxmPmCCNorsf5iqZ6vjHox8onpjY+vHuAzIe0L1hzdk99BWaq3SOKVJN"
    "jKhlmHh6xF9qakzYW2lktqfn20T7y8aKZcywNccme4vf/2CnNTLF3zD1fi4flQcN69OQHL"
    "Qpv4E4r1irpTh3e9u9+iha8v92r0wM3V4Qv/VyZc0Nsm5u29r0iNPwazNMsKlaeBoQELF1"
    "3ZWld8p5Y3bCMm28ftWpf2KKH1Rb52Ju/PBgkwmXLnI7zSNe0SP+1Pc/um8YaK0ovf5IGX"
    "ZGitKIdQ7+JhF5uacmrH+xjqURi/Prv/9z7uvzRZxt8Adc/tQevDk9+05wwqDWzBQXBdca"
    "/xOEqqU6pIL3PrMd6SpciHGuX85VM5nrEbII+9lrb4fxHrO2wN7GQv2m6JjMrDn7efY2g9"
    "1f2gPB8bO3guMGG/zOrNBzr5yIS5zxPqPFiJLmc5iqHDZ7J3w++9NWDRi9NNkMZ9hUKcbx"
    "FPJCrHf772vhvGlYnBeKasUZfsWuWNoCJzM9TBnh9dQlPfIODo/zGZwedT93hqP25xt++w"
    "Wlf+mCXe1Rh185EWdXkbNvziJSWd8Efe2OfkL8J/p3v9eJLgjrdqN/N/g7qbZlKMR4VtRp"
    "kCfeae9USMpMCSgo5TBlCVKu3NTG/uC0z5QitwceiNjdwZIpdV2llmLTQnKP0oLkD0nyGl"
    "f08Lelxm5ZQPgJ5DWU/4HIO9cEX1zWIOYDEjObkE1FZQJIEHO6ehymqp9WfPL99znUYtYq"
    "VS8W1yKKMX5ixkQhxThECYpxlQfURNfYsFDk4KsQ0QtQrMOR60awyuconRicMsbOn4f9Xj"
    "I7fYroWNEmFvo/pGvUqhU3OStCA8SbiN58bv8anaMur/sXUbbzG1xE+K7aU9YrJzjO+RH+"
    "ZiVzPkhTh2Uha2bq/DrK5vl6Yrru9z55zaOCCPNco8pCncw1ksD1C8PQsUpSFOwQYYT194"
    "xyW3rW+sxuuX/R71+HuH/RjbL39vNFZ/DmWIiCNdIscbrbG0V4LpQZufk6QFKmz6G6nX3D"
    "dM29OA+Pia4Fzqo4az8aJtZm5Be8EgzusvdQk6cN17Vy697mMFnqn/WnOFN9Xru9gh2K/X"
    "f2j7HTWy/bw8v2VachOHyvTh6fVXOqhFjNrxgnRuTMum380uJkET2jEqbMT91/wd/Z84Iy"
    "GbG/x8TUSPKR+lebmW5Sp53C3WOiZQ5XKWuLlqpmogfDROpkgil13JH0A7p71KZ33C2pWR"
    "QNPl6i92en58ia24v7JZOGleT6fPH9XuDKfEyaXNKNq8fEiQW8aZ6rId2NyaT1xHij/Pn8"
    "KKMuRshepDNWdALamdIIfoH00VBfdNhkMjELQhtBSoA2qgZtxDS7/SgiQv1LUEE8tTBd+e"
    "CaVW6tY8naGuQI3bGDhSaCu5Qndo5936GZaTxT9Dxn/Y+dYweqxZQEplcs1BWaGmgyV8kM"
    "0xYy9CmOKBkIk8SIrO0/EEKwqmMmZekurtTjHO+SFKwlQBHhuka2pqocb2txnPE3+PvJ8d"
    "v3b89Pz96esybiLddn3mfwPW7Ugx7yGvUQezktKPUwJUj9kKQ+1ehSV1eK+B2Te7qhHaWr"
    "YWDlVhyZeKFqugyj1wQ15PDpSR4Os1apHBbXEjjM8TJpLntEtUOPtsLnpUrps8GMk+T44H"
    "Q/V4wQnF3yzi7T0FPm6w6xFzHHQCRWWN/xnN24HXYGkjaFoGkh/jkmnavuqM9+Od9j0r76"
    "3O21kPiKmoZ5RsR5jvFwnjoazqNjQaMKs461pwKeR59uh45Hbyo6WL/jwqaW4tjwijefSP"
    "I+7Rbg/5WQQxx6kTDCk4nBHo8yma2kpqrIh/JE6XbvnAlgTPe2plsaoUf8efvAl0pz2VQE"
    "1u0zu25+KYLfGgnobvByMwvkNXhDxYmiywv2EsTup2sTVYj2Dff7nr1/+w908t0RujTIgz"
    "ZlN9NUXQCwSLN4iitSkZP/2uTZr89zbeKmv6oiAZb7kFOzb7f/PIB6Aep9hUsLQL3prK4v"
    "6AdQ72uUekZ0fTowlhVdf/jAWPkZ3LI4OuDncvi5o9JJ1ySIkNUBcdx6LQI81Uw8sRTb1K"
    "TMzhgh2J2l2J1B4cxMlc3KzoMkRBMhA8GULpi9JVyBOJLEsVBXCnu2adAlm5FkEeIYMWDD"
    "EtgwBLbWNbA1KGXjmUingAVpIGM3MwVMsCrO223lgFWTpRtTwIIdqko5YA4Iz44bqQg9v9"
    "jMgc+zCxLoPCMxTO0/Dl7OaZtOlcnpB8TLCCGDdZYmetasucZao4VGbAsnA+/Fb/UCTJ0/"
    "R9rICxEBVpFi4aVj60HDLc739ICeKF0drOtdx/Mclt1Qo6Q7qNSw+84+mas6n9ekkNIQUQ"
    "3h0renOeb3t6ep8zu/BM49cPNA8blC81yFpJzL7i5YSbTcIqIHtI4dmnzd/REkkZUwFWAr"
    "kQVxn/XlDmgylGApFIDaJvo3WcdvvhD+i0SDHiZvN8KAoaGajANG++7uoNVDZWpFy2u56C"
    "mhmfHP7vVmHoBVNM2JsX7l9SRUtwQFYoap8YynSA3FKTeRTSxNd8pOWOoj5oHJ/M/HcdaX"
    "3y4Ba/09KDp/aPwBcc0VjGsG/A+KblVNFDUGSSAC+jVKHew/sP+qx84M+w8slFIslPgcAC"
    "Z1Tt7mMKn3Y/99Yrwe2HpiZM36WjPL7pvxurUmayZj8/FNX6mFl2iK2atNKdKIODfTDUpV"
    "c/VBhMBQyniPTOMZLbBKKLfZEJ1ryyWz6lxRphiB5d4/0Sr0biWYYTJyzXLzI3kADdiHlb"
    "QPw4KK+8w3V30J36HKDvTG8Pbic3fUQs73mHDF8GrQ/tpC3tGYtG9uBv0vnRZyD8Zk0Pm5"
    "c8monO8xueqyCWpwpbD2H9np0E9GzyzHrqB3Djj9cNQfdPgNxEF0gOZx4h+/y+HEP36X6s"
    "TnlyL2qRsgKBMEV3UBF42Ay5NPdpaeTnYWyybTqIIJ/++yxWPChFC5J39WAOOc8YRNU5sK"
    "NkizPUIMGRlSGRl/2TyxQmY+CdLUIdYtMl/nylE9zshRPY7nqHoKlqRdHCED2zjbNg6qsS"
    "805T4FbnWYrN1ox0U6V6UsOY/7SZZcQDIZlpzTSsudISFMJ+MB3fmUd0fojhuDCsWWxThO"
    "xa42z6ZmWZggZoohjoui+5XTjB5N5oY2YXQfEF4srVULqdSzwZKq1e/giVDDqDoTVzPDlo"
    "MaRg2oYQS+HPDggdRlpU51eyZjvXjta5cNeJ7HbjlPN1vOY1YLVC7abuUi/p1clj490SxI"
    "Uws+7zrTLPiaEnyPkNUB99g15zWqLO17XZvIQ3w+HaB7EujevUqxbOp2kAZ6uXwv142Jqs"
    "vFbQZIoOBTtkCK1N+yVsU3xlgT73BnjI+DTkeS+Y2bnwbtYaeFnO8xGXZ6o07vkp3xjsaE"
    "37eF1neXxsVzweIZqHhsuxjTeNDSRJM8UgIkOxSId7gTTfNtHj6/Tefz2zQ+sxuSGTbFHt"
    "wFeB4lr4XyufWKmUEwV2YVjhHusLvvYeLfTk0JF8u7l3W7xQghazY7J3HNrziXoSxZOHgy"
    "2rVCbjf2Fqh3e329L7/bjWpZ2CRpQZTBy80s79vSaSgTStlGvDH3h/HIRc83+TeKjGdyhN"
    "hVpwCkGw2prmgTUYO1VS2kWVRUIeO+MmdvZ1GFTJ0xOST63bb2IHC3VWe+ama42/YbQVch"
    "zLj8+DnAjLeLGbP/SWWxyyBNLfi8a02S8sles1L2j82BIgToqyyARrf3sd9C/HNMvrYHvW"
    "7vUwu5B2PSGQzEjpv8qxoQgoOcycw3PkWVBVFwxjnNE2t+mh5rfhqLNXc1OZnZJkBSCxbv"
    "erLB39TFUhJBDtIAhFw6hAzxROkTUH0jS2C3giJTYoWE7PEkuwIAoIRbKgQASQ+Q9LBj1r"
    "4o6YEneQ66l6NGyvwA4PZBg9uXfFuKZWJlOO9SMwvUnjiNcuPZTHqWAzMb9mxuoTfdYZ+Z"
    "wOfvv/sgkGQmJo2I7GuKVBMLwJnn7vM8fo0ggRmoOtJVMrPZP6JJUPZWngEodnUm/mYGik"
    "0MS01P/0+BWwM0dYju2kHuJhh/6dyvr/EHyisor1XTryqcsXu1VjSS9KvA1UwVK6Cu5NOy"
    "RnOMng3zkeszFv5mHaG2xdZ16lRNWmITuVqbSJ51sH/Xl08RWwuZUjSZa09J+bnl3npj2S"
    "WRlgSFlqqoZ1nYXMjoWF77Wng/duDS5vySTYMK0tSCz7v2MvEpTY7h3+oT9rufnBCZOQTc"
    "1FJu6gljxcxI0iPzBWgE6StsFjdGv910Woh/jsnNoH/ZGQ5byD0Q5epur0W5O/49Jt0eM4"
    "JEEoh3FNVy9hO1wR7HpxMpD3eQBjzc2TNUEQ+3w17ZZThCBkkKRdKRmZmrrm2evOMhSgdj"
    "ovQxQQ3bnEjuwOGTgEBKFwj+ttRVkoJ5p09SEbIKr++VnaUgJq1yg4EYlpw81gQgjNKFYZ"
    "jaTCtch9un3qEC9XXQHY06PUkJeGQt5B4wK+PzTX8w6lwxK8M9GpNPnV5n0BYn14fVsD1c"
    "XiYuIeljJ0z1ogF0OCvJVkaKMBfmKp3LIaoBohoCIuUnnkNByQYUlIQYACgoCVI/rIKS+5"
    "ZrWP06yaV/nWQoYCfxnD31HuscMUywXtqmqa5SPCIhsgizX4vxwq313/9IZCizLcwkSH0j"
    "S31CYGpET9XxYqHK8TRCByyNsHSpamYBjq7JgKE+Q9lkyHWMBHamr1ZBmhq4ayKO5ZM8ju"
    "WTdMfySXSxYpOjZacwOE/1QI96h6wWu5nJwjrejmjOTmjdnjLofOl2vnLPsXs4Jlyxurju"
    "Dn/isE7gx3rntKv11mnFwJ480jtOl95xTHqY8tBCjc5Zl5e3iFOoC1nHFUN9yraPn1WqBN"
    "gVZ3Jmgd8EaijzK1HmV2ccoZZi2kQyWj1GCCmskel/YpgJcVvDharrqfPGmqhGM8Xpyfuz"
    "9STBf2TND8PP7evreDdlcyiHymW0lQBJHdy2kWDaPGFwJ+lhcCcJO4OKiHTZRPYQFaSsQB"
    "lRKBBwyGz1wGfpDhsjhA4L2Wv7LL3gp+W/kL2BBP+acje8iENdi1J5m7OuRfIkDOzdwN7Y"
    "slOpsiF+7mqXMMFNcCMzwdVr1MyZ56poRHlYU+RKeA1AJUgE4BOL7/uqehvK8sIfxjPx61"
    "YP/3WN2DPE5rHY9GpXW4Y9mWNONzXVBys5A3ZLzxqTMbnzQyPENre8HLfPmL/RD+jORd3u"
    "mujO96jfiYTbO7/X3InSJmzc0HVZb2rhpfM+S5vX7ebFTgSXX1rgxH9BSd0qRrjbdNxKql"
    "acEJJuIel23ysUJN3WkdmQdAtJt2XwG5JuIWsEkm4h6TaBDsZE6WMCkm4rJhBIuoWkWxgM"
    "kHRbPWFA0i0k3ULSbZ6RAkm3kHR7kHHFkHdbSButUMalxxNItAUxQ2YtZNZW1UKBzFrIrD"
    "1slkJmLWTWHlBmLSStSXVTSFqDpLUqKK6QtHYQcwAkrW2Ls5C0BklrlecsJK1B0toBcBeS"
    "1iBp7UDZu42ktaQ0o7gg+gSPDPaRUwxXoVsdYmbRRlnEcqty7IxZUk7gF9eBm5kT+MX38u"
    "bJCfSKTeXdaZwgbbGwxY0QJeqSzg2r5e9SOVfJjJE535RnyDllyZBGJro9Tdr78uW35Al+"
    "bSYsbTbDPBnwwaas4e0N90N9YDfSVyJPb6LSiTrF6ME0Fjw5cM0DJ3nvWfUSCIN5iI5oU/"
    "cq/z0yeoi9uGdXYG9NSPOrmJoEaX57t6Mgze/QmQ1pfpDmVwa/Ic0P4tQhzQ/S/BLoYEyU"
    "PiYgza9iAoE0P0jzg8EAaX7VEwak+UGaH6T55RkpkOa3kzQ/16EQ43FqbKVPAEl+CUl+h7"
    "fHTgF0qZ4b7EDs5hZC4bgyKWODee3B+JI3vlwXthRa6pOAtl8+WAoZ36mTeX333IVw9W0t"
    "JrHYqLycjRHCOp0dWJ0VsycdPPmyqL1qsLesuD0IAN5qALBMhGp5IZRucPsA66qVEkAZbd"
    "LMCp/0bArTbZ03eBJ5BIhiTJxAxDv3ZndHqI0s1ZxhvoEA1aYYzRM3P3B3HdAIj9zE6JH1"
    "jA8iWtKwLUGmcarbQTch1HIPL/CC/Q8gOHKHwZFcjEVhEY+20qDIxaDPZvhBC7kHY9JrDw"
    "b9r/yUd8RDb64duNs9GBO3uSLw7+7lmt474d/HbxI949/lpj0YdUfdLx3/PutTgTsFmsXP"
    "+XdzwoFG3fa1fzv/XOB+wYYJJ8ek82v7cqR8bo8uf2qhwI8xYcbUsONdCfxw38K7EvjhPd"
    "e7FPy15rB3MfSTX725bl92hvyCc7Q+d6Vc/LY+zX8UgaVylcLJqIQTL4TjTJmKbWoyOEqY"
    "CtCUAmgKGO+v0XgHEBgS+A+Hs+40L8fVEBFwNBMIgQzoUjKgE/EPpx/ulLXV7LIbORsasQ"
    "AsvSZgiWLx7kmAkrjU3AAk8Ua58aPJnLEKLVXTInyjS562qrK5MjGtdkNjwGWqs741M3AZ"
    "w5ypRKMpkW7poVZRuipjMwWjrbaSxAoBEbsz4U08McxpIRs+QgpG/CEZ8VM80WgRL3GIDM"
    "z4tOEkbcfHKcHs3OB/d7piKd53/1aH2W1z+N5DA3ezgRToj2AhbWBufOxWykRad+/EqkV+"
    "188qVuS0ymkljeYYUQsvHYtnwSv+qMitchQ3kza2BjupOhNyM8NOYg8gNCUiKp8XO3yHKt"
    "tLjeHtxefuqIWc7zHhGtvVoP21hbyjMWnf3Az63IHsHnA/6s+dS1FWgn+PyVWXTb2DK8VL"
    "Fwj+XKcBrLMARFmKUX/QEXUp+EER/+txnpIhx+klQ45jJUP49FDMhghTgglxSCaEweZok0"
    "lPYX+RyqWRJ5CC8V7AeJfeTAF2UUgPnHZmImnDLUYInE3cJlGSrWGq3epklWTpBlMYTLXc"
    "dnDZllqOHUELF/EN1JI9xH6+UR7hYb7tQr4fGTOct44Zwt6lZpYd/OA0ymkGf+X2LI/KNm"
    "3djeSeMVZQ56SfDeFU2uUx3rzaLjs7w+aScddCKpmiB8NcNNGzZs1FzDdbwaljKRtL1iGm"
    "og2bKQz9if3QrLh9vZ/XcCoCc+2X3cyNV+e1B5BG+L0mzMi3PCsf9XgwPOXPps4jnJt6lZ"
    "HRD/9kTdgTxuSN94z1NY0KKSPDRLFrP6Led0foTjVn9oI7ee/Y32JN+bssMKWsk3ivxnnz"
    "N4omzLbVjZmNEWturgB+qNgi2MyAHwI9VsZLGyGrMuhQ0ElbfkkMPloYC6dSdVhDRHVkcx"
    "5X+Fm6J/ws5gg3bGtiLFKYnKMWkk9eZXY3vnT7bsaHdzQmvU7naqj8fHv1qfO50xu1UOTE"
    "mHQGg/5AVM5wDgpBYWd5oLAoxhKAws6iIqO8fL1mFa6eG6SvtNC6vY99Xs3kY39MvrYHvW"
    "7vUwu5B65wXNEUEcx5Drmcp4rlPKFuyQNT+12GF5FL+A6VlsxlZzBqd3st5B6MyXX3l871"
    "by3kfI/JT10+ovhnBWSzVs7iokkvyhEiqkZZDv7Y2pTloEuVOPtZx6WSvqdoiKhGG4uWV/"
    "qKcwgnZXlmMxUnJncCS1u8NOqEae9S+y8ESMDrUKCA7VPaUppRwPYpdfGEKkovn64ftG8y"
    "0nCbQ+3NF1SpDQFUEvN5nBCKRCZM6y6b5CMKQoQQUHBIAQVr+LaAXztOCm7YaGhyGByXmL"
    "OSSEEXjU9aaz4VSaYIkZYwcVWM1wcyT3k8yZyoNKo84/u4iC8MQ8cqSfHurIkiwr1nVNta"
    "iNZndivRi37/OiTMi27UsLj9fNEZvDkWUmSNNMfnGx9TUNBwayuCqyrJr7YxQmAt1IosO0"
    "5Hulak3ytLYPIXVdemInN3YNeZz7GhnCMEZ2eJK2EhJATtxKSUHrrztG7K/2zOCJ4+wQgz"
    "Stup2Gg8iBAZLzcFddjRClH1CaOF+sh3xiY4Hn9T9CYQd1Kdub2J0uNOvBA26X1C4oQABS"
    "VogLDNzU5iepam8aDpWCkYRpVCDqzPwfpXsSPOv247tzxcx/kek8FtzwkacQ/GZHh7ednp"
    "XPFG68Mx+djuXvNTzveYXPLNl8UZ7yi64uaK/Cl9NzQ2m3MPSlEpBsgr7JRstJlcbkSsln"
    "c0Jt6RwpEXxY0BGvotwue9JEinwq9zVESCJ3nSGE/S0xhPYmmMdMKshLj8hgtV19P98x5R"
    "jQDR05P3Z+tVm//IWrCHn9vX1wlYqBPtaSetIulAc4hod9rQ9weiCrlmhDDYCrA3jRwYnd"
    "J7p3JbRYWpwL3+gm2hDMJe6N6W3ss9RgjRJqULh7HCLuTkChGCb74qPq88vnkR1llI6GFK"
    "cGxW2bHJMXc6LyTmCCnIudJyVjXdNotU7ohTVtharWwIrc64hxWmfWu67DiLkMI4q/I4Uy"
    "0LL5ZJqS3ZoEKQrjbGWRmoAkTebBgiEHmzt9lJIvLG04mliw3FCCHKFQJvZNi7jcAbv1OW"
    "wOR6lx+Kjd9KFYr9qmpPItAkFmjjXmlmRdg8iza5N9IIFpgRhWSoscD3xnSF1AnfqgZPj1"
    "DXQnODvTl6nms6RncmfjIehY15t677wgvP3OFvS41NCuICr3BDDAstVUqTt+XY5aMhiqc6"
    "C0UTQfWYCoQ7yKMOL0QbqsbgXcMNYmYuAuqFCAGwrwr2kAew95clWaGHKQFgqjLA5Gslsl"
    "IOU4KUD0HKBTaViRACXAAY145Y6+oO0n02SgddFhAuGfZuA+Fa90kAuDYwNzp6K4Vvte2p"
    "ZnV4Yd9GAsYVuNrMwrlU3k7RjVk+pIunf7EGR4jvcyRuwvEjvies6IN4iu5XaGEQXvX4AW"
    "kWRXzQP71Hj3j1AamMy9pshk0BNi00SpmU0MxUmVyQiR9sitHtDddSRIOrznVn1EnOQdvH"
    "SwD6VZ1FpJmBfhmTiW2axQruhEkBJaiKaZEHJWBzgmEqj1pSScJ00DNMVQtIbtvZQQ7L5O"
    "a0IA1owTF+pu4zl8rNA9hXrihIX3rtcWrf/4knlvTcEKWrIbNP8zD7NJ3Zp6nMlgwGCVEB"
    "ABHNIZmrZCaXwBMggbyRbDdUgbwREzNm0ORenrFtRIiqhtNJOQ7WGES0RxN7iFW9kWZhi4"
    "vNzQY2Ze1yB5PoGnn0tvJhg1gjLR6LMUf/RMOf2n8/eXf2ZmniJ82wqTjfRBOVGESbqDri"
    "PdUjFZv+fJcUMlL+A15gGlP8V3wEXWiz9CRlh6CcUOK97ivmxhL/4+Tk9PT9yfenZ+fv3r"
    "5//+78+3VkcfxSVpzxRfeTuw2CP7S8UNh0c9npoZLafIAGtjMMLQzJxV0uNKKaq2RmplR2"
    "uV9Zzup9YAtCVgd1F9f1Sszm/Yturz34LTki5CJhMb74bdRpV2eN6DyxafDaSNyGb30tc4"
    "XAvFV+CLaNnBJLeIoE5RG6CSOfJlf7+Bx9x2bKuyZS0ULTda6JYXUyT1oPXn5DmP8Pd/53"
    "+p/c/B+kAVstWuOLc0LCKPDa19EcKB3KmekGpWwpleywETJAIAGz2X48DptxZQAbr3010J"
    "pabQEGLsFXEl3IlWesLFUTy6U+ROnqUAhgG0txRayuvm3dG98aCTaXe6WZZXEZfpvN5hZx"
    "rCJkGfoUsYlRm2IRQ6IS6njhmiJLaoWttR2VYGMVvUvJMSdZdlXiKp5gVrm9HKyqWllVBx"
    "f/A/YW2FvVUpbA3gJ7C+wtsLdecQgmmF+vwvwaWqwLL4aWKlIhYjZY8HIzyxCjoiHfZt1t"
    "udEc4yH/fMcZ03h2ql04dS1EOMLSmMy92ATnziKCn//UVeoZVmimMTU7bqKVeueSzbbsAm"
    "t5DbdD8YcVr62WYY5xEcrMSGuCGloJpyd5Yj5P0mM+T6JWAh8FirQnN0hVm8qAO8AdKrIK"
    "dKd4sTQsTCarX3BiFlqkReZaoPltFQ495F8PmPrCBMnnZxUtbMvZmcxmPcBkJ9itnOmc54"
    "FN2DTKzk7mBsUf2KWlhU7esoneNukRGuKJiVkjgp9YG3ZTtgRgM2EPtB09M2EN+T2URmEs"
    "+dhw8wDYMxt/QDpaBdPR9pgtU7VlqBw7P9Tv867nIaIarunlI3+POCFDPJ3BbvMasvbk+z"
    "y8Za3St2f6PsZdjSxt+Z0Aw1Q15PU2CrTxlVoGF/QpABksHRlk+o5abO+NMCXgglXHBSti"
    "pfxs3DcSTBN+OtMe+dO4z52xwzEjHh/Nae6O0Feh+1NkGegeoylHlXQNU6QRYRHwShU0KQ"
    "676G2gMEWVFNV0SyA9/XjzlpqHkILc6H6+6Q9GLeR8j0nnV+e38z0mF7fXvyhf2tddNid1"
    "+70WipwYk5vOgC0a7WvFI42ciI6afPpbLvUtQ3s7/D1u3R1rJcdL7fe55ZOq9M6TYaLaAJ"
    "fl7XFuWKouzdUIVY12oC2NsaA7vxbdGfaxe32h67CP3X4LywtsTQYnWhMATFQ6TGTipWFK"
    "onYeRTXEUatqNxrlfnobE0tTE3Z53LRjXZgWNq6T2LgO4q9hz7qqczaG9Ma7b5zH0rWmPw"
    "VudZCc3VhvOjJoYbO6V7NZ3c/GPS+60kh2VIhLzQ3OCkX4A/J6LHhjJ3qJkbYc58L9SgTA"
    "PhvmIzab3M3AfwZyFNGzZs1F1CtrM/VCnLiLgtMneTS29ZjE2CjOBEe2TjwuxENV0gviCi"
    "fG8FRk0CfYHdZ6QKhgVvXgzc6Iw6gk3HB9RJ0W8o7GpH1zc/1bC4mvMRl0rsV157sa7oWl"
    "utINNWFySTdjAyTVsGNrBStQ7T8JqcLppcbc5uDjiU46B+gB/drujrq9T5Jd2SNrIfcgyQ"
    "l61e+xmYd/suNO+4ods89qzEEuOJwgq+ysoiBdbfp/8dSiwHprWXixTMAms/kZIAN2Bl3w"
    "TI+X92z5VODMrIqXK48zk/IKJ/LiDpCBE7PKTkwdqxQrNrG0BDdBtowjpCDnKsvZx1ryoi"
    "Y+BSQ0ZWPmfzqhyS+Ec90A58Nk6EY41+9NySj5fmDcK7ZuX2Om6JmNBCQ3cLWZBeZOWTtm"
    "EfCG0hHoQdq7FlLDCGwTGXzbQ6/Od2j/RI63Mk5b8w/BMgcG00KQhXWdOnspZoWt7+TZEO"
    "tenTmsmYHyzkzDXhbFB/gb2gtsKuu7VBqc/Ll/MWwh/jkmnS+d3oj9cr6rAQHIbnt2CLkG"
    "lUmT5ZOcIu3TiFBBtHMcGHCqYUoXFQmR1YivO6lnCq6Lyrou5MOCXxgOXLWJfNfxwC5gm5"
    "bIkgvt3Uea0PanojJg3wN0IPVvOj1Z7xGnaSH+yT3UN9ft33gSnHc0JlddZrAORPrc+rAa"
    "SiMkG6Wzvr74PLuToT8VEnuEFPDbKuO3S/teL5pVFqUFSVdZ0ntC6g9HohJpA+spTjpvIE"
    "4JvK2ME6Sa/HyxDySl55bA1nqnCsTHaqVyBbw8GGYpEWGPxRxNkRbNLGfTOudkIhrndDiJ"
    "0kTRsH3nDnx7I6Qi775HqDulSDWx2N+IuzNa6JlTW3O8QvzF0UJd8QJHMzc5gC1kcS/TLh"
    "4IrqXqrAzNDNcSe02NiP2J2fBMgBDapqmmbLUdJ41I4bVkCXM2//5H1OQ32Ky/tKS5GqED"
    "lgKK8rpRlL0nbVdN1jXKLa4oa8tJLt6vRnu7fMR4maXRui3yabS23ziHQmsg3TAemeYoNE"
    "VXt6RO+JKvW965vYOR3aGZaTxTplxip3y/ZjGtcmIsGBVln/fGdIXYyyUkxm79aS9QZas3"
    "d+11T5rtqLB8b6GkeJF0/voUABxFKqSsx0icn1mBImG62uTk7DhOBAL+6+tGiOleMupBHj"
    "2tT/DIYB870NKqsIhsQUd7kd41Mm3KOHhlTOwFJonVR6JNMjUvy2msTN3W0tHrsRvcZcWb"
    "p7R+ge4jux1HuRtx7Hfvva1sw5FRBURdSG3a7bUvpbJlhTi9lc1lLPwtAW9KjxT02kOcYI"
    "E4QYD40rt6vSC+F+lD5S3bbWxqk3nSau1eyVykVb/NppU5Xc4lu8pevLWtK7Hqrq6l5Eak"
    "r6ZP2KSSG+IFSGox7UeW1Xfv8iyr796lL6v8WiQifJmS0ZYSA76sfOpaQe4e51JajjOUlu"
    "O40sKeaCVuG5+ecRIg2X3GyX5UmNJyS/a6mP3v/wE5Avu4"
)
