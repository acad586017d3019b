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
CREATE INDEX validation_runs_open ON validation_runs (queued_at, id) WHERE status IN ('QUEUED', 'RUNNING');
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
    "eJztXWtz4ji6/isqvmxPFZuapHvTKXrOVNGJu5vZBLJAOrs7TBkHC/CJkRnLzqXmzH8/kn"
    "y/xnKAGOb9EhxbrzHPa0nv7ZH+aK0sHZv0aIQpNSzS6qA/WkRbYXaQvtRGLW29ji7wE452"
    "Z4q21GskTmp31LG1mcPOzzWTYnZKx3RmG2vH+4pWF1FjQbD+d4MgHT8YM9xBFsHIxnMb0y"
    "UTWxnm8xHqhmcc6x4TZFA0/WmpEd3EPx/9RPHMxs7P00/ImqM7y1mye5jPaKnRJaZIszGi"
    "jmVj/Yg/lG7N2FMZZPFG3+8S43cXq461wM4S2+wpfv2NnTaIjp8wDf5d36tzA5t6Qg+Gzm"
    "8gzqvO81qcu7npXXwRLflvu1NnlumuSNR6/ewsLRI2d11DP+Iy/NoCE2xrDtZjCiKuafq6"
    "DE55T8xOOLaLw0fVoxM6nmuuydXc+mnukhnXLvJfmnv8TI/4t3782X/CWGtV7Q/G6kgZq2"
    "or83LwJ0npyz81Y+8Xe7EM4nC8/vjTu2+Eizjb4l9w/q07fPf+9AeBhEWdhS0uCtRafwpB"
    "zdE8UYF9BLanXZUrMYv6+VKz81FPiaXgZ4+9HeADsLYAb2ulPakmJgtnyf49/VAC9/fuUC"
    "B++kEgbrHO740Kff/KibjEgY+AFj1KGuek1GZgDk5EOEfD1gEAvbbZCGe5VK2HeIF4Lej9"
    "9/evgrxtORwLVXOygF+wK46xwvmgJyVTWOu+6FFwsH/IlyA97l0po3H36prffkXp76aAqz"
    "tW+JUTcfY5dfbdaUor4U3QbW/8DfF/0X8HfSU9IYTtxv9t8WfSXMdSifWoanock+B0cCqh"
    "ZWYE1NRyUnIDWm7c0MZ+oD5gRpH/Bu6J2v3OUqp1U6OO6tJaek/Lgub3SfMGN/Tw09pgt6"
    "yh/BzxA9T/nui70gBfX9eg5j1SMxuQbVVjCshRc7F5nJQ6PKv45McfK5jFrFWhXSyupQxj"
    "/MCciVqGcUISDOPGdyi54FVMZJMRrOYq9YVIFY8Jzu9zA1Ucqiy0XywbGwvyT/wsAO6x59"
    "DIDOcA6gfqbvzb7Cek0dmoK9vaYxhEjb9Q7LezX4wdb0Dvjs67F0pLIHynze4fNVtXE1Dz"
    "K9aJlToTts1eWp2s0mc0wqYG3f8V/JmDmDrTEft5TE2tvIh7dLVdGnT32qk82Fo18M7aor"
    "Vm2Ghu2UibzTClXnCbfkLTe0Of8iC34VA0/HKOPp6+P0PO0l3drZk2nLxA+qvv94rA+H3e"
    "4FI8Vd/nDiwQmw0CV8VBcaatB4aN+r+P91nAfxkN+kWhw4RYerY2Zg76P2Qa1NnfASgPcg"
    "5IYo4OoH531f13Wgvnl4PP6cGf3+BzymSCKFNxbzjcWIPNdGLXNJTjkmAoN81Qzlh2b2OI"
    "CPMvxwQJzMJi44NbVpWtjjVra5EjNGUHK0OUCqgP7Bz7nKKFbT1S9Lhk7x87xw40hxkJzK"
    "5Yac9It9BsqZEFph1kmTpOGRkIk9z8/va/EBL6zXGTymwXX+tZxHvEyQc8JpFC3SBbM1WO"
    "tzU5LvgT/P3k+MPHD2fvTz+csSbiKcMzH0tw7/XHYIeAHdJy13pNrSclQev7pHXdoGtTe1"
    "bF/xm9FzvaabkDLNPZSlgcrzTDlAE6FDhAhN+fVEGYtSpEWFzLQZjHy6RRDoQOLnq0FZzX"
    "GqWPFnNO8qvNxvipwPbKCB5CRq1sSlD+PS6PFYUzwuWg/zVong4gpevOzILxWiHuKpMYSF"
    "WemTses1s3I2Uo6VMImQ7ifydEueiNB+w/73NCuhdXvX4HiY+0a1ilR5xV6A9nhb3hLN0X"
    "DKoy79h4yFHJZ4uhrZECvy8ul1LHHRPclj6CoWi3HeHzYHCZ6Aife+k3/ebqszJ8dyyQZ4"
    "0ML5OTdVFWLnVUz4dXg/FEEvuiW+xQDeGZvdVDNvQi4YTnC4M/ngaZzaS2ptKZxZtl4C3O"
    "zaTldp+cicWY7lzDdAxCj/j3vUV8aWMpm4aEdb8yXQ1d8byZ0G54rV0W3l3wxJ3NmlWM8d"
    "7yICrnUFEHr5HObGaiU2QQcW5hWpRq9vMnpCHRq8kC2dYjWrEBmPLQK6JLY73GOvKVng3p"
    "buH+ORHcX1vBrQQYNhM3HH/smTGQWr9BjLeBMd6kouqYvck7NNmdbo1uPl/1xh3kfU4IDw"
    "NdDLu3HRQcMRP4+no4+K4wI9g7mJCh8otyzqS8zwm56I3Ou8MLlbX/wk4n/mXybPDrCXnv"
    "gMuPmHGt8BuIgzqG9fE/KljWx/8oNK35pVQ0mvfJXJUXxKD99k1WcN0qkCpu/GmxF3+ace"
    "KZA4IJ/+2y1nNSEFyX6iYzQ85i5q5t6AIGadhTwuCuSGBv499dXjIhM57EZQ4hUpUarysF"
    "uY9LgtzH2SB3YGBJVganxKA6uLw6OG7GvrJC+GvsVvsJ7YtVwqmXq0mVwiH6eZ5cTDMlnp"
    "zXyqjqyXWF62TN0TSSnObV2BQ1g8qY5gwR7RKvCSpjWlAZAzUSUBkDWpfVOjXdhYyfELQ/"
    "uOqBsyoewlmxg3CW8Q9ki42gyEiuyIh/5lfAFFdlxGUOAuddV2TEH1MC95TYIUQYdo28Qd"
    "W1e2caM/lgWiQHcTSJONqdRrHq2obMix6Xgbdc/i03rZlmyhUAxEQg91+ukBp0Teo816/B"
    "C4V3WIT3ZagokuC3rr8NuyOlg7zPCRkp/bHSP2dngqMJ4fftoPDu0hHoSgHokvhzdjVEa2"
    "4UqaagFCkS2aFCgsOdWJofquD8oRjnD0U4sxuSBbYF3b8G5mnxgzA+t73sZBBOupPNsWQE"
    "XxFa3Z8JuX6SJcJrA2mWiguxNBPXFzMsmVcrkWNhT4H6N5eXb5VkObeYatZOKyfHElxql6"
    "VYZl6jygkWpj2Hp07Ye+Aulg561xsN2Fx39vGHT2KtFKYmg4hqJG8dcV7jxmvZeF2bQRDl"
    "tGXNRKZGFi77RTQvO7OV74DUTnMGpnZJaofw9YMLy+EKgjwxmUPwwXZQywApn2L0Dzf4Dx"
    "UsUMHSNPuqwRUsF6GhkWdfxa6Wmlgxc6WalTVeYvRo2ffcnnHwk3OEug6b16nHIlhjG/lW"
    "G9KIjrxoGDOWNIcvWMfmQmYUzZbGQ972MZu99Ys0BJE8BOJBE+0sB9srGRsraH+AcYytJC"
    "s5XrLJyrjMQeC862QCH9LkAH86nODc22RuZMaQSOIgAE+tRlGFIvS+mCL0PksRYlAsrDw7"
    "sloyJi7fYLe4Nf7PtdJB/O+EXA8H58po1EH+gaBv3VwK+hf/nJBenzlBIlUTHDUjPcO+jg"
    "8nUpnMuAykMjeeyvThlZ2GU2I7zJy9AfDbKhpibq4W+jxV+0NaDvrExvsEtVx7JldvERMB"
    "hWxcIfhpbWqkIOZdPEilxBo8vzd2lMJP2motWXsUl4HOsPHOQCxHTh+hAChj48qwbGNh1F"
    "6XIpLeoQF1O+yNx0pfUgOBWAf5B8zLuLoeDMfKBfMy/KMJ+ar0lWFXnAwPm+F7+FjmTiHF"
    "fScp9aoOtD8zyVZ6inAXpDeEjgsdYEBk8+VhQPtsAe0TagCA9gla3y/a51vrNWl+VVo2+r"
    "hk2ejj7LLR7KdjM9zOLoly17a154KMSEIsBfZfxXnh3vqvv2VoKJrj5oBZlYcSSO/Q+RAr"
    "0Mm6HsEqdt7qdb2+OlS+95Rbnt3wDyeEd/7Pl73RN+56xP4JV7u7CJe7q+eQnFTqECX9Ib"
    "NaPeXlLwZdsulC3morkK5lwTXMM9m0DfeoUTUGVxbkUqpojjQQRiUIoyZDhDqq7RLJisqM"
    "IPBVUsP/zLJzagtGK800C8eNUOiARor3Jx9Pw0GC/1M2PoyuupeX2deUjaE8nCNj/8VEDi"
    "G1kCr4qlKqcVJcqnGSs5qrqJqUZa0lpKCsGtiAO0IWeABbgTUIkEi/sBlBeGGBYbEThgVf"
    "E33YOx+38qazDcAbI6EeKLrJSbwKuMC93jT3On8QBnhfgDcz7TSK2h7xq3qEKW6GW6UkrK"
    "BRuyIXSzWIOg8lKpGyYqESJIpEiYM0irRgPWFOTrceSRtRyyNNjf51idh3IJ5XwDZF3q7d"
    "juXOlpjL6bY2z9kxZovfNSETMo3Sd1PO6+K7zETA/I1+QtNgw/E2mkZZn6kghU2jt2Yq6P"
    "es31Ds8fX9PW7E86xdhz0kJ+QLlF9Lwo8eUNK2ygjuljLWSNOqjYAYBsSwt5+hgBh2iGAD"
    "MQyIYZvAG4hhUNkMxDAghuXIQZ/YeJ8AYljDFALEMCCGQWcAYljzlAHEMCCGATGsSk8BYh"
    "gQw/ayrhi4YbWs0QaxggJMgAwGagb2F7C/muqh5LK/gFghhSEQK4BY0YTBFYgVezEGALFi"
    "W8gCsQKIFY1HFogVQKzYA3SBWAHEij2FdxvEirxS+KwiBgSPLfanohouErfax+r3F3WRqf"
    "+vsMPQhngr3/0kQylv5XuUiajCWwkWRKm6YyNBxmrlihshSrQ1XVpOJ9rtZ6mRBRPzPiln"
    "cXhL5yCDzExXz9tD6PW35CSULlOWsVhgTliZu5Q1vLnmsdJP7Ebms+CSzDQ603SM5ra14g"
    "SWEAOPYPKoBSSXOFfGU23hno+/pnoPcVd37ArsUQRUlIaZSUBFeXM/Cqgo+w42UFGAigJU"
    "FKCiNLdCDKgoQEWBPgFUlEYrBKgoQEWBzgBUlOYpA6goQEUBKkqVngJUlJ1QUfyEQgbjwt"
    "rKSACIKDlElP3bB6JGdOkwN4GA2s0tlMJxY1LGBwvag/Ml73z5KWypaGkkAtb+5oOlwEos"
    "HMwPd+8yKFff1mTSzEVV9xbaksLqspo96eLJ11XtNQPeTdXtQQHwVguAZSpUN1dCec4eH4"
    "tnzxROBpfaZeWSM69R1RpJXqtoELTWbIfwNbN5daHG+nZu9eMLjV+xxDXUFu6wttCyFxox"
    "aEFAsjgilpZrclyhSbWG4Lfuzm+18cyy9Vp+UkoUHKV9cpR0PDNoHWM+IQamfFF3knZAs5"
    "Lggb7gJnmv4kacpOhW+/naVnCREh33ZQcp9j6Ch/QCuNm+2ygXKXy9c8ll0atfxinzWlX0"
    "ksaJ3X1WnJilIZ+Mlr+FUWlr8JOaMyC3S/wk9gWEFgSuquVgk3dosr/UGt18vuqNO8j7nB"
    "BusV0Mu7cdFBxNSPf6ejj4rnSQf8Cr/39RzkX1P/+ckIseG3qHF2qQ1Y3/G2Zrw2StYA+M"
    "B0NF0Af4QbozVcreVmF2HBczO44zzA4+PNTzIZKS4ELskwthsTHaZtpT2U+kctW+OaLgvN"
    "dw3qXXvIPF7orzW95IJO24ZQQB2dwVlyVhTUrBRowvucLgqlX2gzftqVVYXLz2WiuxJT/2"
    "8T1/UR/Jbr7t9Va+MDC8p844wsGldpkfPPcaVXSDb7k/y9c6sV0ToyXfknfBoKDeyShp7S"
    "2Iwjfr5YuisLMLbK8Zuo7YRHdu2as2ejScpVjphM3g1POUrTV7IXTRho0UlvnA/jFytgh+"
    "m8fwFm7xdhgOdvzlJeLhLr+IyfraR31EMab8u6n3Fd5NgwVs0E//w5qwb5iQd8F3hNcMKr"
    "SMxH7GqWs/o/4PR2iq2Qt3xZO8U/azWFP+LCtMKXtJgkfj2PyNohnzbU1r4WLEmtvPEH5o"
    "2CTYLgk/xN5YmSxtSqzJQYfGMBd4b2EQ6lLLZSSEDhHmKqnw0+JM+GkmEW65zsxaFYBcgb"
    "IWiTcZ7tb33uDS46EFRxPSV5SLkfrLzcVX5UrpjzsodWJClOFwMBQEB++gVijstEooLB1j"
    "iYXCTtMqo3yVMcOpvchJXL7RSuv1vww46eTLYEJuu8N+r/+1g/wDXzm+auoo5qyCXs4K1X"
    "KWQy+ZM7PfB7yOXpJ3aLRmzpXhuNvrd5B/MCGXvX8ql//pIO9zQr71eI/ifxugm9A4y6qm"
    "mDuREGoGe4J/7cGwJ+haIyrrCnaOKVW89UNC6ID2f9gcQ5EjhEmOV1AOqi8CkGYhxU8zZr"
    "1LLZMXE4GsQ411Rh6KptKSdUYeCidPILu9frieG08y2vCbwxIJr1hMJBGgkhjPs4LA5c8Z"
    "1n2Y5CsKEoJQULBPBQVh+LZGXjsrCmnYdGlyMjguMWbliYItmh20QpzqkCkSohsYuBqG9Z"
    "6MUwEmL5AngAu9pVHKn77lZ4CMIEALNPM3p5lHb+UGQP6umYYu2KRD95BxznTlCmUhOyNT"
    "JJWQU0iS0VJxOclD2JT/2IpVJQOCEWaSrhDk9Qu8bCPgSyCFHT0jqj1gtNLu+aY6BGdrQu"
    "reBGohmjO2t1FxLURQViW9xGBWEMITOZY+rJC5kzqTtW3NDROrNUt7CsQB+grQ/yUW0/zX"
    "jXLDS0i8zwkZ3vS9Qgb/YEJGN+fninLBG4WHE/Kl27vkp7zPCTnn+7aIM8FResatVI2y8Y"
    "WUSzedf1mL+7EBfavL9HIt6oeCowkJjlQeDVD9upRR1CJ5PiDm8XsER3U0uPlN7emMeQlZ"
    "/Y1WmmkW54wDoQMK0r0/+Xgaztr8n7IJe3TVvbzMic95FYhu3ixSHPxMCO3OGvpxT0wh34"
    "0QDlsNeIvEAeiCt1eXW2U2KQUp39dtv2Ubd670NlAZQaiA2LhyGBRurcRLQhDyxU3Jw1TJ"
    "F4tSw1pKT0pCsq3JyTYec+fbdddQc0oU9NxoPWuG6dp1VpPISjbYW21sWafJ0MMqs74NU7"
    "afpUShnzW5n2mOg1frPLpFeVAhLncwztkmogpQDbK1apDATpNelCUjCNWAUAwiA+82ikGi"
    "l3IDIB/2Mi2Z/tuoBTVvNeNBFD9kij/8K+2yqo9H0abyhgPxhTjEghvUWuE7S39G2ozvfo"
    "b1I9Rz0NJiT44el4aJ0dTGD9a98Hum4foYfIGOKX5aG2xQEBf4SiDEctBaozR/+4JdfjVU"
    "ljRnomgjWGWjASl4eU/4lR5w0wDetQssRuY6gaaEIASRm+IPVwkiR9OSrNKTkhD0aHLQI7"
    "JKZLWclAQt74OWa2y+kRKEcAHEuHYErW87SL+zaTl4ZSHCJQPvNiJc4TsJAa4XwE333kbF"
    "t7rYNmbLVk58y7/SLotvaVGbl8JbxbBuOBxUmNXKHTtz8lm+Dl8XBmo8weVFQpFMyKd4sY"
    "D9jEakS72r1XqXFXtnqr15p5JA2G9+gOgeV9pX9LhkX9Hj7L6ivA4T54Uty0s3cW7IcgdF"
    "m3teO5sxxnY5mf35/y6B7ZI="
)
