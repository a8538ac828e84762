"""policytrack: Chinese local-government news as comparable facts."""

__version__ = "0.1.0"
