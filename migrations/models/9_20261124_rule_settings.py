"""What a glossary sets about the rules, and the rules of its own."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
ALTER TABLE glossaries ADD COLUMN rule_settings TEXT NOT NULL DEFAULT '';
CREATE TABLE pattern_rules (
    id UUID PRIMARY KEY,
    glossary_id UUID NOT NULL REFERENCES glossaries (id) ON DELETE RESTRICT,
    code VARCHAR(60) COLLATE "C" NOT NULL UNIQUE CHECK (code ~ '^X-[A-Z0-9]+(-[A-Z0-9]+)*$'),
    name VARCHAR(200) NOT NULL CHECK (name <> ''),
    question TEXT NOT NULL CHECK (question <> ''),
    severity VARCHAR(10) NOT NULL CHECK (severity IN ('INFO', 'WARNING', 'ERROR')),
    locale VARCHAR(35) NOT NULL,
    pattern TEXT NOT NULL CHECK (length(pattern) BETWEEN 1 AND 500),
    examples JSONB NOT NULL DEFAULT '[]',
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    created_by_id UUID REFERENCES users (id) ON DELETE SET NULL,
    retired_at TIMESTAMPTZ
);
CREATE INDEX pattern_rules_glossary ON pattern_rules (glossary_id, code);
CREATE INDEX pattern_rules_creator ON pattern_rules (created_by_id);
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'begrip_app') AND current_user <> 'begrip_app' THEN
        GRANT SELECT, INSERT, UPDATE ON pattern_rules TO begrip_app;
    END IF;
END $$;
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
DROP TABLE pattern_rules;
ALTER TABLE glossaries DROP COLUMN rule_settings;
"""


