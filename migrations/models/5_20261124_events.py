"""The outbox, the numbered log by a million, and the state of the stream."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
CREATE TABLE outbox (
    id BIGSERIAL PRIMARY KEY,
    event_id UUID NOT NULL,
    type VARCHAR(60) NOT NULL,
    glossary_id UUID,
    subject_id UUID NOT NULL,
    data JSONB NOT NULL DEFAULT '{}',
    occurred_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    trace_parent VARCHAR(60)
);
CREATE TABLE event_log (
    seq BIGINT PRIMARY KEY,
    event_id UUID NOT NULL,
    type VARCHAR(60) NOT NULL,
    glossary_id UUID,
    subject_id UUID NOT NULL,
    data JSONB NOT NULL DEFAULT '{}',
    occurred_at TIMESTAMPTZ NOT NULL,
    trace_parent VARCHAR(60)
) PARTITION BY RANGE (seq);
CREATE TABLE event_log_rest PARTITION OF event_log DEFAULT;
CREATE FUNCTION begrip_make_event_partitions(ahead INT) RETURNS INT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    first BIGINT;
    name TEXT;
    made INT := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('begrip_make_event_partitions'));
    FOR step IN 0 .. ahead LOOP
        first := ((SELECT coalesce(max(last_seq), 0) FROM stream_state) / 1000000 + step) * 1000000;
        name := 'event_log_' || first / 1000000;
        IF to_regclass(name) IS NULL THEN
            EXECUTE format(
                'CREATE TABLE %I PARTITION OF event_log FOR VALUES FROM (%s) TO (%s)', name, first, first + 1000000
            );
            made := made + 1;
        END IF;
    END LOOP;
    RETURN made;
END $$;
CREATE TABLE stream_state (
    id SMALLINT PRIMARY KEY CHECK (id = 1),
    epoch VARCHAR(32) NOT NULL,
    last_seq BIGINT NOT NULL DEFAULT 0 CHECK (last_seq >= 0)
);
INSERT INTO stream_state (id, epoch, last_seq) VALUES (1, replace(gen_random_uuid()::text, '-', ''), 0);
SELECT begrip_make_event_partitions(2);
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
DROP TABLE stream_state;
DROP FUNCTION begrip_make_event_partitions(INT);
DROP TABLE event_log;
DROP TABLE outbox;
"""


