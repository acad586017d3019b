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
    "eJztXWtz4kbW/itdfNlJFXGN7RmP15NNFbY1ExIbvIBnkg0pIUttUCxaRC35Unnz39/ulg"
    "S6Wy0DFprzxYhWHyE/py/n3n+35raBLbo3xJSaNmmdoL9bRJtjdpG81UYtbbFY3eANrnZj"
    "ib7U7yQatRvqOprusvZbzaKYNRmY6o65cP2faHUQNacEG9+bBBn43tTxCbIJRg6+dTCdMb"
    "K5aT3toc6yxbXvMEEmRZMfZhoxLPzj3g8U6w52f5x8RPYturHdGXuG9YRmGp1hijQHI+ra"
    "Djb2+EsZts7eyiTTV/p9j5h/eVh17Sl2Z9hhb/H7H6zZJAZ+xDT8urhTb01sGTE+mAZ/gG"
    "hX3aeFaLu+7p5/Ej35/3aj6rblzcmq9+LJndlk2d3zTGOP0/B7U0ywo7nYiDCIeJYV8DJs"
    "8t+YNbiOh5evaqwaDHyreRZnc+uHW4/onLsoGDR3+Inu8V/98GPwhpHeqtrrj9ShMlLVVm"
    "pw8DdJ8Cto0tn4YgPLJC7H6+9//OeucBGtLf4DZz91Bm8Oj74TSNjUnTripkCt9Y8g1FzN"
    "JxXYr8D2uatyJqZRP5tpTjbqCbIE/Oy1NwN8CNYG4G3NtUfVwmTqztjXo3cFcH/pDATiR+"
    "8E4jab/P6q0AvuHIhbHPgV0GJGSeMcp1oPzGHDCufVstUAoBcOW+Fsj6rVEM8hrwR9MH6/"
    "FeQd2+VYqJqbBvyc3XHNOc4GPU6ZwNoISPfCi91DvgDpUfdSGY46l1f88XNK/7IEXJ2Rwu"
    "8ciNanROubowRXlg9BX7ujnxD/iv7X7ynJDWHZb/S/Fn8nzXNtldgPqmZEMQmbw6YYl5kQ"
    "UJHLcco1cLl2Sxv7B40+E4qCEbgjbA8mSyHXLY26qkcr8T1JC5zfJc6bXNDDjwuTPbIC8z"
    "PIG8j/HeF3qQW+Oq+BzTvEZrYgO6rGGJDB5nzxOE7VPKn44O3bEmIx65UrF4t7CcEY3zNl"
    "opJgHKMEwbj2E0rOeBUhWacFq75MfcZSxW2Ct3eZhioOVRraT7aDzSn5BT8JgLvsPTSi4w"
    "xAA0PddfCY3YR01bqayo72sDSiRgcU+9/Zf4xdf0HvDM8650pLIHyj6XcPmmOoMaj5HfvA"
    "TrQs+6ZvzQ/myRaNsK3BCP4L/s6hTZ3xiP17jE2tLIv76m670Oju91O5sbWs4Z31RQvNdN"
    "Ct7SBN1zGlvnGbfkSTO9OYcCO36VI0+HSGPhwdHiN35s1vFowbbpYh/cXPe4Fh/C5rccnf"
    "qu8yFxawzYaGq3yjOOPWPcNG/fPhLg34z8N+L890GCNL7tam7qL/Q5ZJ3d1dgLIg54DE9u"
    "gQ6jeXnV+TXDi76J8mF3/+gNOEyARWpvzZ0Fxbg8N44lQUlKOUICjXTVBOSXavI4gI8S9D"
    "BAnFwnzhg0tWpaWOBetrkz00YRdzU4QKqPesjX1O0NSxHyh6mLHxx9rYheYyIYHJFXPtCR"
    "k20mcamWJ6gmzLwAkhA2GS6d/f/A+CQ78+alKR7BJwPY14l7jZgEcoEqibZGOiyv6mNscp"
    "f4PvD/bffXh3fHj07ph1EW+5bPlQgHu3NwI5BOSQlrcwKnI9Tglc3yWuGyZdWNqTKr6n+J"
    "6vaCfpGhimsxGzOJ5rpiUD9JKggQgfHpRBmPXKRVjcy0CY28ukUQ6JGmc92gjOC43SB5sp"
    "J9nRZiP8mCN7pQib4FEr2hKUX0fFtqLljnDR730OuycNSMm4MytnvVaIN085BhKRZ9aW1+"
    "zW9VAZSOoUguYE8b9jopx3R332zf8ck875Zbd3gsRHUjUsMyOOS8yH49zZcJycCyZVmXZs"
    "3mew5NRmaGskR++L0iXYccMIN8WPcCna7kQ47fcvYhPhtJsc6deXp8rgzb5AnnUyfU9OWk"
    "WZe9RVfR1eDdcTSezzHrFFNixbdpYPadOLhBKeTQz6eBJktpM6mkp1m3dLwZvvm0nSbd85"
    "E7Ex3Xim5ZqE7vHfew370tpcNjUx635mvBp44n1Tpt3lvXaReXfKHXcO61bSxvuVG1F5Dh"
    "V18QIZTGYmBkUmEW1Ty6ZUc54+Ig2JWU2myLEf0JwtwJSbXhGdmYsFNlDA9LRJdwPPz7Dg"
    "/t4KHyXAcBi56QZrj85Aav0BNt4a2njjjKoi9safUGd1ujW8Pr3sjk6Q/zkm3Ax0Puh8PU"
    "HhFROBr64G/S8KE4L9izEZKD8rZ4zK/xyT8+7wrDM4V1n/T6w59pXRs8WvK+j9C04/ZMK1"
    "wh8gLqoI1vvvS0jW++9zRWt+K2GN5nMyk+U5Nuigf50ZXDUKpIwaf5SvxR+llHimgGDC/3"
    "dZ6TlOCKpLeZGZIWczcdcxDQGDNOwJYlBXJLB38F8eD5mQWU+iNE2wVCXW61JG7v0CI/d+"
    "2sgdCliSkcEJMogOLo4OjoqxL4wQ/hx51G5C+2yUcGJw1SlSeIl+liYX4UyBJuf3Mstqch"
    "2hOtm3aLKinGTF2OR1g8iY+iwR7QKtCSJjWhAZAzESEBkDXJflOrW8qYyeEPZvXPTAcRkN"
    "4ThfQThO6QeywUYQZCQXZMQ/syNg8qMyojSNwHnbERnR15TAPUHWBAvDtpE3qbrwbixTlz"
    "emrejAjiZhR7vRKFY9x5QZ6FEaGOXyo9yydc2SCwCIkIDvv5ghFdI1qftUPQZvSbzFILxP"
    "A0WRBL919dOgM1ROkP85JkOlN1J6Z6wlvBoT/twTtHy6tAW6lAG6wP6croZo35p5rMkJRV"
    "qRbJEh4eVWJM13ZXB+l4/zuzyc2QPJFDsi3b8C5knyRgifmy47GZqTbmR9LCnCF5hWd2dD"
    "ru5kWeG1BjdLyUIs9cT1WQ9LamjFfCzsLVDv+uLitZwsZzZjzcJtZfhYwlvtIheL7ncq7W"
    "Bh3HO564SNA286c9Gb7rDP9rrjD999FLVSGJtMIqKR/DriPMaNx7LxuDaTIMrTljULWRqZ"
    "euw/olnemY38Brh26rMwtQtcO4TXD84Nh8sx8kRomqCDbSGWAVw++eg31/gPESwQwVI3+a"
    "rGESznS0EjS76K3C0UsSLiSjkpazTD6MF27rg84+JHdw91XLavUz+LYIEdFEhtSCMG8q1h"
    "TFjSXF6wju2FTCjSZ+Z91vEx6330s2kIwnkIiQd1lLNc7MxlZKywfwPtGBtxVnK8ZJ2VUZ"
    "pG4LxtZwJf0uQAf2yOce51PDcya8iKohGAJ6pRlEkROsxPETpMpwgxKKZ2lhxZzhkTpa+x"
    "Wtwa/XalnCD+d0yuBv0zZTg8QcGFSN+6vhDpX/xzTLo9pgQJV014VQ/3DPs5vpxIeTKjNO"
    "DKXLsrM4BXdhtOkG3Rc/YKwG8qaIipudpS5yk7H5J0MCfWPieo7Tm6XLxFhAQYsnaG4MeF"
    "pZEcm3f+IpUgq/H+XttVCj9q84Vk7FGUBibD2icDsV05fiwJgBlrZ4btmFOzcl2KFfUWBa"
    "ivg+5opPQkORCSnaDggmkZl1f9wUg5Z1pGcDUmn5WeMuiIxuVlPXSPAMvMLSR/7sSpXjSB"
    "dmcn2chMEeqC9IHQUaIGGkTWHx4GaZ8tSPuEGABI+wSu71ba52vzNS5+lSobvV9QNno/XT"
    "aaCcGul6G5lE2bCKm3KCuLgmmyknJYdM0vttbtqQPlS1f5yo3xweWY8LF6etEd/sQl5ciX"
    "ZXG282V1tmry80Ep/hWwL1VcnfJoDZPO2OomL2TkUFcSOGomSK9b5HjQqBqBKw1yYWZjBj"
    "XkN0rkN1oMEeqqjkckAwBThJBekVj+ddvJcIUP55pl5a4bS6IGrRSHBx+OlosE/1K0Pgwv"
    "OxcX6WHK1lBufZARVyIkTbCEJ+KTykQWHORHFhxkFB8VQX6ySVYxKogChuS1LSELYesbgT"
    "XU56UHbIoQBiwkBGwlIYCX8B50z0atrO1sDfBGciYbim58Ey8DLqQKrztVOHsRBnifgTe1"
    "7dQqE3uVDtQljHE6bhXmDIWd2iVTh1STqLdLilI5RBFTCRIxjcRFGkVaWP6W51LbD6SNqO"
    "3n+Az/e4HYbyBuBscORf4h067t6TPM6QxHu8044GSDvzUmYzJZeZsmPA2JH4qyAuZf9COa"
    "hOdjt9Fk5aSYiBymyWrUTES2OJs3FPvp5cGRLOJ9Fp7LXpLnjwuUX5ozvnpBSdkqRbjdDK"
    "dailZtBHlMkMf0+jsU5DE1EWzIY4I8Jshjgjym+oYXQh4T5DHBnIA8plozBPKYII8JJgPk"
    "MdWPGZDHBHlMkMdUZqZAHhPkMe1kXDGkMlWSRmuUxBJiArlLwGZIVtpsshLkAUjNH8gDgD"
    "yAOqwFkAewE2sA5AFsClnIA4A8gNojC3kAkAewA+hCHgDkAewovJvIA8iK3E4zok/wyGZ/"
    "SrLhPPaoXQzWfpYXqXD1Eue3rCnN4ktgEy9Ms/iyMpyXSbMI63eUPQ+PIHM+98SDECXags"
    "5s92R1lspMI1NG5n9SnnTgV3pBJtEtz8g6oeXlj+Q5Ex3GLHM6xTy/4tajrOP1FTftfWQP"
    "sp5E6oOuUV0zMLp17DnPt1hi4OdDPGhhTkY0tcNnbe6Jer8nZg/x5jfsDpwAA5kTNROTIH"
    "Pi1fUoyJzYdbAhcwIyJyBzAjIn6hvQBJkTkDkBcwIyJ2rNEMicgMwJmAyQOVE/ZkDmBGRO"
    "QOZEmZkCmRNbyZwIHAopjHNjK1cEkDeRkTexe8cWVLAuNfPMAojd3EAoHBcmZXSwsD8oX/"
    "LKV+DClrKWrkhA2l+/sRSS6HIX8+aeDAXh6pvaTOpZA3RnoS0IrC6K2ZMOnnxZ1F494F1X"
    "3B4EAG80AFgmQnV9IZRn7PWxePdU4GR4q10ULqn7ncrGSPJYRZOghea4hJd45tGFGpvbmd"
    "GPz3R+QUVmiC3cYmyh7Uw1YtIcg2S+RSxJV2e7Qp1iDUFv3Z7e6mDddoxKelKCFBSlXVKU"
    "DKybtIowHyMDUT5vOkkroGlK0ECfUZP8obgWJWn1qN0ctiVUpNjEfV5BioxH0JCeATc9d2"
    "ulIi2Hd2Zy2WroF+WU+b1Kakmj2GE0c56YpaEgGS37xJ3C3qAn1WdBbhfoSewHCM0xXJXz"
    "wcafUGd9qTW8Pr3sjk6Q/zkmXGI7H3S+nqDwakw6V1eD/hflBAUXPPr/Z+VMRP/zzzE577"
    "Kld3Cuhl7d6Nelt3bprBXZA6P+QBHpA/wiOZlKeW/LZHbs52d27KcyO/jyUE2HiFOCCrFL"
    "KoTN1miHcU9l/yKVi/bNIAXlvYLyLl3zDord5fu3/JVIWnFLEQKymQWCJWGNU8G5gc+pwq"
    "CqldaD162plaiFXbnWSqTkxy6O82f5EZ/mm6638omB4b91ShEOb7WL9OBbv1NJNfgr12d5"
    "rRPHszCa8RNkpwwK6jeunNZ+QRR+tiwvisJap9hZMHRdcebrre3M2+jBdGei0gnbwamvKd"
    "sLNiAM0YetFLZ1z76YGSfavs5r+IVb/ANxwwNqeYj48lBaxGgD7qMeohhT/tvU/wn/oWEB"
    "G/TDf1gX9gtj8ib8jeU9kwouI3H8buLej6j33R6aaM7Um3Mn74T9W6wrf5c5ppQNkvDVOD"
    "b/okhnuq1lTz2MWHfnCcwPNdsE2wXmh8iIlfHSJsjqbHSoTeYCny0MQkOqXEaMqIkwl3GF"
    "H+V7wo9SjnDbc3V7ngNyiZS1FXmd4W596fYv/Dy08GpMeopyPlR/vj7/rFwqvdEJSjSMiT"
    "IY9AciwcG/qGQKOypjCkvaWCKmsKMkyyivMma6lYucROlrzbRu71OfJ5186o/J186g1+19"
    "PkHBRcCcgDVVGHNcgi/HuWw5zkgvuWVifwB4Fb7En1Brzpwpg1Gn2ztBwcWYXHR/US5+O0"
    "H+55j81OUziv+tAW+WwlmaNfm5EzGiemRP8J9tTPYEXWhEZVPByRCl8o9+iBE16PyH9WUo"
    "coQwydAKikENSADSNKT4UWfSu1SZvAgJeB0q1Bm5z9tKC+qM3OdunpDs9vLl+tZ8lOFG0B"
    "1KJLygmEjMQCWxnqcJIZc/Y1kPYJKPKIgRQkDBLgUULM23FfzaaVJwwyZDk+PGcYk1K4sU"
    "ZNH0orXEqUoyRYx0DQtXzbDekXUqxOSZ5AnIhd7QKhVs3/I7QIoQoIU081dPM1+NyjWA/E"
    "WzTENkkw68JuOcmsolwkK2lkwRZ0JGIEmKS/nhJPfLrvyfLRlV0icYYUbpCUIev8DDNsJ8"
    "CaSwqydEtXuM5todP1SH4HRMSNWHQCxEfdb2NsqPhQjDqqRLDKYJwTyRIelDhcytxJksHP"
    "vWtLBaMbQnhxygLwH9N1FM87/XyjUPIfE/x2Rw3fMDGYKLMRlen50pyjnvtLwck0+d7gVv"
    "8j/H5Iyf2yJawqvkjlsqGmXthZQLD51/nou7cQB9q8P4ciXih8KrMQmvVG4NUIO4lOGqR7"
    "w9TMzjzwivqnBw/YfaU51pCWn+DeeaZeX7jEOiBhnpDg8+HC13bf6laMMeXnYuLjLsc34E"
    "ope1i+QbP2NE25OG3u6IKBSoEUJhqwBvHjkAnTN6Dbkqs3EqcPm+7Pgtx7zxpI+BShFCBM"
    "TamcOg8Co5XmKE4C+uix+mjL9YhBpWYnqcEpxtdXa2cZs7P667ApsTpMDnWvNZMy3PqVJN"
    "Ik1ZY221tmGdFkMPq0z6Ni3ZeZYghXlW53mmuS6eL7LSLYqNClG6xihn67AqQDTIxqJBQj"
    "lNuihLihCiASEYRAbeTQSDrAblGkBudpmW1PytVUHNr5p5L4IfUsEfwZ12UdTHg+hT+sCB"
    "aCEOUXCD2nN8YxtPSNP56WfY2ENdF81s9uboYWZaGE0cfG/fCb1nsqyPwQt0TPDjwmSLgr"
    "jBK4EQ20ULjdLs4wu2+dMQWVKfjaKNoMpGDVzw8prwCzXgugG8bRVYrMxVDE0xQjAi10Uf"
    "LmNEXm1LskyPU4LRo85Gj5VUIsvlOCVweRe4XOHwjQQhmAvAxrUlaAPZQXrMJulgyIKFSw"
    "beTVi4lmMSDFzPgJucvbWyb3U8w3QVXgC1lWHjitxtF9m5NN5PtexpOUsXT0liHfYQPw9G"
    "PITbj/jZmWIMYgPdPKG5TXh12FtkuhTxSX//Ad3hp49IYyib0yl2hLFpblLKuISmjsb4gh"
    "x861GMrq+4lCI6nCsXykjJzot6jZcA61d9NpF2gfXL1nXPcaoVJomTgpWgLqpFGSsBWxNs"
    "R70zs0q35Rs941SNMMltOmPFh0xuTYvSgBScwjP3PK5cNHfg/K2qRvq112im3s2fWHel14"
    "YkXQPBPiwD9mE+2Ie5YEsGg8SowACRzGuYaWQql1QSIYFchmI3VIVcBgczMGj2KC8orx+j"
    "auBysh4Ha8pE9Ioq9hBrVitPwxY3288r2JT1Kx1MYpnkLjzyhE1ik5zwWIwZ+g8a/tT5/u"
    "D90ZuFg+9N26OivY10jdjE1DUL8ZEakorDUb7LChlZ/w+8QDWm+K/0DDo1p/mJsz7BesJb"
    "X/X8pSC+9d8HB4eHHw7eHh4dv3/34cP747fLaNf0raLY19Pu56Bc/GpqhaGw+eqyP0Ilpf"
    "kIDRz7FtsYsguOnJpEc56ywcypNnLz5Pq7945tCEUDNNhclzsxW/dPu73O4LfsiJDTjM34"
    "9LeR0qnPHqHcs2Xwws48rmx5r3CHwLxXeRNsB/llf7CBBOUeuopbPh0u9vE1esJWykkbaW"
    "huWhaXxLCmz7L2g5c/ENb/3V3//fEnt/5HaUBXS9ad4khIKAVh/yaqA2s35Uwtm1K2lUoO"
    "2AQZWCDBZrP5eBy24soYbML+9bDWNOqoJHAJfiPRhVx4xupCc7Bc6kOSrgnJ6ZvYimuidf"
    "U998Z+bGXoXMGddpHGZa/6PK9uEV8rQq5tGYgtjKaBRQyJRqjvhWuLLKkn7C71qAwdq+pT"
    "1hxzUqRXZe7iGWpVMMpBq2qUVrVz8T+gb4G+VS9hCfQt0LdA3wJ96xsOwQT165tQv4YuG8"
    "LzoauJVIiUDha93S5SxKjoyI+jDno+q47xkH9+CopjP/jVLvy6FiIcYWHrszA2wX+yiODn"
    "Xy2NhooVmppMzE6raGt98prVtuKiX2UVt13xh1Wv91WgjnEWyqxIS4IGagmHB2ViPg/yYz"
    "4PkloCnwWqtCc3StWYanVbsDvUZBfoGni+sF1M9KdfcGYWWqJH4V5grvqq3PRQfj9g4gtj"
    "JF+fNTT3XP+0LI+NAIc1sEf5yznPA9PZMspa9ZlN8Ud2a+Gig3dsofccuoeGWHcw60TwPe"
    "vDHsq2AOxknMu1pd/M2EN+j6VR2As+N4I8APabrT8gHa2G6WivmC1Tt21oPXp+bNyX3c9j"
    "RA3c09dv+bvDGRni+QAH3RsI7cHbMtiyXvlHBr1NoWuShSd/Ol2cqoFYb6JAG9+pZeyCKw"
    "qwDK7dMsjkHa3aeRBxSrAL1t0uWBMt5Wf7ppWhmvDmQn3kT/umdMYOtxnx+GhOM9lDHfRg"
    "O3dMoPdNSKYb1l2N1OCfsGUEU6TNGM8/Io0gv1KdgUQfXtDC1e4wQTZTDLJitrfxk1Dwok"
    "4CcL6GkZ/W/PzxkbuQ2tzqXl71B6MT5H+OifKr/93/HJPT64tf1C+diy5b67r93glKNIzJ"
    "lTJgm1HnQg1JEw3JGVZOLiwlFhZIhbt/nmtwOqvkfGn8ma6GTeRPWYwTNcYgur7zvG1Xs6"
    "RRTVA16LTVtQELMvm3IpPDmW3fXkg8nNn2ugXrhc1Oxv60JADz09rNTwvH5relCulEaYAl"
    "a2eJgxe2I2mgDSnqwY5GFTaCowdb6whFgjM7vzU5y6Sqzu0ylhpU+cJZCVi2zZhKcjb+7C"
    "ck68KwR2xqOi1btlwXpt+/iLH5tJsUrK4vT5XBm33BX9bJ9Itwp2cb5KvAGZ91RzblGUsP"
    "3zTG0rX5P0cetZPIPlufPzFp4XDPb+Zwzw52TH3WyirL6N9pF9ZkXPV5zrmbj+uanaPfSl"
    "r2C43W+U5QflyrZExghKTO7s+qYWvv35fxT75/n++g5PcS2iGbVBIIB90biO5+qaDA/YKg"
    "wP10UCD7RTczc66gyvOKZPvGkNeRrtZm9njVCKV//h/UGyMa"
)