MODELS_STATE = (
    "eJztXe1z4jjS/1dUfNnZKi41SWYyOWZvq0jimWE3gRyQmd1btoxjFPDFyKxlJ0Pds//7I/"
    "n9PZYDxDj9BYyslk23Xrp/6m79r7U0ZlinByNMqWaQVgf9r0WUJWYXyVtt1FJWq/AGL7CU"
    "W92pS91KTqFySy1TUS1WfqfoFLOiGaaqqa0s9xGtLqLanODZPzSCZvhBU3EHGQQjE9+ZmC"
    "4Y2VLT1weoG5RYxj0mSKNo+tNCITMd/3zwE8Wqia2fpx+RcYduDWvB2tDXaKHQBaZIMTGi"
    "lmHi2QF/qZmhsrfSyPyFnm8T7S8by5Yxx9YCm+wt/viTFWtkhr9j6v9c3ct3GtZnMTloM9"
    "6AUy5b65VTdnPTu/jk1OT/7VZWDd1ekrD2am0tDBJUt21tdsBp+L05JthULDyLCIjYuu7J"
    "0i9y35gVWKaNg1edhQUzfKfYOhdz66c7m6hcusjrNPd4TQ/4Uz/87L1hpLYs9wdjeSSNZb"
    "mV6hz8TRLy8opU1r9Yx9KIxfn1v7/ddkO+OKUt/oDzL93hm+OTHx1OGNSam85Nh2utvx1C"
    "xVJcUof3IbNd6cpciGmuny8UM5vrCbIE+9lrb4fxPrO2wN7WUvku65jMrQX7efKugN1fu0"
    "OH4yfvHI4bbPC7s0Lfu3Pk3OKMDxntjChhPsepNsNmvyDkczhtNYDRK5PNcIZN5WoczyGv"
    "xHqv/74WzpuGxXkhK1aa4RfsjqUtcTbT45QJXs880gP/Yv84X8Dpce9KGo27V9e8+SWlf+"
    "kOu7pjid85ckrXidI3JwmpBI2gb73xF8R/ov8M+lJyQQjqjf/T4u+k2JYhE+NRVmZRnvjF"
    "flFMykwJqCjlOOUGpFy7qY39wdmAKUVeD9wTsXuDpVDqukIt2aaV5J6kBcnvk+Q1rujh7y"
    "uNNVlB+BnkDZT/nsi71ARfXdYg5j0SM5uQTVlhAsgQc756HKdqnlZ89PZtCbWY1crVi517"
    "CcUYPzBjopJiHKMExbj2A0oMvIqQbBLBqq9Qn0CqOCZ4d58JVHFWpVn7yTCxNie/4rXD4B"
    "57D4WoOIOhHlB34zWznywNS8OhbCqPAYga7VDsv7N/jC13Qu+OzrsXUsvh8K2i3j8q5kyO"
    "sZrfMY6MRElQN31rebRMliiELQ0z71/wd/YxdSYj9veYmFpZiHt4t10Iurv1ZA62lgXeWV"
    "20UjQT3RkmUlQVU+qC2/Qjmt5rsykHuTWLouGnc/Th5PgUWQt7ebti0rCygPRnt/cMYPw+"
    "a3LJX6rvMycWwGZ94CofFGfSemC8kf/7eJ9m+C+jQT8POoyRJVdrTbXQ/yFdo9b+TkBZLO"
    "cMia3RPqvfXHV/S0rh/HJwlpz8eQNnCZUJUKb80dBcrMFkMjErKspRSlCU66YopzS7l1FE"
    "HPUvQwXx1cJ85YNrVqW1jhWra5ADNGUXS81xFZAfWBn7nqK5aTxS9Lhg/Y+VsQvFYkoC0y"
    "uWyhrNDKQuFDLHtIMMfYYTSgbCJHN/f/sPhA39+phJRbqLJ/U0x3vEymZ4hCLBdY1sTVU5"
    "3NbiOOdv8I+jw3cf3p0en7w7ZVWctwxKPhTwvdcfgx4CekjLXs0qSj1OCVLfJ6nPNLrSlb"
    "Xs/E7JPd/QTtI10E1nK7A4XiqaLsLogKCBHD4+KsNhViuXw869DA5zvEyYyz5R49CjrfB5"
    "pVD6aDDjJNvbbIy/5+heKcIm7KgVLQnSb+NirChYES4H/c9+9SSAlPQ703Pma4nYy9TGQM"
    "LzTN/xnN26GUlDQZvCoekg/jkh0kVvPGC/3O8J6V5c9fod5HwlTcMyI+K0xHg4zR0Np8mx"
    "oFGZWcfaQ4ZIzgzGbYXk2H1RuoQ4bhnhtuThT0W7HQhng8FlbCCc9ZI9/ebqTBq+OXQ4zy"
    "pp7k5O2kRZ2tSSXRte9ucTQd7nNbFDMQQleyuHNPQiYIRnE4M9nmQyW0lNRaaqwaul2Ju/"
    "N5Ok2/3mTARjurU13dIIPeDPewl8aWNbNjWBdT8zWQ1t531T0G5wr10E7875xp3JqpXEeL"
    "9xEJXHUFELr9CM6cxkRpFGnLK5blCqmOuPSEHOqCZzZBqPaMkmYMqhV0QX2mqFZ8gTehrS"
    "3UL7GQjuHy2/KYcZJiPXLG/uURmTWn8CxltDjDcuqCpqb7yFOpvTrdHN2VVv3EHu94RwGO"
    "hi2P3WQf4VU4Gvr4eDrxJTgt2LCRlKv0jnjMr9npCL3ui8O7yQWf1PrDj2k9Gzya/n0LsX"
    "nH7ElGuJN+BcVFGsD9+X0KwP3+eq1vxWAo3mYzJT5DkYtFe/zgKu6gVSxow/ybfiT1JGPD"
    "NAMOH/XVR7jhOC6VJeZWacM5i6a2ozhw3CbE8Qg7kiwHsT/2VzlwmR+SRK0wSkKjFflwK5"
    "DwtA7sM0yO0rWIKewQky8A4u9g6OqrHP9BD+HGlqP1n7pJdwonPVyVM44H6WJReRTIEl59"
    "bSylpyXcd0Mu7QNKScHqApNwZlii1mqM+p49b7aGqWhQliphjiu6Dodu1WowfqwtBURvcR"
    "4eXKWneQQn0bLMtdZwdPBH+d+kxc7QJbDvx1WuCvA54b4K8DUheVOtXtuYj14tdvnE/DaR"
    "m75TTfbDlNWS2iLlDg+iTm+sS/s/1y8n1FojSN4POu/USirynA9wRZE3CPXXNeo/LKvtU1"
    "VRziC+kA3RNA924VimXb1EQ6epQGerl4L9cNVdHF3BIiJOCRUCyQCkGk1FpX9wwMiHfoGv"
    "hpKEmCzG9dfxl2R1IHud8TMpL6Y6l/zkr8qwnh7XZQ0LowLl4KFi9AxdM5Go07LU80OQ5S"
    "IckOBeJf7kTTfFeGz+/y+fwuj8+sQTLHppOEoALPk+SNUD63ngwzCuaKrMIpwh129xeY+L"
    "eyEvtY3q3otluK8Bm49v5oQ9X33UJ+pbm8rdw89eTrk5tuqa4V23Zjb4H6N5eXL7Xvdq1Y"
    "FjZJnhNl9Ha7aPdt5VYUcaXsIl6Z74dxz0V/b/IHioxH4uakd1I7eN6Qypq2ETVYXcVyEu"
    "1wHye+V+YGt/M0o0iZMzlk7rtt7UGw3Vaf+apdsN32sh50NcKMN+8/B5jxdjFj9j+pKHYZ"
    "pWkEn3etSVI+2WtWTgBtCRQhQl9nAbR6/U+DDuKfE/KtO+z3+p87yLuYEGk4dEIO+Vc9IA"
    "QXOROZb0KKOgui4oxzXMbX/Djf1/w45WvuaXIis02EpBEs3vVkg78ry5UgghylAQh54xAy"
    "+BPlT0DN9SyBPIRNzUMIKOH2rG4IetgCWyHoYQdBDzzIc9g7H7dy5gcAt/ca3D43mGhWVi"
    "sD2PZvtYtAbdWtVBrPZtKzXJjZsOcLC73pjQbMBD798ONHB0lmYtKIE33tnpvKAWceu8/j"
    "+DWCHMxA0ZGukLnN/hHNgrK38gxAsesz8bcLUGzCz0vMDf/PgVsjNE3w7tpB7CYYf/ncb6"
    "7xB8orKK91069qHLF7ESgaWfpV5G6hihVRV8ppWeMFRo+Gec/1GQt/tw5Q12LrOnWzJq2w"
    "iTytzQmedbF/by+fIrYWMqVIXWgPWfG5m236ybRLTlgSJFqqo55lYXMpomP59Rux+7GDLW"
    "3OL9EwqChNI/i8610mPqWJMfx7c9x+XyYmRGQOgW1qoW1qlbFibmTpkeUcNKL0NTaLW+Pf"
    "r6UO4p8Tcj0cnEujUQd5F066uptLJ90d/56QXp8ZQU4QiH+V1HJexmuDPY5PJ0I73FEa2O"
    "EunqGq7HC77BVdhhNkEKRQJRyZmblKYPOUHQ9JOhgTGx8T1LBNVcwPJ0ICAtm4QPD3la6Q"
    "HMw7f5JKkNV4fa/tLAU+abUbDMSwxOQREIAwNi4Mw9TmWuU83CH1DhWob8PeeCz1BSXgk3"
    "WQd8GsjKvrwXAsXTArw7uakM9SXxp2ncLgsh62h8fLzCUkf+zEqZ41gPZnJdnKSHHMhewD"
    "sooQ1QhRAwGRzQeeQ0LJFiSUBB8ASCgJUt+vhJIvLde4+lXqmMzDgmMyD9PHZLK/jp2TRT"
    "Osl65pKuucHZEYWYLZr8V44db6H3+mElwplp3BzLIZrnzqHRofzok7oqaHf2qPe1pPry8P"
    "pa896Rvf3fAuJ4QP/rPL3ugLNz0iP4LTfS6C432qGSRHpQZEwXhInc5LufuLRhdsuRDX2n"
    "KoK2lwNbNMNq3DPSpUjrArzeTCJJQZ1JCKUiAVpc44Qi3ZtImgR2WKEMKsEtO/apgZvgWj"
    "paLrufNGQNSgmeL46MNJMEnwH0Xzw+iqe3mZ7qZsDuVwjoj+FyFpwtZCwuGrjKvGUb6rxl"
    "HG6XWO16RosGWMCtyqIdUdBLHuM1t9gES4w6YIocNChMVLhgeHoaPPZG8kCLWh3I0v4hB7"
    "vVHeloy9zp6Egb1PsDe17NQqtD2Mr+oRJjgVtwqDsPxK7ZKxWLJG5LuAolRQVgQqQY6TKL"
    "H42YSKf+ghD043HkmYW3X070vEnuEccIhNP7+qZdjqAnO6mancWdlRWlt61oRMyDTcvnOO"
    "YuQpY0PG/EA/oqmHuk3baBru+kydoLBp2GumTvg9Gzc0SD1LLbxy32dl89yyPCDf4fJzg/"
    "DDFxTUrVKEuw0Zq6Vq1UYQGAaBYS+/QkFgWBOZDYFhEBi2CX5DYBh4NkNgGASGZdDBmNj4"
    "mIDAsJoJBALDIDAMBgMEhtVPGBAYBoFhEBhWZqRAYBgEhu2lXzHEhlXSRmsUFeTzBILBQM"
    "wQ/QXRX3W1UDKjvyCwQoiHEFgBgRV1mFwhsGIv5gAIrNgWZyGwAgIras9ZCKyAwIo94C4E"
    "VkBgxZ6ydxuBFVmu8GlBDAgeG+yjpBguYk3to/f7k7JI+f+XOGFoQ3ErX71NhsK4la/hTk"
    "SZuBU/IUrZExsJ0pZL22kIUaKs6MKwOuFpPwuFzBmZ+015FIebOgdpRNXtWdYZQs9vkgeh"
    "dJmwtPkc84CVO5uyijfXHCv9yBrS104siapQVZlhdGcaSx7AEvDADTB5VPwgl2isjCva3D"
    "Mf/0iMHmIvb9kdOKMIQlFqpiZBKMqL21EQirLvzIZQFAhFgVAUCEWpr4cYhKJAKAqMCQhF"
    "qbVAIBQFQlFgMEAoSv2EAaEoEIoCoShlRgqEouwkFMXbUEjxONe3MiSAQJSMQJT9OweiAr"
    "rUzEMgwHdzC65wXJkUscH8+mB8iRtf3ha2EFoakoC2v3mwFKIScyfz5p5dBu7q21pM6plU"
    "dW9ZW+BYXeSzJ+w8+TyvvXqwd1N+e+AAvFUHYBEP1c25UHrO7UOsK1aOA2WySrvIfdK3KU"
    "yvdlnnSeQTIIoxcR0Rp15j0wPURZZizjFPck21GUaLzATdXmZsjXDPTYzuWc/46HhLGrbl"
    "kGmc6mbYy3C1fIEXeEaObnCO3KFzJBdjVVjEp601KHI2HLAZfthB3sWE9LvD4eAbL/KvuO"
    "vNpQt3excT4lWXHfy7dx7Q+wVhO2GVZEnYynV3OO6Ne1+lsJ2gKNJSpFq6LGzNdQca97qX"
    "YXNhWaS9aMWMwgmRfuuej+Wr7vj8SwdFfkwIM6ZGkn8n8sN7C/9O5If/XP9W9FfAYf9m7C"
    "e/e33ZPZdG/IZ7FZRdyGe/B8X8RxVYqlS6hoJsDelkDe6UKdumJoKjxKkATamApoDx/hqN"
    "dwCBIYB/fzjrTfNiXI0RAUcLgRCIgN5IBHQm/uH2w52ytp5d9knOxkYsAEuvCVii2Hn3LE"
    "DJudV+AkjilUrjR+qCsQqtFNMi/DA2HraqsLkyM6z2icqAy9RnfWsX4DKGOVeIRnM83fJd"
    "rZJ0dcZmKnpbbSWIFRwidmfCm1g1zFklGz5BCkb8PhnxM6xqtMoucYwMzPi84SRsx6cpwe"
    "x8Yv/d7Yob2X0Pm9rPblti7z02cJ82kCL9ESykJ5ibHru1MpGC7p2ZtSjs+kXJitxaJa2k"
    "cezY6CXP+KMgL8tR9tnYhbXBTqrPhNwusJPYAwjN8Ygqt4sdb6HO9lJrdHN21Rt3kPs9IV"
    "xjuxh2v3WQfzUh3evr4YBvIHsXfB/1F+ncSSvBvyfkosem3uGF7IcLRH8GYQBBFICTlmI8"
    "GEpOXgp+UWX/9bBMypDD/JQhh6mUIXx6qGZDxCnBhNgnE8Jgc7TJpCezv0jFwsgzSMF4r2"
    "C8Cx+mAKco5DtOuzORsOGWIgTOZh7lJcjWONVudbJasvQJUxhMtdJ28KYttRKn1lVO4hvJ"
    "JbuP/fxJecSH+bYT+X5izHDfOmUI+7faRXbwnVuppBn8jduz3CvbtHXPk3vOWEHdwjAaws"
    "20y328ebZdVjrH5opx10IKmaE7w1y20aNmLRyfb7aCU9dSNlasQ8ycOmymMPQH9kOz0vb1"
    "y7yGmxGYa7+sMc9fneceQBrhbanMyLd8Kx/1uTM85c+m7iPcRv3MyOinf7Eq7AkT8sZ/Rn"
    "BPo46UkWGi1L2fUf/HAzRVzLm95Ju8U/a3WFX+LktMKesk/qtx3vxAkcpsW92Y2xix6uYa"
    "4IeaLYLtAvgh0mNFdmkTZHUGHSpu0m4+JQYfLYyFM6E8rDGiJrK5zFb4Sf5O+ElqI9ywLd"
    "VY5jC5RC6kkLzO7G597Q28iA//akL6knQxkn+5ufgsXUn9cQclCiZEGg4HQydzhntRCQo7"
    "KQOFJTGWCBR2khQZ5enrNaty9twofa2F1ut/GvBsJp8GE/KtO+z3+p87yLvwhOOJpopgTk"
    "vI5TRXLKcZeUvumNrvMbyKXOIt1Foy59Jw3O31O8i7mJDL3q/S5e8d5H5PyJceH1H8sway"
    "CZSztGjyk3LEiOqRloM/tjFpOehKITIbCmaGKpV/pmiMqEEHi24u9RXnEM6K8ixmKs4M7g"
    "SWdnhqVJVp70LnL0RIYNehQgLbh7yltCCB7UPu4glZlJ4/Xd9p30Wk4VWH3JvPyFIbA6gE"
    "5vM0ISSJzJjWPTaJexTECMGhYJ8cCgL4tsK+dpoUtmGTrslxcFxgzsoiBV00PWkFfKoSTB"
    "Ej3cDEVTNe78k85fOkcKLSqPyIb9MiPjMMHSskZ3cnIEoI95ZRbWshCkp2K9GzweAyJsyz"
    "XtKwuLk6k4ZvDh0pskqau+ebHlOQ0HBrK4KnKomvtilCYC3kity0n45wrsiwV26AyV8VXZ"
    "s5kbtDu8l8Tg3lEi44OwtciQshw2knJaV8152HoCr/syU9eAYEI8wobTdjo3HnuMj4sSlI"
    "YldrRJUHjJbKPT8Zm+C0/03VRsDvpD5zexvl+534LmzC54SkCQEKytAA4Zibnfj0rEzjTt"
    "OxXNGNKoccWF+C9a/iRJx/30g33F3H/Z6Q4U3fdRrxLiZkdHN+LkkXvFJwOSGfur1LXuR+"
    "T8g5P3zZKfGvkituKc+fjZ+GxmZzvoNSVYoR8hpvSra6TC7Xjq+WfzUh/pXMkRfZ8wEahT"
    "Xi5X4QpJvh172qIsGjMmGMR/lhjEepMEaqMishLb/RUtH1/P15n6hBgOjx0YeTYNXmP4oW"
    "7NFV9/IyAwt1vT3trFUkH2iOEe1OG3q7J6qQZ0Y4BlsF9uaRA6Nzeu9M7KioOBVsrz/jWC"
    "iDsBe6tYXPck8RgrfJxoXDWGFX2uSKEcLefF32vMrszTtunZWEHqeEjc06b2xyzJ0uKok5"
    "QQpyrrWcFU23zSqZO9KUNbZWa+tCqzPuYZlp35ouOs4SpDDO6jzOFMvCy1VWaEsxqBCla4"
    "xxtglUATxvnhgi4HnzYrOTgOeNrxMLJxtKEYKXKzjeiLB3G443YafcAJObnX4oNX5rlSj2"
    "m6I9OI4mKUcb7067yMPm0alT+iCNaIIZJ5EMNZb41pitkaLyo2rw7AD1LLQw2Jujx4WmYz"
    "Q18YNx79iY0yDvC088M8XfVxqbFJwbPMMNMSy0UijNPpZjl48GL576LBRtBNljauDuII46"
    "PBNtqBuDdw03ODNzFVAvRgiAfV2whzKAfbgsiQo9TgkAU50BplArEZVynBKkvA9SrnCoTI"
    "IQ4ALAuHbEWk93EO6zSTrosoBwibB3GwhX0CcB4HqCucnRWyt8q2vPNEviiX1bGRhX5G67"
    "COdSeD1ZN+blkC4e/sUqHCB+zpHTCMeP+JmwTh/EM3S7RkuD8KzHd0izKOKD/uEDusfrj0"
    "hhXNbmc2w6YNNSo5RJCc1NhckFmfjOphjdXHMtxalwIV1KYyk7Bu0lXgLQr/osIu0C9MtQ"
    "Vds0qyXciZMCSlAX06IMSsDmBMOU77WslIT5oGecqhGQ3Lajg1yWic1pURrQglP8zD1nLp"
    "ebe3CuXFWQfuO5x6l9+1+sWsJzQ5Kugcw+LsPs43xmH+cyW9AZJEYFAEQyhmShkLlYAE+E"
    "BOJGirehKsSNmJgxg2b38oJjI2JUDZxONrPBmoKIXtDEHmFFb+VZ2M7N9tMGNmX1SjuT6B"
    "q594/yYYNYIx3ui7FA/0KjL91/HL0/ebMy8YNm2NQpbyNVIQbRVEVHvKf6pM6hPz9muYxs"
    "/gHPMI0p/is9gs60eX6QskuwGVfiFz1XzPMl/ufR0fHxh6O3xyen7999+PD+9G3gWZy+Ve"
    "RnfNb77B2DEA4t3xU231x2e6igNh+hgeMMYwtDdnKXM40o5jqbmTmZXW7Xlrt679mCUNRB"
    "vcU1WInZvH/W63eHv2d7hJxlLMZnv4+lbn3WCOmBTYOXRuYxfMG9whUC81rlIdguclMs4R"
    "lyKA/QdRz5NLnax+foKZspp22koKWm61wTw4q6yFoPnt8gzP/7O/+7/U9s/o/SgK2WzPHF"
    "OSFgFPj1m2gObBzKmesGpWwpFeywCTJAIAGz2b4/DptxRQAbv3490JpGHQEGW4KvxLuQK8"
    "9YXikmFgt9SNI1IRHANpbimlhdA9u6Nb63Mmwu7067yOIywjpPm1vEtYqQZegzxCZGbYYd"
    "HxKFUHcXru1ESa2xFdhRGTZW1VY27HNSZFdlruIZZpXXy8GqapRVtXf+P2Bvgb1VL2UJ7C"
    "2wt8DeAnvrFbtggvn1KsyvkcW68HJkKU4oRMoGi95uFxli1KnIj1n3aj5pjnGXf37ijGk8"
    "utku3LwWjjvCylAXvm+C27Ljwc9/6gr1DSs015ianTbRNtryhs224gRrZQ23fdkPq55brc"
    "Ac4yIUmZECggZaCcdHZXw+j/J9Po+SVgIfBbLwTm6UqjGZAXeAO9RkFejN8HJlWJio619x"
    "ZhRaokbhWqCFdWUOPZRfD5j6wgTJ52cFLW3LPZnMZj3AZAWsKXc653FgKptGWam6MCj+yG"
    "6tLHT0jk30tkkP0AirJmaVCH5gdVijbAnAZsYZaDt6ZsYa8kcsjMJY8bHhxQGwZ7b+hHC0"
    "GoajvWC0TN2Woc3Y+bF+X3Y9jxE1cE3fPPJ3jzMixPMZ7FVvIGuP3pbhLauVfzzT2xR3Nb"
    "KyxU8CjFM1kNfbSNDGV2oRXDCkAGRw48gg03eUamdvxCkBF6w7LlgTK+UX47aVYZrw4kJ7"
    "5L/GbemIHY4Zcf9oTjM9QF30aJj3TKF3ISTN8vOuRs47mLJpBFOkLJjMPyKFIDdT3Qw5dX"
    "hCC0u5xwQZzDDI8tnexSMh4UWdFOB8CyM/rPnpozr3IbS51bu6HgzHHeR+T4j0m/vb/Z6Q"
    "s5vLX+Wv3csem+t6g34HJQom5FoassWoeyn7pImC5AgrpxeWUgsLtML9PzvXOwlXcLw0/v"
    "zcmUHET7SMEzUGEN3c2emGpejCXE1QNehk240xFnTy16KTw/l4r88lHs7He9mE9Q5mJ4I/"
    "BQQAP20cflqZBr8tlEgnSgMi2bhITLwyTEGA1qeohzgaldgIjnlsbcIVCc5HfW16lkZlle"
    "Myuuxl+cJZAVhPnO2Z1QIc9Clw0CfEq8AZn3XnbGpnLN190zwWzs3/OdLUXnL2yfz8iUEL"
    "h3u+msM9/b597uQ4bWXs7yZqtIu2eoN+FEmZ+vS27zfu4ckjBiJR3MhtgYd4IwX57R6g3o"
    "wixcROjDffZuygR05tLfAa8RdHS2WNbjGa8/ZuWZnxmN703cUDYcu3PstEu2DLN3buS4at"
    "1jVNJSfdYJo0IYXXYj5zNv/xZ3IvxCD81FxhribogKWwvfS6t5de3BCrm6wbZC/UlLWbMR"
    "heVqO9Wd1jvCrSaL0a5TRaO6xcQqE1kG4Y90xztPzc4FwddqOcQt1y6vUORjZFc9N45OfK"
    "YzeESbOYVqkaS0YVnEPPXi4jimrrT3uGKlu/uWtvE2Pnq7DcU9W1oMvyN6QAFCmBegZjJA"
    "NyLojAjdM1ZttmJ7m/YIfnNezwPCuKoYyeNiB4bLCPHWhpdVhEtqCjPe+MF2xq6iJL3/Lu"
    "FOpZSljnKfUqn1EbxtxeS4LHZ7q/5ismTLOkgtHFEZI6B1JUDYB9/75MpMP79/mhDvxews"
    "9ktRLhsFe9gdw9LBVefFgQXnyYDi9mT7Qyc3AVnBcXkuzereplNJCNOVC9aKzj3/8PSuh9"
    "Ug=="
)
