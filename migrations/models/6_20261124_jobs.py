"""Long work, and results remembered for a repeated request."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
CREATE TABLE jobs (
    id UUID PRIMARY KEY,
    kind VARCHAR(20) NOT NULL CHECK (kind IN ('IMPORT', 'EXPORT', 'BULK_VALIDATION', 'PERSONAL_EXPORT')),
    glossary_id UUID REFERENCES glossaries (id) ON DELETE CASCADE,
    status VARCHAR(10) NOT NULL DEFAULT 'QUEUED' CHECK (status IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELED')),
    done_count INT NOT NULL DEFAULT 0 CHECK (done_count >= 0),
    total_count INT CHECK (total_count >= 0),
    started_by_id UUID REFERENCES users (id) ON DELETE SET NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    finished_at TIMESTAMPTZ,
    failure_reason TEXT,
    input JSONB NOT NULL DEFAULT '{}',
    progress JSONB NOT NULL DEFAULT '{}',
    report JSONB NOT NULL DEFAULT '[]',
    attempts SMALLINT NOT NULL DEFAULT 0,
    lease_until TIMESTAMPTZ,
    is_cancel_requested BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE INDEX jobs_open ON jobs (id) WHERE status IN ('QUEUED', 'RUNNING');
CREATE INDEX jobs_starter ON jobs (started_by_id, id);
CREATE INDEX jobs_glossary ON jobs (glossary_id);
CREATE TABLE idempotency_keys (
    id UUID PRIMARY KEY,
    actor_id UUID NOT NULL,
    operation VARCHAR(60) COLLATE "C" NOT NULL,
    key VARCHAR(200) COLLATE "C" NOT NULL,
    input_hash VARCHAR(64) COLLATE "C" NOT NULL,
    result JSONB NOT NULL DEFAULT '{}',
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    UNIQUE (actor_id, operation, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
DROP TABLE idempotency_keys;
DROP TABLE jobs;
"""


