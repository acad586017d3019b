"""The append-only trail, by month, and its seals."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
CREATE TABLE audit_log (
    id UUID PRIMARY KEY,
    occurred_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    actor_kind VARCHAR(10) NOT NULL CHECK (actor_kind IN ('USER', 'MACHINE', 'SYSTEM', 'ANONYMOUS')),
    actor_id UUID,
    action VARCHAR(60) COLLATE "C" NOT NULL,
    subject_kind VARCHAR(30) NOT NULL,
    subject_id UUID NOT NULL,
    changes JSONB NOT NULL DEFAULT '[]',
    request_id VARCHAR(64) NOT NULL
) PARTITION BY RANGE (id);
CREATE INDEX audit_log_subject ON audit_log (subject_id, id);
CREATE INDEX audit_log_actor ON audit_log (actor_id, id);
CREATE INDEX audit_log_action ON audit_log (action, id);
CREATE TABLE audit_log_rest PARTITION OF audit_log DEFAULT;
CREATE FUNCTION begrip_first_uuid(instant TIMESTAMPTZ) RETURNS UUID
LANGUAGE SQL STABLE STRICT AS $$
    SELECT (lpad(to_hex((extract(epoch FROM instant) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid
$$;
CREATE FUNCTION begrip_make_audit_partitions(months INT) RETURNS INT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    first_day TIMESTAMPTZ;
    name TEXT;
    made INT := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('begrip_make_audit_partitions'));
    FOR step IN 0 .. months LOOP
        first_day := (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => step)) AT TIME ZONE 'UTC';
        name := 'audit_log_' || to_char(first_day AT TIME ZONE 'UTC', 'YYYY_MM');
        IF to_regclass(name) IS NULL THEN
            EXECUTE format(
                'CREATE TABLE %I PARTITION OF audit_log FOR VALUES FROM (%L) TO (%L)', name, begrip_first_uuid(first_day),
                begrip_first_uuid((first_day AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC')
            );
            made := made + 1;
        END IF;
    END LOOP;
    RETURN made;
END $$;
SELECT begrip_make_audit_partitions(3);
CREATE TRIGGER audit_log_immutable BEFORE UPDATE OR DELETE ON audit_log
    FOR EACH ROW EXECUTE FUNCTION begrip_refuse_change();
CREATE TABLE audit_seals (
    seq BIGINT PRIMARY KEY CHECK (seq > 0),
    audit_id UUID NOT NULL UNIQUE,
    hash BYTEA NOT NULL
);
CREATE TRIGGER audit_seals_immutable BEFORE UPDATE OR DELETE ON audit_seals
    FOR EACH ROW EXECUTE FUNCTION begrip_refuse_change();
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
DROP TABLE audit_seals;
DROP FUNCTION begrip_make_audit_partitions(INT);
DROP FUNCTION begrip_first_uuid(TIMESTAMPTZ);
DROP TABLE audit_log;
"""


