"""What definitions are found by in texts: keys that all forms of a word share, made by the application."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
ALTER TABLE definitions DROP COLUMN words;
ALTER TABLE definitions ADD COLUMN label_starts TEXT[] COLLATE "C" NOT NULL DEFAULT '{}';
ALTER TABLE definitions ADD COLUMN text_lemmas TEXT[] COLLATE "C" NOT NULL DEFAULT '{}';
ALTER TABLE definitions ADD COLUMN text_pairs TEXT[] COLLATE "C" NOT NULL DEFAULT '{}';
ALTER TABLE definitions ADD COLUMN keyed_as VARCHAR(32) COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX definitions_label_starts ON definitions USING GIN (label_starts);
CREATE INDEX definitions_text_lemmas ON definitions USING GIN (text_lemmas);
CREATE INDEX definitions_text_pairs ON definitions USING GIN (text_pairs);
ALTER TABLE definitions_in_force DROP COLUMN words;
ALTER TABLE definitions_in_force ADD COLUMN label_starts TEXT[] COLLATE "C" NOT NULL DEFAULT '{}';
ALTER TABLE definitions_in_force ADD COLUMN text_lemmas TEXT[] COLLATE "C" NOT NULL DEFAULT '{}';
ALTER TABLE definitions_in_force ADD COLUMN text_pairs TEXT[] COLLATE "C" NOT NULL DEFAULT '{}';
ALTER TABLE definitions_in_force ADD COLUMN keyed_as VARCHAR(32) COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX definitions_in_force_label_starts ON definitions_in_force USING GIN (label_starts);
CREATE INDEX definitions_in_force_text_lemmas ON definitions_in_force USING GIN (text_lemmas);
CREATE INDEX definitions_in_force_text_pairs ON definitions_in_force USING GIN (text_pairs);
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
ALTER TABLE definitions DROP COLUMN label_starts;
ALTER TABLE definitions DROP COLUMN text_lemmas;
ALTER TABLE definitions DROP COLUMN text_pairs;
ALTER TABLE definitions DROP COLUMN keyed_as;
ALTER TABLE definitions ADD COLUMN words TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, text)) STORED;
CREATE INDEX definitions_words ON definitions USING GIN (words);
ALTER TABLE definitions_in_force DROP COLUMN label_starts;
ALTER TABLE definitions_in_force DROP COLUMN text_lemmas;
ALTER TABLE definitions_in_force DROP COLUMN text_pairs;
ALTER TABLE definitions_in_force DROP COLUMN keyed_as;
ALTER TABLE definitions_in_force ADD COLUMN words TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, text)) STORED;
CREATE INDEX definitions_in_force_words ON definitions_in_force USING GIN (words);
"""


