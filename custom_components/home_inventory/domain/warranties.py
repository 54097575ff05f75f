"""When a warranty needs attention."""

from datetime import date, timedelta

from .errors import WarrantyBeforePurchaseError


def check_warranty(purchase_date: date | None, warranty_until: date | None) -> None:
    """Raise WarrantyBeforePurchaseError when the warranty ends before the purchase."""
    if purchase_date and warranty_until and warranty_until < purchase_date:
        raise WarrantyBeforePurchaseError(purchase_date=purchase_date, warranty_until=warranty_until)


def is_expiring(warranty_until: date | None, today: date, days: int) -> bool:
    """Return whether a warranty is still running and ends within so many days."""
    return warranty_until is not None and today <= warranty_until <= today + timedelta(days=days)


def expiring_between(since: date, today: date, days: int) -> tuple[date, date]:
    """Return the first and last warranty end that entered the window of `days` after `since`, up to `today`.

    What has ended meanwhile is left out: it is expired, no longer expiring.
    """
    return max(since + timedelta(days=days + 1), today), today + timedelta(days=days)


def expired_between(since: date, today: date) -> tuple[date, date]:
    """Return the first and last warranty end that passed after `since`: the day after the last day of a warranty."""
    return since, today - timedelta(days=1)
