"""Relations of concepts, and the upkeep of what is known across a glossary."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
CREATE TABLE concept_relations (
    id UUID PRIMARY KEY,
    concept_id UUID NOT NULL REFERENCES concepts (id) ON DELETE CASCADE,
    kind VARCHAR(20) NOT NULL CHECK (kind IN (
        'BROADER', 'NARROWER', 'RELATED', 'BROADER_GENERIC', 'NARROWER_GENERIC', 'BROADER_PARTITIVE',
        'NARROWER_PARTITIVE', 'BROADER_INSTANTIAL', 'NARROWER_INSTANTIAL', 'EXACT_MATCH', 'CLOSE_MATCH', 'BROAD_MATCH',
        'NARROW_MATCH', 'RELATED_MATCH', 'REPLACES', 'REPLACED_BY')),
    target_id UUID REFERENCES concepts (id) ON DELETE CASCADE,
    target_uri TEXT COLLATE "C" CHECK (length(target_uri) BETWEEN 1 AND 2100),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    created_by_id UUID REFERENCES users (id) ON DELETE SET NULL,
    CHECK ((target_id IS NULL) <> (target_uri IS NULL)),
    CHECK (target_id <> concept_id)
);
CREATE UNIQUE INDEX concept_relations_inside ON concept_relations (concept_id, kind, target_id) WHERE target_id IS NOT NULL;
CREATE UNIQUE INDEX concept_relations_outside ON concept_relations (concept_id, kind, md5(target_uri)) WHERE target_uri IS NOT NULL;
CREATE INDEX concept_relations_concept ON concept_relations (concept_id, id);
CREATE INDEX concept_relations_target ON concept_relations (target_id);
CREATE INDEX concept_relations_creator ON concept_relations (created_by_id);
CREATE TABLE glossary_changes (
    id UUID PRIMARY KEY,
    glossary_id UUID NOT NULL REFERENCES glossaries (id) ON DELETE CASCADE,
    definition_ids UUID[] NOT NULL DEFAULT '{}',
    concept_ids UUID[] NOT NULL DEFAULT '{}',
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX glossary_changes_glossary ON glossary_changes (glossary_id, id);
CREATE TABLE glossary_upkeep (
    glossary_id UUID PRIMARY KEY REFERENCES glossaries (id) ON DELETE CASCADE,
    holder UUID,
    generation BIGINT NOT NULL DEFAULT 0,
    lease_until TIMESTAMPTZ
);
ALTER TABLE validation_runs ADD COLUMN is_web BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE findings ADD COLUMN is_web BOOLEAN NOT NULL DEFAULT FALSE;
INSERT INTO glossary_changes (id, glossary_id)
    SELECT gen_random_uuid(), g.id FROM glossaries g WHERE EXISTS (SELECT 1 FROM definitions d WHERE d.glossary_id = g.id);
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'begrip_app') AND current_user <> 'begrip_app' THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON concept_relations, glossary_changes, glossary_upkeep TO begrip_app;
    END IF;
END $$;
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
DELETE FROM findings WHERE is_web;
UPDATE definitions SET latest_run_id = NULL, score = NULL, verdict = NULL
    WHERE latest_run_id IN (SELECT id FROM validation_runs WHERE is_web);
DELETE FROM validation_runs WHERE is_web;
ALTER TABLE findings DROP COLUMN is_web;
ALTER TABLE validation_runs DROP COLUMN is_web;
DROP TABLE glossary_upkeep;
DROP TABLE glossary_changes;
DROP TABLE concept_relations;
"""