MODELS_STATE = (
    "eJztXW1z4jjy/yoq3txMFZuakJkkx+xtFQmeGfYSyAGZub3jyji2AF+MzFp2Hmr/+93/kv"
    "yAn2M7QAzXb4Kx1cb5tSV1t/rX+qOxNDVs0KMRplQ3SaON/mgQZYnZQfxSEzWU1Wp9gZ+w"
    "lTtDtKVuI3FSuaO2pag2Oz9TDIrZKQ1T1dJXtvsTjQ6i+pxg7SedIA0/6CpuI5NgZOGZhe"
    "mCiS114/kIdYIztnmPCdIpmv68UIhm4F+OfqZYtbD9y/QzMmfozrQX7B7GM1oodIEpUiyM"
    "qG1aWDviD6WZKnsqnczf6Pcdov/uYNk259heYIs9xb//w07rRMNPmPpfV/fyTMeGFtGDrv"
    "EbiPOy/bwS525ve90voiX/3+5k1TScJVm3Xj3bC5MEzR1H1464DL82xwRbio21kIKIYxie"
    "Lv1T7hOzE7bl4OBRtfUJDc8Ux+Bqbvw8c4jKtYu8l+YeP9Mj/qtnv3hPGGoty/3BWB5JY1"
    "luJF4O/iQxfXmnVPZ+sRdLJzbH648/3fuucRFnG/wHLr91hu9OTt8LJExqzy1xUaDW+FMI"
    "Krbiigrs12C72pW5EpOoXy4UKx31mFgMfvbY2wHeB2sL8DaWypNsYDK3F+zr6cccuL93hg"
    "Lx048CcZN1fndU6HtXWuISB34NtOhRpXGOSm0GZv/EGuf1sHUAQK8sNsKZDpWrIZ4hXgl6"
    "7/39X0HeMm2OhazYScC77IqtL3E66FHJGNaaJ3rkH+wf8jlIj3vX0mjcub7ht19S+rsh4O"
    "qMJX6lJc4+x86+O41pJbgJ+tEbf0P8K/rXoC/FJ4Sg3fhfDf5MimObMjEfZUULY+Kf9k9F"
    "tMyMgIpajkpuQMu1G9rYP6gNmFHkvYF7onavs+Rq3VCoLTu0kt7jsqD5fdK8zg09/LTS2S"
    "0rKD9F/AD1vyf6LjTAV9c1qHmP1MwGZEtWmAJS1JxtHkelDs8qbn34UMAsZq0y7WJxLWYY"
    "4wfmTFQyjCOSYBjXvkOVC16FRDYZwaqvUl+IVPGY4Ow+NVDFoUpC+8W0sD4nf8fPAuAeew"
    "6FqDgFUC9Qd+vdZj8hXZ9dd2VLeQyCqOEXiv3v7D/Gtjugd0aXna7UEAjfKer9o2JpcgRq"
    "fsVsmbEzQdvkpWVrGT+jEDY1aN5/wZ/Zj6kzHbF/j6mpkRZxX19t5gbd3XYyD7YWDbyztm"
    "il6BaamRZSVBVT6ga36Wc0vde1KQ9y6zZFwy+X6Oz05BzZC2d5t2LasNMC6a++3ysC4/dp"
    "g0v2VH2fOrBAbNYPXGUHxZm2Hhg28n8f75OA/zoa9LNChxGx+Gytqzb6P2To1N7fASgNcg"
    "5IZI72oX533flnXAuXV4OL+ODPb3ARM5kgypTdGw431mAxnVgVDeWwJBjKdTOUE5bd2xgi"
    "wvxLMUF8szDb+OCWVWGrY8XamuQITdnBUhepAvIDO8c+p2humY8UPS7Y+8fOsQPFZkYCsy"
    "uWyjPSTKQuFDLHtI1MQ8MxIwNhkrq+v/0fhAX9+rhJebaLp/Uk4j1ipwMekoihrpOtmSrH"
    "25oc5/wJfmodfzz7eH5y+vGcNRFPGZw5y8G91x+DHQJ2SMNZaRW1HpUEre+T1jWdrgzlWR"
    "bfE3rPdrTjcgeYprOVsDheKrpRBuhA4AARPmkVQZi1ykRYXEtBmMfLSqPsCx1c9GgrOK8U"
    "Sh9N5pykZ5uN8VOG7ZUQPIQVtbwpQfrnOD9WFMwIV4P+V795PIAUzzszMsZriTjLxMJALP"
    "PM2PGY3bgdScOSPoWQaSP+d0Kkbm88YN/czwnpdK97/TYSH3HXsEiPOC/QH84ze8N5vC/o"
    "VGbesf6QopILk6GtkAy/LywXU8cdE9yWPvyhaLcd4WIwuIp0hIte/E2/vb6Qhu+OBfKske"
    "6u5CRdlKVDbdn14WV/PCmJfdYtdqiG4Mze6iEZeinhhKcLgz8eB5nNpJYiU9XkzRLwZq/N"
    "xOV2vzgTijHdObph64Qe8d97i/jSxpZsahLW/cp0NXTE8yZCu8G1Zl54d84X7izWrGCM9w"
    "cPonIOFbXxCmnMZiYaRToR5+aGSaliPX9GChK9msyRZT6iJRuAKQ+9IrrQVyusIU/pyZDu"
    "Fu6fEsH9d8O/lQDDYuK67Y09KgOp8R+I8dYwxhtVVBWzN3qHOrvTjdHtxXVv3Ebu54TwMF"
    "B32PnRRv4RM4FvboaD7xIzgt2DCRlKv0qXTMr9nJBub3TZGXZl1v4LOx35yuTZ4NcT8u4B"
    "lx8x41riNxAHVQzr408FLOvjT5mmNb8Ui0bzPpmq8owYtNe+zgqumgVSxI0/zfbiTxNOPH"
    "NAMOH/e1nrOSoIrktxk5khZzJz19I1AUNp2GPC4K6UwN7Cvzs8ZaLMeBKWOYRIVWy8LhTk"
    "Ps4Jch8ng9y+gVUyMzgmBtnB+dnBYTP2lRnCX0O32k9oX8wSjr1cdcoUDtBP8+RCmsnx5N"
    "xWelFPriNcJ3OGpmvJaVqOTVYzyIypzxDRzPGaIDOmAZkxkCMBmTGg9bJap4YzL+Mn+O0P"
    "LnvgvIiHcJ7tIJwn/IOyyUaQZFQuyYh/pmfAZGdlhGUOAuddZ2SEH7ME7jGxQ4gw7Bp5nc"
    "or587Q1fLBtLUcxNFKxNHuFIplx9LLvOhhGXjLy7/lhqkqRrkEgJAIrP3nK6QCXZPaz9Vz"
    "8ALhHSbhfRlKUknwGzffhp2R1Ebu54SMpP5Y6l+yM/7RhPD7tlFw99IR6EIB6Jz4c7Iaoj"
    "nTs1STkYq0FtmhQvzDnViaH4vg/DEb549ZOLMbkjm2BN2/AuZx8YMwPrdddtIPJ92VXWNJ"
    "CL4itLo/E3L1RZY1XhtYZilYiKWeuL64wpJ4tSJrLOwpUP/26uqtFlkuTaaald1IWWPxLz"
    "XzllhUt1HhBRamPZsvnbD3wJkvbPSuNxqwue787P1nUSuFqUknIhvJrSPOc9x4LhvPa9MJ"
    "opy2rBjIUMjcYf8RTVud2cpvwNJOfQamZs7SDuH1gzPT4TKCPCGZQ/DBdpDLAEs+2egfbv"
    "AfMlggg6Vu9lWNM1i6gaGRZl+FruaaWCFzpZiVNV5g9Gha99yesfGTfYQ6NpvXqcsiWGEL"
    "eVYbUoiG3GgYM5YUmxesY3MhM4rUhf6Qtn3MZm/9Ig1BLB4C8aCOdpaNrWUZG8tvf4BxjK"
    "0sVnK8yi5WhmUOAuddLybwIa0c4E+HE5x7m5WbMmPIWuIgAI9VoyhCETrJpgidJClCDIq5"
    "mWZHFluMCcvX2C1ujH+7kdqI/52Qm+HgUhqN2sg7EPSt2ytB/+KfE9LrMydILNX4R/VYnm"
    "E/x4eTUiuZYRlYytz4UqYHb9lpOCa2w5WzNwB+W0lDzM1VAp+naH+Iy0Gf2HifoKZjqeXy"
    "LUIioJCNKwQ/rQyFZMS8swepmFiN5/fajlL4SVmuSuYehWWgM2y8MxDTLqePQACUsXFlmJ"
    "Y+1yvXpVhL79CA+jHsjcdSv6QGfLE28g6Yl3F9MxiOpS7zMryjCfkq9aVhR5wMDuvhe3hY"
    "pk4h2X0nKvWqDrQ/M8lWeopwF0pvCB0WOsCAyObTw4D22QDaJ+QAAO0TtL5ftM+31mvU/C"
    "pUNvo4p2z0cbJsNDOCbSfFcylKm/Cld2gri4JpZS1lv+iaW2yt15eH0vee9IMH473DCeHv"
    "6sVVb/SNW8qhL0Fxtm5Qna2a/dwqpL8c9SWKq1OeraHTBRvdyhsZGdKVDI6aGdKbNjkeFS"
    "qH4EqCnMtsTJEGfmMJfqPBEKG2bDmkZAJgQhDoFbHhXzWtlKXw0VIxjMxxIxA6oJHipHV2"
    "GgwS/Eve+DC67lxdJV9TNoby6EMZcyUkcgiR8Fh+UpHMglZ2ZkErpfioSPIrS7KKSEEWMJ"
    "DXdoQspK1vBVbfny/9wiYE4YUFQsBOCAG8hPewdzlupE1nG4A3xJk8UHSjk3gRcIEqvGmq"
    "cPogDPC+AG9i2qkVE3tNB+oRpjgVN3I5Q36jZkHqkKwTeRZIFOIQhUIlSOQ0EhspFCl++V"
    "vOpTYfSRNR0+X4jP5xhdhvIB4GxxZF7ibTtumoC8zlNEuZpWxwssXfmpAJma5Xm6achsQ3"
    "RVkD8xf6GU39/bGbaLpepJgKDtN0/dZMBVuc9RuKXXq5tyWLeJ6VY7OH5PxxgfJrOePrBy"
    "xpWyUEd8twqqVp1UTAYwIe09vPUMBjOkSwgccEPCbgMQGPqb7phcBjAh4T9AngMdVaIcBj"
    "Ah4TdAbgMdVPGcBjAh4T8JiK9BTgMQGPaS/zioHKVMkarRGJxccEuEugZiArbZesBDyAUv"
    "0HeADAA6jDWAA8gL0YA4AHsC1kgQcAPIDaIws8AOAB7AG6wAMAHsCewrsNHkBa5nZSEQOC"
    "xyb7U1AN3cit9jFZ+0VdJNLVC+zfsiGaxXcvJp5Ls/i+DpwXoVn49TuK7odHkL5cOuJGiB"
    "JlRRem3V7vpbJQyJyJuZ+Ukw7cSi9IJ6rhaFg7Qh0Gqz6fY86EmDmUtbq94UE4QV7oSlfS"
    "OJEXuKOfnZB3+MndCwapClUVDaOZZS45OSMAzCVPPCo+gSPEA3mfvUdMtI8RZ3nHrsA+Mc"
    "CvqJkxBfyKN/e2gF+x72ADvwL4FcCvAH5FfdOegF8B/AroE8CvqLVCgF8B/AroDMCvqJ8y"
    "gF8B/ArgVxTpKcCv2Am/wltQSGCcmYG5FgB2RQq7Yv82N6gQXTrMnQ0gw3MLCXPcmCzjg/"
    "ntwfkq73x5i9iloqVrEbD2Nx8sBapd5mB+uPtHQVL7tiaTelYK3Vtoc9Kv8zL7SqdYvi63"
    "rx7wbiq7D9KEt5omXCaPdXOJlpfs8bF49kR6pX+pmZdUqbqNimZS8mxFnaCVYtmEF4LmaY"
    "UK69tYSxacfqnxK+o2Q27hDnMLTWuuEJ1mBCSzI2JxuTrHFeqUawh+6+78VgurpqVV8pNi"
    "ouAo7ZOjpGFVp1WM+YgYmPJZ3am0A5qUBA/0BTfJfRU34iStb7Wfr20BFynScV92kELvI3"
    "hIL4Cb7Lu1cpGC1zuVgrZ+9fOYZ26rgl7SOLJlzZIzshTkUdbS9+XJbQ1+Un0G5GaOn8R+"
    "gNCMwFWxNdjoHersLzVGtxfXvXEbuZ8Twi227rDzo438ownp3NwMB9+lNvIOePb/r9KlyP"
    "7nnxPS7bGhd9iV/VXd8NdgtTZYrBXsgfFgKAn6AD+Id6ZCq7dFmB3H2cyO4wSzgw8P1XyI"
    "qCS4EPvkQphsjLaY9mT2L9Jy2b4pouC8V3DeS1fGg5J42etb7khU2nFLCAKyqWWES8IalY"
    "LdBV9yhcFVK+wHb9pTK1Axu3JFllBhkH18z1/UR7Sbb7sqyxcGhvvUCUfYv9TM84NnbqOC"
    "bvAP7s/yaieWY2C04PvMzhkU1D25XrR2S6LwHWh5WRR2do6tFUPXFlVOZqa1bKJH3V6IrW"
    "DZDE5dT9lcsRdCE23YSGEaD+yLnrLv7ds8Bt8St+Ntm+tvY8tTxIOtaxGT9bSP+ohiTPlv"
    "U/cn3Jv6ZW7Qz39jTdgvTMg7/zeCazoVWkZik97YtV9Q//0RmirW3FnyRd4p+7dYU/4sS0"
    "wpe0n8R+PY/IUilfm2hjl3MGLNrWcIP9RsEmzmhB9Cb2yZVdqYWJ2DDrVhLvDewiDUSpXL"
    "iAgdIsxFlsJPs1fCTxML4aZjq+YyA+QClLW1eJ3hbnzvDa5cHpp/NCF9SeqO5F9vu1+la6"
    "k/bqPYiQmRhsPBUBAc3INKobDTIqGweIwlFAo7jauM8vJiul25yElYvtZK6/W/DDjp5Mtg"
    "Qn50hv1e/2sbeQeecjzVVFHMeQG9nGeq5TyFXjJjZr8HeBW9RO9Qa81cSsNxp9dvI+9gQq"
    "56f5eufmsj93NCvvV4j+J/a6CbwDhLqiabOxERqgd7gv/swbAn6EohMusKVooplb1BRETo"
    "gHaJ2BxDkSOESYpXkA+qJwKQJiHltT+ttGLaebVGAhFYdahQZ+QhayrNqTPykDl5Atnt9c"
    "P1TH8qow2vOZRIeEUxkUiAqsR4nhQELn/KsO7BVD6jICIICQX7lFAQhG8rrGsnRWEZNp6a"
    "HA2Olxiz0kTBFk0OWgFOVcgUEdENDFw1w3pPxikfkxfIE8CF3tIo5U3f5WeAhCBACzTzN6"
    "eZr9/KDYD8XTF0TbBJh84h45zoygXSQnZGpogqISWRJKGl7HSSh6Ap/2cLZpUMCEaYSTpC"
    "kOcv8LQNny+BJHb0jKjygNFSuefb6hCczAmpehPIhajP2N5E2bkQflpV6RKDSUEIT6RY+l"
    "Ahcyd5JivLnOkGlium9mSIA/QFoP+fKKb5j1vplqeQuJ8TMrztu4kM3sGEjG4vLyWpyxsF"
    "hxPypdO74qfczwm55Pu2iDP+UXzGLZSNsvFCyrlb07+sxf3Ypr7RYXq5EflD/tGE+Ecyjw"
    "bIXl7KaN0iet4n5vF7+EdVNNgqQq1rZVPrWglqHVWZl5DU32ipGEb2mrEvdEBBupPW2Wkw"
    "a/MveRP26LpzdZUSn3MzEJ20WSQ7+BkR2p019GFPTCHPjRAOWwV4s8QB6Iy3VytXZTYqBU"
    "u+r9t+y9LvnNLbQCUEIQNi48phUDiVFl4igrBeXJd1mCLrxSLVsJLSo5Kw2FbnxTYec+f7"
    "dFdQc0wU9FxrPSu64VhVqkkkJWvsrdY2rdNg6GGZWd+6UbafxUShn9W5nym2jZerNLpFfl"
    "AhLHcwztkmogqQDbK1bBDfTitdlCUhCNmAkAxSBt5tJIOsX8oNgHzYZVoS/bdWBTV/KPqD"
    "SH5IJH94V5p5WR+Pok3hDQfChThEwQ1qLvGdqT0jReW7n2HtCPVstDDZk6PHhW5gNLXwg3"
    "kv/J5pUB+DF+iY4qeVzgYFcYFXAiGmjVYKpenbF+zypyGzpD4TRRNBlY0aLMGX94Rf6QHX"
    "DeBdu8BiZK4SaIoIQhC5Lv5wkSDyeloqq/SoJAQ96hz0WFslZbUclQQt74OWK2y+EROEcA"
    "HEuHYErWc7lH5n43LwykKEqwy824hwBe8kBLheADfee2sV3+o4mm5LvABqIyXGFbrazItz"
    "KbydbJjzYpEuTkliDY4Q3w9G3ITHj/jemeIdxBq6e0ZLk/DqsDOk2xTxTv9whu7x82ekMJ"
    "T1+RxbIti01CllWkJzS2F6QRaeORSj2xtupYgGXelKGkvpvKi3eAiIftVnEmnmRL9MVXUs"
    "q1phkqgoRAnq4loUiRKwMcG05Hs9rXRbdtAzKnUQIbltM1ZcyMqNaWEZsIITeGbux5WJ5h"
    "7sv1U1SL/xGs3UufsvVu3SY0Nc7gDBPikC9kk22CeZYJdMBolIQQAizmtYKGRejlQSEgEu"
    "Q/4yVAUug4UZGDT9Lc8prx+ROsDhZDMLrIkQ0Ru62COsGI0sD1tcbL7sYFPWrnAyiaGTe3"
    "/LE9aJddLmuRgL9Dc0+tb5qfXp9N3Kwg+66VBxvolUhZhEVxUD8TfVFxWbo7xPSxnZ/A+8"
    "wjWm+PdkD7rQ59nEWVdgM+mtb7r/kpff+tdW6+TkrPXh5PT808ezs0/nH4Js1+SlvNzXi9"
    "5Xr1z8umv5qbDZ7rL7hpa05kMysO1bZGJILzhyoRPFek4HM6PayN2z7c7eezYh5L2g3uQa"
    "zMRs3L/o9TvD39IzQi5SJuOL38ZSp0ZzBLZ0dZE6QbhX8meHdZuXJoZs/Dccl8wceFO7e8"
    "q46/XZ2vbzzXC+X6zrVMYuzK7ZeghGYetTsZIbeTU3EkU3eKcqgbDX/ADRPf5QLMCXF+FL"
    "OPGcDo/TskfzGfQ4NXN0B/7m28xnG/Ms33Qy+/P/AZUG/pM="
)
