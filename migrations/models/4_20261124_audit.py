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
    "eJztXW1z4jgS/isqvtxsFZuaJDNJjtnbKpJ4ZthLIAdk5vaWK+PYAnwxMmvZeam9/e8nyT"
    "b4PZYDxHD9JRhZbZyn9dLd6kf6ozG3DWzRgwGm1LRJo4X+aBBtjtlF8lYTNbTFYnWDF7ja"
    "nSXqUr+SKNTuqOtousvKJ5pFMSsyMNUdc+H6P9FoI2pOCTZ+NAky8IOp4xayCUYOnjiYzp"
    "jY3LSeD1B7WeLa95ggk6LxTzONGBb++eAninUHuz+PPyF7gu5sd8aeYT2jmUZnmCLNwYi6"
    "toONA/5Shq2ztzLJ9I1+3yPm7x5WXXuK3Rl22Fv89m9WbBIDP2Eafl3cqxMTW0ZMD6bBHy"
    "DKVfd5IcpubzuXn0VN/r/dqbpteXOyqr14dmc2WVb3PNM44DL83hQT7GguNiIKIp5lBboM"
    "i/w3ZgWu4+HlqxqrAgNPNM/iam78NPGIzrWLgkZzj5/pAf/V05+DN4zUVtVub6gOlKGqNl"
    "KNg79JQl9Bkc7aF2tYJnE5Xn/86T93hYsobfAfuPja7r87PvlBIGFTd+qImwK1xp9CUHM1"
    "X1RgvwLb167KlZhG/WKmOdmoJ8QS8LPX3gzwIVgbgLcx155UC5OpO2NfTz4UwP2t3ReIn3"
    "wQiNus8/ujQje4cyRuceBXQIseJY1zXGo9MIcFK5xXw9YeAL1w2Ahne1SthniOeCXog/b7"
    "/4K8Y7scC1Vz04BfsjuuOcfZoMclE1gbgehBeLF7yBcgPexcK4Nh+/qGP35O6e+WgKs9VP"
    "idI1H6nCh9d5LQyvIh6Htn+BXxr+hfva6SnBCW9Yb/avB30jzXVon9qGpGFJOwOCyKaZkZ"
    "ARW1HJdcg5ZrN7Sxf9DoMaMoaIE7ovagsxRq3dKoq3q0kt6TsqD5XdK8yQ09/LQw2SMrKD"
    "9DfA/1vyP6LjXAV9c1qHmH1MwGZEfVmAIy1JxvHsel9s8qPnr/voRZzGrl2sXiXsIwxg/M"
    "mahkGMckwTCufYeSC15FRNYZwaqvUl+IVPGY4OQ+M1DFoUpD+9l2sDklf8fPAuAOew+N6D"
    "gD0CBQdxs8ZjchXZWuurKjPS6DqNEGxf539h9j1x/Q24OL9qXSEAjfafr9o+YYagxqfsc+"
    "shMly7rpW/OjebJEI2xqMIL/gr9zGFNnOmL/HlNTIyvivrrbLAy6+/VUHmwtG3hnddFCMx"
    "00sR2k6Tqm1A9u009ofG8aYx7kNl2K+p8v0OnJ8RlyZ978bsG04WYF0l/9vFcExu+zBpf8"
    "qfo+c2CB2GwYuMoPijNtPTBs1P883qcB/2XQ6+aFDmNiydna1F30X2SZ1N3dASgLcg5IbI"
    "4OoX533f5nUgsXV73z5ODPH3CeMJkgypTfG/Y31uAwnTgVDeWoJBjKdTOUU5bd2xgiwvzL"
    "MEFCszDf+OCWVWmrY8Hq2uQAjdnF3BSpAuoDK2OfYzR17EeKHmes/bEydqG5zEhgdsVce0"
    "aGjfSZRqaYtpBtGThhZCBMMtf3N/+DsKBfHzepyHYJtJ5GvEPcbMAjEgnUTbIxU+VwU5Pj"
    "lL/Bj0eHH04/nB2ffDhjVcRbLktOC3DvdIdgh4Ad0vAWRkWtxyVB67ukdcOkC0t7VsX3lN"
    "7zHe2k3B6m6WwkLI7nmmnJAL0U2EOEj4/KIMxq5SIs7mUgzONl0iiHQnsXPdoIzguN0keb"
    "OSfZ2WZD/JRje6UE92FFrWhKUP45LI4VLWeEq173S1g9GUBK5p1ZOeO1Qrx5amEgkXlmbX"
    "nMbtwOlL6kTyFkWoj/HRHlsjPssW/+54i0L6873RYSH0nXsEyPOCvRH85ye8NZsi+YVGXe"
    "sfmQoZJzm6GtkRy/LyqXUMcdE9yUPsKhaLsd4bzXu4p1hPNOsqXfXp8r/XeHAnlWyfRXct"
    "Iuytyjrur78Go4nkhin/eILaphWbKzekiHXiSc8Gxh8MeTILOZ1NFUqtu8Wgre/LWZpNz2"
    "F2ciMaY7z7Rck9AD/ntvEV9a25JNTcK6X5iu+p5431Rod3mvWRTenfKFO4dVKxnj/c6DqJ"
    "xDRV28QAazmYlBkUlE2dSyKdWc509IQ6JXkyly7Ec0ZwMw5aFXRGfmYoENFCg9HdLdwPMz"
    "Iri/NcJHCTAcJm66wdijM5Aa/4YYbw1jvHFFVTF740+oszvdGNyeX3eGLeR/jggPA13229"
    "9bKLxiJvDNTb/3TWFGsH8xIn3lF+WCSfmfI3LZGVy0+5cqq/+ZFce+Mnk2+HWEvH/B5QfM"
    "uFb4A8RFFcP68GMJy/rwY65pzW8lotG8T2aqPCcGHdSvs4KrZoGUceNP8r34k5QTzxwQTP"
    "j/Lms9xwXBdSlvMjPkbGbuOqYhYJCGPSEM7ooE9g7+3eMpEzLjSVRmHyJVifG6VJD7sCDI"
    "fZgOcocGlmRmcEIMsoOLs4OjZuwrM4S/RB61m9C+mCWcaFx1yhReop/lyUU0U+DJ+bXMsp"
    "5cW7hO9gSNV5LjrBybvGqQGVOfIaJZ4DVBZkwDMmMgRwIyY0DrslqnljeV8RPC+nuXPXBW"
    "xkM4y3cQzlL+gWyyESQZySUZ8c/sDJj8rIyozF7gvO2MjOhrSuCeENuHCMO2kTepuvDuLF"
    "OXD6at5CCOJhFHu9MoVj3HlGnoURlo5fKt3LJ1zZJLAIiIwNp/sUIq0DWp+1w9B28pvMUk"
    "vM99RZEEv3Hztd8eKC3kf47IQOkOle4FKwmvRoQ/t4WWT5eOQJcKQBfEn9O7IdoTM081Oa"
    "lIK5EtKiS83Iql+aEMzh/ycf6QhzN7IJliR9D9K2CeFN8L43PT206G4aQ72TWWlOArQqu7"
    "MyFXX2RZ4bWGZZaSG7HUE9cXV1hSTSu2xsLeAnVvr67eapHlwmaqWbiNjDWW8FazaIlF9y"
    "uVXmBh2nP50glrB9505qJ3nUGPzXVnpz98EnulMDWZRGQj+fuI8xw3nsvG89pMgiinLWsW"
    "sjQy9dh/RLNWZzbyG7C0U5+BqVmwtEP4/sG56XA5QZ6IzD74YFvIZYAln3z09zf4DxkskM"
    "FSN/uqxhksl0tDI8u+itwtNLEi5ko5K2s4w+jRdu65PePiJ/cAtV02r1OfRbDADgqsNqQR"
    "A/nRMGYsaS7fsI7Nhcwo0mfmQ9bxMet99Is0BLF4CMSDOtpZLnbmMjZWWH8P4xgbWazkeM"
    "kuVkZl9gLnbS8m8CFNDvCn/QnOvc3KjcwYspLYC8ATu1GUoQgd51OEjtMUIQbF1M6yI8st"
    "xkTla+wWN4a/3igtxP+OyE2/d6EMBi0UXAj61u2VoH/xzxHpdJkTJJZqwqt6LM+wn+PDid"
    "RKZlQGljLXvpQZwCs7DSfEtrhy9gbAbyppiLm52tLnKdsfknLQJ9beJ6jtObpcvkVEBBSy"
    "doXgp4WlkZyYd/4glRCr8fxe21EKP2nzhWTuUVQGOsPaOwOxXTl9LAVAGWtXhu2YU7Pyvh"
    "Qr6S0aUN/7neFQ6UpqIBRroeCCeRnXN73+ULlkXkZwNSJflK7Sb4vC5WU9fI8Ay8wpJL/v"
    "xKVe1YF2ZybZSE8R7oL0gdBRoT0MiKw/PQxonw2gfUIOANA+Qeu7Rft8a73Gza9S20YfFm"
    "wbfZjeNpoZwa6X4bmUpU2E0lu0lcWGabKWcrjpmr/ZWqer9pVvHeU7D8YHlyPC2+r5VWfw"
    "lVvKkS/Lzdkul7uzVbOfj0rpr0B9qc3VKc/WMOmMjW7yRkaOdCWDo2aG9LpNjkeNqhG40i"
    "AXMhszpIHfKMFvtBgi1FUdj0gmAKYEgV6RGP5128lYCh/MNcvKHTeWQns0UhwfnZ4sBwn+"
    "pWh8GFy3r67SzZSNoTz6IGOuRET2IRKeyE8qk1lwlJ9ZcJSx+ahI8pMlWcWkIAsYyGtbQh"
    "bS1jcCa+jPSzfYlCA0WCAEbIUQwLfw7ncuho2s6WwN8EY4k3uKbnwSLwMuUIXXTRXOHoQB"
    "3hfgTU07tWJir+hAHcIUp+NGIWcorNQsSR1STaJOlhKlOESRUAkSOY3ERRpFWrj9LedS24"
    "+kiajtc3wG/7hC7DcQD4NjhyL/kGnX9vQZ5nKGo00yDjjZ4G+NyIiMV6tNY05D4oeirID5"
    "C/2ExuH52E00Xi1SjAWHabxqNWPBFmf9hmKfXh4cySLeZ+G57CU5f1yg/FrO+OoFJW2rlO"
    "B2GU61NK2aCHhMwGN6+xkKeEz7CDbwmIDHBDwm4DHVN70QeEzAY4I+ATymWisEeEzAY4LO"
    "ADym+ikDeEzAYwIeU5meAjwm4DHtZF4xUJkqWaM1IrGEmAB3CdQMZKXNkpWAByDVf4AHAD"
    "yAOowFwAPYiTEAeACbQhZ4AMADqD2ywAMAHsAOoAs8AOAB7Ci8m+ABZGVupxXRI3hosz8l"
    "1XAZe9QuJmu/qItUunqJ81vWRLP4FsTEC2kW31aB8zI0i3D/jrLn4RFkzueeeBCiRFvQme"
    "22VmepzDQyZWL+J+WkA3+nF2QS3fKMrBNaXv9IzploM2WZ0ynm/IqJR1nF2xse2vvEHmQ9"
    "C+qDrlFdMzCaOPac8y2WGPh8iEct5GREqR2+anNP1Pst0XuIN79jd+AEGGBO1MxMAubEm/"
    "tRwJzYdbCBOQHMCWBOAHOivglNwJwA5gT0CWBO1FohwJwA5gR0BmBO1E8ZwJwA5gQwJ8r0"
    "FGBObIU5ESwopDDOza1cCQBvIoM3sXvHFlSILu3nmQWQu7mBVDhuTMr4YGF9cL7kna9gCV"
    "sqWroSAWt//cFSINHlDub7ezIUpKtvajKp5x6gOwttQWJ1Uc6edPLk67L26gHvuvL2IAF4"
    "ownAMhmq60uhvGCvj8W7pxInw1vNonRJ3a9UNkeS5yqaBC00xyV8i2eeXaixvp2Z/fhC5V"
    "fsyAy5hVvMLbSdqUZMmhOQzI+IJeXqHFeoU64h+K3b81sdrNuOUclPSoiCo7RLjpKBdZNW"
    "MeZjYmDK53UnaQc0LQke6Atukt8U1+IkrR61m822hIsU67gvO0iR9gge0gvgpvturVykZf"
    "POJJetmn4Rp8yvVdJLGsYOo5lzYpaGAjJa9ok7hbXBT6rPgNws8JPYDxCaE7gqtwYbf0Kd"
    "/aXG4Pb8ujNsIf9zRLjFdtlvf2+h8GpE2jc3/d43pYWCC579/4tyIbL/+eeIXHbY0Nu/VM"
    "NV3ejX5WrtcrFWsAeGvb4i6AP8ItmZSq3elmF2HOYzOw5TzA4+PFTzIeKS4ELskgthszHa"
    "YdpT2b9I5bJ9M0TBea/gvEvveQeb3eWvb/kjkbTjlhIEZDM3CJaENS4F5wa+5AqDq1baD1"
    "63p1ZiL+zKe61EtvzYxXb+oj7i3XzT+618ZmD4b51yhMNbzSI/eOJXKukGf+f+LN/rxPEs"
    "jGb8BNkpg4L6hatFa39DFH62LN8UhZVOsbNg6LrizNeJ7cyb6NF0Z2KnEzaDU99TthesQR"
    "iiDhspbOuBfTEzTrR9m9fwN27xD8QND6jlKeLLQ2kRkw20j7qIYkz5b1P/J/yHhhvYoJ/+"
    "xqqwXxiRd+FvLO+ZVGgZieN3E/d+Rt0fDtBYc6benC/yjtm/xaryd5ljSlkjCV+NY/MXin"
    "Tm21r21MOIVXeeIfxQs0mwWRB+iLRYmVXahFidgw61YS7w3sIgNKS2y4gJ7SPMZZbCT/JX"
    "wk9SC+G25+r2PAfkEpS1lXid4W586/SufB5aeDUiXUW5HKi/3F5+Ua6V7rCFEgUjovT7vb"
    "4gOPgXlUJhJ2VCYckYSyQUdpJUGeW7jJlu5U1OovK1Vlqn+7nHSSefeyPyvd3vdrpfWii4"
    "CJQTqKaKYs5K6OUsVy1nGfSSCTP7A8Cr6CX+hFpr5kLpD9udbgsFFyNy1fm7cvVrC/mfI/"
    "K1w3sU/1sD3SyNs7Rq8rkTMaF6sCf4z+4Ne4IuNKKyruBkmFL5Rz/EhPbo/If1MRQ5Qphk"
    "eAXFoAYiAGkaUvykM+tdapu8iAisOlTYZ+Qhbyot2GfkIXfyBLLb64frifkko42gOmyR8I"
    "rNRGIBKonxPC0IXP6MYT2AST6jICYICQW7lFCwDN9WWNdOi8IybDI1OR4clxizskTBFk0P"
    "WkucqpApYqJrGLhqhvWOjFMhJi+QJ4ALvaFRKpi+5WeAlCBACzTzN6eZr1rlGkD+plmmId"
    "ikfW+fcU515RJpIVsjU8SVkJFIktJSfjrJw7Iq/2dLZpX0CEaYSXpCkOcv8LSNkC+BFHb1"
    "jKj2gNFcu+eH6hCczgmp+hDIhajP2N5E+bkQYVqV9BaDaUEIT2RY+rBD5lbyTBaOPTEtrF"
    "ZM7ckRB+hLQP9/sZnmP26VW55C4n+OSP+26ycyBBcjMri9uFCUS15peTkin9udK17kf47I"
    "BT+3RZSEV8kZt1Q2yto3Ui48dP5lLe7GAfSNNtPLjcgfCq9GJLxSeTRADfJSBqsa8fKQmM"
    "efEV5V0eD6D7WnOvMS0vobzDXLyl8zDoX2KEh3fHR6spy1+ZeiCXtw3b66yojP+RmIXtYs"
    "kh/8jAltzxp6vyOmUOBGCIetArx54gB0Tus15HaZjUvBku/rjt9yzDtP+hiolCBkQKxdOQ"
    "wKr9LCS0wQ1ovrsg5TZr1YpBpWUnpcEhbb6rzYxmPu/LjuCmpOiIKea61nzbQ8p8puEmnJ"
    "GnurtU3rtBh6WGXWt2nJ9rOEKPSzOvczzXXxfJFFtygOKkTl9sY5W0dUAbJBNpYNEtpp0p"
    "uypAQhGxCSQWTg3UQyyKpRrgHk/d6mJdV/a7Wh5nfNfBDJD6nkj+BOsyjr41HUKX3gQHQj"
    "DrHhBrXn+M42npGm89PPsHGAOi6a2ezN0ePMtDAaO/jBvhd+z3i5PwbfoGOMnxYmGxTEDb"
    "4TCLFdtNAozT6+YJs/DZkl9Zkomgh22ajBEry8J/xKD7huAG/bBRYjc5VAU0wQgsh18YfL"
    "BJFX05Ks0uOSEPSoc9BjZZXIajkuCVreBS1XOHwjIQjhAohxbQnawHaQbrNJOWiyEOGSgX"
    "cTEa5lm4QA1wvgJntvreJbbc8wXYVvgNrIiHFF7jaL4lwar6da9rRcpItTkliFA8TPgxEP"
    "4fEjfnamaIPYQHfPaG4TvjvsBJkuRbzTP5yie/z8CWkMZXM6xY4INs1NSpmW0NTRmF6Qgy"
    "cexej2hlsposKlcqUMlWxe1Fu8BES/6jOJNAuiX7aue45TbWOSuChECeriWpSJErAxwXbU"
    "ezNr67b8oGdcai9CcptmrPiQyY1pURmwglN45p7HlYvmDpy/VTVIv/Y9mql39x+su9JjQ1"
    "JuD8E+LgP2cT7Yx7lgSyaDxKQgAJHkNcw0MpUjlUREgMtQvAxVgcvgYAYGzW7lBdvrx6T2"
    "cDhZzwJrKkT0hi72AGtWI8/DFjebLzvYlNUrnUximeQ+PPKEdWKTtHguxgz9DQ2+tn88+n"
    "jybuHgB9P2qChvIl0jNjF1zUK8pYai4nCUH7JSRtb/A69wjSn+Pd2Dzs1pPnHWF1hPeuub"
    "nr8U5Lf+9ejo+Pj06P3xydnHD6enH8/eL7Nd07eKcl/PO1+C7eJXXStMhc13l/0WKmnNR2"
    "Tg2LfYxJC94ci5STTnORvMnN1G7p5df/besQmhqIEGk+tyJmbj/nmn2+7/mp0Rcp4xGZ//"
    "OlTaNZojsGPqs8wJwr9TPDus6rw0MeTjv+a4ZO7Am9ndM8bdoM/Wtp+vh/P94r5OMnZh/p"
    "6t+2AUHn0st+VG0Z4bqU03eKeSQDiovofoHr4vF+ArivClnHhOh8dZ2aPFDHqcmTm6BX/z"
    "beaztXmWbzqZ/fk/kUfzpQ=="
)