MODELS_STATE = (
    "eJztXWtT20jW/itd/rKZKg8VICEsmZ0qA0riGbBZ2yQzO56ShdXYWuSWRy1BqH3nv7/dut9RC9"
    "nI4nzBcquPLJ7Tl3Pv/3VWhop1ujfGlGoG6Zyg/3WIssLsInmrizrKeh3e4A2WcqM7fanbyWlU"
    "bqhlKnOLtd8qOsWsScV0bmpry/2JTg9RbUGw+qNGkIrvtTk+QQbByMS3JqZLRrbS9Mc91AtaLO"
    "MOE6RRNPtpqRBVxz/v/UTx3MTWz7OPyLhFN4a1ZM/QH9FSoUtMkWJiRC3DxOoefynVmLO30sji"
    "hX7fJtpfNpYtY4GtJTbZW/zxJ2vWiIq/Y+p/Xd/JtxrW1RgfNJU/wGmXrce103Z93T//5PTk/9"
    "uNPDd0e0XC3utHa2mQoLtta+oep+H3FphgU7GwGmEQsXXd46Xf5L4xa7BMGwevqoYNKr5VbJ2z"
    "ufPTrU3mnLvIGzR3+JHu8V/98LP3hpHesjwYTuSxNJHlTmpw8DdJ8MtrmrPxxQaWRiyO1//+dp"
    "8b4uK0dvgPnH3pjd4cHv3gIGFQa2E6Nx3UOn87hIqluKQO9iHYLndlzsQ06mdLxcxGPUGWgJ+9"
    "9maA98HaALydlfJd1jFZWEv29ehdAdxfeyMH8aN3DuIGm/zuqjDw7hw4tzjwIdDOjBLGOU5VD8"
    "x+Q4hzuGy1AOi1yVY4w6ZyNcRzyCtB743f14K8aVgcC1mx0oCfszuWtsLZoMcpE1irHumef7F7"
    "yBcgPelfSuNJ7/KKP35F6V+6A1dvIvE7B07rY6L1zVGCK8FD0Lf+5AviX9F/hgMpuSEE/Sb/6f"
    "B3UmzLkInxICtqFBO/2W+KcZkJARW5HKesgcuNW9rYP6gOmVDkjcAdYbs3WQq5rivUkm1aie9J"
    "WuD8LnFe44Ie/r7W2CMrMD+DvIX83xF+l1rgq/Ma2LxDbGYLsikrjAEZbM4Xj+NU7ZOKD96+LS"
    "EWs165crFzLyEY43umTFQSjGOUIBg3fkKJGa8iJHVasJrL1CcsVdwmeHuXaajiUKWh/WSYWFuQ"
    "X/GjA3CfvYdC5jgDUM9Qd+09ZjchDVvDqWwqD4ERNTqg2P/O/mNsuQt6b3zWO5c6DsI3yvzuQT"
    "FVOQY1v2McGImWoG/61upglWxRCNsaVO+/4O/s29QZj9i/x9jUybK4h3e7hUZ3t5/Mja1lDe+s"
    "L1ormoluDRMp8zmm1DVu049odqepM27k1iyKRp/O0Iejw2NkLe3VzZpxw8oypD/7ec8wjN9lLS"
    "75W/Vd5sICtlnfcJVvFGfcumfYyP99uEsD/st4OMgzHcbIkru1NrfQ/yFdo9buLkBZkHNAYnu0"
    "D/Wby95vSS6cXQxPk4s/f8BpQmQCK1P+bGivrcFkPDErCspRShCUmyYopyS7lxFEHPEvQwTxxc"
    "J84YNLVqWljjXra5A9NGMXK80JFZDvWRv7nKGFaTxQ9LBk44+1sQvFYkICkytWyiNSDTRfKmSB"
    "6QkydBUnhAyESaZ/f/M/CA795qhJRbKLx/U04n1iZQMeoUigrpGNiSr7m9ocF/wNfjzYf/fh3f"
    "Hh0btj1sV5y6DlQwHu/cEE5BCQQzr2Wq3I9TglcH2XuK5qdK0rj7LzPcX3fEU7SdfCMJ2NmMXx"
    "StF0EaADghYifHhQBmHWKxdh514GwtxeJoyyT9Q669FGcF4rlD4YTDnJjjab4O85sleKsA0eta"
    "ItQfptUmwrCnaEi+Hgs989aUBKxp3pOeu1ROxVyjGQiDzTt7xmd67H0khQp3BoThD/OyXSeX8y"
    "ZN/czynpnV/2ByfI+UiqhmVmxHGJ+XCcOxuOk3NBozLTjrX7DJacGgxtheTofVG6BDtuGOGm+O"
    "EvRdudCKfD4UVsIpz2kyP9+vJUGr3Zd5BnnTTXk5NWUVY2tWRXh5f99UQQ+7xHbJENQcvO8iFt"
    "ehFQwrOJQR9Pgsx2UlOR6dzg3VLw5vtmknTbd85EbEw3tqZbGqF7/Pdewr5Um8umIWbdz4xXI9"
    "t535RpN7jXLTLvLrjjzmTdStp4v3EjKs+hohZeI5XJzESlSCNO20I3KFXMx49IQc6sJgtkGg9o"
    "xRZgyk2viC619RqryGN62qS7gednWHD/6PiPcsAwGblmeWvPnIHU+RNsvA208cYZVUXsjT+hye"
    "p0Z3x9etmfnCD3c0q4Geh81Pt2gvwrJgJfXY2GXyUmBLsXUzKSfpHOGJX7OSXn/fFZb3Qus/6f"
    "WHPsK6Nni1/foXcvOP2YCdcSf4BzUUWw3n9fQrLef58rWvNbCWs0n5OZLM+xQXv9m8zgqlEgZd"
    "T4o3wt/iilxDMFBBP+v4tKz3FCUF3Ki8wMOYOJu6amOjAIw54gBnVFAHsT/2XzkAmR9SRK0wZL"
    "VWK9LmXk3i8wcu+njdy+gCUYGZwgg+jg4ujgqBj7zAjhz5FH7Sa0T0YJJwZXkyKFA/SzNLkIZw"
    "o0ObeXVlaT6zmqk3GLZiHlLCvGJq8bRMY0Z4noFmhNEBnTgcgYiJGAyBjguijXqW4vRPQEv3/r"
    "ogeOy2gIx/kKwnFKPxANNoIgI7EgI/6ZHQGTH5URpWkFztuOyIi+pgDuCbI2WBi2jbxG5bV9o2"
    "tzcWNaSAd2NAE72o1CsWybmshAj9LAKBcf5boxV3SxAIAICfj+ixlSIV2TWo/VY/AC4i0G4X0a"
    "SZIg+J2rL6PeWDpB7ueUjKXBRBqcsRb/akr4c09Q8HRhC3QpA3SB/TldDdG41fJYkxOKFJJskS"
    "H+5VYkzXdlcH6Xj/O7PJzZA8kCm066fwXMk+StED43XXbSNyfdiPpYUoTPMK3uzoZc3ckS4lWD"
    "m6VkIZZm4vqkhyU1tGI+FvYWaHB9cfFSTpYzg7FmbXUyfCz+rW6Ri2XudirtYGHcs7jrhI0De7"
    "G00Jv+eMj2uuMPP3x0aqUwNmnEiUZy64jzGDcey8bj2jSCKE9bVnSkK2Rhs/+IZnlnNvIb4Npp"
    "zsLULXDtEF4/ODccLsfIE6Fpgw62hVgGcPnko99e4z9EsEAES9PkqwZHsJwHgkaWfBW5WyhiRc"
    "SVclLWZInRg2HecXnGwt+tPdSz2L5O3SyCNTaRJ7UhhajItYYxYUmxeME6thcyoWi+1O6zjo+p"
    "99FPpiE4zkNIPGiinGVhcyUiY/n9W2jH2IizkuMl6qyM0rQC5207E/iSJgb49/YY517GcyOyho"
    "QUrQA8UY2iTIrQYX6K0GE6RYhBsTCy5MhyzpgofYPV4s7k9yvpBPG/U3I1Gp5J4/EJ8i6c9K3r"
    "Cyf9i39OSX/AlCDHVeNfNcM9w36OLydCnswoDbgya3dlevCKbsMJsi16zl4A+E0FDTE1Vwl0nr"
    "LzIUkHc6L2OUEN25yLxVtESIAhtTMEf1/rCsmxeecvUgmyBu/vjV2l8HdltRaMPYrSwGSofTIQ"
    "wxLjR0AAzKidGYapLbTKdSlC6i0KUN9G/clEGghywCc7Qd4F0zIur4ajiXTOtAzvako+SwNp1H"
    "Mag8tm6B4elplbSP7ciVM9awLtzk6ykZniqAvCB0JHiVpoEKk/PAzSPjuQ9gkxAJD2CVzfrbTP"
    "l+ZrXPwqVTZ6v6Bs9H66bDT717EeHGcXR7lnmspjjkckRpYA+7UoL1xb/+PPVBqKYtkZYJbNQ/"
    "Gpt6h8OBXoRFUPv4qdW72uP5BH0te+9I17N7zLKeGT//SiP/7CVY/Il6Da3XlQ7q6aQnJQakIU"
    "zIdUtXrKw180umTbhbjUlkNdSYJrmGZStwz3oFA5Alca5MJU0QxqSBgVSBjVGSLUkk2bCEZUpg"
    "ghXyWx/M8NMyO2YLxSdD133QiIWrRSHB58OAoWCf6laH0YX/YuLtLDlK2h3JwjIv9FSNrgWkgE"
    "fJUJ1TjID9U4yKjm6kRNimatxaggrBqyAbeELOQBbARW30AiPGBThDBgIcNiKxkWvCb6qH826W"
    "RtZzXAG0lCbSm68U28DLiQe1137nX2IgzwPgFvattpVGp7mF/VJ4xxc9wpTMLyO3VL5mLJGpFv"
    "A4pSSVkRUwlygkSJhRSKFL+eME9ONx5IF1HDTZoa//sCsd9A3K+ATYrcU7stw54vMadTTeU248"
    "SYDf7WlEzJLHTfzXheFz9lJgTmH/QjmvkHjnfRLPT6zJyksFk4amZO+j2bNxS7+freGTfO+6xt"
    "i70kT8h3UH5uEn74goKyVYpwuyljjRStuggSwyAx7OV3KEgMayPYkBgGiWF14A2JYRDZDIlhkB"
    "iWQQdzovY5AYlhDWMIJIZBYhhMBkgMax4zIDEMEsMgMazMTIHEMEgM28m4YsgNqySNNigryMcE"
    "ksGAzZD9BdlfTdVQMrO/ILFCCENIrIDEiiYsrpBYsRNrACRWbApZSKyAxIrGIwuJFZBYsQPoQm"
    "IFJFbsKLybSKzICoVPM2JI8MRgf0qy4Tz2qF2Mfn+SF6n4/xInDNWUt/LVczIU5q18DT0RZfJW"
    "/IIoZU9sJEhbrWznQYgSZU2XhnUSnvazVMiCkbmflGdxuKVzkEbmuq1mnSH0/EfyJJQeY5a2WG"
    "CesHJrU9bx+orbSj+yB+mPTi7JXKFzRcXo1jRWPIElwMBNMHlQ/CSXaK6My9rcMx//SMweYq9u"
    "2B04owhSURomJkEqyovrUZCKsutgQyoKpKJAKgqkojQ3QgxSUSAVBeYEpKI0miGQigKpKDAZIB"
    "WlecyAVBRIRYFUlDIzBVJRtpKK4jkUUhjnxlaGBJCIkpGIsnvnQFSwLrXzEAiI3dxAKBwXJkV0"
    "ML8/KF/iypfnwhayloYkIO3XbyyFrMTcxby9Z5dBuPqmNpNmFlXdWWgLAquLYvaEgyefF7XXDH"
    "jrituDAOCNBgCLRKjWF0LpBbePsK5YOQGUyS7dovBJX6cwvd5lgyeRT4AoxsQNRJx5D5vtoR6y"
    "FHOBeZFrqqkYLTMLdHuVsTXCIzcxumMj46MTLWnYlkOmcarrUT8j1PIFXuAZNbohOHKLwZGcjV"
    "XNIj5to40ip6MhW+FHJ8i7mJJBbzQafuNN/hUPvblwzd3exZR43WXH/t0/C+j9hvA5YZdkS/iU"
    "q95o0p/0v0rhc4KmyJMi3dJt4dPccKBJv3cRPi5sizwv2jGjcUqk33pnE/myNzn7coIiX6aEKV"
    "Njyb8T+eK9hX8n8sX/Xf9W9FuAsH8z9pXfvbronUljfsO9CtrO5dPfg2b+pYpZqlS5hoJqDeli"
    "De6SKdumJmJHiVOBNaWCNQWU99eovIMRGBL4dwdZb5kXQzVGBIgWGkIgA7qWDOhM+4c7DrcKbT"
    "OH7JPIxmYsGJZek2GJYufdswxKzq3uE4Yk3qm0/Wi+ZFChtWJahB/GxtNWFbZWZqbVPtEZ7DLN"
    "2d+6BXYZw1woRKM5kW75oVZJuibbZipGW20kiRUCIranwpt4bphqJR0+QQpK/C4p8Sqea7SKlz"
    "hGBmp83nQS1uPTlKB2PuF/d4diLd738FG7OWxL+N5jE/dpBSkyHkFDegLc9NxtlIoUDO/MqkXh"
    "0C8qVuT2KqklTWLHRq94xR8FeVWOss/GLuwNelJzFuRugZ7EfoDQnIiocl7s+BOarC91xtenl/"
    "3JCXI/p4RLbOej3rcT5F9NSe/qajTkDmTvgvtRf5HOnLIS/HNKzvts6R2dy366QPRrkAYQZAE4"
    "ZSkmw5Hk1KXgF1X8r/tlSobs55cM2U+VDOHLQzUdIk4JKsQuqRAGW6NNxj2Z/YtULI08gxSU9w"
    "rKu/BhCnCKQn7gtLsSCStuKUJANvMoL0FY41TblckaCekTqjCoaqX14Lo1tRKn1lUu4hupJbuL"
    "4/xJfsSn+aYL+X5iYLhvnVKE/VvdIj341u1UUg3+xvVZHpVt2roXyb1gUFC3McyGcCvt8hhvXm"
    "2XtS6wuWboWkghKro1zFUXPWjW0on5Zjs4dTVlY80GhOr0YSuFod+zL5qV1q9f5jXcisBc+mUP"
    "8+LVee0BpBH+rDlT8i1fy0cDHgxP+W9T9yfch/qVkdFP/2Jd2C9MyRv/N4J7GnW4jAwTpe79jA"
    "Y/7KGZYi7sFXfyzti/xbryd1lhStkg8V+NY/MPiuZMt9WNhY0R624+gvmhYZtgt8D8EBmxIl7a"
    "BFmTjQ4VnbT1l8Tgs4VBqArVYY0RtRHmMq7wo3xP+FHKEW7Y1txY5YBcohZSSN5kuDtf+0Mv48"
    "O/mpKBJJ2P5V+uzz9Ll9JgcoISDVMijUbDkVM5w72oZAo7KmMKS9pYIqawoyTLKC9fr1mVq+dG"
    "6RvNtP7g05BXM/k0nJJvvdGgP/h8grwLjzkea6ow5rgEX45z2XKcUbfklon9HuBV+BJ/QqM5cy"
    "aNJr3+4AR5F1Ny0f9Vuvj9BLmfU/Klz2cU/9sA3gTCWZo1+UU5YkTNKMvBf7Y1ZTnoWiEymwpm"
    "hiiVf6ZojKhFB4vWV/qKI4SzsjyLQcWZyZ0A6QkvjTpn0rvQ+QsREvA6VChge5+3lRYUsL3P3T"
    "yhitLzl+tb7bsIN7zuUHvzGVVqYwYqgfU8TQhFIjOWdQ8m8YiCGCEEFOxSQEFgvq3g106Tghs2"
    "GZocN44LrFlZpCCLphetAKcqyRQx0hoWroZhvSPrlI9J4UKlUfkB36RZfGoYOlZIjncnIEow94"
    "ZRbWojClq2y9HT4fAixszTflKxuL48lUZv9h0usk6a6/NNzykoaLixHcETlcR32xQhQAu1IuuO"
    "0xGuFRmOyhpA/qromupk7o7sNuOcmsolQnC2lrgSZ0JG0E6KS/mhO/dBV/7PlozgGRKMMKO03Y"
    "qNxq0TIuPnpiCJXT0iqtxjtFLu+MnYBKfjb6o+BOJOmrO2d1F+3IkfwiZ8TkiaEExBGRIgHHOz"
    "lZietWncajqWK4ZR5ZAD9CWgfxUn4vz7Wrrm4Tru55SMrgdu0Ih3MSXj67MzSTrnnYLLKfnU61"
    "/wJvdzSs744ctOi3+V3HFLRf7UfhoaW825B6UqFyPkDXZKdnqML1dOrJZ/NSX+lcwtL7IXAzQO"
    "e8Tb/SRIt8Kve1WFgwdl0hgP8tMYD1JpjHTOtIQ0/8YrRdfz/fM+UYsMoocHH46CXZt/Kdqwx5"
    "e9i4sMW6gb7Wln7SL5huYY0fakobc7Igp5aoSjsFWAN48cgM4ZvarYUVFxKnCvP+NYKIOwF7qx"
    "hc9yTxFCtEntzGFQ2JWcXDFC8M03xedVxjfvhHVWYnqcEhybTXZscps7XVZic4IU+NxoPiuabp"
    "tVKnekKRusrTY2hFZn6GGZSd+aLjrPEqQwz5o8zxTLwqt1VmpLsVEhStca5awOqwJE3jwxRSDy"
    "5sVWJ4HIG18mFi42lCKEKFcIvBGBdxOBN+GgrAHkdpcfSs3fRhWK/aZo906gSSrQxrvTLYqweX"
    "D6lD5II1pgxikkQ40VvjHUR6TM+VE1WN1DfQstDfbm6GGp6RjNTHxv3Dk65iyo+8ILz8zw97XG"
    "FgXnBq9wQwwLrRVKs4/l2OZPQxRPczaKLoLqMQ0IdxC3OjzT2tA0gLdtbnBW5ipGvRghGOybYn"
    "soY7APtyVRpscpwcDUZANTKJWIcjlOCVzeBS5XOFQmQQjmArBxbQlaT3YQHrNJOhiyYOESgXcT"
    "Fq5gTIKB6wlwk7O3Ufatnq1qlsQL+3YybFyRu90iO5fC+8m6sShn6eLpX6zDHuLnHDkP4fYjfi"
    "asMwaxim4e0cogvOrxLdIsivikv/+A7vDjR6QwlLXFApuOsWmlUcq4hBamwviCTHxrU4yur7iU"
    "4nQ4ly6kiZSdg/YSLwHWr+ZsIt0C65cxn9umWa3gTpwUrARNUS3KWAnYmmCY8p2WVZIw3+gZp2"
    "qFSW7T2UEuZGJrWpQGpOAUnrnnzOWiuQPnylU10tdee5zaN//Fc0t4bUjStRDswzJgH+aDfZgL"
    "tmAwSIwKDBDJHJKlQhZiCTwREsgbKXZDVcgbMTEDg2aP8oJjI2JULVxO6nGwpkxEL6hij7Gid/"
    "I0bOdm92kFm7J+pYNJdI3c+Uf5sEmskRMei7FE/0LjL70fD94fvVmb+F4zbOq0d9FcIQbR5oqO"
    "+Ej1SZ1Df37IChmp/weeoRpT/Fd6Bp1qi/wkZZegnlDiFz1XzIsl/ufBweHhh4O3h0fH7999+P"
    "D++G0QWZy+VRRnfNr/7B2DEE4tPxQ2X112R6igNB+hgeMMYxtDdnGXU40o5mM2mDmVXW4eLXf3"
    "3rENoWiAeptrsBOzdf+0P+iNfs+OCDnN2IxPf59IvebsEdI9WwYvjMxj+IJ7hTsE5r3Km2B7yC"
    "2xhFXkUO6hq7jl0+RiH1+jZ2ylnHWRglaarnNJDCvzZdZ+8PwHwvq/u+u/O/7E1v8oDehqyRpf"
    "HAkBpcDv30Z1oHZTzkI3KGVbqeCATZCBBRJsNpuPx2ErrojBxu/fDGtNq44AA5fgK4ku5MIzlt"
    "eKicVSH5J0bSgEsImtuCFa19C2bozvnQydy7vTLdK4jLDP0+oWcbUiZBm6itjCqKnYiSFRCHW9"
    "cF0nS+oRW4EelaFjVX1KzTEnRXpV5i6eoVZ5oxy0qlZpVTsX/wP6FuhbzRKWQN8CfQv0LdC3Xn"
    "EIJqhfr0L9GltsCK/GluKkQqR0sOjtbpEiRp2O/Jh1r+eT6hgP+ecnzpjGg1vtwq1r4YQjrI35"
    "0o9NcJ/sRPDzr7pCfcUKLTQmZqdVtFqfXLPaVlxgrazitiv+sOq11QrUMc5CkRUpIGihlnB4UC"
    "bm8yA/5vMgqSXwWSALe3KjVK2pDLgFu0NDdoG+ildrw8Jk/vgrzsxCS/Qo3Au0sK/MTQ/l9wMm"
    "vjBG8vVZQSvbck8ms9kIMFkDe5S7nPM8sDlbRlnrfGlQ/JHdWlvo4B1b6G2T7qExnpuYdSL4nv"
    "VhD2VbADYzzkDb0m9m7CF/xNIojDWfG14eAPvNzp+QjtbAdLQXzJZp2jZUj54fG/dl9/MYUQv3"
    "9Potf3c4I0M8H2CvewuhPXhbBlvWK/94prcpdDWytsVPAoxTtRDrTRRo4zu1iF0wpADLYO2WQS"
    "bvKNXO3ohTgl2w6XbBhmgpvxg3nQzVhDcX6iP/NW5KZ+xwmxGPj+Y0sz3UQw+GeccEeteEpFl+"
    "3dXIeQcztoxgipQl4/lHpBDkVqpTkdOHF7SwlDtMkMEUg6yY7W38JBS8aJIAnK9h5Kc1P31U5y"
    "6kNnf6l1fD0eQEuZ9TIv3mfnc/p+T0+uJX+Wvvos/Wuv5wcIISDVNyJY3YZtS7kH3SRENyhpWT"
    "C0uJhQVS4e6fneudhCs4X1p/fq5qEPETLeNErTGI1nd2umEpujCqCaoWnWxbG7Agk78WmRzOx3"
    "t9IfFwPt7LFqx3bHYi9qeAAMxPtZuf1qbBbwsV0onSAEtqZ4mJ14YpaKD1KZrBjlYVNoJjHjt1"
    "hCLB+aivTc7SqDzndhld9qp84awErCfO9sx6Ahz0KXDQJ+SrwBmfTUc25RlLD980xsK1+T9HHr"
    "WTyD5Znz8xaeFwz1dzuKc/ts+cGqedDP9uoke3yNUbjKNIydSn3b7feIQnzxiIZHEj9wk8xRsp"
    "yH/uHuqrFCkmdnK8uZvxBD1wamuJHxF/cbRSHtENRgv+vBvWZjyknb7b+EFw+TZnm+gWuHxj57"
    "5k6Go901Ryyg2mSRNceC3qM4f5jz+TvhCD8FNzhVFN0AGk4F563e6lF1fEmsbrFukLDYW2HoXh"
    "ZSXa6/UdxusiidbrUU6itcPOJQRaA+mGccckR8uvDc7FYTfLKZQtZ97oYGQztDCNB36uPHZTmD"
    "SLSZVzY8WognPo2ctlZFFt/NeeIco2b+3a2cLY+SIsj1R1Neiy+IYUYEVKWD2DOZJhci7IwI3T"
    "tcZts5XaX+DheQ0enmdlMZSR04YETwz2ZwtSWhM2kQ3IaM874wWb2nyZJW95dwrlLCXs85R4lQ"
    "9UzTa311Lg8Znhr/mCCZMsqWB2cYSkyYkUVRNg378vk+nw/n1+qgO/l4gzWa9FEPa6txDd/VLp"
    "xfsF6cX76fRi9otWZg2ugvPiQpLth1W9jARSWwDVi+Y6/v3/T3hxzw=="
)
