"""The card of the stance model: what it is, what it was fitted on, and how it does on pairs kept back."""

from factcheck.training.stance.examples import KEPT_BACK, PUBLIC
from factcheck.training.stance.fitting import BATCH
from factcheck.training.stance.making import Made
from factcheck.training.stance.recipe import EPOCHS, RATES, ROUNDS, SEED
from factcheck.verdict.learned import ALL, MODEL, RULES

_NAMES = {ALL: "network and rules", MODEL: "network alone", RULES: "rules alone"}
_HEAD = """# Stance: model card

**What it is.** A cross-encoder over all-MiniLM-L6-v2 (22.7 million parameters, six layers), three outputs:
the reference supports the claim, contradicts it, or settles nothing. Its word vectors are those of the
packaged encoder; the layers above them and the head were fitted and ship in eight bits a weight. Its outputs
and the rules' findings go into one multinomial logistic sum: the probabilities that the product uses.
Version `{version}`.

**Trained on** {taken}.

Public sets, used under their licences; no row of them ships:

{public}

Our own pairs lie in `factcheck/training/pairs` with their brief; what was made in code comes from
`factcheck/training/perturbations`. No row of a set that figures are reported on was trained on.

**How.** `factcheck train stance --data DIR`: {epochs} epochs of public sets and sentence pairs, then {rounds}
rounds of our own pairs (each twice), their variants and a part of the first examples again; AdamW at {rates},
{batch} pairs a step, seed {seed}. The same seed on another processor gives other last digits.

**How it does** on the {rows:,} of our own pairs whose group was kept back (every {kept}th group, by hash; the
sum's weights for each row fitted without its group):

| | balanced accuracy | accuracy | calibration error |
| --- | --- | --- | --- |
{reached}

**What to know.** It was fitted on English. Invented pairs of one or a few sentences are most of what it
knows; of a long reference it is shown the sentences nearest to the claim. Figures are compared by the rules,
not by this model. It never clears a claim alone: a rule's veto stands whatever it reads.
"""


def card(made: Made, taken: str) -> str:
    """The card as Markdown; `taken` says how many examples the network was fitted on, and from where."""
    return _HEAD.format(
        version=made.version,
        taken=taken,
        public="\n".join(f"- `{one.file}`: {one.origin}, {one.licence}" for one in PUBLIC),
        epochs=EPOCHS,
        rounds=ROUNDS,
        rates=" and ".join(f"{rate:g}" for rate in RATES),
        batch=BATCH,
        seed=SEED,
        rows=len(made.rows),
        kept=KEPT_BACK,
        reached="\n".join(
            f"| {_NAMES[one.part]} | {one.balanced_accuracy:.3f} | {one.accuracy:.3f} | "
            f"{one.calibration_error:.3f} |"
            for one in made.reached
        ),
    )
