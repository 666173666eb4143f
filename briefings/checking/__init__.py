"""Draft × Article → Brief. The only door: whatever is printed has passed here, statement by statement."""

from briefings.checking.assembling import check
from briefings.checking.locating import Located, locate
from briefings.checking.statements import check_statement, is_withheld

__all__ = ["Located", "check", "check_statement", "is_withheld", "locate"]
