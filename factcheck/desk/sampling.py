"""The share of cleared claims that people look at all the same."""

from dataclasses import replace
from hashlib import sha256

from factcheck.domain.claims import Claim
from factcheck.domain.evidence import Judgement


def sample(claim: Claim, judgement: Judgement, share: float) -> Judgement:
    """The judgement, no longer cleared where the claim is drawn for people to look at."""
    if not judgement.cleared or not drawn(claim, share):
        return judgement
    return replace(
        judgement,
        cleared=False,
        sampled=True,
        reason=f"{judgement.reason} It would pass, and was drawn so that a person checks the machine.",
    )


def drawn(claim: Claim, share: float) -> bool:
    """Whether the claim is in the share, from 0 to 1, that is drawn; always the same for the same wording.

    By a hash and not by chance, so that a claim does not come and go from one check to the next. Whoever is
    drawn at a smaller share is drawn at every larger one.
    """
    words = " ".join(claim.text.split()).casefold()
    digest = sha256(words.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8]) < share * 2**64
