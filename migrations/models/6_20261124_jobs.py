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
    "eJztXWtT40bW/itd/rKTKocaYIZhmWyqDGgmTsBmbTOTbJyShdTYCnLLUUtcKm/++9utm3"
    "VHLWQja84XLLf6yOI5fTn3/ruzNDVs0L0xplQ3SecE/d0hyhKzi+StLuooq9X6Bm+wlRvD"
    "7Uu9Tm6jckNtS1Ft1n6rGBSzJg1T1dJXtvcTnR6i+pxg7XudIA3f6yo+QSbByMK3FqYLRr"
    "bUjac91AtbbPMOE6RTNPthoRDNwD/u/UCxamH7x9lHZN6iG9NesGcYT2ih0AWmSLEworZp"
    "YW2Pv5RmquytdDJ/pd93iP6Xg2XbnGN7gS32Fr//wZp1ouFHTIOvqzv5VseGFuODrvEHuO"
    "2y/bRy266v++ef3J78f7uRVdNwlmTde/VkL0wSdnccXdvjNPzeHBNsKTbWIgwijmH4vAya"
    "vDdmDbbl4PBVtXWDhm8Vx+Bs7vxw6xCVcxf5g+YOP9E9/qsffvTfMNJblgfDiTyWJrLcSQ"
    "0O/iYJfvlNKhtfbGDpxOZ4/f2P99w1Lm5rh//A2U+90ZvDo+9cJExqzy33pota5x+XULEV"
    "j9TFfg22x12ZMzGN+tlCsbJRT5Al4GevvRngA7A2AG9nqTzKBiZze8G+Hr0rgPtLb+Qifv"
    "TORdxkk99bFQb+nQP3Fgd+DbQ7o4RxjlPVA3PQsMZ5vWy1AOiVxVY406FyNcRzyCtB74/f"
    "bwV5y7Q5FrJipwE/Z3dsfYmzQY9TJrDWfNK94GL3kC9AetK/lMaT3uUVf/yS0r8MF67eRO"
    "J3DtzWp0Trm6MEV8KHoK/9yU+If0X/Gw6k5IYQ9pv8r8PfSXFsUybmg6xoUUyC5qApxmUm"
    "BFTkcpyyBi43bmlj/6A2ZEKRPwJ3hO3+ZCnkuqFQW3ZoJb4naYHzu8R5nQt6+HGls0dWYH"
    "4GeQv5vyP8LrXAV+c1sHmH2MwWZEtWGAMy2JwvHsep2icVH7x9W0IsZr1y5WL3XkIwxvdM"
    "magkGMcoQTBu/IQSM15FSOq0YDWXqc9YqrhN8PYu01DFoUpD+8m0sD4nv+AnF+A+ew+FqD"
    "gDUN9Qd+0/ZjchXbeup7KlPIRG1OiAYv87+4+x7S3ovfFZ71zquAjfKOrdg2Jpcgxqfsc8"
    "MBMtYd/0reXBMtmiELY1aP5/wd85sKkzHrF/j7Gpk2VxX9/tFhrdvX4yN7aWNbyzvmil6B"
    "a6NS2kqCqm1DNu049odqdrM27k1m2KRp/O0Iejw2NkL5zlzYpxw84ypL/4eS8wjN9lLS75"
    "W/Vd5sICttnAcJVvFGfcumfYyH8+3KUB/3k8HOSZDmNkyd1aV230f8jQqb27C1AW5ByQ2B"
    "4dQP3msvdrkgtnF8PT5OLPH3CaEJnAypQ/G9pra7AYT6yKgnKUEgTlpgnKKcnudQQRV/zL"
    "EEECsTBf+OCSVWmpY8X6mmQPzdjFUndDBeR71sY+Z2humQ8UPSzY+GNt7EKxmZDA5Iql8o"
    "Q0E6kLhcwxPUGmoeGEkIEwyfTvb/4HwaHfHDWpSHbxuZ5GvE/sbMAjFAnUdbIxUWV/U5vj"
    "nL/B9wf77z68Oz48enfMurhvGbZ8KMC9P5iAHAJySMdZaRW5HqcEru8S1zWdrgzlSXa/p/"
    "ier2gn6VoYprMRszheKrohAnRI0EKEDw/KIMx65SLs3stAmNvLhFEOiFpnPdoIziuF0geT"
    "KSfZ0WYT/Jgje6UI2+BRK9oSpF8nxbaicEe4GA4+B92TBqRk3JmRs15LxFmmHAOJyDNjy2"
    "t253osjQR1CpfmBPG/UyKd9ydD9s37nJLe+WV/cILcj6RqWGZGHJeYD8e5s+E4ORd0KjPt"
    "WL/PYMmpydBWSI7eF6VLsOOGEW6KH8FStN2JcDocXsQmwmk/OdKvL0+l0Zt9F3nWSfc8OW"
    "kVZelQW/Z0eDlYTwSxz3vEFtkQtuwsH9KmFwElPJsY9PEkyGwntRSZqibvloI33zeTpNu+"
    "cyZiY7pxdMPWCd3jv/ca9qXaXDYNMet+ZrwaOe77pky74b1ukXl3zh13FutW0sb7lRtReQ"
    "4VtfEKaUxmJhpFOnHb5oZJqWI9fUQKcmc1mSPLfEBLtgBTbnpFdKGvVlhDPtPTJt0NPD/D"
    "gvt7J3iUC4bFyHXbX3tUBlLnD7DxNtDGG2dUFbE3/oQmq9Od8fXpZX9ygrzPKeFmoPNR7+"
    "sJCq6YCHx1NRp+kZgQ7F1MyUj6WTpjVN7nlJz3x2e90bnM+n9izbGvjJ4tfn2X3rvg9GMm"
    "XEv8Ae5FFcF6/30JyXr/fa5ozW8lrNF8TmayPMcG7fdvMoOrRoGUUeOP8rX4o5QSzxQQTP"
    "j/Lio9xwlBdSkvMjPkTCbuWrrmwiAMe4IY1BUB7C38l8NDJkTWkyhNGyxVifW6lJF7v8DI"
    "vZ82cgcClmBkcIIMooOLo4OjYuwLI4Q/Rx61m9A+GyWcGFxNihQO0c/S5CKcKdDkvF56WU"
    "2u56pO5i2arSlnWTE2ed0gMqY5S0S3QGuCyJgORMZAjARExgDXRblODWcuoicE/VsXPXBc"
    "RkM4zlcQjlP6gWiwEQQZiQUZ8c/sCJj8qIwoTStw3nZERvQ1BXBPkLXBwrBt5HUqr5wbQ1"
    "fFjWlrOrCjCdjRbhSKZcfSRQZ6lAZGufgoN0xVMcQCACIk4PsvZkiFdE1qP1WPwQuJtxiE"
    "92kkSYLgd65+GvXG0gnyPqdkLA0m0uCMtQRXU8Kfe4LCpwtboEsZoAvsz+lqiOatnseanF"
    "CkNckWGRJcbkXSfFcG53f5OL/Lw5k9kMyx5ab7V8A8Sd4K4XPTZScDc9KNqI8lRfgC0+ru"
    "bMjVnSxrvGpws5QsxNJMXJ/1sKSGVszHwt4CDa4vLl7LyXJmMtas7E6GjyW41S1ysahep9"
    "IOFsY9m7tO2Dhw5gsbvemPh2yvO/7w3Ue3Vgpjk07caCSvjjiPceOxbDyuTSeI8rRlxUCG"
    "QuYO+49olndmI78Brp3mLEzdAtcO4fWDc8Phcow8EZo26GBbiGUAl08++u01/kMEC0SwNE"
    "2+anAEy3koaGTJV5G7hSJWRFwpJ2VNFhg9mNYdl2ds/GjvoZ7N9nXqZRGssIV8qQ0pREOe"
    "NYwJS4rNC9axvZAJRepCv886PqbeRz+bhuA6DyHxoIlylo2tpYiMFfRvoR1jI85Kjpeosz"
    "JK0wqct+1M4EuaGOCP7THOvY7nRmQNWVO0AvBENYoyKUKH+SlCh+kUIQbF3MySI8s5Y6L0"
    "DVaLO5PfrqQTxP9OydVoeCaNxyfIv3DTt64v3PQv/jkl/QFTglxXTXDVDPcM+zm+nAh5Mq"
    "M04Mqs3ZXpwyu6DSfItug5ewXgNxU0xNRcJdR5ys6HJB3MidrnBDUdSxWLt4iQAENqZwh+"
    "XBkKybF55y9SCbIG7++NXaXwo7JcCcYeRWlgMtQ+GYhpi/EjJABm1M4M09LneuW6FGvqLQ"
    "pQX0f9yUQaCHIgIDtB/gXTMi6vhqOJdM60DP9qSj5LA2nUcxvDy2boHj6WmVtI/tyJU71o"
    "Au3OTrKRmeKqC8IHQkeJWmgQqT88DNI+O5D2CTEAkPYJXN+ttM/X5mtc/CpVNnq/oGz0fr"
    "psNPvXsREeZxdHuWdZylOORyRGlgD7W1FeuLb++x+pNBTFdjLALJuHElBvUflwK9CJqh5B"
    "FTuvel1/II+kL33pK/du+JdTwif/6UV//BNXPSJfwmp352G5u2oKyUGpCVEwH1LV6ikPf9"
    "Hpgm0X4lJbDnUlCa5hmkndMtyDQuUIXGmQC1NFM6ghYVQgYdRgiFBbthwiGFGZIoR8lcTy"
    "r5pWRmzBeKkYRu66ERK1aKU4PPhwFC4S/EvR+jC+7F1cpIcpW0O5OUdE/ouQtMG1kAj4Kh"
    "OqcZAfqnGQUc3VjZoUzVqLUUFYNWQDbglZyAPYCKyBgUR4wKYIYcBChsVWMix4TfRR/2zS"
    "ydrOaoA3koTaUnTjm3gZcCH3uu7c6+xFGOB9Bt7UttOo1PZ1flWfMMapuFOYhBV06pbMxZ"
    "J1It+GFKWSsiKmEuQGiRIbKRQpQT1hnpxuPpAuoqaXNDX+7wViv4G4XwFbFHmndtumoy4w"
    "p9Ms5TbjxJgN/taUTMls7b6b8bwufsrMGph/0Y9oFhw43kWztddn5iaFzdajZuam37N5Q7"
    "GXr++fceO+z8qx2UvyhHwX5Zcm4a9fUFC2ShFuN2WskaJVF0FiGCSGvf4OBYlhbQQbEsMg"
    "MawOvCExDCKbITEMEsMy6GBO1D4nIDGsYQyBxDBIDIPJAIlhzWMGJIZBYhgkhpWZKZAYBo"
    "lhOxlXDLlhlaTRBmUFBZhAMhiwGbK/IPurqRpKZvYXJFYIYQiJFZBY0YTFFRIrdmINgMSK"
    "TSELiRWQWNF4ZCGxAhIrdgBdSKyAxIodhXcTiRVZofBpRgwJnpjsT0k2nMcetYvR78/yIh"
    "X/X+KEoZryVr74TobCvJUva09EmbyVoCBK2RMbCdKXS8d9EKJEWdGFaZ+sT/tZKGTOyLxP"
    "yrM4vNI5SCeq4WhZZwi9/JE8CaXHmKXP55gnrNw6lHW8vuK20o/sQcaTm0uiKlRVNIxuLX"
    "PJE1hCDLwEkwclSHKJ5sp4rM098/H3xOwhzvKG3YEziiAVpWFiEqSivLoeBakouw42pKJA"
    "KgqkokAqSnMjxCAVBVJRYE5AKkqjGQKpKJCKApMBUlGaxwxIRYFUFEhFKTNTIBVlK6kovk"
    "MhhXFubOWaABJRMhJRdu8ciArWpXYeAgGxmxsIhePCpIgOFvQH5Utc+fJd2ELW0jUJSPv1"
    "G0shKzF3MW/v2WUQrr6pzaSZRVV3FtqCwOqimD3h4MmXRe01A9664vYgAHijAcAiEar1hV"
    "CesdfH7runAieDW92icEnV61Q2RpLHKuoErRTLJrxmNo8uVNjczox+fKbzC0pcQ2zhFmML"
    "TWuuEJ3mGCTzLWJJuibbFZoUawh66/b0VgurpqVV0pMSpKAo7ZKipGFVp1WE+RgZiPJ500"
    "lYAU1Tggb6jJrkDcValKT1o3Zz2JZQkWIT93kFKTIeQUN6Btz03G2UihQO78zksvXQL8op"
    "83qV1JImsdN9ljwxS0F+Mlr2EUaFvUFPas6C3C3Qk9gPEJpjuCrng40/ocn6Umd8fXrZn5"
    "wg73NKuMR2Pup9PUHB1ZT0rq5Gwy/SCfIvePT/z9KZG/3PP6fkvM+W3tG5HHh1o19Db23o"
    "rHWzBybDkeSmD/CL5GQq5b0tk9mxn5/ZsZ/K7ODLQzUdIk4JKsQuqRAmW6Mtxj2Z/YtULN"
    "o3gxSU9wrKu3DNOyh2l+/f8lYiYcUtRQjIZlZcFoQ1TgUHMT6nCoOqVloPrltTK1FcvHKt"
    "lUjJj10c58/yIz7NN11v5RMDw3vrlCIc3OoW6cG3XqeSavBXrs/yWieWY2C04EfyzhkU1G"
    "tcO629gij8sF5eFIW1zrG1Yuja7iG6t6a17KIH3V64lU7YDk49TdlcsQGhuX3YSmEa9+yL"
    "nnFE8Ou8hle4xTthODjxl4eIh6f8Ikbrcx8NEMWY8t+m3k94Dw0K2KAf/sO6sF+YkjfBb4"
    "T3dOpyGbnnGSfu/YgG3+2hmWLNnSV38s7Yv8W68ndZYkrZIAlejWPzL4pUptsa5tzBiHW3"
    "nsD80LBNsFtgfoiMWBEvbYKsyUaHxmQu8NnCINSEymXEiNoIcxlX+FG+J/wo5Qg3HVs1lz"
    "kgl0hZW5M3Ge7Ol/7wwstDC66mZCBJ52P55+vzz9KlNJicoETDlEij0XDkJjh4F5VMYUdl"
    "TGFJG0vEFHaUZBnlVcZ0u3KRkyh9o5nWH3wa8qSTT8Mp+dobDfqDzyfIv/CZ47OmCmOOS/"
    "DlOJctxxnpJbdM7PcBr8KX+BMazZkzaTTp9QcnyL+Ykov+L9LFbyfI+5ySn/p8RvG/DeBN"
    "KJylWZOfOxEjakb2BP/Z1mRP0JVCZDYVrAxRKv/ohxhRi85/qC9DkSOESYZWUAyqTwKQpi"
    "HFjyqT3oXK5EVIwOtQoc7Ifd5WWlBn5D5384Rkt5cv17f6owg3/O5QIuEFxURiBiqB9TxN"
    "CLn8Gcu6D5N4REGMEAIKdimgIDTfVvBrp0nBDZsMTY4bxwXWrCxSkEXTi1aIU5VkihhpDQ"
    "tXw7DekXUqwOSZ5AnIhd7QKuVv3+I7QIoQoIU081dPM1+PyhpA/qIYuuZmk46cNuOcmsol"
    "wkK2lkwRZ0JGIEmKS/nhJPdhV/7PlowqGRKMMKN0XEIev8DDNoJ8CSSxqydElXuMlsodP1"
    "SH4HRMSNWHQCxEc9b2LsqPhQjCqoRLDKYJwTyRIelDhcytxJmsLPNWN7BcMbQnhxygLwH9"
    "N1FM87/X0jUPIfE+p2R0PfACGfyLKRlfn51J0jnvFF5Oyade/4I3eZ9TcsbPbXFbgqvkjl"
    "sqGqX2QsqFh84/z8XdOIC+02N8uXLjh4KrKQmuZG4NkP24lPG6R7w9SMzjzwiuqnCw/kPt"
    "qcq0hDT/xkvFMPJ9xgFRi4x0hwcfjsJdm38p2rDHl72Liwz7nBeB6GTtIvnGzxjR9qShtz"
    "siCvlqhKuwVYA3jxyAzhm9mliV2TgVuHxfdvyWpd84wsdApQghAqJ25jAonEqOlxgh+Iub"
    "4ocp4y92Qw0rMT1OCc62JjvbuM2dH9ddgc0JUuBzo/ms6IZjVakmkaZssLba2LBOg6GHZS"
    "Z964boPEuQwjxr8jxTbBsvV1npFsVGhShda5SzOqwKEA2ysWiQQE4TLsqSIoRoQAgGEYF3"
    "E8Eg60FZA8jtLtOSmr+NKqj5VdHv3eCHVPCHf6dbFPXx4PYpfeBAtBCHW3CDmkt8Y2pPSF"
    "H56WdY20N9Gy1M9uboYaEbGM0sfG/euXrPLKyPwQt0zPDjSmeLgnuDVwIhpo1WCqXZxxds"
    "86chsqQ5G0UXQZWNBrjgxTXhF2rATQN42yqwuzJXMTTFCMGI3BR9uIwReb0tiTI9TglGjy"
    "YbPdZSiSiX45TA5V3gcoXDNxKEYC4AG9eWoPVlB+Exm6SDIQsWLhF4N2HhCsckGLieATc5"
    "extl3+o5mm5LvABqJ8PGFbnbLbJzKbyfbJjzcpYunpLEOuwhfh6M+xBuP+JnZ7pjEGvo5g"
    "ktTcKrw94i3aaIT/r7D+gOP31ECkNZn8+x5RqbljqljEtobimML8jCtw7F6PqKSyluh3Pp"
    "QppI2XlRr/ESYP1qzibSLbB+marqWFa1wiRxUrASNEW1KGMlYGuCacl3elbptnyjZ5yqFS"
    "a5TWeseJCJrWlRGpCCU3jmnseVi+YOnL9V1Uhfe41m6tz8iVVbeG1I0rUQ7MMyYB/mg32Y"
    "C7ZgMEiMCgwQybyGhULmYkklERLIZSh2Q1XIZbAwA4Nmj/KC8voxqhYuJ/U4WFMmoldUsc"
    "dYMTp5GrZ7s/u8gk1Zv9LBJIZO7oIjT9gk1skJj8VYoP+g8U+97w/eH71ZWfheNx3qtneR"
    "qhCT6KpiID5SA1L3cJTvskJG6v+BF6jGFP+VnkGn+jw/cdYjqCe89VXPX/LjW/99cHB4+O"
    "Hg7eHR8ft3Hz68P34bRrumbxXFvp72P/vl4tdTKwiFzVeXvREqKM1HaODYt9jGkF1w5FQn"
    "ivWUDWZOtZGbJ9vbvXdsQygaoP7mGu7EbN0/7Q96o9+yI0JOMzbj098mUq85e4R0z5bBCz"
    "PzuLLwXuEOgXmv8ibYHvLK/mANuZR76Cpu+bS42MfX6BlbKWddpKClbhhcEsOKusjaD17+"
    "QFj/d3f998af2PofpQFdLVl3iiMhoBQE/duoDtRuypkbJqVsKxUcsAkysECCzWbz8ThsxR"
    "Ux2AT9m2GtadVRSeAS/EaiC7nwjOWVYmGx1IckXRuS0zexFTdE6xo69o352MnQufw73SKN"
    "y1z3eV7dIp5WhGzT0BBbGHUNuzEkCqGeF67rZkk9YTvUozJ0rKpPqTnmpEivytzFM9Qqf5"
    "SDVtUqrWrn4n9A3wJ9q1nCEuhboG+BvgX61jccggnq1zehfo1tNoSXY1txUyFSOlj0drdI"
    "EaNuR34ctd/zWXWMh/zzU1As88GrduHVtXDDEVamughiE7wnuxH8/Kuh0ECxQnOdidlpFa"
    "3WJ9esthUX/SqruO2KP6x6va8CdYyzUGRFCglaqCUcHpSJ+TzIj/k8SGoJfBbIwp7cKFVr"
    "qtVtwe7QkF2gr+HlyrQxUZ9+wZlZaIkehXuBvu4rc9ND+f2AiS+MkXx9VtDSsb3Tshw2Ai"
    "zWwB7lLec8D0xlyyhrVRcmxR/ZrZWNDt6xhd6x6B4aY9XCrBPB96wPeyjbArCVcS7Xln4z"
    "Yw/5PZZGYa743PDzANhvdv6AdLQGpqO9YrZM07ahevT82Lgvu5/HiFq4p9dv+bvDGRni+Q"
    "D73VsI7cHbMtiyXvlHBr1NoauTlSN+Ol2cqoVYb6JAG9+pReyCawqwDNZuGWTyjlLtPIg4"
    "JdgFm24XbIiW8rN508lQTXhzoT7yp3lTOmOH24x4fDSnme2hHnowrTsm0HsmJN0O6q5Gav"
    "DP2DKCKVIWjOcfkUKQV6lOQ24fXtDCVu4wQSZTDLJitrfxk1DwokkCcL6GkZ/W/PzxkbuQ"
    "2tzpX14NR5MT5H1OifSr9937nJLT64tf5C+9iz5b6/rDwQlKNEzJlTRim1HvQg5IEw3JGV"
    "ZOLiwlFhZIhbt/nqt/OqvgfGn9ma6aScRPWYwTtcYgWt953qatGMKoJqhadNpqbcCCTP6t"
    "yORwZtu3FxIPZ7a9bsF612YnYn8KCcD8VLv5aWWZ/LZQIZ0oDbCkdpZYeGVaggbagKIZ7G"
    "hVYSM4erBTRygSnNn5rclZOpVVbpcxZL/KF85KwDJNxlSSs/FnPyFZF4Y9YlPTKWzZcl2Y"
    "4fAixubTflKwur48lUZv9l3+sk66V4Q7PdsgXwXO+Gw6sinPWHr4pjEWrs3/OfKonUT22f"
    "r8iUkLh3t+M4d79rClq4tOVllG7063sCbjus9zzt18XGt2jn4radkvNFrnO0H5ca2CMYER"
    "kia7P6uGrb1/X8Y/+f59voOS30toh2xSCSDsd28huvulggL3C4IC99NBgewX7czMuYIqz2"
    "uS7RtDXke6qs3s8aoRSv/8Px6yAZM="
)
