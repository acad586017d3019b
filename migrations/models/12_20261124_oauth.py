"""Applications that act for people (OAuth 2), what people allowed them, and codes; sessions know whose they are."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
CREATE TABLE oauth_clients (
    id UUID PRIMARY KEY,
    version INT NOT NULL DEFAULT 1 CHECK (version > 0),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    client_id VARCHAR(64) COLLATE "C" NOT NULL UNIQUE CHECK (client_id ~ '^[a-z0-9-]{1,64}$'),
    name VARCHAR(200) NOT NULL CHECK (name <> ''),
    secret_hash VARCHAR(64) COLLATE "C",
    redirect_uris JSONB NOT NULL DEFAULT '[]',
    grant_types JSONB NOT NULL DEFAULT '[]',
    scopes JSONB NOT NULL DEFAULT '[]',
    may_introspect BOOLEAN NOT NULL DEFAULT FALSE,
    owner_id UUID REFERENCES users (id) ON DELETE CASCADE,
    retired_at TIMESTAMPTZ
);
CREATE INDEX oauth_clients_owner ON oauth_clients (owner_id);
CREATE TABLE oauth_codes (
    code_hash VARCHAR(64) COLLATE "C" PRIMARY KEY,
    client_id UUID NOT NULL REFERENCES oauth_clients (id) ON DELETE CASCADE,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    redirect_uri TEXT,
    scopes JSONB NOT NULL,
    audience TEXT,
    challenge VARCHAR(43) COLLATE "C" NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    expires_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ,
    session_id UUID
);
CREATE INDEX oauth_codes_client ON oauth_codes (client_id);
CREATE INDEX oauth_codes_user ON oauth_codes (user_id);
CREATE INDEX oauth_codes_expires ON oauth_codes (expires_at);
CREATE TABLE oauth_consents (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    client_id UUID NOT NULL REFERENCES oauth_clients (id) ON DELETE CASCADE,
    scopes JSONB NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    UNIQUE (user_id, client_id)
);
CREATE INDEX oauth_consents_client ON oauth_consents (client_id);
ALTER TABLE sessions
    ADD COLUMN client_id UUID,
    ADD COLUMN scopes JSONB,
    ADD COLUMN audience TEXT,
    ADD COLUMN is_machine BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX sessions_client ON sessions (client_id, user_id) WHERE client_id IS NOT NULL;
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'begrip_app') AND current_user <> 'begrip_app' THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON oauth_clients, oauth_codes, oauth_consents TO begrip_app;
    END IF;
END $$;
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
DELETE FROM sessions WHERE client_id IS NOT NULL;
DROP INDEX sessions_client;
ALTER TABLE sessions DROP COLUMN client_id, DROP COLUMN scopes, DROP COLUMN audience, DROP COLUMN is_machine;
DROP TABLE oauth_consents;
DROP TABLE oauth_codes;
DROP TABLE oauth_clients;
"""