MODELS_STATE = (
    "eJztXWtz4sbS/itTfDmbKuJa412vjzcnVdjWbkgw+ADeTU5ICVkag2IxIhrJl8qb//7O6A"
    "K6WyMLLLT9xQhpWshPa2a6e/rp+bu1NDVs0IMxplQ3SesU/d0iyhKzg/ilNmopq9XmAj9h"
    "KzeG25Z6jdyTyg21LUW12flbxaCYndIwVS19ZXs/0eoiqs8J1r7XCdLwva7iU2QSjCx8a2"
    "G6YGJL3Xg6QN31Gdu8wwTpFM1+WChEM/CPBz9QrFrY/nH2EZm36Ma0F+wexhNaKHSBKVIs"
    "jKhtWlg74A+lmSp7Kp3MX+n3HaL/5WDZNufYXmCLPcXvf7DTOtHwI6bB19WdfKtjQ4voQd"
    "f4Ddzzsv20cs9dX/cuPrkt+f92I6um4SzJpvXqyV6YZN3ccXTtgMvwa3NMsKXYWAspiDiG"
    "4esyOOU9MTthWw5eP6q2OaHhW8UxuJpbP9w6ROXaRf5Lc4ef6AH/1Q8/+k8Yai3Lg+FEHk"
    "sTWW4lXg7+JDF9+adU9n6xF0snNsfr73+8+25wcc+2+A+c/9QdvTk6/s5FwqT23HIvuqi1"
    "/nEFFVvxRF3sN2B72pW5EpOony8UKx31mFgMfvbY2wE+AGsL8LaWyqNsYDK3F+zr8bscuL"
    "90Ry7ix+9cxE3W+b1RYeBf6biXOPAboN0eJYxzVKoamIMTG5w3w1YDgF5ZbIQzHSqXQzxD"
    "vBT0/vv7rSBvmTbHQlbsJOAX7IqtL3E66FHJGNaaL3oQHOwf8jlIT3qX0njSvbzit19S+p"
    "fhwtWdSPxKxz37FDv75jimlfVN0Nfe5CfEv6L/DQdSfEJYt5v8r8WfSXFsUybmg6xoYUyC"
    "08GpiJaZEVBSy1HJCrRcu6GN/YPakBlF/hu4J2r3O0uu1g2F2rJDS+k9Lgua3yfN69zQw4"
    "8rnd2yhPJTxBuo/z3Rd6EBvryuQc17pGY2IFuywhSQouZs8zgq1TyruPP2bQGzmLXKtIvd"
    "azHDGN8zZ6KUYRyRBMO49h1KLHgVEqkyglVfpT4TqeIxwdu71EAVhyoJ7SfTwvqc/IKfXI"
    "B77DkUouIUQP1A3bV/m/2EdHN205Ut5WEdRA2/UOx/Z/8xtr0BvTs+715ILRfhG0W9e1As"
    "TY5Aza+YHTN2Zt02eWnZWcbPKIRNDZr/X/BnDmLqTEfs32NqaqVF3DdX27lBd6+dzIOtRQ"
    "PvrC1aKbqFbk0LKaqKKfWC2/Qjmt3p2owHuXWbotGnc/Th+OgE2QtnebNi2rDTAukvvt8L"
    "AuN3aYNL9lR9lzqwQGw2CFxlB8WZtu4ZNvKfD3dJwH8eDwdZocOIWHy21lUb/R8ydGrv7w"
    "CUBjkHJDJHB1C/uez+GtfCeX94Fh/8+Q3OYiYTRJmye0NzYw0W04lV0lAOS4KhXDdDOWHZ"
    "vY4h4pp/KSZIYBZmGx/csipsdaxYW5McoBk7WOpuqoB8z86xzxmaW+YDRQ8L9v6xc+xAsZ"
    "mRwOyKpfKENBOpC4XMMT1FpqHhmJGBMEld39/+D8KCfn3cpDzbxdd6EvEesdMBD0nEUNfJ"
    "1kyVw21NjnP+BN93Dt99eHdydPzuhDVxn3J95kMO7r3BBOwQsENazkorqfWoJGh9n7Su6X"
    "RlKE+y+z2h92xHOy7XwDSdrYTF8VLRDRGg1wINRPioUwRh1ioTYfdaCsI8XiaMciDUuOjR"
    "VnBeKZQ+mMw5Sc82m+DHDNsrIdiEFbW8KUH6dZIfK1rPCP3h4HPQPB5AiuedGRnjtUScZW"
    "JhIJZ5Zux4zG5dj6WRoE/hypwi/ndKpIveZMi+eZ9T0r247A1OkfsRdw2L9IiTAv3hJLM3"
    "nMT7gk5l5h3r9ykqOTMZ2grJ8PvCcjF13DDBbekjGIp22xHOhsN+pCOc9eJv+vXlmTR6c+"
    "gizxrp3kpO0kVZOtSWPR9eDsYTQeyzbrFDNazP7K0ekqEXASc8XRj88TjIbCa1FJmqJm+W"
    "gDd7bSYut/vFmVCM6cbRDVsn9ID/3mvElypbsqlJWPcz09XIcZ83EdpdX2vnhXfnfOHOYs"
    "0Kxni/8iAq51BRG6+QxmxmolGkE/fc3DApVaynj0hBbq8mc2SZD2jJBmDKQ6+ILvTVCmvI"
    "V3oypLuF+6dEcH9vBbdywbCYuG77Y4/KQGr9ATHeGsZ4o4oqY/ZG71Bnd7o1vj677E1Okf"
    "c5JTwMdDHqfj1FwREzga+uRsMvEjOCvYMpGUk/S+dMyvuckove+Lw7upBZ+0/sdOQrk2eD"
    "X8+V9w64/JgZ1xK/gXtQxrA+fF/Asj58n2la80uxaDTvk6kqz4hB++3rrOCyWSBF3PjjbC"
    "/+OOHEMwcEE/6/i1rPUUFwXYqbzAw5k5m7lq65MAjDHhMGd0UAewv/5fCUCZHxJCzThEhV"
    "bLwuFOQ+zAlyHyaD3IGBJZgZHBOD7OD87OCwGfvCDOHPoVvtJ7TPZgnHXq46ZQqv0U/z5E"
    "KayfHkvFZ6UU+u67pO5i2abSRnaTk2Wc0gM6Y+Q0Q7x2uCzJgWZMZAjgRkxoDWRbVODWcu"
    "4icE7RuXPXBSxEM4yXYQThL+gWiyESQZiSUZ8c/0DJjsrIywTCNw3nVGRvgxBXCPiTUhwr"
    "Br5HUqr5wbQ1fFg2kbOYijCcTRbhSKZcfSRV70sAy85eJvuWGqiiGWABASgbX/fIWUoGtS"
    "+6l8Dt5aeIdJeJ9GkiQIfuvqp1F3LJ0i73NKxtJgIg3O2ZngaEr4fU/R+u7CEehCAeic+H"
    "OyGqJ5q2epJiMVaSOyQ4UEhzuxNN8VwfldNs7vsnBmNyRzbLl0/xKYx8UbYXxuu+xkEE66"
    "EV1jSQi+ILS6PxNy+UWWDV4VLLMULMRST1yfXWFJvFqRNRb2FGhw3e+/1iLLuclUs7JbKW"
    "sswaV23hKL6jUqvMDCtGfzpRP2HjjzhY3e9MZDNtedfPjuo1srhalJJ242kldHnOe48Vw2"
    "ntemE0Q5bVkxkKGQucP+I5q2OrOV34ClnfoMTO2cpR3C6wdnpsNlBHlCMk3wwXaQywBLPt"
    "noNzf4DxkskMFSN/uqxhksF2tDI82+Cl3NNbFC5koxK2uywOjBtO64PWPjR/sAdW02r1OP"
    "RbDCFvKtNqQQDXnRMGYsKTYvWMfmQmYUqQv9Pm37mGpv/SwNwV08BOJBHe0sG1tLERsraN"
    "/AOMZWFis5XqKLlWGZRuC868UEPqSJAf7YnODc66zciIwhG4lGAB6rRlGEInSUTRE6SlKE"
    "GBRzM82OLLYYE5avsVvcmvx2JZ0i/ndKrkbDc2k8PkX+gUvfuu679C/+OSW9AXOC3KWa4K"
    "geyzPs5/hwIrSSGZaBpczKlzJ9eEWn4ZjYDlfOXgH4bSUNMTdXWfs8RftDXA76ROV9gpqO"
    "pYrlW4REQCGVKwQ/rgyFZMS8swepmFiN5/fajlL4UVmuBHOPwjLQGSrvDMS0xfSxFgBlVK"
    "4M09Lneum6FBvpHRpQX0e9yUQaCGogEDtF/gHzMi6vhqOJdMG8DP9oSj5LA2nUdU+uD+vh"
    "e/hYpk4h2X0nKvWiDrQ/M8lWeorrLghvCB0WamBApPr0MKB9toD2CTkAQPsEre8X7fO19R"
    "o1vwqVjT7MKRt9mCwbzYxg20nxXIrSJgLpHdrKbsE0UUs5KLrmFVvrDeSR9KUnfeXBeP9w"
    "Svi7etbvjX/ilnLoy7o428W6Ols5+7lTSH856ksUV6c8W0OnCza6iRsZGdKlDI6aGdJVmx"
    "wPCpVDcCVBzmU2pkgDv1GA32gwRKgtWw4RTABMCAK9Ijb8q6aVshQ+XiqGkTlurIUaNFIc"
    "dT4crwcJ/iVvfBhfdvv95GvKxlAefRAxV0IiTYiEx/KTimQWdLIzCzopxUfdJD9RklVECr"
    "KAgby2I2QhbX0rsAb+vPALmxCEFxYIATshBPAS3qPe+aSVNp1VAG+IM9lQdKOTeBFwgSpc"
    "NVU4fRAGeJ+BNzHt1IqJvaED9QhTnIpbuZyhoFG7IHVI1ol8u5YoxCEKhUqQm9NIbKRQpA"
    "TlbzmX2nwgbURNj+Mz/m8fsd9APAyOLYq8TaZt01EXmMtplnKbssHJFn9rSqZktlltmnEa"
    "Et8UZQPMv+hHNAv2x26j2WaRYuZymGabt2bmssVZv6HYo5f7W7K4z7NybPaQnD/uovxSzv"
    "jmAQVtq4TgbhlOtTSt2gh4TMBjev0ZCnhMTQQbeEzAYwIeE/CY6pteCDwm4DFBnwAeU60V"
    "Ajwm4DFBZwAeU/2UATwm4DEBj6lITwEeE/CY9jKvGKhMpazRGpFYAkyAuwRqBrLSdslKwA"
    "MQ6j/AAwAeQB3GAuAB7MUYADyAbSELPADgAdQeWeABAA9gD9AFHgDwAPYU3m3wANIyt5OK"
    "GBI8Mdmfgmq4iNxqH5O1n9VFIl29wP4tFdEsvvgx8VyaxZdN4LwIzSKo31F0PzyC9OXScW"
    "+EKFFWdGHap5u9VBYKmTMx75Ny0oFX6QXpRDUcDWsHqMtg1edzzJkQtw5lra6veBDOJS9c"
    "SH1pksgL3NHPTskb/OjtBYNUhaqKhtGtZS45OWMNmEeeeFACAkeIB/Jd9h4x0T5GnOUNuw"
    "L7xAC/ombGFPArXt3bAn7FvoMN/ArgVwC/AvgV9U17An4F8CugTwC/otYKAX4F8CugMwC/"
    "on7KAH4F8CuAX1GkpwC/Yif8Cn9BIYFxZgbmRgDYFSnsiv3b3KBEdKmZOxtAhucWEua4MS"
    "nigwXtwfkSd778RWyhaOlGBKz96oOlQLXLHMybu38UJLVvazKpZ6XQvYU2J/06L7NPOMXy"
    "Zbl99YC3quw+SBPeapqwSB5rdYmW5+zxsfvsifTK4FI7L6lS9RoVzaTk2Yo6QSvFsgkvBM"
    "3TChXWt7GWLDj9XOMX1G2G3MId5haa1lwhOs0ISGZHxOJydY4r1CnXEPzW3fmtFlZNSyvl"
    "J8VEwVHaJ0dJw6pOyxjzETEw5bO6k7ADmpQED/QZN8l7FStxkja32s/XtoCLFOm4zztIof"
    "cRPKRnwE323Vq5SOvXO5WCtnn185hnXquCXtIksmXNkjOyFORT1tL35cltDX5SfQbkdo6f"
    "xH6A0IzAVbE12Ogd6uwvtcbXZ5e9ySnyPqeEW2wXo+7XUxQcTUn36mo0/CKdIv+AZ///LJ"
    "272f/8c0ouemzoHV3Iwapu+Ot6tXa9WOuyBybDkeTSB/hBvDMVWr0twuw4zGZ2HCaYHXx4"
    "KOdDRCXBhdgnF8JkY7TFtCezf5GKZfumiILzXsJ5F66MByXxste3vJFI2HFLCAKyqWWEBW"
    "GNSsHugs+5wuCqFfaDq/bUClTMLl2RJVQYZB/f82f1Ee3m267K8omB4T11whEOLrXz/OBb"
    "r1FBN/gr92d5tRPLMTBa8H1m5wwK6p3cLFp7JVH4DrS8LAo7O8fWiqFru1VObk1r2UYPur"
    "1wt4JlMzj1PGVzxV4IzW3DRgrTuGdf9JR9b1/nMfiWuF1/29xgG1ueIr7euhYxWV/7aIAo"
    "xpT/NvV+wrtpUOYG/fAf1oT9wpS8CX5jfU2nrpaRu0lv7NqPaPDdAZop1txZ8kXeGfu3WF"
    "P+LEtMKXtJgkfj2PyLIpX5toY5dzBiza0nCD/UbBJs54QfQm+syCptTKzOQYfaMBd4b2EQ"
    "akLlMiJCTYS5yFL4cfZK+HFiIdx0bNVcZoBcgLK2Ea8z3K0vvWHf46EFR1MykKSLsfzz9c"
    "Vn6VIaTE5R7MSUSKPRcOQSHLyDUqGw4yKhsHiMJRQKO46rjPLyYrpdushJWL7WSusNPg05"
    "6eTTcEq+dkeD3uDzKfIPfOX4qimjmJMCejnJVMtJCr3klpn9PuBl9BK9Q601cy6NJt3e4B"
    "T5B1PS7/0i9X87Rd7nlPzU4z2K/62BbtbGWVI12dyJiFA92BP8ZxvDnqArhcisK1gpplT2"
    "BhERoQbtElEdQ5EjhEmKV5APqi8CkCYh5bU/rbRi2nm1RtYisOpQos7IfdZUmlNn5D5z8g"
    "Sy28uH61v9UUQbfnMokfCCYiKRAJXAeJ4UBC5/yrDuwySeURARhISCfUooWIdvS6xrJ0Vh"
    "GTaemhwNjguMWWmiYIsmB601TmXIFBHRCgaummG9J+NUgMkz5AngQm9plPKnb/EZICEI0A"
    "LN/NVp5pu3sgKQvyiGrrls0pHTZJwTXblAWsjOyBRRJaQkkiS0lJ1Ocr9uyv/ZglklQ4IR"
    "ZpKOK8jzF3jaRsCXQBI7ekJUucdoqdzxbXUITuaElL0J5ELUZ2xvo+xciCCtSrjEYFIQwh"
    "Mplj5UyNxJnsnKMm91A8slU3syxAH6AtB/E8U0/3stXfMUEu9zSkbXAy+RwT+YkvH1+bkk"
    "XfBG68Mp+dTt9fkp73NKzvm+Le6Z4Cg+4xbKRqm8kHLu1vTPa3E/tqlvdZlertz8oeBoSo"
    "IjmUcDZD8vZbxpET0fEPP4PYKjMhrsFKHWdbKpdZ0EtY6qzEtI6m+8VAwje804EGpQkO6o"
    "8+F4PWvzL3kT9viy2++nxOe8DEQnbRbJDn5GhHZnDb3dE1PIdyNch60EvFniAHTG26uJVZ"
    "mNSsGS78u237L0G0d4G6iEIGRAVK4cBoVTauElIgjrxXVZhymyXuymGpZSelQSFtvqvNjG"
    "Y+58n+4Sao6Jgp5rrWdFNxyrTDWJpGSNvdXapnUaDD0sM+tbN0T7WUwU+lmd+5li23i5Sq"
    "Nb5AcVwnKNcc6qiCpANsjWskECO024KEtCELIBIRlEBN5tJINsXsoKQG52mZZE/61VQc2v"
    "in7vJj8kkj/8K+28rI8Ht03hDQfChTjcghvUXOIbU3tCisp3P8PaAerZaGGyJ0cPC93AaG"
    "bhe/PO9Xtm6/oYvEDHDD+udDYouBd4JRBi2milUJq+fcEufxoyS+ozUbQRVNmowRK8uCf8"
    "Qg+4bgDv2gV2R+YygaaIIASR6+IPFwkib6YlUaVHJSHoUeegx8YqEdVyVBK0vA9aLrH5Rk"
    "wQwgUQ49oRtL7tIPzOxuXglYUIlwi824hwrd9JCHA9A26899YqvtV1NN2WeAHUVkqMK3S1"
    "nRfnUng72TDnxSJdnJLEGhwgvh+MexMeP+J7Z7rvINbQzRNamoRXh71Fuk0R7/T3H9Adfv"
    "qIFIayPp9jyw02LXVKmZbQ3FKYXpCFbx2K0fUVt1LcBhdSX5pI6byo13gIiH7VZxJp50S/"
    "TFV1LKtcYZKoKEQJ6uJaFIkSsDHBtOQ7Pa10W3bQMyrViJDcthkrHmRiY1pYBqzgBJ6Z+3"
    "FlorkH+2+VDdJXXqOZOjd/YtUWHhvicg0E+6gI2EfZYB9lgi2YDBKRggBEnNewUMhcjFQS"
    "EgEuQ/4yVAkug4UZGDT9Lc8prx+RauBwUs0CayJE9Iou9hgrRivLw3Yvtp93sClrVziZxN"
    "DJXbDlCevEOjnluRgL9B80/qn7fef98ZuVhe9106Hu+TZSFWISXVUMxN/UQNTdHOW7tJSR"
    "6n/gBa4xxX8le9CZPs8mznoC1aS3vur+S35+6787naOjD523R8cn7999+PD+5O062zV5KS"
    "/39az32S8Xv+laQSpstrvsvaGC1nxIBrZ9i0wM6QVHznSiWE/pYGZUG7l5sr3Ze88mhLwX"
    "1J9c1zMxG/fPeoPu6Lf0jJCzlMn47LeJ1K3PHCHds2Gwb6ZuV7a+ljtDYN6qeAi2i7yyP1"
    "hDruQBuopGPi1u9vExesZGylkbKWipGwa3xLCiLtLmg5ffEMb//R3/vfdPbPwPy4CvFq87"
    "xZEQcAqC9k10ByoP5cwNk1I2lQq+sDExiEBCzGb7+ThsxBUJ2ATt6xGtadRWSbAk+I1kF3"
    "LjGcsrxcJi1Ie4XBPI6duYimvidQ0d+8Z8bKX4XP6Vdp7HZW7aPO9uEc8rQrZpaIgNjLqG"
    "3RwShVBvFa7tsqSesL32o1J8rLJ3qTjnJM+vSp3FU9wq/y0Hr6pRXtXe5f+AvwX+Vr2MJf"
    "C3wN8Cfwv8rW84BRPcr2/C/Rrb7BVejm3FpUIkfLDw5XaeI0bdhnw7ar/ls+4YT/nnu6BY"
    "5oNX7cKra+GmI6xMdRHkJnh3djP4+VdDoYFjheY6M7OTLlqld67Ybcsv+lXUcduX9bDy9b"
    "5y3DGuQpERaS3QQC/hqFMk57OTnfPZiXsJvBfIwiu5YanGVKvbQdyhJrNAT8PLlWljoj79"
    "glNZaLEWuXOBvmkr89BD8fmAmS9MkXx8VtDSsb3dshz2BljsBLuVN5xzHpjKhlF2Vl2YFH"
    "9kl1Y26rxjA71j0QM0xqqFWSOC71kbdlM2BWArZV+uHf1myhzye4RGYa543/B5AOw3W38A"
    "Ha2GdLRXZMvUbRqqxs+PvPdF5/OIUAPn9Oojf3c4hSGeDbDfvIHQdt4WwZa1yt4y6G0CXZ"
    "2sHPHd6aJSDcR6GwXa+EwtEhfcSEBksPLIILN3lHL7QUQlIS5Y97hgTbyUn82bVoprwk/n"
    "+iN/mjeFGTs8ZsTzo7nM7AB10YNp3TGD3gsh6XZQdzVUg3/GhhFMkbJgOv+IFIK8SnUact"
    "vwgha2cocJMpljkJazvYufhIIXdTKAsz2MbFrz89tH7gO1udW7vBqOJqfI+5wS6Vfvu/c5"
    "JWfX/V/kL91+j411veHgFMVOTMmVNGKTUbcvB6KxE/EeVswuLGQW5liF+7+fq787q2B/af"
    "yerppJxHdZjAo1JiBa3X7epq0YwqjGpBq022plwIJN/q3Y5LBn27eXEg97tr1uwXo3ZicS"
    "f1oLQPip8vDTyjL5ZaFCOmEZUEnlKrHwyrQEA7SBRD3U0ajCRrD1YKuKVCTYs/Nbs7N0Kq"
    "s8LmPIfpUvnEbAMk2mVJIx8affIV4Xht1iW91pfWbHdWGGw35EzWe9uGF1fXkmjd4cuvpl"
    "jXSvCHeytwFfBfb4rDuyiZWx5OubxFi4Nv/n0K32Etln6/PHOi1s7vnNbO7ZxZauLlppZR"
    "m9K+3cmoybNs8t7mbjWvHi6LdCy35h0Dp7EZRv1yqYExgSqfPyZ9m0tffvi6xPvn+fvUDJ"
    "r8W8Q9apBBD2mzcQ3cNCSYGHOUmBh8mkQPaLdipzLqfK80Zk98GQ17GuKgt7vGqG0j//D8"
    "vlLgg="
)
