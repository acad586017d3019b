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
    "eJztXW1z4jgS/isqvtxsFZuaJDNJLrO3VSTxzLCXgRyQmdtbtoyCFfDFyKxl56X29r+fJL"
    "/g99gOEOPpL8HIauM8rZfuVj/Sn62FqRGD7Q0JY7pJW6fozxbFC8Iv4rfaqIWXy9UNUWDj"
    "G0PWZW4lWYhvmG3hqc3Lb7HBCC/SCJta+tJ2f6LVQUyfUaL9qFOkkXt9Sk6RSQmyyK1F2J"
    "yLLXTjaQ91ghLbvCMU6QxNfppjqhnk572fGJlaxP558gGZt+jGtOf8GcYTmmM2JwxhiyBm"
    "mxbR9sRLaeaUv5VOZ6/0+w7V/3CIapszYs+Jxd/it995sU418kiY/3V5p97qxNAietA18Q"
    "BZrtpPS1l2fd29+Chriv/tRp2ahrOgq9rLJ3tu0qC64+janpAR92aEEgvbRAspiDqG4enS"
    "L3LfmBfYlkOCV9VWBRq5xY4h1Nz66dahU6Fd5DWaO/LE9sSvHv/svWGotqr2+iN1qIxUtZ"
    "VoHOJNYvryiqa8ffGGpVNb4PXnX+5zV7jI0pb4gfPPncGbw6MfJBIms2eWvClRa/0lBbGN"
    "XVGJ/QpsV7uqUGIS9fM5ttJRj4nF4OevvRngfbA2AG9rgR9Vg9CZPedfj97lwP21M5CIH7"
    "2TiJu887ujQs+7cyBvCeBXQMseVRrnqNR6YPYLVjivhq0GAL20+AhnOkythniGeCXovfb7"
    "vSBvmbbAQsV2EvALfsfWFyQd9KhkDGvNE93zL3YP+RykR90vynDU+XIlHr9g7A9DwtUZKe"
    "LOgSx9ipW+OYppJXgI+tYdfUbiK/pPv6fEJ4Sg3ug/LfFO2LFNlZoPKtbCmPjFflFEy9wI"
    "qKjlqOQatFy7oY3/g1qfG0VeC9wRtXudJVfrBma26rBKeo/LguZ3SfO6MPTI41Lnj6yg/B"
    "TxBup/R/RdaICvrmtQ8w6pmQ/Iloq5AlLUnG0eR6WaZxUfvH1bwCzmtTLtYnkvZhiTe+5M"
    "VDKMI5JgGNe+Q5ULXoVE1hnBqq9Sn4lUiZjg7V1qoEpAlYT2o2kRfUb/SZ4kwF3+HphOSQ"
    "qgXqDu2nvMbkK6Kl11ZQs/BEHUcIPi/zv/j4ntDuid4XnnQmlJhG/w9O4BW5oagVrcMQ/M"
    "WElQN3lrcbCIl2DKpwbN+y/EO/sxda4j/u9xNbXSIu6ru+3coLtbTxXB1qKBd14XLbFuoV"
    "vTQng6JYy5wW32AU3udG0igty6zdDg4zk6Pjo8QfbcWdwsuTbstED6i5/3gsD4Xdrgkj1V"
    "36UOLBCb9QNX2UFxrq17jo3634e7JOC/DPu9rNBhRCw+W+tTG/0PGTqzd3cASoNcABKZo3"
    "2o33zp/DuuhfPL/ll88BcPOIuZTBBlyu4NzY01WFwnVkVDOSwJhnLdDOWEZfc6hog0/1JM"
    "EN8szDY+hGVV2OpY8rom3UMTfrHQZaqAes/L+OcEzSzzgaGHOW9/vIxfYJsbCdyuWOAnpJ"
    "loOsd0RtgpMg2NxIwMRGjq+v7mfxAW9OvjJuXZLp7Wk4h3qZ0OeEgihrpON2aq7G9qcpyJ"
    "N/jxYP/d8buTw6N3J7yKfMug5DgH925vBHYI2CEtZ6lV1HpUErS+S1rXdLY08JMqvyf0nu"
    "1ox+UamKazkbA4WWDdKAN0INBAhA8PiiDMa2UiLO+lICziZaVR9oUaFz3aCM5LzNiDyZ2T"
    "9GyzEXnMsL0Sgk1YUcubEpR/j/JjRcGMcNnvffKrxwNI8bwzI2O8VqizSCwMxDLPjC2P2a"
    "3roTIo6VNImVMk/o6pctEd9fk393NMOxdfur1TJD/irmGRHnFSoD+cZPaGk3hf0JnKvWP9"
    "PkUlZyZHG9MMvy8sF1PHDRfclD78oWi7HeGs37+MdISzbrylX385UwZv9iXyvJLuruQkXZ"
    "SFw2zV9eFVfzwpiX3WI7aohqBkZ/WQDL2UcMLThcEfj4PMZ1ILq2xqimoJeLPXZuJy21+c"
    "CcWYbhzdsHXK9sTvvUZ8aW1LNjUJ637iuho48n0Tod3gXjsvvDsTC3cWr1YwxvtNBFEFh4"
    "rZZIk0bjNTjSGdyrKZYTKGracPCCPZq+kMWeYDWvABmInQK2JzfbkkGvKUngzpbuD5KRHc"
    "31r+oyQYFhfXbW/smXKQWr9DjLeGMd6ooqqYvdEn1Nmdbg2vz750R6fI/RxTEQa6GHS+nS"
    "L/ipvAV1eD/leFG8HuxZgOlF+Ucy7lfo7pRXd43hlcqLz+R14c+crl+eDXlfLuhZAfcuNa"
    "EQ+QF1UM6/33BSzr/feZprW4FYtGiz6ZqvKMGLRXv84KrpoFUsSNP8r24o8STjx3QAgV/3"
    "tZ6zkqCK5LcZOZI2dyc9fSNQlDadhjwuCulMDeIn84ImWizHgSlmlCpCo2XhcKcu/nBLn3"
    "k0Fu38AqmRkcE4Ps4Pzs4LAZ+8IM4U+hR+0mtM9mCccaV50yhQP00zy5kGZyPDm3ll7Uk+"
    "tI18m8RZOV5CQtxyarGmTG1GeIaOd4TZAZ04LMGMiRgMwY0HpZrTPDmZXxE/z6jcseOCni"
    "IZxkOwgnCf+gbLIRJBmVSzISn+kZMNlZGWGZRuC87YyM8GuWwD0m1oQIw7aR15m6dG4MfV"
    "o+mLaSgzhaiTjaDWZEdSy9TEMPy0ArL9/KDXOKjXIJACERWPvPV0gFuiazn6rn4AXCW0zC"
    "+zhQlJLgt64+DzpD5RS5n2M6VHojpXfOS/yrMRXPPUXB00tHoAsFoHPiz8ndEM1bPUs1Ga"
    "lIK5EtKsS/3Iql+a4Izu+ycX6XhTN/IJ0RS9L9K2AeF2+E8bnpbSf9cNJN2TWWhOALQqu7"
    "MyFXX2RZ4bWGZZaCG7HUE9dnV1gSTSuyxsLfAvWuLy9fa5Hl3OSqWdqtlDUW/1Y7b4ll6l"
    "YqvMDCtWeLpRPeDpzZ3EZvusM+n+tOjn/4IPdK4WrSqcxGcvcRFzluIpdN5LXpFDFBW8YG"
    "MjCdOfw/YmmrMxv5DVjaqc/A1M5Z2qFi/+DMdLiMIE9Ipgk+2BZyGWDJJxv95gb/IYMFMl"
    "jqZl/VOIPlIjA00uyr0N1cEytkrhSzskZzgh5M607YMzZ5tPdQx+bzOnNZBEtiIc9qQ5hq"
    "yI2GcWMJ22LDOj4XcqNoOtfv046PWe+jn6UhyMVDIB7U0c6yibUoY2P59RsYx9jIYqXAq+"
    "xiZVimEThvezFBDGnlAH9sTnDudVZuyowhK4lGAB7bjaIIRegwmyJ0mKQIcShmZpodWWwx"
    "JixfY7e4Nfr1SjlF4u+YXg3658pweIq8C0nfur6U9C/xOabdHneC5FKNf1WP5Rn+c2I4Kb"
    "WSGZaBpcy1L2V68JadhmNiW1w5ewXgN5U0xN1cHPg8RftDXA76xNr7BDMda1ou3yIkAgpZ"
    "u0LI49LANCPmnT1IxcRqPL/XdpQij3ixLJl7FJaBzrD2zkBNu5w+AgFQxtqVYVr6TK+8L8"
    "VKeosG1LdBdzRSeiU14IudIu+CexlfrvqDkXLBvQzvakw/KT1l0JGFwWU9fA8Py9QpJLvv"
    "RKVe1IF2ZybZSE+R7kLpA6HDQg0MiKw/PQxony2gfUIOANA+Qeu7Rft8bb1Gza9C20bv52"
    "wbvZ/cNpr/68QIjrOLotyxLPyUsSISEYuB/b04L8Jb/+33BA0F204KmEV5KL70Fp0PuQNd"
    "WdfD38XO3b2u21MHyteu8k2sbniXYyo6/9lld/hZuB6hL8FudxfBdnfVHJKDQh0ipz8kdq"
    "tnIv1FZ3M+XZS32jKkK1lwNfNM1m3DPWCmhuBKgpxLFU2RBsJoCcKowRFhtmo5tGRGZUIQ"
    "+Cqx4X9qWim5BcMFNozMcSMQatBIcXhwfBQMEuJL3vgw/NK5vEw2Uz6GinBOGfsvJNKEpY"
    "VYwleRVI2D7FSNg5TdXGXWZFnWWkQK0qqBDbglZIEHsBFY/QBJ6QabEIQGCwyLrTAsxJ7o"
    "g+75qJU2na0B3hAJtaHoRifxIuAC93rd3Ov0QRjgfQbexLRTK2r7il/VpVxxU9LKJWH5ld"
    "oFuViqTtXbQKIQKSsUKkEySZTaCDOE/f2EBTndfKBtxEyXNDX81yXiv4HEugKxGHJP7bZN"
    "ZzonQk6z8G3KiTEb/K0xHdPJavluInhd4pSZFTB/Yx/QxD9wvI0mq1WfiSSFTVatZiLp97"
    "zfMOLy9b0zbuT7LB2bv6Qg5EuUX0rCX71gSdsqIbhdylgtTas2AmIYEMNef4YCYlgTwQZi"
    "GBDD1oE3EMMgsxmIYUAMS5GDPrH2PgHEsJopBIhhQAyDzgDEsPopA4hhQAwDYliRngLEMC"
    "CG7WReMXDDKlmjNWIF+ZgAGQzUDOwvYH/V1UNJZX8BsaIUhkCsAGJFHQZXIFbsxBgAxIpN"
    "IQvECiBW1B5ZIFYAsWIH0AViBRArdhTeTRAr0lLhk4roUzIy+Z+CariIPGoXs9+f1UUi/7"
    "/ACUNr4q189RYZcnkrX1crEUV4K/6GKEVPbKRIXywc+SDEKF6yuWmfrk77mWM642LuJxMs"
    "DnfrHKTTqeFoaWcIvfyRgoTS4crSZzMiCCu3DuMVr69ErPQDf5DxJLkkU8ymWCPo1jIXgs"
    "ASYOASTB6wT3IJc2Vc1Wae+fhbrPdQZ3HD78AZRUBFqZmZBFSUV/ejgIqy62ADFQWoKEBF"
    "ASpKfTPEgIoCVBToE0BFqbVCgIoCVBToDEBFqZ8ygIoCVBSgohTpKUBF2QoVxVtQSGCcmV"
    "u5EgAiSgoRZffOgagQXWrmIRCQu7mBVDhhTJbxwfz64HyVd768JexS0dKVCFj76w+WAisx"
    "czBv7tllkK6+qcmknpuq7iy0OYnVeTl7pZMnX5a1Vw9415W3BwnAG00ALpOhur4UynP++k"
    "S+eyJx0r/VzkuXnLqViuZIilxFnaIltmwq9swW2YWY9+3U7MdnKr9gi2vILdxibqFpzTDV"
    "WUZAMjsiFperc1yhTrmG4Lduz2+1yNS0tEp+UkwUHKVdcpQ0MtVZFWM+IgamfFZ3Ku2AJi"
    "XBA33GTXKb4lqcpNWjdrPZFnCRIh33eQcp1B7BQ3oG3GTfrZWLFDTvVHLZqunnccrcWgW9"
    "pFHkdJ+FIGZh5JHR0o8wyq0NflJ9BuR2jp/Ef4CyjMBVsTXY6BPq7C+1htdnX7qjU+R+jq"
    "mw2C4GnW+nyL8a087V1aD/VTlF3oXI/v9FOZfZ/+JzTC+6fOgdXKj+qm74a7BaGyzWSvbA"
    "qD9QJH1AXMQ7U6HV2yLMjv1sZsd+gtkhhodqPkRUElyIXXIhTD5GW1x7Kv8XWbls3xRRcN"
    "4rOO+l97yDze6y17fckai045YQBGRTd1wuCWtUCg5ifM4VBletsB+8bk+twObilfdaCW35"
    "sYvt/Fl9RLv5pvdb+cjBcN864Qj7t9p5fvCtW6mgG/xN+LNirxPLMQiaiyN5ZxwK5hauFq"
    "3dDVHEYb1iUxReOiPWkqNry0N0b01r0UYPuj2XO53wGZy5nrK55A1Ck3X4SGEa9/yLnnJE"
    "8Ou8hrtxi3vCsH/ir0gRD075RVzW0z7qIUYIE7/N3J9wH+pvYIN++gevwn9hTN/4vxHc05"
    "nUMpLnGcfu/Yx6P+yhCbZmzkIs8k74v8WrindZEMZ4I/FfTWDzN4am3Lc1zJlDEK9uPUH4"
    "oWaTYDsn/BBqsWVWaWNidQ461Ia5IHoLh1ArtV1GRKiJMBdZCj/KXgk/SiyEm449NRcZIB"
    "egrK3E6wx362u3f+ny0PyrMe0pysVQ/eX64pPyRemNTlGsYEyVwaA/kAQH96JSKOyoSCgs"
    "HmMJhcKO4ipjYpcx3a68yUlYvtZK6/Y+9gXp5GN/TL91Br1u79Mp8i485XiqqaKYkwJ6Oc"
    "lUy0kKveSWm/0e4FX0En1CrTVzrgxGnW7vFHkXY3rZ/ady+espcj/H9HNX9Cjxtwa6CYyz"
    "pGqyuRMRoXqwJ8TPNoY9wZaYqrwrWCmmVPbRDxGhBp3/sD6GokCI0BSvIB9UTwQgTUJKHq"
    "fcei+1TV5IBFYdKuwzcp81lebsM3KfOXkC2e3lw/Wt/lhGG1512CLhBZuJRAJUJcbzpCBw"
    "+VOGdQ+m8hkFEUFIKNilhIIgfFthXTspCsuw8dTkaHC8xJiVJgq2aHLQCnCqQqaIiK5h4K"
    "oZ1jsyTvmYPEOeAC70hkYpb/ouPwMkBAFaoJm/Os181SrXAPJXbOiaZJMOnCbjnOjKBdJC"
    "tkamiCohJZEkoaXsdJL7oKr4ZwtmlfQpQYRLOlJQ5C+ItA2fL4EUfvWEGL4naIHvxKE6lC"
    "RzQqo+BHIh6jO2t1F2LoSfVlV6i8GkIIQnUix92CFzK3kmS8u81Q2iVkztyRAH6AtA/11s"
    "pvmva+VapJC4n2M6uO65iQzexZgOr8/PFeVCVAoux/Rjp3spitzPMT0X57bIEv8qPuMWyk"
    "ZZ+0bKuYfOP6/F3TiAvtXhermS+UP+1Zj6V6qIBqheXspwVSNa7hPzxDP8qyoaXP+h9mzK"
    "vYSk/oYLbBjZa8a+UIOCdIcHx0fBrC2+5E3Ywy+dy8uU+JybgeikzSLZwc+I0Pasobc7Yg"
    "p5boR02CrAmyUOQGe0Xq3cLrNRKVjyfdnxW5Z+45Q+BiohCBkQa1cOh8KptPASEYT14rqs"
    "wxRZL5aphpWUHpWExbY6L7aJmLs4rruCmmOioOda6xnrhmNV2U0iKVljb7W2aZ0GR4+o3P"
    "rWjbL9LCYK/azO/QzbNlks0+gW+UGFsFxjnLN1RBUgG2Rj2SC+nVZ6U5aEIGQDQjJIGXg3"
    "kQyyapRrALnZ27Qk+m+tNtT8hvV7mfyQSP7w7rTzsj4eZJ3CBw6EN+KQG24wc0FuTO0J4a"
    "k4/Yxoe6hro7nJ3xw9zHWDoIlF7s076fdMgv0xxAYdE/K41PmgIG+InUCoaaMlZiz9+IJt"
    "/jRkltRnomgj2GWjBkvw5T3hF3rAdQN42y6wHJmrBJoighBEros/XCSIvJqWyio9KglBjz"
    "oHPVZWSVktRyVBy7ug5QqHb8QEIVwAMa4tQevZDqXbbFwOmixEuMrAu4kIV9AmIcD1DLjx"
    "3lur+FbH0XRbERugtlJiXKG77bw4Fxb1VMOcFYt0CUoSr7CHxHkw8iEifiTOzpRtkGjo5g"
    "ktTCp2h71Fus2Q6PT3x+iOPH1AmKOsz2bEksGmhc4Y1xKaWZjrBVnk1mEEXV8JK0VWuFAu"
    "lZGSzot6jZeA6Fd9JpF2TvTLnE4dy6q2MUlUFKIEdXEtikQJ+JhgWuqdnrZ1W3bQMyrViJ"
    "DcphkrLmTlxrSwDFjBCTwzz+PKRHMHzt+qGqRf+x7NzLn5L5napceGuFwDwT4sAvZhNtiH"
    "mWCXTAaJSEEAIs5rmGM6K0cqCYkAlyF/GaoCl8EiHAyW3spzttePSDVwOFnPAmsiRPSKLv"
    "aQYKOV5WHLm+3nHWzG6xVOJjF0eucfecI7sU5PRS7GHP0DDT93fjx4f/RmaZF73XSYLG+j"
    "KaYm1afYQKKl+qLycJQf0lJG1v8DL3CNGfkj2YPO9Fk2cdYVWE9666uev+Tlt/794ODw8P"
    "jg7eHRyft3x8fvT94G2a7JW3m5r2fdT9528auu5afCZrvLbgstac2HZODYt8jEkL7hyJlO"
    "sfWUDmbGbiM3T7Y7e+/YhJDXQL3JNZiJ+bh/1u11Br+mZ4ScpUzGZ7+OlE595gjlng+Dl2"
    "bqcWXBvdwZgohaxUOwHeRu+0M0JCX30FU08mkJs0+M0RM+Uk7aCKOFbhjCEiN4Ok+bD17+"
    "QBj/d3f8d9tfufE/LAO+WnzfKYFECafAr99Ed2DtoZyZYTLGp9KSDTYmBhFIiNlsPh+Hj7"
    "hlAjZ+/XpEaxp1VBIsCX4n2YXCeCbqElukHPUhLtcEcvompuKaeF19x74xH1spPpd3p53n"
    "cZmrOs+7W9T1ipBtGhriA6OuEZlDgilzV+HakiX1ROzAj0rxsao+Zc05J3l+VeosnuJWea"
    "0cvKpGeVU7l/8D/hb4W/UylsDfAn8L/C3wt77jFExwv74L92to8ya8GNpYUiESPlj4djvP"
    "EWOyojiO2qv5rDsmUv7FKSiW+eDuduHuayHTEZbmdO7nJrhPlhn84quBme9YoZnOzeyki7"
    "bWJ6/Zbcvf9Kuo47Yr62HV9/vKcceECsuMSIFAA72Ew4MiOZ8H2TmfB3EvQfQCtfRKbliq"
    "MbvVbSHuUJNZoEMsfTpPmwC8O7ljP17VeW7Uz1bBmsfZ7yU29sLt7p890qrMQJt9XG0Tht"
    "qD98VOG8k7biRx3ojoVCUQ9qo3EN39t8W4TXnkpkTES5wEkOq+5B8ekO65bCGY8DpxmbWF"
    "DV51Mvvr/2+qXcU="
)