MODELS_STATE = (
    "eJztXWtT4zjW/iuqfNmeqgzVQDew9OxUBXD3ZBYSNgndOzvZckwsEi+OnLFsLjXv/PdXki"
    "/xHcskwXGfL8SRdRzzHF3OOTqP9GdrYenYpHtDTKlhkdYp+rNFtAVmF8lbbdTSlsvVDV7g"
    "aLemqEu9SqJQu6WOrU0dVn6nmRSzIh3TqW0sHe8nWh1EjRnB+o8GQTp+MKb4FFkEIxvf2Z"
    "jOmdjCMJ/3UCcscax7TJBB0eSnuUZ0E/+89xPFUxs7P08+IesO3VrOnD3DfEZzjc4xRZqN"
    "EXUsG+t7/KV0a8reyiCzN/p9lxh/uFh1rBl25thmb/H7f1mxQXT8hGnwdXmv3hnY1GN6MH"
    "T+AFGuOs9LUXZz0734LGry/+1WnVqmuyCr2stnZ26RsLrrGvoel+H3ZphgW3OwHlEQcU3T"
    "12VQ5L0xK3BsF4evqq8KdHynuSZXc+unO5dMuXaR32ju8TPd4796/LP/hpHaqtrrj9ShMl"
    "LVVqpx8DdJ6MsvmrL2xRqWQRyO159/ec9d4SJKW/wHzn/pDN4dHv0gkLCoM7PFTYFa6y8h"
    "qDmaJyqwX4HtaVflSkyjfj7X7GzUE2IJ+Nlrbwb4AKwNwNtaaE+qicnMmbOvRx8K4P7aGQ"
    "jEjz4IxC3W+b1RoeffORC3OPAroEWPksY5LrUemIOCFc6rYasBQC9tNsJZLlWrIZ4jXgl6"
    "v/1+L8jblsOxUDUnDfgFu+MYC5wNelwygbXui+4FF7uHfAHSo+6VMhx1rq754xeU/mEKuD"
    "ojhd85EKXPidJ3RwmthA9B37qjXxD/iv7T7ynJCSGsN/pPi7+T5jqWSqxHVdOjmATFQVFM"
    "y8wIqKjluOQatFy7oY39g3qfGUV+C9wRtfudpVDrpkYd1aWV9J6UBc3vkuYNbujhp6XBHl"
    "lB+RniDdT/jui71ABfXdeg5h1SMxuQbVVjCshQc755HJdqnlV88P59CbOY1cq1i8W9hGGM"
    "H5gzUckwjkmCYVz7DiUXvIqIrDOCVV+lvhCp4jHBu/vMQBWHKg3tZ8vGxoz8Ez8LgLvsPT"
    "QyxRmA+oG6G/8xuwnpqnTVlW3tMQyiRhsU+9/Zf4wdb0DvDM87F0pLIHyrTe8fNVtXY1Dz"
    "O9aBlSgJ66ZvLQ4WyRKNsKlB9/8L/s5BTJ3piP17TE2trIj76m67MOju1VN5sLVs4J3VRU"
    "vNsNGdZSNtOsWUesFt+glN7g19woPchkPR4PM5Oj46PEHO3F3cLpk2nKxA+quf94rA+H3W"
    "4JI/Vd9nDiwQmw0CV/lBcaatB4aN+r/H+zTgvw77vbzQYUwsOVsbUwf9HzIN6uzuAJQFOQ"
    "ckNkcHUL+76vw7qYXzy/5ZcvDnDzhLmEwQZcrvDc2NNdhMJ3ZFQzkqCYZy3QzllGX3NoaI"
    "MP8yTJDALMw3PrhlVdrqWLK6FtlDE3axMESqgPrAytjnBM1s65Gixzlrf6yMXWgOMxKYXb"
    "HQnpFuoelcIzNMT5Fl6jhhZCBMMtf3N/+DsKBfHzepyHbxtZ5GvEucbMAjEgnUDbIxU2V/"
    "U5PjjL/Bjwf7H44/nBwefThhVcRbhiXHBbh3eyOwQ8AOablLvaLW45Kg9V3Sum7Qpak9q+"
    "J7Su/5jnZSroFpOhsJi+OFZpgyQIcCDUT48KAMwqxWLsLiXgbCPF4mjXIg1Ljo0UZwXmqU"
    "PlrMOcnONhvhpxzbKyXYhBW1oilB+feoOFYUzgiX/d6XoHoygJTMOzNzxmuFuIvUwkAi88"
    "zc8pjduhkqA0mfQsicIv53TJSL7qjPvnmfY9K5uOr2TpH4SLqGZXrESYn+cJLbG06SfcGg"
    "KvOOjYcMlZxZDG2N5Ph9UbmEOm6Z4Kb0EQxF2+0IZ/3+ZawjnHWTLf3m6kwZvNsXyLNKhr"
    "eSk3ZRFi51VM+HV4PxRBL7vEdsUQ1hyc7qIR16kXDCs4XBH0+CzGZSW1Pp1OLVUvDmr80k"
    "5ba/OBOJMd26hukYhO7x33uL+NLalmxqEtb9wnQ1cMX7pkK74b12UXh3xhfubFatZIz3Gw"
    "+icg4VdfAS6cxmJjpFBhFlM9OiVLOfPyENiV5NZsi2HtGCDcCUh14RnRvLJdaRr/R0SHcD"
    "z8+I4P7eCh4lwLCZuOH4Y8+UgdT6L8R4axjjjSuqitkbf0Kd3enW8Obsqjs6Rd7nmPAw0M"
    "Wg8+0UBVfMBL6+HvS/KswI9i7GZKD8qpwzKe9zTC66w/PO4EJl9T+z4thXJs8Gv66Q9y64"
    "/JAZ1wp/gLioYljvfyxhWe9/zDWt+a1ENJr3yUyV58Sg/fp1VnDVLJAybvxRvhd/lHLimQ"
    "OCCf/fZa3nuCC4LuVNZoacxcxd29AFDNKwJ4TBXZHA3sZ/uDxlQmY8ico0IVKVGK9LBbn3"
    "C4Lc++kgd2BgSWYGJ8QgO7g4Ozhqxr4yQ/hL5FG7Ce2LWcKJxlWnTOEQ/SxPLqKZAk/Oq2"
    "WU9eQ6wnWy7tBkJTnJyrHJqwaZMfUZItoFXhNkxrQgMwZyJCAzBrQuq3VqujMZPyGo37js"
    "gZMyHsJJvoNwkvIPZJONIMlILsmIf2ZnwORnZURlGoHztjMyoq8pgXtCrAkRhm0jb1B16d"
    "6axlQ+mLaSgziaRBztVqNYdW1DpqFHZaCVy7dy05pqplwCQEQE1v6LFVKBrkmd5+o5eKHw"
    "FpPwPg8URRL81vUvg85QOUXe55gMld5I6Z2zkuBqTPhzT1H4dOkIdKkAdEH8Ob0bonVn5K"
    "kmJxVpJbJFhQSXW7E0P5TB+UM+zh/ycGYPJDNsC7p/BcyT4o0wPje97WQQTrqVXWNJCb4i"
    "tLo7E3L1RZYVXmtYZim5EUs9cX1xhSXVtGJrLOwtUO/m8vKtFlnOLaaapdPKWGMJbrWLll"
    "imXqXSCyxMew5fOmHtwJ3NHfSuO+yzue7k+IdPYq8UpiaDiGwkbx9xnuPGc9l4XptBEOW0"
    "Zc1EpkZmLvuPaNbqzEZ+A5Z26jMwtQuWdgjfPzg3HS4nyBORaYIPtoVcBljyyUe/ucF/yG"
    "CBDJa62Vc1zmC5CA2NLPsqcrfQxIqYK+WsrNEco0fLvuf2jIOfnD3Ucdi8Tj0WwRLbyLfa"
    "kEZ05EXDmLGkOXzDOjYXMqNoOjceso6PWe+jX6QhiMVDIB7U0c5ysL2QsbGC+g2MY2xksZ"
    "LjJbtYGZVpBM7bXkzgQ5oc4E/NCc69zcqNzBiykmgE4IndKMpQhA7zKUKHaYoQg2JmZdmR"
    "5RZjovI1dotbo9+ulVPE/47J9aB/rgyHp8i/EPStm0tB/+KfY9LtMSdILNUEV/VYnmE/x4"
    "cTqZXMqAwsZa59KdOHV3YaTohtceXsDYDfVNIQc3O10Ocp2x+SctAn1t4nqOXaU7l8i4gI"
    "KGTtCsFPS1MjOTHv/EEqIVbj+b22oxR+0hZLydyjqAx0hrV3BmI5cvoIBUAZa1eGZRszo/"
    "K+FCvpLRpQ3wbd0UjpSWogEDtF/gXzMq6u+4ORcsG8DP9qTL4oPWXQEYXhZT18Dx/LzCkk"
    "v+/EpV7VgXZnJtlITxHugvSB0FGhBgZE1p8eBrTPFtA+IQcAaJ+g9d2ifb61XuPmV6lto/"
    "cLto3eT28bzYxgx83wXMrSJgLpLdrKYsM0WUs52HTN22yt21MHyteu8o0H4/3LMeFt9eyy"
    "O/yFW8qRL+HmbBfh7mzV7OeDUvorUF9qc3XKszUMOmejm7yRkSNdyeComSG9bpPjUaNqBK"
    "40yIXMxgxp4DdK8BtNhgh1VNslkgmAKUGgVySG/6llZyyFDxeaaeaOG6FQg0aKw4Pjo3CQ"
    "4F+KxofhVefyMt1M2RjKow8y5kpEpAmR8ER+UpnMgoP8zIKDjM1HRZKfLMkqJgVZwEBe2x"
    "KykLa+EVgDf166waYEocECIWArhAC+hfegez5qZU1na4A3wplsKLrxSbwMuEAVXjdVOHsQ"
    "BnhfgDc17dSKib2iA3UJU9wUtwo5Q0GldknqkGoQ9S6UKMUhioRKkMhpJA7SKNKC7W85l9"
    "p6JG1ELY/jM/zXJWK/gXgYHNsUeYdMO5Y7nWMup9vaXcYBJxv8rTEZk8lqtWnCaUj8UJQV"
    "MH+jn9AkOB+7jSarRYqJ4DBNVq1mItjirN9Q7NHL/SNZxPssXYe9JOePC5RfyxlfvaCkbZ"
    "US3C7DqZamVRsBjwl4TG8/QwGPqYlgA48JeEzAYwIeU33TC4HHBDwm6BPAY6q1QoDHBDwm"
    "6AzAY6qfMoDHBDwm4DGV6SnAYwIe007mFQOVqZI1WiMSS4AJcJdAzUBW2ixZCXgAUv0HeA"
    "DAA6jDWAA8gJ0YA4AHsClkgQcAPIDaIws8AOAB7AC6wAMAHsCOwrsJHkBW5nZaEX2CRxb7"
    "U1INF7FH7WKy9ou6SKWrlzi/ZU00i69+TLyQZvF1FTgvQ7MI9u8oex4eQcZi4YoHIUq0JZ"
    "1bzunqLJW5RmZMzPuknHTg7fSCDDI1XT3rhJbXP5JzJjpMWcZshjm/4s6lrOLNNQ/tfWIP"
    "Mp8F9WGq0ammY3RnWwvOtwgx8PgQj1rAyYhSOzzV5p6o93ui9xB3ccvuwAkwwJyomZkEzI"
    "k396OAObHrYANzApgTwJwA5kR9E5qAOQHMCegTwJyotUKAOQHMCegMwJyonzKAOQHMCWBO"
    "lOkpwJzYCnPCX1BIYZybW7kSAN5EBm9i944tqBBdauaZBZC7uYFUOG5MyvhgQX1wvuSdL3"
    "8JWypauhIBa3/9wVIg0eUO5s09GQrS1Tc1mdRzD9CdhbYgsbooZ086efJ1WXv1gHddeXuQ"
    "ALzRBGCZDNX1pVCes9fH4t1TiZPBrXZRuuTUq1Q2R5LnKhoELTXbIXyLZ55dqLG+nZn9+E"
    "LlV+zIDLmFW8wttOyZRgyaE5DMj4gl5eocV6hTriH4rdvzW208tWy9kp+UEAVHaZccJR1P"
    "DVrFmI+JgSmf152kHdC0JHigL7hJXlNci5O0etRuNtsSLlKs477sIEXaI3hIL4Cb7ru1cp"
    "HC5p1JLls1/SJOmVerpJc0ih1Gs+DELA35ZLTsE3cKa4OfVJ8BuV3gJ7EfIDQncFVuDTb+"
    "hDr7S63hzdlVd3SKvM8x4RbbxaDz7RQFV2PSub4e9L8qp8i/4Nn/vyrnIvuff47JRZcNvY"
    "MLNVjVjX4NV2vDxVrBHhj1B4qgD/CLZGcqtXpbhtmxn8/s2E8xO/jwUM2HiEuCC7FLLoTF"
    "xmibaU9l/yKVy/bNEAXnvYLzLr3nHWx2l7++5Y1E0o5bShCQzdwgWBLWuBScG/iSKwyuWm"
    "k/eN2eWom9sCvvtRLZ8mMX2/mL+oh3803vt/KZgeG9dcoRDm61i/zgO69SSTf4G/dn+V4n"
    "tmtiNOcnyM4YFNQrXC1aexui8LNl+aYorHSG7SVD1xFnvt5Z9qKNHg1nLnY6YTM49Txla8"
    "kahC7qsJHCMh/YFyPjRNu3eQ1v4xbvQNzggFqeIh4eSouYrK991EMUY8p/m3o/4T002MAG"
    "/fQPVoX9wpi8C34jvGdQoWUkjt9N3PsZ9X7YQxPNnrkLvsg7Yf8Wq8rfZYEpZY0keDWOzd"
    "8omjLf1rRmLkasuv0M4YeaTYLtgvBDpMXKrNImxOocdKgNc4H3FgahLrVdRkyoiTCXWQo/"
    "yl8JP0othFuuM7UWOSCXoKytxOsMd+trt3/p8dCCqzHpKcrFUP315uKLcqX0RqcoUTAmym"
    "DQHwiCg3dRKRR2VCYUloyxREJhR0mVUb7LmOFU3uQkKl9rpXV7n/ucdPK5PybfOoNet/fl"
    "FPkXvnJ81VRRzEkJvZzkquUkg15yx8x+H/Aqeok/odaaOVcGo063d4r8izG57P5TufztFH"
    "mfY/JLl/co/rcGugmNs7Rq8rkTMaF6sCf4zzaGPUGXGlFZV7AzTKn8ox9iQg06/2F9DEWO"
    "ECYZXkExqL4IQJqGFD9NmfUutU1eRARWHSrsM/KQN5UW7DPykDt5Atnt9cP1nfEkow2/Om"
    "yR8IrNRGIBKonxPC0IXP6MYd2HST6jICYICQW7lFAQhm8rrGunRWEZNpmaHA+OS4xZWaJg"
    "i6YHrRCnKmSKmOgaBq6aYb0j41SAyQvkCeBCb2iU8qdv+RkgJQjQAs38zWnmq1a5BpC/aq"
    "ahCzbpwG0yzqmuXCItZGtkirgSMhJJUlrKTyd5CKvyf7ZkVkmfYISZpCsEef4CT9sI+BJI"
    "YVfPiGoPGC20e36oDsHpnJCqD4FciPqM7W2UnwsRpFVJbzGYFoTwRIalDztkbiXPZGlbd4"
    "aJ1YqpPTniAH0J6L+LzTT/daPc8BQS73NMBjc9L5HBvxiT4c35uaJc8Erh5Zh87nQveZH3"
    "OSbn/NwWURJcJWfcUtkoa99IufDQ+Ze1uBsH0Lc6TC/XIn8ouBqT4Erl0QDVz0sZrmrEyw"
    "NiHn9GcFVFg+s/1J5OmZeQ1t9woZlm/ppxINSgIN3hwfFROGvzL0UT9vCqc3mZEZ/zMhDd"
    "rFkkP/gZE9qeNfR+R0wh340QDlsFePPEAeic1qvL7TIbl4Il39cdv2Ubt670MVApQciAWL"
    "tyGBRupYWXmCCsF9dlHabMerFINayk9LgkLLbVebGNx9z5cd0V1JwQBT3XWs+aYbp2ld0k"
    "0pI19lZrm9ZpMvSwyqxvw5TtZwlR6Gd17mea4+DFMotuURxUiMo1xjlbR1QBskE2lg0S2G"
    "nSm7KkBCEbEJJBZODdRDLIqlGuAeRmb9OS6r+12lDzm2Y8iOSHVPKHf6ddlPXxKOqUPnAg"
    "uhGH2HCDWgt8a+nPSJvy08+wvoe6Dppb7M3R49wwMZrY+MG6F37PJNwfg2/QMcFPS4MNCu"
    "IG3wmEWA5aapRmH1+wzZ+GzJL6TBRtBLts1GAJXt4TfqUHXDeAt+0Ci5G5SqApJghB5Lr4"
    "w2WCyKtpSVbpcUkIetQ56LGySmS1HJcELe+CliscvpEQhHABxLi2BK1vO0i32aQcNFmIcM"
    "nAu4kIV9gmIcD1ArjJ3lur+FbH1Q1H4RugtjJiXJG77aI4l8brqaY1Kxfp4pQkVmEP8fNg"
    "xEN4/IifnSnaINbR7TNaWITvDnuHDIci3ukfjtE9fv6ENIayMZthWwSbFgalTEtoZmtML8"
    "jGdy7F6OaaWymiwoVyqYyUbF7UW7wERL/qM4m0C6Jf1nTq2na1jUniohAlqItrUSZKwMYE"
    "y1bvjayt2/KDnnGpRoTkNs1Y8SCTG9OiMmAFp/DMPY8rF80dOH+rapB+7Xs0U/f2f3jqSI"
    "8NSbkGgn1YBuzDfLAPc8GWTAaJSUEAIslrmGtkJkcqiYgAl6F4GaoCl8HGDAya3coLtteP"
    "STVwOFnPAmsqRPSGLvYQa2Yrz8MWN9svO9iU1SudTGIa5D448oR1YoOc8lyMOfoHGv7S+f"
    "Hg49G7pY0fDMuloryNphqxiDHVTMRbaiAqDkf5IStlZP0/8ArXmOI/0j3ozJjlE2c9gfWk"
    "t77p+Ut+fuvfDw4OD48P3h8enXz8cHz88eR9mO2avlWU+3rW/eJvF7/qWkEqbL677LVQSW"
    "s+IgPHvsUmhuwNR84MotnP2WDm7DZy++x4s/eOTQhFDdSfXMOZmI37Z91eZ/BbdkbIWcZk"
    "fPbbSOnUZ45QHtgweGllHlcW3iucITCvVT4E20Hetj9YR0JyD13HI582N/v4GD1hI+WkjT"
    "S0MEyTW2JYm86z5oPXPxDG/90d/732Jzf+R2XAV0vuO8WRkHAKgvpNdAfWHsqZmRalbCqV"
    "bLAJMYhAQsxm8/k4bMSVCdgE9esRrWnUUUmwJPidZBdy4xmrS83GctSHpFwTyOmbmIpr4n"
    "X1XefWempl+Fz+nXaRx2Wt6rzsbhHPK0KOZeqIDYyGjkUOiUaotwrXFiypZ+yEflSGj1X1"
    "KWvOOSnyqzJn8Qy3ym/l4FU1yqvaufwf8LfA36qXsQT+Fvhb4G+Bv/Udp2CC+/VduF9Dhz"
    "XhxdDRBBUi5YNFb7eLHDEqKvLjqP2aL7pjPOWfn4JiW4/ebhfevhYiHWFpTedBboL3ZJHB"
    "z7+aGg0cKzQzmJmddtHW+uQ1u23Fm36Vddx2ZT2s+n5fBe4YV6HMiBQKNNBLODwok/N5kJ"
    "/zeZD0EngvUKVXcqNSjdmtbgtxh5rMAh1sG9N51gTg3ykc+7VVnZdG/XwVrHmc/V5iY6/c"
    "7v7FI61kBtr842qbMNQefCx32kjRcSOp80Z4p5JA2K/eQHT335fjNhWRm1IRL34SQKb7Un"
    "x4QLbnsoVgwtvEZdYWNnjTyeyv/wePxn9M"
)
