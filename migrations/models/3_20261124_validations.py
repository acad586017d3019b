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
    "eJztXW1z4jgS/isqvtxsFZfaZOYyKWZvq5jEM8NeAjkgk7tbroyDBfhiZNay81J7+99Pkt"
    "9fYzlADNdfgpHVxnlaL92tfqTfWytLxyY9GmFKDYu0Ouj3FtFWmF2kb7VRS1uvoxu8wNHu"
    "TFGXepVEoXZHHVubOax8rpkUsyId05ltrB3vJ1pdRI0FwfqfDYJ0/GDMcAdZBCMbz21Ml0"
    "xsZZjPR6gbljjWPSbIoGj601Ijuol/PvqJ4pmNnZ+nn5A1R3eWs2TPMJ/RUqNLTJFmY0Qd"
    "y8b6EX8p3ZqxtzLI4o1+3yXGby5WHWuBnSW22Vv8+m9WbBAdP2EafF3fq3MDm3pCD4bOHy"
    "DKVed5LcpubnoXX0RN/r/dqTPLdFckqr1+dpYWCau7rqEfcRl+b4EJtjUH6zEFEdc0fV0G"
    "Rd4bswLHdnH4qnpUoOO55ppcza2f5i6Zce0iv9Hc42d6xH/148/+G8Zqq2p/MFZHylhVW5"
    "nGwd8kpS+/aMbaF2tYBnE4Xr//4T03wkWUtvgPnH/rDt+9P/1BIGFRZ2GLmwK11h9CUHM0"
    "T1RgH4HtaVflSsyifr7U7HzUU2Ip+Nlrbwf4AKwtwNtaaU+qicnCWbKvpx9K4P7eHQrETz"
    "8IxC3W+b1Roe/fORG3OPAR0KJHSeOclNoMzEFBhHM0bB0A0GubjXCWS9V6iBeI14Leb7//"
    "L8jblsOxUDUnC/gFu+MYK5wPelIyhbXuix4FF/uHfAnS496VMhp3r67541eU/mYKuLpjhd"
    "85EaXPqdJ3pymthA9Bt73xN8S/on8N+kp6Qgjrjf/V4u+kuY6lEutR1fQ4JkFxUJTQMjMC"
    "amo5KbkBLTduaGP/oD5gRpHfAvdE7X5nKdW6qVFHdWktvadlQfP7pHmDG3r4aW2wR9ZQfo"
    "74Aep/T/RdaYCvr2tQ8x6pmQ3ItqoxBeSoudg8TkodnlV88uOPFcxiVqvQLhb3UoYxfmDO"
    "RC3DOCEJhnHjO5Rc8ComsskIVnOV+kKkiscE5/e5gSoOVRbaL5aNjQX5G34WAPfYe2hkhn"
    "MA9QN1N/5j9hPSqDTqyrb2GAZR4w2K/e/sP8aON6B3R+fdC6UlEL7TZvePmq2rCaj5HevE"
    "SpWEdbO3VierdIlG2NSg+/8Ff+cgps50xP49pqZWXsQ9utsuDbp79VQebK0aeGd10VozbD"
    "S3bKTNZphSL7hNP6HpvaFPeZDbcCgafjlHH0/fnyFn6a7u1kwbTl4g/dXPe0Vg/D5vcCme"
    "qu9zBxaIzQaBq+KgONPWA8NG/c/jfRbwX0aDflHoMCGWnq2NmYP+i0yDOvs7AOVBzgFJzN"
    "EB1O+uuv9Ia+H8cvA5PfjzB3xOmUwQZSruDYcba7CZTuyahnJcEgzlphnKGcvubQwRYf7l"
    "mCCBWVhsfHDLqrLVsWZ1LXKEpuxiZYhUAfWBlbHPKVrY1iNFj0vW/lgZu9AcZiQwu2KlPS"
    "PdQrOlRhaYdpBl6jhlZCBMctf3t/+DsKDfHDepzHbxtZ5FvEecfMBjEinUDbI1U+V4W5Pj"
    "gr/Bn0+OP3z8cPb+9MMZqyLeMiz5WIJ7rz8GOwTskJa71mtqPSkJWt8nresGXZvasyq+Z/"
    "Re7Gin5Q4wTWcrYXG80gxTBuhQ4AARfn9SBWFWqxBhcS8HYR4vk0Y5EDq46NFWcF5rlD5a"
    "zDnJzzYb46cC2ysjeAgramVTgvKPcXmsKJwRLgf9r0H1dAApnXdmFozXCnFXmYWBVOaZue"
    "Mxu3UzUoaSPoWQ6SD+d0KUi954wL55nxPSvbjq9TtIfKRdwyo94qxCfzgr7A1n6b5gUJV5"
    "x8ZDjko+WwxtjRT4fXG5lDrumOC29BEMRbvtCJ8Hg8tER/jcS7f0m6vPyvDdsUCeVTK8lZ"
    "ysi7JyqaN6PrwajCeS2Bc9YodqCEv2Vg/Z0IuEE54vDP54GmQ2k9qaSmcWr5aBt3htJi23"
    "+8WZWIzpzjVMxyD0iP/eW8SXNrZk05Cw7lemq6Er3jcT2g3vtcvCuwu+cGezahVjvLc8iM"
    "o5VNTBa6Qzm5noFBlElC1Mi1LNfv6ENCR6NVkg23pEKzYAUx56RXRprNdYR77SsyHdLTw/"
    "J4L7ayt4lADDZuKG4489MwZS698Q421gjDepqDpmb/IJTXanW6Obz1e9cQd5nxPCw0AXw+"
    "5tBwVXzAS+vh4OvivMCPYuJmSo/KKcMynvc0IueqPz7vBCZfW/sOLEVybPBr+ekPcuuPyI"
    "GdcKf4C4qGNYH/+lgmV9/JdC05rfSkWjeZ/MVXlBDNqv32QF180CqeLGnxZ78acZJ545IJ"
    "jw/13Wek4KgutS3WRmyFnM3LUNXcAgDXtKGNwVCext/JvLUyZkxpO4zCFEqlLjdaUg93FJ"
    "kPs4G+QODCzJzOCUGGQHl2cHx83YV2YIf409aj+hfTFLONW4mpQpHKKf58nFNFPiyXm1jK"
    "qeXFe4TtYcTSPJaV6OTVE1yIxpzhDRLvGaIDOmBZkxkCMBmTGgdVmtU9NdyPgJQf2Dyx44"
    "q+IhnBU7CGcZ/0A22QiSjOSSjPhnfgZMcVZGXOYgcN51Rkb8NSVwT4kdQoRh18gbVF27d6"
    "Yxkw+mRXIQR5OIo91pFKuubcg09LgMtHL5Vm5aM82USwCIicDaf7lCatA1qfNcPwcvFN5h"
    "Et6XoaJIgt+6/jbsjpQO8j4nZKT0x0r/nJUEVxPCn9tB4dOlI9CVAtAl8efsbojW3ChSTU"
    "EqUiSyQ4UElzuxND9UwflDMc4finBmDyQLbAu6fw3M0+IHYXxue9vJIJx0J7vGkhF8RWh1"
    "fybk+ossEV4bWGapuBFLM3F9cYUl07QSayzsLVD/5vLyrRZZzi2mmrXTylljCW61y5ZYZl"
    "6lygssTHsOXzph7cBdLB30rjcasLnu7OMPn8ReKUxNBhHZSN4+4jzHjeey8bw2gyDKacua"
    "iUyNLFz2H9G81Zmt/AYs7TRnYGqXLO0Qvn9wYTpcQZAnJnMIPtgOchlgyacY/cMN/kMGC2"
    "SwNM2+anAGy0VoaOTZV7G7pSZWzFypZmWNlxg9WvY9t2cc/OQcoa7D5nXqsQjW2Ea+1YY0"
    "oiMvGsaMJc3hG9axuZAZRbOl8ZB3fMxmH/0iDUEsHgLxoIl2loPtlYyNFdQ/wDjGVhYrOV"
    "6yi5VxmYPAedeLCXxIkwP86XCCc2+zciMzhkQSBwF4ajeKKhSh98UUofdZihCDYmHl2ZHV"
    "FmPi8g12i1vjf14rHcT/Tsj1cHCujEYd5F8I+tbNpaB/8c8J6fWZEySWaoKrZizPsJ/jw4"
    "nUSmZcBpYyN76U6cMrOw2nxHa4cvYGwG8raYi5uVro81TtD2k56BMb7xPUcu2ZXL5FTAQU"
    "snGF4Ke1qZGCmHfxIJUSa/D83thRCj9pq7Vk7lFcBjrDxjsDsRw5fYQCoIyNK8OyjYVRe1"
    "+KSHqHBtTtsDceK31JDQRiHeRfMC/j6nowHCsXzMvwrybkq9JXhl1RGF42w/fwscydQor7"
    "TlLqVR1of2aSrfQU4S5IHwgdFzrAgMjm08OA9tkC2ifkAADtE7S+X7TPt9Zr0vyqtG30cc"
    "m20cfZbaOZEey4OZ5LVdpEIL1DW1lsmCZrKQebrnmbrfX66lD53lNueTDev5wQ3lY/X/ZG"
    "37ilHPsSbs52Ee7OVs9+PqmkvxL1ZTZXpzxbw6BLNrrJGxkF0rUMjoYZ0ps2OR41qsbgyo"
    "JcymzMkQZ+owS/0WSIUEe1XSKZAJgRBHpFavifWXbOUvhopZlm4bgRCh3QSPH+5ONpOEjw"
    "L2Xjw+iqe3mZbaZsDOXRBxlzJSZyCJHwVH5SlcyCk+LMgpOczUdFkp8sySohBVnAQF7bEb"
    "KQtr4VWAN/XrrBZgShwQIhYCeEAL6F97B3Pm7lTWcbgDfGmTxQdJOTeBVwgSq8aapw/iAM"
    "8L4Ab2baaRQTO6ID9QhT3Ay3SjlDQaV2ReqQahB1HkpU4hDFQiVI5DQSB2kUacH2t5xLbT"
    "2SNqKWx/EZ/f0Ssd9APAyObYq8Q6Ydy50tMZfTbW2ec8DJFn9rQiZkGq02TTkNiR+KEgHz"
    "J/oJTYPzsdtoGi1STAWHaRq1mqlgi7N+Q7FHL/ePZBHvs3Yd9pKcPy5Qfi1nPHpBSdsqI7"
    "hbhlMjTas2Ah4T8JjefoYCHtMhgg08JuAxAY8JeEzNTS8EHhPwmKBPAI+p0QoBHhPwmKAz"
    "AI+pecoAHhPwmIDHVKWnAI8JeEx7mVcMVKZa1miDSCwBJsBdAjUDWWm7ZCXgAUj1H+ABAA"
    "+gCWMB8AD2YgwAHsC2kAUeAPAAGo8s8ACAB7AH6AIPAHgAewrvNngAeZnbWUUMCB5b7E9F"
    "NVwkHrWPydov6iKTrl7h/JYN0Sy++zHxUprF9yhwXoVmEezfUfU8PIKM1coVD0KUaGu6tJ"
    "xOdJbKUiMLJuZ9Uk468HZ6QQaZma6ed0LL6x/JORNdpixjscCcXzF3Kat4c81De5/Yg8xn"
    "QX2YaXSm6RjNbWvF+RYhBh4f4lELOBlxaoen2sIT9X5N9R7iru7YHTgBBpgTDTOTgDnx5n"
    "4UMCf2HWxgTgBzApgTwJxobkITMCeAOQF9ApgTjVYIMCeAOQGdAZgTzVMGMCeAOQHMiSo9"
    "BZgTO2FO+AsKGYwLcysjAeBN5PAm9u/YghrRpcM8swByN7eQCseNSRkfLKgPzpe88+UvYU"
    "tFSyMRsPY3HywFEl3hYH64J0NBuvq2JpNm7gG6t9CWJFaX5exJJ0++LmuvGfBuKm8PEoC3"
    "mgAsk6G6uRTKc/b6WLx7JnEyuNUuS5eceZWq5kjyXEWDoLVmO4Rv8cyzCzXWt3OzH1+o/I"
    "odmSG3cIe5hZa90IhBCwKSxRGxtFyT4wpNyjUEv3V3fquNZ5at1/KTUqLgKO2To6TjmUHr"
    "GPMJMTDli7qTtAOalQQP9AU3yWuKG3GSokftZ7Ot4CIlOu7LDlKsPYKH9AK42b7bKBcpbN"
    "655LKo6ZdxyrxaFb2kceIwmhUnZmnIJ6Pln7hTWhv8pOYMyO0SP4n9AKEFgatqa7DJJzTZ"
    "X2qNbj5f9cYd5H1OCLfYLobd2w4Kriake309HHxXOsi/4Nn/vyjnIvuff07IRY8NvcMLNV"
    "jVjX8NV2vDxVrBHhgPhoqgD/CLdGeqtHpbhdlxXMzsOM4wO/jwUM+HSEqCC7FPLoTFxmib"
    "aU9l/yKVy/bNEQXnvYbzLr3nHWx2V7y+5Y1E0o5bRhCQzd0gWBLWpBScG/iSKwyuWmU/eN"
    "OeWoW9sGvvtRLb8mMf2/mL+kh2823vt/KFgeG9dcYRDm61y/zguVepoht8y/1ZvteJ7ZoY"
    "LfkJsgsGBfUKo0Vrb0MUfrYs3xSFlS6wvWboOuLM17llr9ro0XCWYqcTNoNTz1O21qxB6K"
    "IOGyks84F9MXJOtH2b1/A2bvEOxA0OqOUp4uGhtIjJ+tpHfUQxpvy3qfcT3kODDWzQT39l"
    "VdgvTMi74DfCewYVWkbi+N3UvZ9R/4cjNNXshbvii7xT9m+xqvxdVphS1kiCV+PY/ImiGf"
    "NtTWvhYsSq288QfmjYJNguCT/EWqzMKm1KrMlBh8YwF3hvYRDqUttlJIQOEeYqS+GnxSvh"
    "p5mFcMt1ZtaqAOQKlLVIvMlwt773BpceDy24mpC+olyM1F9uLr4qV0p/3EGpgglRhsPBUB"
    "AcvItaobDTKqGwdIwlFgo7TauM8l3GDKf2Jidx+UYrrdf/MuCkky+DCbntDvu9/tcO8i98"
    "5fiqqaOYswp6OStUy1kOvWTOzH4f8Dp6ST6h0Zo5V4bjbq/fQf7FhFz2/qZc/rODvM8J+d"
    "bjPYr/bYBuQuMsq5pi7kRCqBnsCf6zB8OeoGuNqKwr2DmmVPHRDwmhAzr/YXMMRY4QJjle"
    "QTmovghAmoUUP82Y9S61TV5MBFYdauwz8lA0lZbsM/JQOHkC2e31w/XceJLRhl8dtkh4xW"
    "YiiQCVxHieFQQuf86w7sMkn1GQEISEgn1KKAjDtzXWtbOisAybTk1OBsclxqw8UbBFs4NW"
    "iFMdMkVCdAMDV8Ow3pNxKsDkBfIEcKG3NEr507f8DJARBGiBZv7mNPOoVW4A5O+aaeiCTT"
    "p0DxnnTFeukBayMzJFUgk5iSQZLRWnkzyEVfk/WzGrZEAwwkzSFYI8f4GnbQR8CaSwq2dE"
    "tQeMVto9P1SH4GxOSN2HQC5Ec8b2NirOhQjSqqS3GMwKQngix9KHHTJ3kmeytq25YWK1Zm"
    "pPgThAXwH6/4vNNP9+o9zwFBLvc0KGN30vkcG/mJDRzfm5olzwSuHlhHzp9i55kfc5Ief8"
    "3BZRElylZ9xK2Sgb30i59ND5l7W4HwfQt7pML9cifyi4mpDgSuXRANXPSxlFNZLlATGPPy"
    "O4qqPBzR9qT2fMS8jqb7TSTLN4zTgQOqAg3fuTj6fhrM2/lE3Yo6vu5WVOfM7LQHTzZpHi"
    "4GdCaHfW0I97Ygr5boRw2GrAWyQOQBe0Xl1ul9mkFCz5vu74Ldu4c6WPgcoIQgbExpXDoH"
    "BrLbwkBGG9uCnrMFXWi0WqYS2lJyVhsa3Ji2085s6P666h5pQo6LnRetYM07Xr7CaRlWyw"
    "t9rYtE6ToYdVZn0bpmw/S4lCP2tyP9McB6/WeXSL8qBCXO5gnLNNRBUgG2Rr2SCBnSa9KU"
    "tGELIBIRlEBt5tJINEjXIDIB/2Ni2Z/tuoDTVvNeNBJD9kkj/8O+2yrI9HUafygQPxjTjE"
    "hhvUWuE7S39G2oyffob1I9Rz0NJib44el4aJ0dTGD9a98Hum4f4YfIOOKX5aG2xQEDf4Ti"
    "DEctBaozT/+IJd/jRkljRnomgj2GWjAUvw8p7wKz3gpgG8axdYjMx1Ak0JQQgiN8UfrhJE"
    "jqYlWaUnJSHo0eSgR2SVyGo5KQla3gct1zh8IyUI4QKIce0IWt92kG6zaTloshDhkoF3Gx"
    "GusE1CgOsFcNO9t1HxrS62jdmylRPf8u+0y+JbWlTnpfBWMawbDgcVrmrljp0561m+Dl8X"
    "Bmo8weVFQpFMyKd4s4D9jEakU72r5XqXJXtnsr15p5JA2K9+gOgeVzpX9LjkXNHj7LmiPA"
    "8T54Uty1M3cW7IcgdJm3ueO5sxxnY5mf3xP2LzDyg="
)
