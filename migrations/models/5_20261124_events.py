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
    "eJztXW1T4zjy/yqqvLnZqhw1hBngmL2tCuCZyR4kXBJmbu9yZUwsEh+OnLVsHmr/+93/kv"
    "wQP2OZJDiefkMcW+2YX1tSd6t/rT9aC0vHJt0bYUoNi7RO0B8toi0wO0heaqOWtlyuLvAT"
    "jnZrirbUayROarfUsbWpw87faSbF7JSO6dQ2lo73E60uosaMYP2vBkE6fjCm+ARZBCMb39"
    "mYzpnYwjCf91A3PONY95ggg6Kbn+ca0U38y97PFE9t7Pxy8wlZd+jWcubsHuYzmmt0jinS"
    "bIyoY9lY3+MPpVtT9lQGmb3R77vE+N3FqmPNsDPHNnuK//yXnTaIjp8wDb4u79U7A5t6TA"
    "+Gzm8gzqvO81Kcu77unX8WLfn/dqtOLdNdkFXr5bMzt0jY3HUNfY/L8GszTLCtOViPKIi4"
    "punrMjjlPTE74dguDh9VX53Q8Z3mmlzNrZ/vXDLl2kX+S3OPn+ke/9WjX/wnjLRW1f5grI"
    "6Usaq2Ui8Hf5KEvvxTU/Z+sRfLIA7H648/vfuucBFnW/wHzr52h+8ODn8SSFjUmdniokCt"
    "9acQ1BzNExXYr8D2tKtyJaZRP5trdjbqCbEE/OyxNwN8ANYG4G0ttCfVxGTmzNnXww8FcH"
    "/rDgXihx8E4hbr/N6o0PevdMQlDvwKaNGjpHGOS60H5uDECufVsNUAoJc2G+Esl6rVEM8R"
    "rwS9//7+KMjblsOxUDUnDfg5u+IYC5wNelwygbXui+4FB7uHfAHS496lMhp3L6/47ReU/m"
    "4KuLpjhV/piLPPibPvDhNaCW+CvvfGXxH/iv496CvJCSFsN/53iz+T5jqWSqxHVdOjmASn"
    "g1MxLTMjoKKW45Jr0HLthjb2D+oDZhT5b+COqN3vLIVaNzXqqC6tpPekLGh+lzRvcEMPPy"
    "0NdssKys8Qb6D+d0TfpQb46roGNe+QmtmAbKsaU0CGmvPN47hU86zizvv3Jcxi1irXLhbX"
    "EoYxfmDORCXDOCYJhnHtO5Rc8Coiss4IVn2V+kKkiscE7+4zA1UcqjS0ny0bGzPyD/wsAO"
    "6x59DIFGcA6gfqrv3b7Cakq7Orrmxrj2EQNfpCsf+d/cfY8Qb07uise660BMK32vT+UbN1"
    "NQY1v2J1rMSZsG360qKzSJ7RCJsadP+/4M8cxNSZjti/x9TUyoq4r662C4PuXjuVB1vLBt"
    "5ZW7TUDBvdWTbSplNMqRfcpp/Qzb2h3/Agt+FQNPx8ho4OD46RM3cXt0umDScrkP7q+70i"
    "MH6fNbjkT9X3mQMLxGaDwFV+UJxp64Fho/7v8T4N+K+jQT8vdBgTS87WxtRB/4dMgzq7Ow"
    "BlQc4Bic3RAdTvLrv/Smrh7GJwmhz8+Q1OEyYTRJnye0NzYw0204ld0VCOSoKhXDdDOWXZ"
    "vY0hIsy/DBMkMAvzjQ9uWZW2OpasrUX20A07WBgiVUB9YOfY5w2a2dYjRY9z9v6xc+xAc5"
    "iRwOyKhfaMdAtN5xqZYXqCLFPHCSMDYZK5vr/5H4QF/fq4SUW2i6/1NOI94mQDHpFIoG6Q"
    "jZkq+5uaHGf8Cf7a2f9w9OH44PDDMWsinjI8c1SAe68/BjsE7JCWu9Qraj0uCVrfJa3rBl"
    "2a2rMqvqf0nu9oJ+UamKazkbA4XmiGKQN0KNBAhA86ZRBmrXIRFtcyEObxMmmUA6HGRY82"
    "gvNSo/TRYs5JdrbZGD/l2F4pwSasqBVNCcq/xsWxonBGuBj0vwTNkwGkZN6ZmTNeK8RdpB"
    "YGEpln5pbH7Nb1SBlK+hRC5gTxvxOinPfGA/bN+5yQ7vllr3+CxEfSNSzTI45L9Ifj3N5w"
    "nOwLBlWZd2w8ZKjk1GJoayTH74vKJdRxywQ3pY9gKNpuRzgdDC5iHeG0l3zTry9PleG7fY"
    "E8a2R4KzlpF2XhUkf1fHg1GE8ksc+7xRbVEJ7ZWT2kQy8STni2MPjjSZDZTGprKp1avFkK"
    "3vy1maTc9hdnIjGmW9cwHYPQPf57bxFfWtuSTU3Cul+YroaueN5UaDe81i4K7874wp3Nmp"
    "WM8X7nQVTOoaIOXiKd2cxEp8gg4tzMtCjV7OdPSEOiV5MZsq1HtGADMOWhV0TnxnKJdeQr"
    "PR3S3cD9MyK4/2kFtxJg2EzccPyxZ8pAav0XYrw1jPHGFVXF7I3foc7udGt0fXrZG58g73"
    "NCeBjofNj9foKCI2YCX10NB98UZgR7BxMyVH5VzpiU9zkh573RWXd4rrL2n9np2Fcmzwa/"
    "npD3Drj8iBnXCr+BOKhiWO9/LGFZ73/MNa35pUQ0mvfJTJXnxKD99nVWcNUskDJu/GG+F3"
    "+YcuKZA4IJ/99lree4ILgu5U1mhpzFzF3b0AUM0rAnhMFdkcDexr+7PGVCZjyJyjQhUpUY"
    "r0sFufcLgtz76SB3YGBJZgYnxCA7uDg7OGrGvjJD+EvkVrsJ7YtZwomXq06ZwiH6WZ5cRD"
    "MFnpzXyijryXWF62TdoZuV5E1Wjk1eM8iMqc8Q0S7wmiAzpgWZMZAjAZkxoHVZrVPTncn4"
    "CUH7xmUPHJfxEI7zHYTjlH8gm2wESUZySUb8MzsDJj8rIyrTCJy3nZERfUwJ3BNiTYgwbB"
    "t5g6pL99Y0pvLBtJUcxNEk4mi3GsWqaxsyL3pUBt5y+bfctKaaKZcAEBGBtf9ihVSga1Ln"
    "uXoOXii8xSS8z0NFkQS/dfV12B0pJ8j7nJCR0h8r/TN2JjiaEH7fExTeXToCXSoAXRB/Tl"
    "dDtO6MPNXkpCKtRLaokOBwK5bmhzI4f8jH+UMezuyGZIZtQfevgHlSvBHG56bLTgbhpFvZ"
    "NZaU4CtCq7szIVdfZFnhtYZllpKFWOqJ64srLKlXK7bGwp4C9a8vLt5qkeXMYqpZOq2MNZ"
    "bgUrtoiWXqNSq9wMK05/ClE/YeuLO5g971RgM21x0f/fRJ1EphajKIyEby6ojzHDeey8bz"
    "2gyCKKctayYyNTJz2X9Es1ZnNvIbsLRTn4GpXbC0Q3j94Nx0uJwgT0SmCT7YFnIZYMknH/"
    "3mBv8hgwUyWOpmX9U4g+U8NDSy7KvI1UITK2KulLOyxnOMHi37ntszDn5y9lDXYfM69VgE"
    "S2wj32pDGtGRFw1jxpLm8IJ1bC5kRtF0bjxkbR+z3lu/SEMQi4dAPKijneVgeyFjYwXtGx"
    "jH2MhiJcdLdrEyKtMInLe9mMCHNDnAn5oTnHublRuZMWQl0QjAE9UoylCEDvIpQgdpihCD"
    "YmZl2ZHlFmOi8jV2i1vj366UE8T/TsjVcHCmjEYnyD8Q9K3rC0H/4p8T0uszJ0gs1QRH9V"
    "ieYT/HhxOplcyoDCxlrn0p04dXdhpOiG1x5ewNgN9U0hBzc7XQ5ynbH5Jy0CfW3ieo5dpT"
    "uXyLiAgoZO0KwU9LUyM5Me/8QSohVuP5vbajFH7SFkvJ3KOoDHSGtXcGYjly+ggFQBlrV4"
    "ZlGzOjcl2KlfQWDajvw954rPQlNRCInSD/gHkZl1eD4Vg5Z16GfzQhX5S+MuyKk+FhPXwP"
    "H8vMKSS/78SlXtWBdmcm2UhPEe6C9IbQUaEGBkTWnx4GtM8W0D4hBwBon6D13aJ9vrVe4+"
    "ZXqbLR+wVlo/fTZaOZEey4GZ5LWdpEIL1FW1kUTJO1lIOia16xtV5fHSrfesp3Hoz3DyeE"
    "v6unF73RV24pR76ExdnOw+ps1eznTin9FagvVVyd8mwNg87Z6CZvZORIVzI4amZIr9vkeN"
    "SoGoErDXIhszFDGviNEvxGkyFCHdV2iWQCYEoQ6BWJ4X9q2RlL4aOFZpq540Yo1KCR4qBz"
    "dBgOEvxL0fgwuuxeXKRfUzaG8uiDjLkSEWlCJDyRn1Qms6CTn1nQySg+KpL8ZElWMSnIAg"
    "by2paQhbT1jcAa+PPSL2xKEF5YIARshRDAS3gPe2fjVtZ0tgZ4I5zJhqIbn8TLgAtU4XVT"
    "hbMHYYD3BXhT006tmNgrOlCPMMVNcauQMxQ0apekDqkGUe9CiVIcokioBImcRuIgjSItKH"
    "/LudTWI2kjankcn9E/LxD7DcTD4NimyNtk2rHc6RxzOd3W7jI2ONngb03IhNysVptuOA2J"
    "b4qyAuYv9BO6CfbHbqOb1SLFjeAw3azemhvBFmf9hmKPXu5vySKeZ+k67CE5f1yg/FrO+O"
    "oBJW2rlOB2GU61NK3aCHhMwGN6+xkKeExNBBt4TMBjAh4T8Jjqm14IPCbgMUGfAB5TrRUC"
    "PCbgMUFnAB5T/ZQBPCbgMQGPqUxPAR4T8Jh2Mq8YqEyVrNEakVgCTIC7BGoGstJmyUrAA5"
    "DqP8ADAB5AHcYC4AHsxBgAPIBNIQs8AOAB1B5Z4AEAD2AH0AUeAPAAdhTeTfAAsjK304oY"
    "EDy22J+SajiP3WoXk7Vf1EUqXb3E/i1roll882PihTSLb6vAeRmaRVC/o+x+eAQZi4Urbo"
    "Qo0ZZ0bjknq71U5hqZMTHvk3LSgVfpBRlkaro61vdQl8FqzGaYMyHuXMpaXV/xIJwgL5wr"
    "F8o4lRe4pZ+dkHf4ydsLBk01OtV0jO5sa8HJGSFgHnniUQsIHBEeyE/5e8TE+xhxF7fsCu"
    "wTA/yKmhlTwK94c28L+BW7DjbwK4BfAfwK4FfUN+0J+BXAr4A+AfyKWisE+BXAr4DOAPyK"
    "+ikD+BXArwB+RZmeAvyKrfAr/AWFFMa5GZgrAWBXZLArdm9zgwrRpWbubAAZnhtImOPGpI"
    "wPFrQH50ve+fIXsaWipSsRsPbXHywFql3uYN7c/aMgqX1Tk0k9K4XuLLQF6ddFmX3SKZav"
    "y+2rB7zryu6DNOGNpgnL5LGuL9HyjD0+Fs+eSq8MLrWLkiqnXqOymZQ8W9EgaKnZDuGFoH"
    "laocb6NtbTBadfavyKus2QW7jF3ELLnmnEoDkByfyIWFKuznGFOuUagt+6Pb/VxlPL1iv5"
    "SQlRcJR2yVHS8dSgVYz5mBiY8nndSdoBTUuCB/qCm+S9imtxkla32s3XtoSLFOu4LztIkf"
    "cRPKQXwE333Vq5SOHrnUlBW736Rcwzr1VJL2kc27JmwRlZGvIpa9n78hS2Bj+pPgNyu8BP"
    "Yj9AaE7gqtwabPwOdfaXWqPr08ve+AR5nxPCLbbzYff7CQqOJqR7dTUcfFNOkH/As/9/Vc"
    "5E9j//nJDzHht6h+dqsKob/Rqu1oaLtYI9MB4MFUEf4AfJzlRq9bYMs2M/n9mxn2J28OGh"
    "mg8RlwQXYpdcCIuN0TbTnsr+RSqX7ZshCs57BeddujIelMTLX9/yRiJpxy0lCMhmlhGWhD"
    "UuBbsLvuQKg6tW2g9et6dWomJ25YoskcIgu/iev6iPeDffdFWWzwwM76lTjnBwqV3kB995"
    "jUq6wd+5P8urndiuidGc7zM7Y1BQ7+Rq0doricJ3oOVlUdjZGbaXDF1HVDm5s+xFGz0azl"
    "xsBctmcOp5ytaSvRC6aMNGCst8YF+MjH1v3+Yx+Ja4XX/b3GAbW54iHm5di5isr33URxRj"
    "yn+bej/h3TQoc4N+/jtrwn5hQt4FvxFeM6jQMhKb9Cau/YL6P+2hG82euQu+yHvD/i3WlD"
    "/LAlPKXpLg0Tg2f6Foynxb05q5GLHm9jOEH2o2CbYLwg+RN1ZmlTYhVuegQ22YC7y3MAh1"
    "qXIZMaEmwlxmKfwwfyX8MLUQbrnO1FrkgFyCsrYSrzPcrW+9wYXHQwuOJqSvKOcj9dfr8y"
    "/KpdIfn6DEiQlRhsPBUBAcvINKobDDMqGwZIwlEgo7TKqM8vJihlO5yElUvtZK6/U/Dzjp"
    "5PNgQr53h/1e/8sJ8g985fiqqaKY4xJ6Oc5Vy3EGveSOmf0+4FX0Er9DrTVzpgzH3V7/BP"
    "kHE3LR+4dy8dsJ8j4n5GuP9yj+twa6CY2ztGryuRMxoXqwJ/jPNoY9QZcaUVlXsDNMqfwN"
    "ImJCDdolYn0MRY4QJhleQTGovghAmoaU1/60s4ppF9UaCUVg1aFCnZGHvKm0oM7IQ+7kCW"
    "S31w/Xd8aTjDb85lAi4RXFRGIBKonxPC0IXP6MYd2HST6jICYICQW7lFAQhm8rrGunRWEZ"
    "NpmaHA+OS4xZWaJgi6YHrRCnKmSKmOgaBq6aYb0j41SAyQvkCeBCb2iU8qdv+RkgJQjQAs"
    "38zWnmq7dyDSB/00xDF2zSodtknFNduURayNbIFHElZCSSpLSUn07yEDbl/2zJrJIBwQgz"
    "SVcI8vwFnrYR8CWQwo6eEdUeMFpo93xbHYLTOSFVbwK5EPUZ29soPxciSKuSLjGYFoTwRI"
    "alDxUyt5JnsrStO8PEasXUnhxxgL4E9D9EMc1/XivXPIXE+5yQ4XXfS2TwDyZkdH12pijn"
    "vFF4OCGfu70Lfsr7nJAzvm+LOBMcJWfcUtkoay+kXLg1/cta3I1t6ltdppcrkT8UHE1IcK"
    "TyaIDq56WMVi3i5wNiHr9HcFRFg50y1LpOPrWuk6LW0SnzEtL6Gy0008xfMw6EGhSkO+gc"
    "HYazNv9SNGGPLrsXFxnxOS8D0c2aRfKDnzGh7VlD73fEFPLdCOGwVYA3TxyAznl7dbkqs3"
    "EpWPJ93fZbtnHrSm8DlRKEDIi1K4dB4VZaeIkJwnpxXdZhyqwXi1TDSkqPS8JiW50X23jM"
    "ne/TXUHNCVHQc631rBmma1epJpGWrLG3Wtu0TpOhh1VmfRumbD9LiEI/q3M/0xwHL5ZZdI"
    "vioEJUrjHO2TqiCpANsrFskMBOky7KkhKEbEBIBpGBdxPJIKuXcg0gN7tMS6r/1qqg5nfN"
    "eBDJD6nkD/9Kuyjr41G0Kb3hQLQQhyi4Qa0FvrX0Z6RN+e5nWN9DPQfNLfbk6HFumBjd2P"
    "jBuhd+z01YH4MX6LjBT0uDDQriAq8EQiwHLTVKs7cv2OZPQ2ZJfSaKNoIqGzVYgpf3hF/p"
    "AdcN4G27wGJkrhJoiglCELku/nCZIPJqWpJVelwSgh51DnqsrBJZLcclQcu7oOUKm28kBC"
    "FcADGuLUHr2w7S72xSDl5ZiHDJwLuJCFf4TkKA6wVwk723VvGtrqsbjsILoLYyYlyRq+2i"
    "OJfG26mmNSsX6eKUJNZgD/H9YMRNePyI750p3kGso9tntLAIrw57hwyHIt7pH47QPX7+hD"
    "SGsjGbYVsEmxYGpUxLaGZrTC/Ixncuxej6ilsposG5cqGMlWxe1Fs8BES/6jOJtAuiX9Z0"
    "6tp2tcIkcVGIEtTFtSgTJWBjgmWr90ZW6bb8oGdcqhEhuU0zVjzI5Ma0qAxYwSk8c/fjyk"
    "VzB/bfqhqkX3uNZure/g9PHemxISnXQLAPyoB9kA/2QS7YkskgMSkIQCR5DXONzORIJRER"
    "4DIUL0NV4DLYmIFBs9/ygvL6MakGDifrWWBNhYje0MUeYc1s5XnY4mL7ZQebsnalk0lMg9"
    "wHW56wTmyQE56LMUd/R6Ov3b92Ph6+W9r4wbBcKs630VQjFjGmmon4mxqIis1RfspKGVn/"
    "D7zCNab493QPOjVm+cRZT2A96a1vuv+Sn9/6t07n4OCo8/7g8Pjjh6Ojj8fvw2zX9KWi3N"
    "fT3he/XPyqawWpsPnusveGSlrzERnY9i02MWQXHDk1iGY/Z4OZU23k9tnxZu8dmxCKXlB/"
    "cg1nYjbun/b63eFv2RkhpxmT8elvY6VbnzlCeWDD4IWVuV1ZeK1whsC8VfkQbBd5ZX+wjo"
    "TkHrqKRz5tbvbxMfqGjZQ3baShhWGa3BLD2nSeNR+8/oYw/u/u+O+9f3Ljf1QGfLVk3SmO"
    "hIRTELRvojuw9lDOzLQoZVOp5AubEIMIJMRsNp+Pw0ZcmYBN0L4e0ZpGbZUES4I/SHYhN5"
    "6xutRsLEd9SMo1gZy+iam4Jl7XwHVuradWhs/lX2kXeVzWqs3L7hbxvCLkWKaO2MBo6Fjk"
    "kGiEeqtwbcGSesZO6Edl+FhV77LmnJMivypzFs9wq/y3HLyqRnlVO5f/A/4W+Fv1MpbA3w"
    "J/C/wt8Ld+4BRMcL9+CPdr5LBXeDFyNEGFSPlg0cvtIkeMioZ8O2q/5YvuGE/557ug2Naj"
    "V+3Cq2sh0hGW1nQe5CZ4dxYZ/PyrqdHAsUIzg5nZaRdtrXdes9tWXPSrrOO2K+th1et9Fb"
    "hjXIUyI1Io0EAv4aBTJuezk5/z2Ul6CbwXqNIruVGpxlSr20LcoSazQBfbxnSeNQH4VwrH"
    "fm3V5qVRP18Fax5nf5TY2CvL3b+4pZXMQJu/XW0ThtrOx3K7jRRtN5Lab4R3KgmE/eYNRH"
    "f/fTluUxG5KRXx4jsBZLovxZsHZHsuWwgmvE1cZm1hgzedzP78fyAGijo="
)
