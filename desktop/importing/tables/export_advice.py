"""What to export instead of a list without dates, where the columns tell whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core.message import Message, msg
from desktop.importing.tables.recognition import Table
from desktop.importing.values.words import normal


@dataclass(frozen=True, slots=True)
class Advice:
    """``needs``: of each group one name is among the columns; ``…`` stands for any ending."""

    needs: tuple[str, ...]
    message: Message
    most_columns: int = 1000

    def fits(self, names: Sequence[str]) -> bool:
        if len(names) > self.most_columns:
            return False
        return all(
            any(_is_named(wanted.strip(), name) for wanted in group.split("|") for name in names)
            for group in self.needs
        )


def _is_named(wanted: str, name: str) -> bool:
    if wanted.endswith("…"):
        return name.startswith(wanted[:-1])
    return name == wanted


ADVICE = (
    Advice(  # Search Console: Queries, Pages, Countries, Devices, Search appearance
        ("ctr", "position|posición|posisjon|posição|plats"),
        msg(
            "This list has no dates. Import Chart.csv (in Swedish and Danish Diagram.csv) from the "
            "same Search Console download: it has a row for each day."
        ),
        most_columns=6,
    ),
    Advice(  # Meta Ads: one row for the whole range
        (
            "reporting starts|rapporteringen startar|rapporteringsstart|rapportering starter"
            "|rapporteringen starter|berichtsbeginn|inicio del informe",
        ),
        msg(
            "The rows cover the whole range at once. In Meta Ads Manager choose Breakdown, By "
            "time, then Day or Month, and export again."
        ),
    ),
    Advice(  # Google Ads: campaigns, ad groups, keywords, search terms
        (
            "campaign|ad group|search keyword|keyword|search term|kampanj|annonsgrupp|kampagne"
            "|annoncegruppe|sökterm|sökord",
            "impr|visn|eksp|impressions|exponeringar|eksponeringer",
            "cost|kostnad|omkostninger|pris|avg cpc|conversions",
        ),
        msg(
            "This list has no dates. In Google Ads choose Segment, Time, then Day or Month, and "
            "download again."
        ),
    ),
    Advice(  # Google Business Profile: a row for each place
        ("store code|butikskod|butikskode", "business name|företagsnamn|virksomhedsnavn"),
        msg(
            "The rows cover the whole range at once. In Google Business Profile download one month "
            "at a time; each file is then one month."
        ),
    ),
    Advice(  # Google Analytics: channels, sources, pages, events, countries
        (
            "session…|first user…|page…|landing page…|event name|country|city|device category"
            "|browser|language|item name|sida…|sidans…|sessionens…|land|händelsenamn",
            "active users|sessions|views|event count|new users|users|aktiva användare|sessioner"
            "|visningar|antal händelser|aktive brugere|sessioner|visninger",
        ),
        msg(
            "This list has no dates. In Google Analytics make an exploration with Date or Month as "
            "its rows, or download the report whose chart shows days."
        ),
    ),
    Advice(  # Shopify: products, channels, places
        (
            "product title|product name|product type|sales channel|traffic source|referrer source",
            "net sales|gross sales|total sales|orders|sessions|online store visitors",
        ),
        msg(
            "This list has no dates. In Shopify group the report by Day or Month, and export again."
        ),
    ),
    Advice(  # trial balances: Konto, Benämning, Ing. balans, Perioden, Utg. balans
        ("ing balans|ing saldo|ingående balans|ib", "utg balans|utg saldo|utgående balans|ub"),
        msg(
            "A trial balance is one period at a time. Export the income statement by month, or a "
            "SIE file, which holds all months."
        ),
    ),
    Advice(  # Semrush, Ahrefs: keyword lists
        ("keyword", "search volume|volume", "keyword difficulty|kd|difficulty|cpc"),
        msg("A keyword list has no dates. Export the position tracking with a date range instead."),
    ),
    Advice(  # Plausible: sources, pages, countries
        ("name", "visitors", "bounce rate|visit duration|conversion rate|pageviews"),
        msg("This list has no dates. Import visitors.csv from the same download instead."),
    ),
)


def advice_for(tables: Iterable[Table]) -> list[Message]:
    """What to export instead, once each, for a file in which no table tells its periods."""
    found: list[Message] = []
    listed = [table for table in tables if table.first_row is not None]
    if any(table.period is not None for table in listed):
        return found
    for table in listed:
        names = [normal(column.name) for column in table.columns]
        fitting = next((advice for advice in ADVICE if advice.fits(names)), None)
        if fitting is not None and fitting.message not in found:
            found.append(fitting.message)
    return found
