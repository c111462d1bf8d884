"""Failures a user can cause or meet, each with a stable code.

The web layer turns a code into an HTTP status; nothing here knows about HTTP.
"""


class FactCheckError(Exception):
    """A refusal that changed nothing, explained in one sentence for the person who caused it."""

    code = "error"
    title = "The request could not be carried out"

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class InvalidInput(FactCheckError):
    """A field holds something that cannot be used; `field` names it."""

    code = "invalid_input"
    title = "The input cannot be used"


class TooLarge(FactCheckError):
    """The input is above a limit of the settings."""

    code = "too_large"
    title = "The input is too large"


class UnsupportedFormat(FactCheckError):
    """A file is not of a kind that can be read, or is not what its name says."""

    code = "unsupported_format"
    title = "The file cannot be read"


class NotFound(FactCheckError):
    """Nothing is stored under this identifier."""

    code = "not_found"
    title = "Not found"


class NotSignedIn(FactCheckError):
    """The caller has not said who they are, or the name and secret do not match."""

    code = "not_signed_in"
    title = "Sign-in needed"


class NotAllowed(FactCheckError):
    """The caller is known but the role or scope does not reach this far."""

    code = "not_allowed"
    title = "Not allowed"


class IllegalTransition(FactCheckError):
    """The claim is not in a state from which this step is possible."""

    code = "illegal_transition"
    title = "This step is not possible now"


class LeaseHeld(FactCheckError):
    """Somebody else holds the claim; `message` names them."""

    code = "lease_held"
    title = "Somebody else is working on this claim"


class VersionConflict(FactCheckError):
    """The record has changed since the caller last saw it."""

    code = "version_conflict"
    title = "The record has changed"


class AlreadyExists(FactCheckError):
    """A record with this natural key is there already."""

    code = "already_exists"
    title = "Already there"


class ModelFailed(FactCheckError):
    """A model could not run. Never to be read as a status of a claim."""

    code = "model_failed"
    title = "A model could not run"


class StoreFailed(FactCheckError):
    """The store cannot be used as it is: not migrated, from a newer version, or unreachable."""

    code = "store_failed"
    title = "The store cannot be used"


class MigrationDue(StoreFailed):
    """The store has not the tables of this version, and `factcheck migrate` would bring them."""

    code = "migration_due"
    title = "The store has to be migrated"

    def __init__(self, why: str, command: str = "factcheck migrate") -> None:
        super().__init__(f"{why} Run `{command}` first.")
        self.why = why