MODELS_STATE = (
    "eJztXetz2ki2/1e6+LKZKtYV48TxktmpwjbJMOMYL+Bk5g5Toi3aoLVoMWrJju/e/d9vtx"
    "7oLatlgYV8vhgh9Wnh3+nHefd/WitjTnR2MCaMaQZtddF/WhSvCL+IP2qjFl6vgwfihoVv"
    "dKctcxs5N/ENs0ysWvz+LdYZ4bfmhKmmtrbcV7R6iGkLSuZ/1yiak3tNJV1kUIJMcmsStu"
    "RkK01/PEC9zR3LuCMUaQzNflxiOtfJTwc/MqKaxPpp9hEZt+jGsJa8D/0RLTFbEoawSRCz"
    "DJPMD8SPmhsq/1UaXbzQ+22q/WUTxTIWxFoSk/+KP/7ktzU6J98J87+u75RbjejzCB+0ue"
    "jAua9Yj2vn3vX14PyT01L8bzeKauj2igat14/W0qCb5ratzQ8EjXi2IJSY2CLzEIOorese"
    "L/1b7i/mNyzTJpufOg9uzMkttnXB5taPtzZVBXeRN2juyCM7EG/98JP3C0OtFeVyOFHG/Y"
    "mitBKDQ/ySGL+8WyofX3xgadQSeP3nv26/AS7O3ZZ4wdnPvdGbo+MfHCQMZi1M56GDWuu/"
    "DiG2sEvqYB+A7XJXEUxMon62xGY66jGyGPz8Z28HeB+sLcDbWuHvik7owlryr8fvcuD+2h"
    "s5iB+/cxA3+OR3V4VL70nHeSSAD4B2ZpQ0zlGqamD2bwQ4B8tWA4Bem3yFM2ymlEM8g7wU"
    "9N74fS3Im4YlsFCwlQT8nD+xtBVJBz1KGcN67pEe+Bf7h3wO0pPBl/540vtyJbpfMfaX7s"
    "DVm/TFk45z9zF2981xjCubTtC3weRnJL6i/xle9uMbwqbd5H9a4jdh2zIUajwoeB7GxL/t"
    "34pwmQsBJbkcpayAy7Vb2vg/OB9yocgbgXvCdm+y5HJdx8xSbFaK73Fa4Pw+cV4Tgh75vt"
    "Z4lyWYn0LeQP7vCb8LLfDleQ1s3iM28wXZVDBnQAqbs8XjKFXzpOLO27cFxGLeKlMudp7F"
    "BGNyz5WJUoJxhBIE4zpPKFXX+LRQ5MxXEaJnWLH2h69PGqsCRJlqCMoEnL+Mh5fpcAYU8b"
    "miqRb6P6RrzGoUmgKKyATxF6I3X3q/xdeos4vhaRx20cFpDHdsz/moVEkS+Qn5bqUjH6Zp"
    "wraQtzL1f5vkY75ZmC6Gl5/95nFGRDHXmLLC6lKjKaifGoZOMM0QsCOEMehvOOW25KzNnd"
    "2ifzocXkTQPx3E4b3+ctofvTl0WMEbaZZze3A5iWHuCDNy63WIpEqfQ30H+xPLtfDi3N6l"
    "uhYEVEloPxkm0Rb0V/LoADzgvwOnLxuea+Xa62Y/IQ3uBkuciR82bq/wgOL/O/+PiTtaz3"
    "rjs955v+UgfIPVuwdszpUI1OKJ0TFidzZtk49WnVX8DqZcmJ97/4X4zb4XlPOI/3ucTa00"
    "H2nwtJ3rJnXbKcI95rQs4CrlbdEaaya6NUyEVZUw5roj2Uc0u9PmM+GW1CyGRp/O0Ifjox"
    "NkLe3VzZpzw0pzfT67v2e4Mu/SFpds5eoudWEBb5rvash2Y3Ju3XNslH8/3MmIizGyZ8mM"
    "NV2AdiY0gl8gezY01zpscp6YJU0bYUowbdTNtJGQ7F5GEHHEvxQRxBcLs4UPIVkVljrWvK"
    "1BD9CMX6w0J7hLuef3+OcMLUzjgaGHJR9//B6/wBYXErhcscKPaG4gdYnpgrAuMvQ5iQkZ"
    "iNDUiKztvxBCsOqjJuXJLh7Xk4gPaIatJUQRQ12jWxNVDre1OS7EL/h75/Ddh3cnR8fvTn"
    "gT51du7nzIwT2p1IMc8hrlEHs9L8n1KCVwfZ+4PtfYWsePivM9wfdsRTtO18DAyq04MskK"
    "a7oM0BuCBiJ81CmCMG+VibDzLAVhYS+TRtknapz1aCs4rzFjDwZXTtLjg7P9XAlCcHbJO7"
    "tMQ89Yr/vUXiUcA7FYYX3Ha3bretwfSeoUDk0Xib9T2j8fTIb8m/s5pb3zL4PLLnI+4qph"
    "kRlxUmA+nGTOhpP4XNCYwrVj7b6E5zGg26Hj0V+K9tbvuLKZpbg6vOKvJ5LYZ3UB/l8JPi"
    "RNLxJKeDox6ONxkPlOamJFPpQnTrd750zIxnRja7qlUXYg3vcS9qXKXDY1MesOuV63PHOC"
    "31op1t3w43aekdcQDRU3iq6osZci3p+uqdhh7Rvh9z3+8O4fqPPDAToz6K02551pWHcMsE"
    "izRIorwsjNf22L7NeHpaZ66a/YSYAVPuTM7Nvtvw9MvWDqfYVbC5h6s6FurtEPTL2vkes5"
    "0fXZhrG86Pr9N4xVn8Eta0cH+7mc/dwV6aRrEsTImmBx3HotAjLXTKJaim1qUmpnghD0zk"
    "r0zjBzFibmq7L7IgnWxMiAMZUz5sUSroAdaexY4UeFv9s02JqvSLIW4gQx2IYlbMMQ2NrU"
    "wNYwl40HKp0CFqaBjN3cFDAHqiS228oBqyekT6aAhQdUnXLAXCM8v25lWujFw3YB+zx/IG"
    "Gd5ySGqf2vay8XtG23yuT8IxJlhJDBB0sbPWjWUuOt0UqjtkXSDe/lu3qGTV28R1rJixCB"
    "rSJDw8u2rYcVtyTu2QE9cbomaNe7jufZL72hQUl3UKlh94NdXWJdrGtSltIIUQPNpe+OCq"
    "zv744y13fxCJx74OaB4nOl1rkacbmQ3l2ykmi1RUT3aB/bN/565yNIWlaiVGBbiW2IL1lf"
    "bo8WQwlIoQDUNq1/6iZ+85nmv1g06H5i+6QZMDJV0+2A8bG7O9PqvoJa0/JanvWUstz4Z+"
    "95u4iB1Wla0Mb6TdSTwF4JCsQVU+OBzBGOxCm3kU0tTXfLTlj4jojAZPHPJ+2sz+8uxdb6"
    "R5h1wdT4E+KaaxjXDPY/KLpVN1Y02EgCEdCvkeug/4H+Vz84c/Q/0FAq0VCSawCo1AWxLa"
    "BSv4z+95ljPbL11MiazbN2nt63EHVrTd5MRucTh74yi6zRnPCfNmdIo869hW4whs3Hj04I"
    "DGMce2QaD2hFMGVCZ0Nsqa3XXKvzWJmhBFbbf6pW6HflgGFycs3y8iNFAA3oh7XUD6OMSv"
    "rMn676Eu2hzg701vj69Mtg0kXu55QKwfB81PvWRf7VlPaurkbDr/0u8i6mdNT/pX/GqdzP"
    "KT0f8AVqdK7w9p/47chXTs81x4FD714I+vFkOOqLDpyL+AQt4sQ/fF/AiX/4PtOJLx7F9F"
    "MvQFAmCK7uDC4bAVckn+w4O53sOJFNpjGFUPG/yxaPiRJC5Z7iWQEcOeOemKY2d2CQhj1G"
    "DBkZUhkZf9kisUJmPQnTNCHWLbZeF8pRPczJUT1M5qj6ApakXhwjA904XzcOi7HPVOU+h7"
    "raT2if1ONig6tWmpyPfpomF+JMjibnttIKZ0g4qpNxi2YB5ewAzYQyqDBiWRxx5pxq82Bq"
    "lkUo4qoYEnZRdPPoNmMH6tLQVE73EZHV2nrsIsx8HSytWv0O3gg1jOqzcLVzdDmoYdSCGk"
    "bgywEPHnBdlutMtxcy2ovfvnHZgCdF9JaTbLXlJKG1QOWi7VYuEp/pZemzE83CNI3AedeZ"
    "ZuGfKYF7jKwJdo9dI68xZW3f6Joqb+IL6MC6J2Hdu8GMyKZuh2lglMuPct1QsS4XtxkigY"
    "JP+QwpU3/Leix/MMaGeIcnY3wa9fuS4Leufh71xv0ucj+ndNy/nPQvz/gd/2pKRb9dtOld"
    "2i5eyCyeYxVPHBdjGrdaFmvSZ0qIZIcM8S93Imm+K4Lzu2yc32XhzDukC2I6Z3CXwDxO3g"
    "jhc+sVM8PGXJldOEG4w+H+Agv/dmpKeLa8G1m3W4IQsmbzcxI3eCVRhrJk0eDJ+NCKuN34"
    "r0CX1xcXL+V3u8KWRUyaFUQZftzO876t3YYyoZQ9JBoLf5iIXPR9k39jyHigB4g/dQtAet"
    "GQ+JG1ETN4W2whzWJOFTLhK3PPdnaqkOEF50Oq321rLwJ3W33Wq3aOu+1lI+hqZDOuPn4O"
    "bMbbtRnz/5PJ2i7DNI3AedeSJBOLvWZlnB9bwIoQoq8zA1qDy0/DLhJ/p/Rbb3Q5uPzcRd"
    "7FlPZHI+fETfFRDxOCazmTWW8CijozouSKc1Qk1vwoO9b8KBFr7klyMqtNiKQREO96sSHf"
    "8WotaUEO04AJuXITMsQTZS9AzY0sgdMKyiyJNWKyj0l+BQCwEm6pEAAkPUDSw46hfVbSg0"
    "jyHA3OJq2M9QGM23tt3D4Tx1KsUyvD+Y/aeUZt1W1U2J7NuWe5ZmbDXiwt9GYwHnIV+OTD"
    "Dx8dSzJnk0ad7GuGsEkcg7PI3Rd5/BpFjs0A60jHdGHz/4ilmbK38g6wYtdn4W/nWLGpYe"
    "Hs9P8Mc2uIpgnRXTvI3QTlLxv95ip/ILyC8Fo3+arGGbvnG0EjTb4KPc0VsULiSjEpa7Ik"
    "6MEw74Q8Y5Hv1gHqWXxfZ27VpDUxkSe1Ocmzru3f8+UzxPdCLhSpS+0+LT+32q6fLLvkpC"
    "VBoaU6ylkWMVcyMpbfvhHejx24tAVesmlQYZpG4LxrL5NY0uQA/96csN+XyQmRWUPATS3l"
    "plY5FAsjTY4sFqARpq+xWtya/H7V7yLxd0qvRsOz/njcRd6FU67u+sIpdyc+p3RwyZUgJw"
    "nEv4pLOS8TtcFfJ5YTKQ93mAY83PkrVBkPtwuv7DYcI4MkhTLpyFzNxRudp+h8iNPBnKh8"
    "TjDDNlXJEzgCEmBI5Qwh39c6phk27+xFKkZW4/29tqsUxKTVbjJQw5Ljx4YAmFE5MwxTW2"
    "il63AH1DsUoL6NBpNJ/1KSAz5ZF3kXXMv4cjUcTfrnXMvwrqb0c/+yP+o5NzeX9dA9PCxT"
    "t5DsuROletYE2p+dZCszxVEXlpgt5SyqIaIGGkSqTzyHgpItKCgJMQBQUBK4vl8FJV+ar1"
    "Hxq1NI/urkCGCdZM4eviG6sBimaC8908SPGR6RCFkM7NeivAht/Y8/UwHluoWZZlJ/EtKA"
    "EECNyak6Wa2wHKYxOoA0Bukaa2YJRDdkAGgAKF8MhYyRAmf2bhWmaYC7JuZY7hRxLHeyHc"
    "ud+GbFF0fLzgC4SPVAn3qHUDunmcmadfwT0dyT0AaXyqj/ddD/JjzH3uWUCsHq9GIw/lmY"
    "dUJfNiennW+OTitn7CnCvcNs7h0muEeYCC3U2JIPeXmNOIO6lHZcM6tP1frxA2ZKCK4kyL"
    "kFflOoocyvRJlfnSPCLMW0qWS0eoIQUlhjy79qmClxW+MV1vXMdWND1KCV4qjz4XizSIgv"
    "eevD+Evv4iI5TPkaKkzlMtJKiKQJbttYMG2RMLhOdhhcJ+VkUCciXTaRPUIFKStQRhQKBO"
    "wzrL7xWXrAJghhwEL22kuWXgjS8p8JbyjBv6HoRjdxqGtRKbYF61qkL8IA7xPwJradWpUN"
    "CXJXB5QzTiWt3ARXv1G7YJ6rolHldkNRKOE1ZCpBTgA+tcS5r9g/UFYU/jAeaFC3evyvC8"
    "Tf4RweS0y/drVl2OqSCLq5iW+t9AzYLb1rSqd0FoRGOMfcinLcATB/Yx/RzLO6zdpoFnjU"
    "Z07C7SwYNTOntAmfN2xT1ptZZO3+nrUt6naLYicOys8tcBL8QEnZKkG423TcWopWghCSbi"
    "Hp9qV3KEi6bSLYkHQLSbdV4A1Jt5A1Akm3kHSbQgdzovI5AUm3NWMIJN1C0i1MBki6rR8z"
    "IOkWkm4h6bbITIGkW0i63cu4Ysi7LSWN1ijj0scEEm2BzZBZC5m1ddVQILMWMmv3G1LIrI"
    "XM2j3KrIWkNalhCklrkLRWB8EVktb2Yg2ApLVtIQtJa5C0VntkIWkNktb2AF1IWoOktT2F"
    "dxtJa2lpRklGDCmZGPxPQTacR7rax8yiJ3mRyK0qcDJmRTmBXz0Hbm5O4NfAy1skJ9AvNl"
    "X0pHGKtNXKdjpCjOI1WxpWNzilconpgpO5n0xkyLllyZBGVd2ep519+fwuRYJfjzNLWyyI"
    "SAa8tRlveH0l/FAfeUf6o5Onp2Km4jlBt6axEsmBGwzc5L0H7CcQhvMQXdZmnlX+R2z2UH"
    "t1w5/A2ZqQ5lczMQnS/F5cj4I0v30HG9L8IM2vCrwhzQ/i1CHND9L8UuhgTlQ+JyDNr2YM"
    "gTQ/SPODyQBpfvVjBqT5QZofpPkVmSmQ5reTND/PoZDAODO2MiCAJL+UJL/9O2OnhHWpmQ"
    "fsQOzmFkLhhDApo4P57UH5kle+PBe2lLU0IAFpv3pjKWR8Zy7mzT1zF8LVt7WZJGKjiiKb"
    "IIR9Oj+wOi9mTzp48nlRe/WAt6q4PQgA3moAsEyEanUhlF5w+4jo2MoIoIw3aeeFT/o6he"
    "m1Lho8iXwCxAihbiDizOtsdoB6yMLmgogDBJg2J2iZeviBd+qARkXkJkF3fGR8dKIlDdty"
    "yDRBdT0apIRavsAPeMb5BxAcucPgSMHGsmYRn7bWRpHT0ZCv8KMu8i6m9LI3Gg2/iVv+lQ"
    "i9uXDN3d7FlHrNFcf+PTjb0Ps3gn6CJvE7QS9XvdFkMBl87Qf9bG6Fego1S94LenPDgSaD"
    "3kXQXXAv1F+4YcrNKe3/1jubKF96k7Ofuyj0ZUq5MjXu+09CX7xf4T8JffHf6z8Kf9sg7D"
    "+MfBVPry56Z/2xeOBebe6dK6e/b26LL2XMUoVK4eRUwkkWwnGXTMU2NRk7SpQKrCklrCmg"
    "vL9G5R2MwJDAvz/Iesu8HKoRIkA01xACGdCVZECn2j/ccbhTaOs5ZJ9ENjJjwbD0mgxLjD"
    "i/Pc2g5DxqP2FIEo0K24/UJYcKrbFpUXHQpUhbxXytTE2rfaIx2GXqs7+1c+wyhrnAVGMZ"
    "kW7ZoVZxujrbZkpGW20liRUCInanwptENcx5KR0+RgpK/D4p8XOiaqyMlzhCBmp81nSS1u"
    "OTlKB2PuF/d4diJd73oKv9HLYFfO+Rifu0ghQaj6AhPQFucu7WSkXaDO/UqkXB0M8rVuS2"
    "KqglTZYEMYusXY1nJSr+YORVOUqqSU+2Bj2pPgtyO0dP4i+gLCMiqpgXO9pDnfWl1vj69M"
    "tg0kXu55QKie181PvWRf7VlPaurkZD4UD2LoQf9Zf+mVNWQnxO6fmAL72jc8VPFwh/3aQB"
    "bLIAnLIUk+Go79SlEBdl/K+HRUqGHGaXDDlMlAwRy0M5HSJKCSrEPqkQBl+jTc49hf+LTC"
    "6NPIUUlPcSyrv0YQpwikJ24LS7EkkrbglCQDb1mERJWKNUu5XJagnpE6owqGqF9eCqNbUC"
    "J4KWLuIbqiW7j+P8SX5Ep/m2C/l+4mC4vzqhCPuP2nl68K3bqKAa/E3osyIq27R1L5J7wa"
    "Fg7s0gG8KttCtivEW1XX53Qcw1R9dCmM7RrWGu2uhBs5ZOzDffwZmrKRtrPiDmThu+Uhj6"
    "Pf+iWUn9+mV+hlsRWEi/vDMvXl3UHkAaFX2pXMm3fC0fXYpgeCbezdxXuJ36lZHRj//kTf"
    "gbpvSN/47NM405XEaGiRLPfkKXPxygGTYX9ko4eWf83+JNxW9ZEcb4IPF/msDmbwypXLfV"
    "jYVNEG9uPoL5oWabYDvH/BAasTJe2hhZnY0OJZ201ZfEELOFQziXqsMaIWoizEVc4cfZnv"
    "DjhCPcsC3VWGWAXKAWUkBeZ7hbXwdDL+PDv5rSy37/fKz8cn3+uf+lfznpotiNKe2PRsOR"
    "UznDvShlCjsuYgqL21hCprDjOMuYKF+vWaWr54bpa820weWnoahm8mk4pd96o8vB5ecu8i"
    "485nisKcOYkwJ8Oclky0lK3ZJbLvZ7gJfhS7SHWnPmrD+a9AaXXeRdTOnF4Nf+xe9d5H5O"
    "6c8DMaPE3xrwZiOcJVmTXZQjQlSPshzitY0py8HWmLrnWSe5kn2maISoQQeLVlf6SiBE0r"
    "I880ElqcmdAGlXlEZVufQudf5CiAS8DiUK2N5nbaU5BWzvMzdPqKL0/OX6Vvsuww2vOdTe"
    "fEaV2oiBSmI9TxJCkciUZd2DST6iIEIIAQX7FFCwMd+W8GsnScENGw9NjhrHJdasNFKQRZ"
    "OL1ganMskUEdIKFq6aYb0n65SPSe5CpTHlgdwkWXxqGDrBNMO7syGKMfeGU21rI9rc2S1H"
    "T4fDiwgzTwdxxeL6y2l/9ObQ4SJvpLk+3+ScgoKGW9sRPFFJfrdNEAK0UCuy6jgd6VqRwa"
    "isAOSvWNfmTubuyG4yzompXCAEZ2eJK1EmpATtJLiUHbpzv2kq/tmCETxDShDhlLZbsdG4"
    "dUJk/NwU1OdXj4jhe4JW+E6cjE1JMv6mbCcQd1Kftb2NsuNO/BA26XNCkoRgCkqRAOGYm5"
    "3E9KxN41bTiVIyjCqDHKAvAP2rOBHnX9f9axGu435O6ej60g0a8S6mdHx9dtbvn4tGm8sp"
    "/dQbXIhb7ueUnonDl507/lV8xy0U+VP5aWh8NRcelLJcDJHX2CnZ6nG+XDmxWv7VlPpXir"
    "C8KF4M0DhoEb3vJ0G6FX7dqzIc7BRJY+xkpzF2EmmMTOVaQpJ/4xXW9Wz/vE/UIIPoUefD"
    "8WbXFl/yNuzxl97FRYot1I32tNN2kWxDc4Rod9LQ2z0RhTw1wlHYSsCbRQ5AZ4zeudxRUV"
    "EqcK8/41gog/IfdGNLn+WeIIRok8qZw6GwSzm5IoTgm6+Lz6uIb94J6yzF9CglODbr7NgU"
    "Nne2LMXmGCnwudZ8xppum2UqdyQpa6yt1jaEVufoEYVL35ouO89ipDDP6jzPsGWR1TottS"
    "XfqBCma4xyVoVVASJvnpgiEHnzYquTROSNLxNLFxtKEEKUKwTeyMC7jcCbYFBWAHKzyw8l"
    "5m+tCsV+w9q9E2iSCLTxnrTzImwenDaFD9IIF5hxCskwY0VujPkjwqo4qobMD9DAQkuD/3"
    "L0sNR0gmYmuTfuHB1ztqn7IgrPzMj3tcYXBeeBqHBDDQutMWPpx3Ls8tUQxVOfjaKNoHpM"
    "DcId5K0Oz7Q21A3gXZsbnJW5jFEvQggG+7rYHooY7INtSZbpUUowMNXZwBRIJbJcjlICl/"
    "eByyUOlYkRgrkAbFw7gtaTHaTHbJwOhixYuGTg3YaFazMmwcD1BLjx2Vsr+1bPnmtWXxT2"
    "baXYuEJP23l2LizaKbqxKGbpEulfvMEBEuccOZ0I+5E4E9YZg2SObh7RyqCi6vEt0iyGxK"
    "S//4DuyONHhDnK2mJBTMfYtNIY41xCCxNzviCT3NqMoOsrIaU4Dc77F/1JPz0H7SV+BFi/"
    "6rOJtHOsX4aq2qZZruBOlBSsBHVRLYpYCfiaYJjKnZZWkjDb6BmlaoRJbtvZQS5kcmtamA"
    "ak4ASemefMZaK5B+fKlTXSV157nNk3/yaqJb02xOkaCPZREbCPssE+ygRbMhgkQgUGiHgO"
    "yRLThVwCT4gE8kby3VAl8kZMwsFg6aM859iICFUDl5NqHKwJE9ELqthjgvVWlobtPGw/rW"
    "Az3q5wMImu0Tv/KB8+iTXaFbEYS/RPNP659/fO++M3a5Pca4bNnPttpGJqUE3FOhIj1Sd1"
    "Dv35IS1kpPoXPEM1ZuSv5Aw61RbZScouQTWhxC96rpgXS/yPTufo6EPn7dHxyft3Hz68P3"
    "m7iSxOPsqLMz4dfPaOQQimlh8Km60uuyNUUpoP0cBxhpGNIb24y6lGsfmYDmZGZZebR8vd"
    "vfdsQ8gboN7mutmJ+bp/OrjsjX5Pjwg5TdmMT3+f9Hv12SP693wZvDBSj+HbPMvdIYhoVd"
    "wE20NuiSUyRw7lAbqKWj5NIfaJNXrGV8pZG2G00nRdSGIEq8u0/eD5HcL6v7/rvzv+5Nb/"
    "MA3oavEaXwIJCaXAb99EdaByU85CNxjjW6nkgI2RgQUSbDbbj8fhK66MwcZvXw9rTaOOAA"
    "OX4CuJLhTCM1HW2CRyqQ9xuiYUAtjGVlwTrWtoWzfG91aKzuU9aedpXEbQ5ml1i7paEbIM"
    "fY74wqjNiRNDgilzvXBtJ0vqkVgbPSpFxyrbS8UxJ3l6VeounqJWeaMctKpGaVV7F/8D+h"
    "boW/USlkDfAn0L9C3Qt15xCCaoX69C/RpbfAivxhZ2UiESOlj4cTtPEWNOQ3HMutfySXVM"
    "hPyLE2dM48GtduHWtXDCEdaGuvRjE9yenQh+8VXHzFes0ELjYnZSRau054rVtvwCa0UVt3"
    "3xh5WvrZajjgkWyqxIG4IGaglHnSIxn53smM9OXEsQs0CR9uSGqRpTGXAHdoea7AKDOVmt"
    "DYtQ9fFXkpqFFmuRuxdoQVtFmB6K7wdcfOGMFOszRivbck8ms/kIMPkN3pW7nIs8MJUvo/"
    "yuujQY+cgfrS3UeccXettkB2hMVJPwRpTc8za8U74FEDPlDLQdvTNlD/kjkkZhrMXc8PIA"
    "+Dtbf0I6Wg3T0V4wW6Zu21A1en5k3BfdzyNEDdzTq7f83ZGUDPFsgL3mDYS287YItrxV9v"
    "FMbxPoanRty58EGKVqINbbKNAmdmoZu2BAAZbByi2DXN7B5c7eiFKCXbDudsGaaCm/GDet"
    "FNVE3M7VR/5t3BTO2BE2IxEfLWhmB6iHHgzzjgv0rglJs/y6q6HzDmZ8GSEM4SXn+UeEKX"
    "Ir1c2R00YUtLDwHaHI4IpBWsz2Ll4JBS/qJABnaxjZac1PH9W5D6nNrcGXq+Fo0kXu55T2"
    "f3O/u59Tenp98avytXcx4GvdYHjZRbEbU3rVH/HNqHeh+KSxG/EZVkwuLCQW5kiF+392rn"
    "cSruR8afz5uXODyp9oGSVqjEG0urPTDQvr0qjGqBp0sm1lwIJM/lpkcjgf7/WFxMP5eC9b"
    "sN6x2cnYnzYEYH6q3Py0Ng3xWKqQTpgGWFI5S0yyNkxJA61PUQ92NKqwERzz2KoiFAnOR3"
    "1tcpbGFFXYZXTFq/JF0hKwnjjbM60HOOhT4qBPyFeBMz7rjmzCM5YcvkmMpWvzfw51tZfI"
    "PlmfPzZp4XDPV3O4pz+2z5wap60U/26sRTvP1bsZR6GSqU+7fb+JCE+RMRDK4kZuDyLFG2"
    "Hk93uABnOGsEmcHG/hZuyiB0FtLckjEj8crfAjuiFoIfq74feMh6TTdxcvBJdvfbaJdo7L"
    "N3LuS4qu1jNNnFFuMEka48JrUZ8FzH/8GfeFGFScmiuNaowOIAX30ut2L724IlY3XjdIX6"
    "gptNUoDC8r0V6v7whZ50m0XotiEq0dNC4g0BpIN4w7Ljlafm1wIQ67WU6BbDnzRgcnm6GF"
    "aTyIc+WJm8KkWVyqVI0Vp9qcQ89/XEoW1dbf9gxRtn5r194Wxs4WYUWkqqtBF8U3oAArUs"
    "zquZkjKSbnnAzcKF1j3DY7qf0FHp7X4OF5VhZDETltSMnE4H92IKXVYRPZgoz2LLlrYtrC"
    "z3ZuqPaKOD8qIXjFm+RKXpbbWJl7raVzSBIdzPLSPzJaP0P2kU1JrDYZ8WXrj2wlFTFbAn"
    "I+JaD221cShVcjpLeSYGuR7yn2puxgR799nRNhahvjCCa+7KHeLBNfTbI6e8TU1GXabu09"
    "yd2kcdDmqZ05m88Vu8peS13mZ2atZO+m98RkkkVBQiSNWPZj2+r790W21ffvs7dV8SwWHr"
    "peyyDsNW8guoeFhJbDHKHlMCm08DdaqaUzc455DUh2Hw39MiJMZXHPL7qZ/ff/AQurRC4="
)