MODELS_STATE = (
    "eJztXWtz2kjW/itdfJlMFeuK7cTxktmpwraSMGODF3Ays8OUkEUbtBYtRi3Zofad//5263"
    "63WgYs5PPFiFYfIT+nL+ecPpf/tZbGDOv0YIQp1QzS6qD/tYiyxOwieauNWspqFd7gDZZy"
    "qzt9qdvJaVRuqWUqqsXa7xSdYtY0w1Q1tZXl/kSri6g2J3j2D42gGX7QVNxBBsHIxHcmpg"
    "tGttT09QHqBi2WcY8J0iia/rRQyEzHPx/8RLFqYuvn6Udk3KFbw1qwZ+hrtFDoAlOkmBhR"
    "yzDx7IC/1MxQ2VtpZP5Cv28T7S8by5Yxx9YCm+wt/viTNWtkhr9j6n9d3ct3GtZnMT5oM/"
    "4Ap1221iun7eamd/HJ6cn/t1tZNXR7ScLeq7W1MEjQ3ba12QGn4ffmmGBTsfAswiBi67rH"
    "S7/JfWPWYJk2Dl51FjbM8J1i65zNrZ/ubKJy7iJv0NzjNT3gv/rhZ+8NI71luT8YyyNpLM"
    "ut1ODgb5Lgl9eksvHFBpZGLI7X//52nxvi4rS2+A+cf+kO3xyf/OggYVBrbjo3HdRafzuE"
    "iqW4pA72Idgud2XOxDTq5wvFzEY9QZaAn732doD3wdoCvK2l8l3WMZlbC/b15F0B3F+7Qw"
    "fxk3cO4gab/O6q0PfuHDm3OPAh0M6MEsY5TrUZmP2GEOdw2WoA0CuTrXCGTeVqiOeQV4Le"
    "G7+vBXnTsDgWsmKlAb9gdyxtibNBj1MmsJ55pAf+xf4hX4D0uHcljcbdq2v++CWlf+kOXN"
    "2xxO8cOa3rROubkwRXgoegb73xF8S/ov8M+lJyQwj6jf/T4u+k2JYhE+NRVmZRTPxmvynG"
    "ZSYEVORynHIDXK7d0sb+wdmACUXeCNwTtnuTpZDrukIt2aaV+J6kBc7vE+c1Lujh7yuNPb"
    "IC8zPIG8j/PeF3qQW+Oq+BzXvEZrYgm7LCGJDB5nzxOE7VPKn46O3bEmIx65UrFzv3EoIx"
    "fmDKRCXBOEYJgnHtJ5SY8SpCskkLVn2Z+oSlitsE7+4zDVUcqjS0nwwTa3PyK147APfYey"
    "hExRmAeoa6G+8x+wlp2BpOZVN5DIyo0QHF/nf2H2PLXdC7o/PuhdRyEL5V1PtHxZzJMaj5"
    "HePISLQEfdO3lkfLZItC2NYw8/4L/s6+TZ3xiP17jE2tLIt7eLddaHR3+8nc2FrW8M76op"
    "WimejOMJGiqphS17hNP6LpvTabciO3ZlE0/HSOPpwcnyJrYS9vV4wbVpYh/dnPe4Zh/D5r"
    "ccnfqu8zFxawzfqGq3yjOOPWA8NG/u/jfRrwX0aDfp7pMEaW3K011UL/h3SNWvu7AGVBzg"
    "GJ7dE+1G+uur8luXB+OThLLv78AWcJkQmsTPmzobm2BpPxxKwoKEcpQVCum6CckuxeRhBx"
    "xL8MEcQXC/OFDy5ZlZY6VqyvQQ7QlF0sNcdVQH5gbexziuam8UjR44KNP9bGLhSLCQlMrl"
    "gqazQzkLpQyBzTDjL0GU4IGQiTzPP97f8gHOjXR00qkl08rqcR7xErG/AIRQJ1jWxNVDnc"
    "1uY452/wj6PDdx/enR6fvDtlXZy3DFo+FODe649BDgE5pGWvZhW5HqcEru8T12caXenKWn"
    "a+p/ier2gn6RroprMVszheKpouAnRA0ECEj4/KIMx65SLs3MtAmNvLhFH2iRpnPdoKziuF"
    "0keDKSfZ3mZj/D1H9koRNuFErWhLkH4bF9uKgh3hctD/7HdPGpCSfmd6znotEXuZOhhIeJ"
    "7pO16zWzcjaSioUzg0HcT/Toh00RsP2Df3c0K6F1e9fgc5H0nVsMyMOC0xH05zZ8Npci5o"
    "VGbasfaQwZIzg6GtkBy9L0qXYMctI9wWP/ylaLcT4WwwuIxNhLNecqTfXJ1JwzeHDvKsk+"
    "ae5KRVlKVNLdnV4WV/PRHEPu8RO2RD0LK3fEibXgSU8Gxi0MeTILOd1FRkqhq8Wwre/LOZ"
    "JN3uD2ciNqZbW9MtjdAD/nsvYV/a2JFNTcy6nxmvhrbzvinTbnCvXWTenfODO5N1K2nj/c"
    "aNqDyGilp4hWZMZiYzijTitM11g1LFXH9ECnJmNZkj03hES7YAU256RXShrVZ4hjymp026"
    "W3h+hgX3j5b/KAcMk5Frlrf2qAyk1p9g462hjTfOqCpib/wJdVanW6Obs6veuIPczwnhZq"
    "CLYfdbB/lXTAS+vh4OvkpMCHYvJmQo/SKdMyr3c0IueqPz7vBCZv0/sebYV0bPFr+eQ+9e"
    "cPoRE64l/gDnoopgffi+hGR9+D5XtOa3EtZoPiczWZ5jg/b615nBVb1AyqjxJ/la/ElKiW"
    "cKCCb8fxeVnuOEoLqUF5kZcgYTd01t5sAgDHuCGNQVAexN/JfNXSZE1pMoTRMsVYn1upSR"
    "+7DAyH2YNnL7ApagZ3CCDLyDi72Do2LsMz2EP0cetZ/QPuklnBhcdfIUDtDP0uQinCnQ5N"
    "xeWllNruuoTsYdmoaU0wM05cqgTLHFFPU5ddx6H03NsjBBTBVD/BQU3a7dbvRAXRiayug+"
    "IrxcWesOUqivg2W56+zgF8Ffpz4LV7tAlwN/nRb464DnBvjrANdFuU51ey6ivfj9G+fTcF"
    "pGbznNV1tOU1qLqAsUuD6JuT7xz2y/nHxfkShNI3DetZ9I9DUFcE+QNcHusWvkNSqv7Ftd"
    "U8VNfCEdWPcErHu3CsWybWoiAz1KA6NcfJTrhqroYm4JERLwSChmSIUgUmqtq3sGBsQ7dA"
    "38NJQkQfBb11+G3ZHUQe7nhIyk/ljqn7MW/2pC+HM7KHi6sF28lFm8wCqeztFo3Gl5rMlx"
    "kApJdsgQ/3Inkua7Mji/y8f5XR7O7IFkjk0nCUEFzJPkjRA+t54MM2rMFdmFU4Q7HO4vsP"
    "BvZSf2bXm3osduKcJn2LX3Rxqqfu4W4pVGeVu5eeqJ65OHbqmhFTt2Y2+B+jeXly917nat"
    "WBY2SZ4TZfR2u+j0beV2FHGl7CLemZ+Hcc9F/2zyB4qMR+LmpHdSO3jekMqathE1WF/Fch"
    "LtcB8nflbmBrfzNKNImTM+ZJ67be2H4LitPutVu+C47WU96GpkM968/xzYjLdrM2b/JxW1"
    "XUZpGoHzriVJyhd7zcoJoC1hRYjQ15kBrV7/06CD+N8J+dYd9nv9zx3kXUyINBw6IYf8ox"
    "4mBNdyJrLehBR1ZkTFFee4jK/5cb6v+XHK19yT5ERWmwhJIyDe9WKDvyvLlaAFOUoDJuSN"
    "m5DBnyh/AWquZwnkIWxqHkKwEm5P64aghy3ACkEPOwh64EGew975uJWzPoBxe6+N2+cGY8"
    "3KamUYtv1b7SKjtup2Km3PZtyzXDOzYc8XFnrTGw2YCnz64cePjiWZsUkjTvS1WzeVG5x5"
    "7D6P49cIcmwGio50hcxt9h/RLFP2Vn4DrNj1WfjbBVZswusl5ob/55hbIzRN8O7aQewmKH"
    "/56DdX+QPhFYTXuslXNY7YvQgEjSz5KnK3UMSKiCvlpKzxAqNHw7zn8oyFv1sHqGuxfZ26"
    "WZNW2ESe1OYEz7q2f+8snyK2FzKhSF1oD1nxuZt99JNpl5ywJEi0VEc5y8LmUkTG8vs34v"
    "RjB0faHC/RMKgoTSNw3vUpE1/SxAD/3hy335eJCRFZQ+CYWuiYWmVQzI0sObKcg0aUvsZq"
    "cWv8+7XUQfzvhFwPB+fSaNRB3oWTru7m0kl3xz8npNdnSpATBOJfJaWcl/HaYD/HlxOhE+"
    "4oDZxwF69QVU64XXhFt+EEGQQpVAlHZmquEug8ZedDkg7mxMbnBDVsUxXzw4mQAEM2zhD8"
    "faUrJMfmnb9IJchqvL/XdpUCn7TaTQZiWGL8CAiAGRtnhmFqc61yHu6QeocC1LdhbzyW+o"
    "Ic8Mk6yLtgWsbV9WA4li6YluFdTchnqS8Nu05jcFkP3cPDMnMLyZ87capnTaD92Um2MlMc"
    "dSG7QFaRRTVC1ECDyOYDzyGhZAsSSoIPACSUBK7vV0LJl+ZrXPwqVSbzsKBM5mG6TCb717"
    "FTWTRDe+maprLOORGJkSXAfi3KC9fW//gzE1CmW5hZJvUnIQ0JAdSEnKrj5VIRwzRBB5Am"
    "IF0pmlkB0YAMAA0BZYshlzEy4MzfraI0DTiuSZZ1LnOwfFRQ1Dm5WbHF0bJzAC6TPdCn3i"
    "HUTjUzUbOOXxHNrYTW68tD6WtP+sZPjr3LCeGC1dllb/SFm3UiX4LKaRdB6bRqxp4y3DvM"
    "595hinuYctdCjS7YkBfXiHOoK2nHNbP6bFo/flSoHIErDXJhgt8MakjzK5DmV2eIUEs2bS"
    "LorZ4ihBDWxPKvGmaG39Zoqeh67roREDVopTg++nASLBL8S9H6MLrqXl6mhylbQ7mpXERa"
    "iZA04dg24Uxbxg3uKN8N7iijMqjjkS4ayB6jgpAVSCMKCQL2GVbf+Cw8YFOEMGAheu0lUy"
    "+EYfnPhDcS4N9QdOObOOS12Ci2JfNaZC/CAO8T8Ka2nVqlDQljV3uEMU7FrcIAV79Tu2Sc"
    "q6wR+S6gKBXwGjGVIMcBn1i87qviF5TliT+MRxLmrR79+xKx33CKx2LTz11tGba6wJxuZi"
    "p3VnYE7JZ+a0ImZBq6Rjhlbnk67hCYH+hHNPWsbtM2moYn6lMn4HYajpqpk9qEzRsapPWm"
    "Fl6577Oyed5unuzEQfm5CU7CFxSUrVKEuw3HraVoxQkh6BaCbl96h4Kg2yaCDUG3EHS7Cb"
    "wh6BaiRiDoFoJuM+hgTmx8TkDQbc0YAkG3EHQLkwGCbuvHDAi6haBbCLotM1Mg6BaCbvfS"
    "rxjibitJozWKuPQxgUBbYDNE1kJkbV01FIishcja/YYUImshsnaPImshaE1omELQGgSt1U"
    "FwhaC1vVgDIGhtW8hC0BoErdUeWQhag6C1PUAXgtYgaG1P4d1G0FpWmFGaEQOCxwb7U5IN"
    "F7FH7WNk0ZO8SMVWlaiMuaGYwK/eAW5hTODX8JS3TEygn2yqbKVxgrTl0nYehChRVnRhWJ"
    "2wSuVCIXNG5n5SHiHnpiVDGlF1e5ZV+/L5j+QBfl3GLG0+xzwY8M6mrOPNNT+H+sgepK+d"
    "OD1Voaoyw+jONJY8ODDAwA3ee1T8AMJoHKLL2txa5X8kZg+xl7fsDtTWhDC/molJEOb34n"
    "oUhPntO9gQ5gdhfpvAG8L8wE8dwvwgzC+DDubExucEhPnVjCEQ5gdhfjAZIMyvfsyAMD8I"
    "84MwvzIzBcL8dhLm5x0opDDO9a0MCSDILyPIb/9q7FSwLjWzwA74bm7BFY4LkyI6mN8flC"
    "9x5cs7whayloYkIO1v3lgKEd+5i3lza+6Cu/q2NpOUb1RZZFOEsE8XO1YX+ewJO08+z2uv"
    "HvBuym8PHIC36gAs4qG6ORdKz7l9iHXFynGgTHZpF7lP+jqF6fUu6zyJfAJEMSauI+LUe9"
    "j0AHWRpZhzzAsIUG2G0SKz+IFXdUAj3HMTo3s2Mj463pKGbTlkGqe6GfYyXC1f4AWeUf8A"
    "nCN36BzJ2VjVLOLT1toocjYcsBV+2EHexYT0u8Ph4Btv8q+4682la+72LibE6y479u/eeU"
    "DvN4TPCbskW8KnXHeH496491UKnxM0RZ4U6ZZuC5/mugONe93L8HFhW+R50Y4ZjRMi/dY9"
    "H8tX3fH5lw6KfJkQpkyNJP9O5Iv3Fv6dyBf/d/1b0W8Bwv7N2Fd+9/qyey6N+A33Kmi7kM"
    "9+D5r5lypmqVKpcAoy4aQT4bhLpmybmogdJU4F1pQK1hRQ3l+j8g5GYAjg3x9kvWVeDNUY"
    "ESBaaAiBCOiNREBn2j/ccbhTaOs5ZJ9ENjZjwbD0mgxLFDvvnmVQcm61nzAk8U6l7Ufqgk"
    "GFVoppEV7okoetKmytzAyrfaIz2GXqs7+1C+wyhjlXiEZzPN3yXa2SdHW2zVT0ttpKECs4"
    "ROxOhTexapizSjp8ghSU+H1S4mdY1WiVU+IYGajxedNJWI9PU4La+cT5uzsUN3L6Hj5qP4"
    "dtibP32MR9WkGKjEfQkJ4ANz13a6UiBcM7M2tROPSLkhW5vUpqSeMFRtTCK1fjWfKMPwry"
    "shyl1aQne4OeVJ8FuV2gJ7EfIDTHI6rcKXb8CXXWl1qjm7Or3riD3M8J4RLbxbD7rYP8qw"
    "npXl8PB/wA2bvg56i/SOdOWgn+OSEXPbb0Di9kP1wg+jUIAwiiAJy0FOPBUHLyUvCLKuev"
    "h2VShhzmpww5TKUM4ctDNR0iTgkqxD6pEAZbo03GPZn9i1QsjDyDFJT3Csq7cDEFqKKQ7z"
    "jtrkTCiluKEJDNLJMoCGucarcyWS0hfUIVBlWttB68aU2tREXQykl8I7lk93GcP8mP+DTf"
    "diLfTwwM961TirB/q12kB9+5nUqqwd+4Psu9sk1b9zy55wwK6jaG0RBupl3u482z7bLWOT"
    "ZXDF0LKWSG7gxz2UaPmrVwfL7ZDk5dTdlYsQExc/qwlcLQH9gXzUrr1y/zGm5GYC79sod5"
    "/uo89wDSCH+WypR8y9fyUZ87w1P+29T9CfehfmZk9NO/WBf2CxPyxv+N4J5GHS4jw0Spez"
    "+j/o8HaKqYc3vJD3mn7N9iXfm7LDGlbJD4r8ax+YEilem2ujG3MWLdzTWYH2q2CbYLzA+R"
    "EStySpsgq7PRoeIh7eZTYvDZwiCcCeVhjRE1EeYyR+En+SfhJ6mDcMO2VGOZA3KJXEgheZ"
    "3hbn3tDbyID/9qQvqSdDGSf7m5+CxdSf1xByUaJkQaDgdDJ3OGe1HJFHZSxhSWtLFETGEn"
    "SZZRnr5esypnz43S15ppvf6nAc9m8mkwId+6w36v/7mDvAuPOR5rqjDmtARfTnPZcpqRt+"
    "SOif0e4FX4En9CrTlzLg3H3V6/g7yLCbns/Spd/t5B7ueEfOnxGcX/1oA3gXCWZk1+Uo4Y"
    "UT3ScvCfbUxaDrpSiFvPOs2V/JqiMaIGFRbdXOorjhDOivIsBhVnBncCpB2eGlVl0rtQ/Y"
    "UICZw6VEhg+5C3lRYksH3I3Twhi9Lzl+s77bsIN7zukHvzGVlqYwYqgfU8TQhJIjOWdQ8m"
    "cY+CGCE4FOyTQ0Fgvq1wrp0mhWPYpGty3DgusGZlkYIsml60ApyqBFPESDewcNUM6z1Zp3"
    "xMChcqjcqP+DbN4jPD0LFCck53AqIEc28Z1bY2oqBltxw9GwwuY8w86yUVi5urM2n45tDh"
    "IuukuWe+6TkFCQ23tiN4opL4bpsiBGghV+Sm/XSEc0WGo3IDIH9VdG3mRO4O7SbjnJrKJV"
    "xwdha4EmdChtNOikv5rjsPQVf+z5b04BkQjDCjtN2Mjcad4yLjx6YgiV2tEVUeMFoq97wy"
    "NsFp/5uqDwG/k/qs7W2U73fiu7AJ1wlJE4IpKEMChDI3O/HpWZnGnaZjuaIbVQ45QF8C+l"
    "dREeffN9INd9dxPydkeNN3nUa8iwkZ3ZyfS9IF7xRcTsinbu+SN7mfE3LOiy87Lf5Vcsct"
    "5fmz8WpobDXnJyhVuRghr/GhZKvL+HLt+Gr5VxPiX8nc8iJ7PkCjsEe83Q+CdDP8uldVOH"
    "hUJozxKD+M8SgVxkhVpiWk+TdaKrqefz7vEzXIIHp89OEk2LX5l6INe3TVvbzMsIW63p52"
    "1i6Sb2iOEe1OGnq7J6KQp0Y4ClsFePPIAeic0TsTKxUVp4Lj9WeUhTIIe6FbW7iWe4oQvE"
    "02zhwGhV3pkCtGCGfzdTnzKnM277h1VmJ6nBIONut8sMlt7nRRic0JUuBzrfmsaLptVsnc"
    "kaassbZaWxdanaGHZSZ9a7roPEuQwjyr8zxTLAsvV1mhLcVGhShdY5SzTVgVwPPmiSkCnj"
    "cvtjoJeN74MrFwsqEUIXi5guONCLzbcLwJB+UGQG52+qHU/K1VothvivbgOJqkHG28O+0i"
    "D5tHp0/pQhrRBDNOIhlqLPGtMVsjReWlavDsAPUstDDYm6PHhaZjNDXxg3Hv6JjTIO8LTz"
    "wzxd9XGlsUnBs8ww0xLLRSKM0uy7HLnwYvnvpsFG0E2WNq4O4gbnV4prWhbgDv2tzgrMxV"
    "jHoxQjDY18X2UMZgH25LokyPU4KBqc4GplAqEeVynBK4vA9crlBUJkEI5gKwce0IWk92EB"
    "6zSToYsmDhEoF3GxauYEyCgesJcJOzt1b2ra490yyJJ/ZtZdi4InfbRXYuhfeTdWNeztLF"
    "w79YhwPE6xw5D+H2I14T1hmDeIZu12hpEJ71+A5pFkV80j98QPd4/REpDGVtPsemY2xaap"
    "QyLqG5qTC+IBPf2RSjm2supTgdLqRLaSxlx6C9xEuA9as+m0i7wPplqKptmtUS7sRJwUpQ"
    "F9WijJWArQmGKd9rWSkJ842ecapGmOS2HR3kQia2pkVpQApO4ZlbZy4XzT2oK1fVSL/x3O"
    "PUvv0vVi3htSFJ10Cwj8uAfZwP9nEu2ILOIDEqMEAkY0gWCpmLBfBESCBupPgYqkLciIkZ"
    "GDR7lBeUjYhRNXA52cwBa8pE9IIq9ggreitPw3Zutp9WsCnrV9qZRNfIvV/Kh01ijXS4L8"
    "YC/QuNvnT/cfT+5M3KxA+aYVOnvY1UhRhEUxUd8ZHqkzpFf37MchnZ/A88QzWm+K/0DDrT"
    "5vlByi7BZlyJX7SumOdL/M+jo+PjD0dvj09O37/78OH96dvAszh9q8jP+Kz32SuDEE4t3x"
    "U2X112R6igNB+hgXKGsY0hO7nLmUYUc50NZk5ml9u15e7ee7YhFA1Qb3MNdmK27p/1+t3h"
    "79keIWcZm/HZ72OpW589Qnpgy+ClkVmGL7hXuENg3qu8CbaL3BRLeIYcygN0Hbd8mlzs42"
    "v0lK2U0zZS0FLTdS6JYUVdZO0Hz38grP/7u/67409s/Y/SgK6WzPHFkRBQCvz+TVQHNm7K"
    "mesGpWwrFRywCTKwQILNZvv+OGzFFTHY+P3rYa1pVAkwOBJ8Jd6FXHjG8koxsVjoQ5KuCY"
    "kAtrEV10TrGtjWrfG9laFzeXfaRRqXEfZ5Wt0irlaELEOfIbYwajPs+JAohLqncG0nSmqN"
    "rUCPytCxqj5lwz4nRXpV5i6eoVZ5oxy0qkZpVXvn/wP6Fuhb9RKWQN8CfQv0LdC3XrELJq"
    "hfr0L9GllsCC9HluKEQqR0sOjtdpEiRp2OvMy61/NJdYy7/POKM6bx6Ga7cPNaOO4IK0Nd"
    "+L4J7pMdD37+VVeor1ihucbE7LSKttEnb1htK06wVlZx25fzsOq51QrUMc5CkRUpIGigln"
    "B8VMbn8yjf5/MoqSXwWSALn+RGqRqTGXAHdoea7AK9GV6uDAsTdf0rzoxCS/Qo3Au0sK/M"
    "TQ/l9wMmvjBG8vVZQUvbciuT2WwEmKyBPcpdznkcmMqWUdaqLgyKP7JbKwsdvWMLvW3SAz"
    "TCqolZJ4IfWB/2ULYFYDOjBtqOfjNjD/kjFkZhrPjc8OIA2G+2/oRwtBqGo71gtEzdtqHN"
    "6PmxcV92P48RNXBP37zl7x5nRIjnA+x1byC0R2/LYMt65ZdneptCVyMrW7wSYJyqgVhvI0"
    "Eb36lF7IIhBVgGN24ZZPKOUq32RpwS7IJ1twvWREv5xbhtZagmvLlQH/mvcVs6YofbjLh/"
    "NKeZHqAuejTMeybQuyYkzfLzrkbqHUzZMoIpUhaM5x+RQpCbqW6GnD48oYWl3GOCDKYYZP"
    "ls7+InIeFFnQTgfA0jP6z56VKd+xDa3OpdXQ+G4w5yPydE+s397n5OyNnN5a/y1+5lj611"
    "vUG/gxINE3ItDdlm1L2UfdJEQ3KGlZMLS4mFBVLh/tfO9SrhCs6XxtfPnRlEvKJlnKgxBt"
    "HN1U43LEUXRjVB1aDKthsDFmTy1yKTQ3281+cSD/XxXjZhvWOzE7E/BQRgftq4+WllGvy2"
    "UCKdKA2wZOMsMfHKMAUNtD5FPdjRqMRGUOaxtQlXJKiP+trkLI3KKrfL6LKX5QtnBWA9Ud"
    "sz6wlQ6FOg0CfEq0CNz7ojmzoZSw/fNMbCufk/Rx61l8g+mZ8/MWmhuOerKe7pj+1zJ8dp"
    "K+N8N9GjXXTUG4yjSMrUp499v3EPTx4xEIniRu4TeIg3UpD/3APUm1GkmNiJ8ebHjB30yK"
    "mtBV4j/uJoqazRLUZz/rxb1mY8pg99d/GDcORbn22iXXDkG6v7kqGrdU1TyUk3mCZNcOG1"
    "qM8c5j/+TJ6FGIRXzRVGNUEHkMLx0us+XnpxRaxuvG6QvlBTaDejMLysRHuzusd4VSTRej"
    "3KSbR22LmEQGsg3TDumeRo+bnBuTjsRjmFsuXUGx2MbIrmpvHI68pjN4RJs5hUqRpLRhXU"
    "oWcvlxFFtfVfe4YoW7+1a28TY+eLsNxT1dWgy+IbUoAVKWH1DOZIhsm5IAI3TteYY5ud5P"
    "6CE57XcMLzrCiGMnLagOCxwf7sQEqrwyayBRnteTVesKmpiyx5y7tTKGcpYZ+nxKt8oDZs"
    "c3stCR6f6f6aL5gwyZIKRhdHSOocSFE1APb9+zKRDu/f54c68HsJP5PVSgRhr3sD0T0sFV"
    "58WBBefJgOL2a/aGXm4CqoFxeS7N6t6mUkkI05UL1orOPf/w+EH/9J"
)
