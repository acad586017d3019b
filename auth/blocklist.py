"""Passwords that guessing tools try first: our own compact list of common words, phrases and keyboard walks."""

import re
import unicodedata

# Words that people pad to length ("password1234567", "welcome-welcome-1"), most of them from every leaked list.
_WORDS = """
abc abcd abcde abcdef abcdefg abcdefgh access account admin administrator alexander amanda america amsterdam andrea angel angels animal anthony
apple april arsenal ashley august austin azerty babygirl bailey banana baseball basketball batman beautiful bismillah blink butterfly buster
changeme changemenow charlie cheese chelsea chocolate christian christmas computer cookie correct cowboy dallas daniel database december
default demo diamond dragon dubai eagles elizabeth england estrella facebook family february feyenoord flower football forever freedom friday
friend friends fuckyou galaxy gandalf geheim george geheimwachtwoord ginger google guest hallo hannah harley hello hockey holland horse
hottie hunter iloveyou internet iphone jackson january jasmine jennifer jessica jesus jezus john johnny jordan joshua july june justin killer
klaver lakers letmein lekker lente linkedin liverpool login london lovely loveme madison maggie manchester manager march marina martin master
matrix matthew maverick melissa mercedes merlin michael michelle microsoft minecraft monday monkey monster mother mustang mypassword naruto
nederland newpassword nicole ninja november october office orange p@ssword p@ssw0rd pass passphrase passw passw0rd passwd password passwort
patrick peanut pepper pokemon porsche power prince princess private public purple q1w2e3r4 qazwsx qazwsxedc qwer qwert qwerty qwertyu
qwertyui qwertyuiop ranger robert rotterdam samantha samsung school secret secrets secure security senha september server service shadow shalom
silver simple sleutel smith snoopy soccer sommer sophie spiderman spring spongebob staple star starwars summer sunday sunshine superman support
sysadmin system taylor temp temporary tennis test testing thomas thunder tigger time training trustno trustnoone tuesday tweety ubuntu
user utrecht vakantie voetbal wachtwoord welcome welkom whatever william windows winter wizard yankees yellow zaq zaqwsx zomer zxcvbn zxcvbnm
love you the this that and one two three your hoi please
"""

# Long ones that lists of leaked passwords hold as they stand.
_PHRASES = """
correcthorsebatterystaple horsebatterystaple thequickbrownfox thequickbrownfoxjumps thequickbrownfoxjumpsoverthelazydog tobeornottobe
tobeornottobethatisthequestion maytheforcebewithyou iloveyouforever iloveyousomuch jesuslovesme thisismypassword thisisapassword
mypasswordispassword nevergonnagiveyouup winteriscoming onceuponatime allyourbasearebelongtous loremipsumdolorsitamet opensesame
illegalpasswordhere dontforgetthispassword wachtwoordvergeten ditismijnwachtwoord geheimwachtwoord hetisgeheim ikhouvanjou ikhouvanjullie
supercalifragilisticexpialidocious antidisestablishmentarianism thereisnospoon ilovemyfamily ilovemymother ilovemyhusband livelaughlove
godisgoodallthetime incorrectpassword passwordincorrect wrongpassword youshallnotpass abrakadabrasimsalabim openthepodbaydoorshal
administratorpassword rootpassword databasepassword changethispassword replacethispassword examplepassword temporarypassword
defaultpassword yourpasswordhere insertpasswordhere enterpasswordhere putyourpasswordhere fourwordsalluppercase hunterhunterhunter
"""

_WALKS = (
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
    "qwertzuiopasdfghjklyxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0",
    "zaqxswcdevfrbgtnhymjukilop",
    "1234567890qwertyuiop",
    "asdfghjklqwertyuiop",
    "zxcvbnmasdfghjklqwertyuiop",
    "31415926535897932384626433832795",
)
_LEET = str.maketrans("013457@$", "oieastas")
_MIN_WALK = 4
_MIN_DISTINCT = 5
_MIN_LEFT = 5
"""Characters that must be left when everything guessable was taken away."""


def key(text: str) -> str:
    """The text without blanks and punctuation, compatibility-composed and case-folded."""
    return "".join(filter(_counts, unicodedata.normalize("NFKC", text).casefold()))


def is_common(password: str) -> bool:
    """Whether little is left of the password once common words, walks over the keyboard and repetition are taken away."""
    squashed = key(password)
    if len(set(squashed)) < _MIN_DISTINCT:
        return True
    unit = _unit(squashed)
    return any(len(_left(spelling)) < _MIN_LEFT for spelling in {unit, unit.translate(_LEET)})


def _counts(character: str) -> bool:
    if character.isascii():
        return character.isalnum() or character in "@$"  # signs that stand for letters
    return unicodedata.category(character)[0] in "LNMS"


def _unit(text: str) -> str:
    """The shortest text that, repeated, gives this one: `abcabcab` is made of `abc`."""
    return text[: (text + text).find(text, 1)] if text else text


def _left(text: str) -> str:
    without_words = _PATTERN.sub("", text)
    return re.sub(r"(.)\1+|\d+$", "", _without_walks(without_words))


def _without_walks(text: str) -> str:
    """The text without its longest stretches, of at least four characters, of a walk forwards or backwards."""
    kept: list[str] = []
    at = 0
    while at < len(text):
        length = _walk_at(text, at)
        if length == 0:
            kept.append(text[at])
        at += max(length, 1)
    return "".join(kept)


def _walk_at(text: str, start: int) -> int:
    end = start + _MIN_WALK
    while end <= len(text) and any(text[start:end] in walk for walk in _BOTH_WAYS):
        end += 1
    return end - 1 - start if end > start + _MIN_WALK else 0


_BOTH_WAYS = _WALKS + tuple(walk[::-1] for walk in _WALKS)
_PATTERN = re.compile(
    "|".join(re.escape(word) for word in sorted({*_PHRASES.split(), *_WORDS.split()}, key=len, reverse=True))
)
