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
    "eJztXf1z4jjS/ldU/HKzVVxqkswkOWZvq0jimWEvgRyQmdtbthwFC/DFyKxlJ6H23f/9le"
    "QP/B3bAWLY/iU4ttqYpy2pu9VP64/G3NSIwQ4GhDHdpI0W+qNB8Zzwg/ilJmrgxWJ1QZyw"
    "8b0h2zK3kTyJ75lt4bHNz0+wwQg/pRE2tvSF7X5Fo42YPqVE+7tOkUYe9TFpIZMSZJGJRd"
    "iMi811Y3mA2sEZ23wgFOkM3f04w1QzyE8HPzIytoj9090nZE7QvWnP+D2MJZphNiMMYYsg"
    "ZpsW0Q7EQ2nmmD+VTqdv9P0O1X93iGqbU2LPiMWf4tff+GmdauSZMP/fxYM60YmhRfSga+"
    "IG8rxqLxfy3O1t5/KzbCl+2706Ng1nTletF0t7ZtKguePo2oGQEdemhBIL20QLKYg6huHp"
    "0j/lPjE/YVsOCR5VW53QyAQ7hlBz48eJQ8dCu8h7aR7Ikh2Ibz39yXvCUGtV7faG6kAZqm"
    "oj8XKIJ4npyzs15u8Xf7F0agu8/vjTve8KF3m2Ib7g4mu7/+745AeJhMnsqSUvStQaf0pB"
    "bGNXVGK/AtvVriqUmET9YoatdNRjYjH4+WNvBngfrA3A25jjZ9UgdGrP+L8nH3Lg/tbuS8"
    "RPPkjETd753VGh6105kpcE8CugZY8qjXNUaj0w+ydWOK+GrT0AemHxEc50mFoN8QzxStB7"
    "7+9fBXnLtAUWKraTgF/yK7Y+J+mgRyVjWGue6IF/sHvI5yA97Fwrg2H7+kbcfs7Y74aEqz"
    "1UxJUjeXYZO/vuJKaV4Cboe2f4FYl/0X97XSU+IQTthv9tiGfCjm2q1HxSsRbGxD/tn4po"
    "mRsBFbUclVyDlms3tPEfqPW4UeS9gTuidq+z5GrdwMxWHVZJ73FZ0PwuaV4Xhh55Xuj8lh"
    "WUnyK+h/rfEX0XGuCr6xrUvENq5gOypWKugBQ1Z5vHUan9s4qP3r8vYBbzVpl2sbwWM4zJ"
    "I3cmKhnGEUkwjGvfocoFr0Ii64xg1VepL0SqRExw8pAaqBJQJaH9bFpEn9J/kaUEuMOfA9"
    "MxSQHUC9TderfZTUhXZ1dd2cJPQRA1/ELx385/MbHdAb09uGhfKg2J8D0ePzxhS1MjUIsr"
    "5pEZOxO0TV6aH83jZzDlU4Pm/QrxzH5MneuI/zyupkZaxH11tZkbdHfbqSLYWjTwztuiBd"
    "YtNDEthMdjwpgb3Gaf0N2Drt2JILduM9T/fIFOT47PkD1z5vcLrg07LZD+6vu9IjD+kDa4"
    "ZE/VD6kDC8Rm/cBVdlCca+uRY6P+7+khCfjPg143K3QYEYvP1vrYRv+HDJ3ZuzsApUEuAI"
    "nM0T7U767b/4lr4eKqdx4f/MUNzmMmE0SZsnvD/sYaLK4Tq6KhHJYEQ7luhnLCsnsbQ0Sa"
    "fykmiG8WZhsfwrIqbHUseFuTHqA7fjDXZaqA+sjP8c87NLXMJ4aeZvz94+f4Aba5kcDtij"
    "leIs1E4xmmU8JayDQ0EjMyEKGp6/ub/0JY0K+Pm5Rnu3haTyLeoXY64CGJGOo63Zipcrip"
    "yXEqnuDvR4cfTj+cHZ98OONN5FMGZ05zcO90h2CHgB3ScBZaRa1HJUHru6R1TWcLAy9V+X"
    "9C79mOdlxuD9N0NhIWJ3OsG2WADgT2EOHjoyII81aZCMtrKQiLeFlplH2hvYsebQTnBWbs"
    "yeTOSXq22ZA8Z9heCcF9WFHLmxKU/wzzY0XBjHDV637xm8cDSPG8MyNjvFaoM08sDMQyz4"
    "wtj9mN24HSL+lTSJkWEn9HVLnsDHv8P/dzRNuX151uC8mPuGtYpEecFegPZ5m94SzeF3Sm"
    "cu9Yf0xRybnJ0cY0w+8Ly8XUcc8FN6UPfyjabkc47/WuIh3hvBN/02+vz5X+u0OJPG+kuy"
    "s5SRdl7jBbdX141R9PSmKfdYstqiE4s7N6SIZeSjjh6cLgj8dB5jOphVU2NkWzBLzZazNx"
    "ue0vzoRiTPeObtg6ZQfi+94ivrS2JZuahHW/cF31Hfm8idBucK2ZF96dioU7izcrGOP9Lo"
    "KogkPFbLJAGreZqcaQTuW5qWEyhq3lJ4SR7NV0iizzCc35AMxE6BWxmb5YEA15Sk+GdDdw"
    "/5QI7q8N/1YSDIuL67Y39ow5SI3fIMZbwxhvVFFVzN7oHersTjcGt+fXnWELuZ8jKsJAl/"
    "329xbyj7gJfHPT731TuBHsHoxoX/lZueBS7ueIXnYGF+3+pcrbf+anI/9yeT74daS8eyDk"
    "B9y4VsQN5EEVw/rwYwHL+vBjpmktLsWi0aJPpqo8Iwbtta+zgqtmgRRx40+yvfiThBPPHR"
    "BCxW8vaz1HBcF1KW4yc+RMbu5auiZhKA17TBjclRLYW+R3R6RMlBlPwjL7EKmKjdeFgtyH"
    "OUHuw2SQ2zewSmYGx8QgOzg/Ozhsxr4yQ/hL6Fa7Ce2LWcKxl6tOmcIB+mmeXEgzOZ6c20"
    "ov6sm1petkTtDdSvIuLccmqxlkxtRniGjmeE2QGdOAzBjIkYDMGNB6Wa0zw5mW8RP89nuX"
    "PXBWxEM4y3YQzhL+QdlkI0gyKpdkJD7TM2CyszLCMnuB87YzMsKPWQL3mNg+RBi2jbzO1I"
    "Vzb+jj8sG0lRzE0UrE0e4xI6pj6WVe9LAMvOXl33LDHGOjXAJASATW/vMVUoGuyexl9Ry8"
    "QHiLSXif+4pSEvzGzdd+e6C0kPs5ogOlO1S6F/yMfzSi4r4tFNy9dAS6UAA6J/6crIZoTv"
    "Qs1WSkIq1EtqgQ/3ArluaHIjh/yMb5QxbO/IZ0SixJ96+AeVx8L4zPTZed9MNJ92XXWBKC"
    "rwit7s6EXH2RZYXXGpZZChZiqSeuL66wJF6tyBoLfwrUvb26eqtFlguTq2ZhN1LWWPxLzb"
    "wllrHbqPACC9eeLZZO+HvgTGc2etcZ9Phcd3b6wydZK4WrSacyG8mtIy5y3EQum8hr0yli"
    "graMDWRgOnX4L2JpqzMb+Q5Y2qnPwNTMWdqhon5wZjpcRpAnJLMPPtgWchlgyScb/f0N/k"
    "MGC2Sw1M2+qnEGy2VgaKTZV6GruSZWyFwpZmUNZwQ9mdaDsGds8mwfoLbN53XmsggWxEKe"
    "1YYw1ZAbDePGErZFwTo+F3KjaDzTH9O2j1nvrV+kIcjFQyAe1NHOsok1L2Nj+e33MI6xkc"
    "VKgVfZxcqwzF7gvO3FBDGklQP8eX+Cc2+zclNmDFlJ7AXgsWoURShCx9kUoeMkRYhDMTXT"
    "7MhiizFh+Rq7xY3hLzdKC4m/I3rT710og0ELeQeSvnV7Jelf4nNEO13uBMmlGv+oHssz/O"
    "vEcFJqJTMsA0uZa1/K9OAtOw3HxLa4cvYGwG8qaYi7uTjweYr2h7gc9Im19wlmOta4XL5F"
    "SAQUsnaFkOeFgWlGzDt7kIqJ1Xh+r+0oRZ7xfFEy9ygsA51h7Z2BmnY5fQQCoIy1K8O09K"
    "leuS7FSnqLBtT3fmc4VLolNeCLtZB3wL2M65tef6hcci/DOxrRL0pX6bflyeCwHr6Hh2Xq"
    "FJLdd6JSr+pAuzOTbKSnSHeh9IbQYaE9DIisPz0MaJ8NoH1CDgDQPkHru0X7fGu9Rs2vQm"
    "WjD3PKRh8my0bzn06MYDu7KMpty8LLjBWRiFgM7L+K8yK89V9/S9BQsO2kgFmUh+JLb9H5"
    "kBXoyroefhU7t3pdp6v2lW8d5btY3fAOR1R0/vOrzuCrcD1C/wTV7i6DcnfVHJKjQh0ipz"
    "8kqtUzkf6isxmfLspbbRnSlSy4mnkm67bhnjBTQ3AlQc6liqZIA2G0BGHU4IgwW7UcWjKj"
    "MiEIfJXY8D82rZTcgsEcG0bmuBEI7dFIcXx0ehIMEuKfvPFhcN2+ukq+pnwMFeGcMvZfSG"
    "QflhZiCV9FUjWOslM1jlKqucqsybKstYgUpFUDG3BLyAIPYCOw+gGS0i9sQhBeWGBYbIVh"
    "IWqi9zsXw0badLYGeEMk1D1FNzqJFwEXuNfr5l6nD8IA7wvwJqadWlHbV/yqDuWKG5NGLg"
    "nLb9QsyMVSdapOAolCpKxQqATJJFFqI8wQ9usJC3K6+USbiJkuaWrw7yvEvwOJdQViMeTu"
    "2m2bznhGhJxm4UnKjjEb/K4RHdG71fLdneB1iV1mVsD8jX1Cd/6G4010t1r1uZOksLvVW3"
    "Mn6fe83zDi8vW9PW7k8ywcmz+kIORLlF9Lwl89YEnbKiG4XcpYLU2rJgJiGBDD3n6GAmLY"
    "PoINxDAghq0DbyCGQWYzEMOAGJYiB31i7X0CiGE1UwgQw4AYBp0BiGH1UwYQw4AYBsSwIj"
    "0FiGFADNvJvGLghlWyRmvECvIxATIYqBnYX8D+qquHksr+AmJFKQyBWAHEijoMrkCs2Ikx"
    "AIgVm0IWiBVArKg9skCsAGLFDqALxAogVuwovJsgVqSlwicV0aNkaPI/BdVwGbnVLma/v6"
    "iLRP5/gR2G1sRb+eYtMuTyVr6tViKK8Fb8gihFd2ykSJ/PHXkjxChesJlpt1a7/cwwnXIx"
    "95MJFodbOgfpdGw4WtoeQq+/pSChtLmy9OmUCMLKxGG84e2NiJV+4jcylpJLMsZsjDWCJp"
    "Y5FwSWAAOXYPKEfZJLmCvjqjZzz8dfY72HOvN7fgX2KAIqSs3MJKCivLkfBVSUXQcbqChA"
    "RQEqClBR6pshBlQUoKJAnwAqSq0VAlQUoKJAZwAqSv2UAVQUoKIAFaVITwEqylaoKN6CQg"
    "LjzNzKlQAQUVKIKLu3D0SF6NJ+bgIBuZsbSIUTxmQZH8xvD85XeefLW8IuFS1diYC1v/5g"
    "KbASMwfz/d27DNLVNzWZ1LOo6s5Cm5NYnZezVzp58nVZe/WAd115e5AAvNEE4DIZqutLob"
    "zgj0/ksycSJ/1Lzbx0ybHbqGiOpMhV1ClaYMumoma2yC7EvG+nZj++0PgVJa4ht3CLuYWm"
    "NcVUZxkByeyIWFyuznGFOuUagt+6Pb/VImPT0ir5STFRcJR2yVHSyFhnVYz5iBiY8lndqb"
    "QDmpQED/QFN8l9FdfiJK1utZuvbQEXKdJxX3aQQu8jeEgvgJvsu7VykYLXO5Vctnr18zhl"
    "bquCXtIwsrvPXBCzMPLIaOlbGOW2Bj+pPgNyM8dP4l9AWUbgqtgabPQOdfaXGoPb8+vOsI"
    "XczxEVFttlv/29hfyjEW3f3PR735QW8g5E9v/PyoXM/hefI3rZ4UNv/1L1V3XD/wartcFi"
    "rWQPDHt9RdIHxEG8MxVavS3C7DjMZnYcJpgdYnio5kNEJcGF2CUXwuRjtMW1p/KfyMpl+6"
    "aIgvNewXkvXfMOit1lr2+5I1Fpxy0hCMimVlwuCWtUCjZifMkVBletsB+8bk+tQHHxyrVW"
    "QiU/dvE9f1Ef0W6+6XornzkY7lMnHGH/UjPPD564jQq6wd+FPytqnViOQdBMbMk75VAw9+"
    "Rq0dotiCI26xVFUfjZKbEWHF1bbqI7Ma15Ez3p9kxWOuEzOHM9ZXPBXwhNtuEjhWk88n/0"
    "lC2C3+Yx3MIt7g7D/o6/IkU82OUXcVlP+6iLGCFMfDdzv8K9qV/ABv34T96Ef8OIvvO/I7"
    "imM6llJPczjl37CXV/OEB32Jo6c7HIe8d/Fm8qnmVOGOMvif9oApu/MTTmvq1hTh2CeHNr"
    "CeGHmk2CzZzwQ+iNLbNKGxOrc9ChNswF0Vs4hFqpchkRoX2EuchS+En2SvhJYiHcdOyxOc"
    "8AuQBlbSVeZ7gb3zq9K5eH5h+NaFdRLgfqz7eXX5RrpTtsodiJEVX6/V5fEhzcg0qhsJMi"
    "obB4jCUUCjuJq4yJKmO6XbnISVi+1krrdD/3BOnkc29Ev7f73U73Swt5B55yPNVUUcxZAb"
    "2cZarlLIVeMuFmvwd4Fb1E71BrzVwo/WG7020h72BErzr/Uq5+aSH3c0S/dkSPEn9roJvA"
    "OEuqJps7ERGqB3tCfO3esCfYAlOVdwUrxZTK3vohIrRH+z+sj6EoECI0xSvIB9UTAUiTkJ"
    "LnMbfeS5XJC4nAqkOFOiOPWVNpTp2Rx8zJE8hurx+uJ/pzGW14zaFEwiuKiUQCVCXG86Qg"
    "cPlThnUPpvIZBRFBSCjYpYSCIHxbYV07KQrLsPHU5GhwvMSYlSYKtmhy0ApwqkKmiIiuYe"
    "CqGdY7Mk75mLxAngAu9IZGKW/6Lj8DJAQBWqCZvznNfPVWrgHkb9jQNckm7Tv7jHOiKxdI"
    "C9kamSKqhJREkoSWstNJHoOm4scWzCrpUYIIl3SkoMhfEGkbPl8CKfxoiRh+JGiOH8SmOp"
    "Qkc0Kq3gRyIeoztjdRdi6En1ZVusRgUhDCEymWPlTI3EqeycIyJ7pB1IqpPRniAH0B6P8S"
    "xTT/favcihQS93NE+7ddN5HBOxjRwe3FhaJcikbB4Yh+bneuxCn3c0QvxL4t8ox/FJ9xC2"
    "WjrL2Qcu6m8y9rcTc2oG+0uV5uZP6QfzSi/pEqogGql5cyWLWInveJeeIe/lEVDa5/U3s2"
    "5l5CUn+DOTaM7DVjX2iPgnTHR6cnwawt/smbsAfX7aurlPicm4HopM0i2cHPiND2rKH3O2"
    "IKeW6EdNgqwJslDkBnvL1auSqzUSlY8n3d9luWfu+U3gYqIQgZEGtXDofCqbTwEhGE9eK6"
    "rMMUWS+WqYaVlB6VhMW2Oi+2iZi72K67gppjoqDnWusZ64ZjVakmkZSssbda27ROg6NHVG"
    "5960bZfhYThX5W536GbZvMF2l0i/ygQlhub5yzdUQVIBtkY9kgvp1WuihLQhCyASEZpAy8"
    "m0gGWb2UawB5v8u0JPpvrQpqfsf6o0x+SCR/eFeaeVkfT7JN4Q0HwoU4ZMENZs7JvaktER"
    "6L3c+IdoA6NpqZ/MnR00w3CLqzyKP5IP2eu6A+hijQcUeeFzofFOQFUQmEmjZaYMbSty/Y"
    "5ldDZkl9JoomgiobNViCL+8Jv9IDrhvA23aB5chcJdAUEYQgcl384SJB5NW0VFbpUUkIet"
    "Q56LGySspqOSoJWt4FLVfYfCMmCOECiHFtCVrPdij9zsbl4JWFCFcZeDcR4QreSQhwvQBu"
    "vPfWKr7VdjTdVkQB1EZKjCt0tZkX58KinWqY02KRLkFJ4g0OkNgPRt5ExI/E3pnyHSQaul"
    "+iuUlFddgJ0m2GRKd/PEUPZPkJYY6yPp0SSwab5jpjXEtoamGuF2SRicMIur0RVopscKlc"
    "KUMlnRf1Fg8B0a/6TCLNnOiXOR47llWtMElUFKIEdXEtikQJ+JhgWuqDnla6LTvoGZXai5"
    "DcphkrLmTlxrSwDFjBCTwz9+PKRHMH9t+qGqRfe41m5tz/j4zt0mNDXG4PwT4uAvZxNtjH"
    "mWCXTAaJSEEAIs5rmGE6LUcqCYkAlyF/GaoCl8EiHAyW/pbnlNePSO3hcLKeBdZEiOgNXe"
    "wBwUYjy8OWF5svO9iMtyucTGLo9MHf8oR3Yp22RC7GDP0TDb62/3708eTdwiKPuukweb6J"
    "xpiaVB9jA4k31ReVm6P8kJYysv4veIVrzMjvyR50rk+zibOuwHrSW990/yUvv/UfR0fHx6"
    "dH749Pzj5+OD39ePY+yHZNXsrLfT3vfPHKxa+6lp8Km+0uu29oSWs+JAPbvkUmhvSCI+c6"
    "xdYyHcyMaiP3S9udvXdsQsh7Qb3JNZiJ+bh/3um2+7+kZ4Scp0zG578MlXaN5ghi6eNZ6g"
    "ThXsmfHVZtXpoYsvFfc1wyc+BN7e4p467XZ2vbz9fD+X6xrlMZuzC7Zus+GIVHH4uV3Mir"
    "uZEouiE6VQmEveZ7iO7h+2IBvrwIX8KJF3R4kpY9ms+gJ6mZo1vwN99mPlubZ/mmk9mf/w"
    "9xVtIe"
)
