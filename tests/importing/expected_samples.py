"""What the manifest of the shared samples says that each file holds; typed by hand."""

from __future__ import annotations

from dataclasses import dataclass, field

Figures = dict[str, tuple[int, float | None]]  # a column's count and sum


@dataclass(frozen=True)
class Found:
    """One table: ``rows`` are its header, first and last row, as the file numbers them."""

    rows: tuple[int | None, int | None, int | None]
    period: tuple[str | None, str, str | None, str | None] | None
    figures: Figures
    layout: str = "long"
    sheet: str = ""
    units: dict[str, str] = field(default_factory=dict)
    values: int | None = None  # how many columns, or rows of a wide table, hold figures


@dataclass(frozen=True)
class Sample:
    tables: tuple[Found, ...]
    asks: tuple[str, ...] = ()


def one(*args: object, asks: tuple[str, ...] = (), **more: object) -> Sample:
    return Sample((Found(*args, **more),), asks)  # type: ignore[arg-type]


NTH_DAY = ("Nth day", "day", "2023-09-23", "2023-10-20")

DEATHS = Sample(
    (
        Found(
            (5, 6, 15),
            ("Date of birth", "day", "1917-02-06", "1963-06-25"),
            {"Age": (10, 729.0)},
            sheet="arts",
        ),
        Found(
            (5, 6, 15),
            ("Date of birth", "day", "1921-07-28", "1974-06-22"),
            {"Age": (10, 754.0)},
            sheet="other",
        ),
    )
)

SAMPLES: dict[str, Sample] = {
    # Business
    "business/Financial Sample.xlsx": one(
        (1, 2, 701),
        ("Date", "month", "2013-09-01", "2014-12-01"),
        {
            "Sales": (700, 118726350.26),
            "Profit": (700, 16893702.26),
            "Units Sold": (700, 1125806.0),
        },
        sheet="Sheet1",
        units={"Sales": "USD", "Profit": "USD"},
    ),
    "business/GlobalSales.xlsx": one(
        (1, 2, 2156),
        ("Order Date", "day", "1996-07-04", "1998-05-06"),
        {"Total Amount": (2155, 1265793.06)},
        sheet="owssvr",
        values=1,  # postal codes are no figures
    ),
    "business/wide-months-P&L_missingcalcchainpart.xlsx": Sample(
        (
            Found((4, 5, 9), None, {"TOTAL COST": (5, 0.0)}, sheet="Start-Up Costs Template"),
            Found((4, 5, 9), None, {"MONTHS": (5, 16.0)}, sheet="Start-Up Costs Example"),
            Found(
                (4, 5, 11),
                (None, "month", "2023-01-01", "2023-12-01"),
                {"Net Sales": (12, 0.0)},
                "wide",
                "P&L Template",
            ),
            Found(
                (13, 14, 23),
                (None, "month", "2023-01-01", "2023-12-01"),
                {"Rent": (12, 0.0)},
                "wide",
                "P&L Template",
            ),
            Found(
                (4, 5, 11),
                (None, "month", "2023-01-01", "2023-12-01"),
                {"Net Sales": (12, 214958.0)},
                "wide",
                "P&L Example",
                {"Net Sales": "USD"},
            ),
            Found(
                (13, 14, 22),
                (None, "month", "2023-01-01", "2023-12-01"),
                {"Total Expenses": (12, 111871.15), "NET INCOME": (12, 14040.0025)},
                "wide",
                "P&L Example",
            ),
        )
    ),
    "business/Test_git_issue_45.xls": one(
        (9, 11, 63),
        (None, "month", "2016-01-01", "2016-08-01"),
        {"1- IMPUESTOS": (8, 835980.7708821)},
        "wide",
        "Internet",
    ),
    "business/TableFormat.xlsx": one(
        (1, 2, 5),
        (None, "month", None, None),
        {"Line A": (12, 1310.0), "Line D": (12, 14.0)},
        "wide",
        "Sheet3",
        values=4,
        asks=("year",),
    ),
    "business/payments.csv": one(
        (1, 2, 623),
        ("Created date (UTC)", "day", "2023-11-07", "2024-06-07"),
        {"Amount": (622, None), "Converted Amount": (622, 284332.30)},
        units={"Converted Amount": "THB"},
    ),
    # Time series
    "series/wti-month.xls": one(
        (3, 4, 394),
        ("Date", "month", "1986-01-01", "2018-07-01"),
        {"Cushing, OK WTI Spot Price FOB (Dollars per Barrel)": (391, 391 * 43.5427)},
        sheet="Data 1",
    ),
    "series/brent-week.xls": one(
        (3, 4, 1634),
        ("Date", "week", "1987-05-11", "2018-08-06"),
        {"Weekly Europe Brent Spot Price FOB (Dollars per Barrel)": (1631, 1631 * 45.6865)},
        sheet="Data 1",
    ),
    "series/wti-monthly.csv": one(
        (1, 2, 488), ("Date", "month", "1986-01-01", "2026-07-01"), {"Price": (487, 23667.94)}
    ),
    "series/global-temp-monthly.csv": one(
        (1, 2, 3824), ("Year", "month", "1850-01-01", "2024-07-01"), {"Mean": (3823, -28.5206)}
    ),
    "series/2004-2016.csv": one(
        (1, 2, 966),
        ("Year", "month", "2004-01-01", "2016-12-01"),
        {"C02": (0, None)},
        "wide",
    ),
    "series/Consular_cases_April_2016.csv": one(
        (1, 2, 310),
        (None, "month", "2016-04-01", "2016-04-01"),
        {"Commercial Dispute": (306, 0.0), "ETDs": (237, 2191.0)},
    ),
    "series/Sustainability_-_Water_consumption_P_56.csv": one(
        (2, 3, 3),
        None,
        {
            "Total consumption (m3)": (1, 44761.0),
            "Consumption (m3)/ FTE": (1, 13.9),
            "Total expenditure (£k)": (1, 68.0),
        },
        units={"Total consumption (m3)": "m3", "Total expenditure (£k)": "£k"},
        asks=("period",),
    ),
    "series/mixedGLB.csv": one(
        (4, 5, 137), ("Year", "month", "1880-01-01", "2012-12-01"), {}, "wide", values=1
    ),
    # Clones
    "synthetic-clones/swedbank_foretagskonto.csv": one(
        (2, 3, 62),
        ("Bokföringsdag", "day", "2025-12-02", "2026-02-28"),
        {"Belopp": (60, 23498.17 + 67132.88 + 66003.47)},
        units={"Belopp": "SEK", "Bokfört saldo": "SEK"},
        values=2,  # row, clearing and account numbers are no figures
    ),
    "synthetic-clones/seb_kontoutdrag.csv": one(
        (1, 2, 61),
        ("Bokförd", "day", "2025-12-02", "2026-02-28"),
        {"Insättningar": (40, 158470.04), "Uttag": (20, -39800.08)},
        values=3,
    ),
    "synthetic-clones/nordea_se.csv": one(
        (1, 3, 62),
        ("Bokföringsdag", "day", "2025-12-02", "2026-02-28"),
        {"Belopp": (60, 20625.19 + 35811.54 + 60828.02)},
        units={"Belopp": "SEK"},
    ),
    "synthetic-clones/nordea_dk.csv": one(
        (1, 3, 62),
        ("Bogføringsdato", "day", "2025-12-02", "2026-02-28"),
        {"Beløb": (60, 48750.96 + 82915.48 + 57555.09)},
        units={"Beløb": "DKK"},
    ),
    "synthetic-clones/danske_bank.csv": one(
        (1, 2, 61),
        ("Dato", "day", "2025-12-02", "2026-02-28"),
        {"Beløb": (60, 52053.47 + 68475.64 + 31144.04)},
    ),
    "synthetic-clones/dinero_posteringer.csv": Sample(
        (
            Found(
                (1, 2, 54), ("Dato", "day", "2025-12-03", "2026-02-28"), {"Beløb": (53, 19683.10)}
            ),
            Found(  # the same by account ranges, with sales positive
                (1, 2, 54),
                (None, "month", "2025-12-01", "2026-02-01"),
                {
                    "Omsætning": (3, 112806.17),
                    "Vareforbrug": (3, 125917.95),
                    "Andre omkostninger": (3, 6571.32),
                },
                "wide",
                units={"Omsætning": "DKK"},
            ),
        )
    ),
    "synthetic-clones/resultatrapport_manad_sv.xlsx": one(
        (6, 7, 9),
        (None, "month", "2026-01-01", "2026-06-01"),
        {
            "Försäljning varor 25 % moms": (6, 30131.49),
            "Försäljning tjänster 25 % moms": (6, 23897.78),
            "Öres- och kronutjämning": (6, 22444.78),
            "Summa rörelsens intäkter": (6, 76474.05),
        },
        "wide",
        "Rapport",
        values=3,
    ),
    "synthetic-clones/resultatopgoerelse_maaned_da.xlsx": one(
        (6, 7, 9),
        (None, "month", "2026-01-01", "2026-06-01"),
        {
            "Salg af varer": (6, 35897.53),
            "Salg af ydelser": (6, 33663.14),
            "Rabatter": (6, 27869.93),
        },
        "wide",
        "Rapport",
        {"Salg af varer": "DKK"},
        values=3,
    ),
    "synthetic-clones/pxweb_kpi_sv.csv": one(
        (3, 4, 4),
        (None, "month", "2025-01-01", "2025-12-01"),
        {"KPI, fastställda tal": (11, 4581.71)},
        "wide",
        values=1,
    ),
    "synthetic-clones/veckorapport_sv.csv": one(
        (1, 2, 7),
        ("ISO", "week", "2025-12-22", "2026-01-26"),
        {"Besökare": (6, 10082.0), "Försäljning": (6, 322495.48), "Konvertering": (6, 0.1552)},
        units={"Försäljning": "SEK", "Konvertering": "percent"},
    ),
    "synthetic-clones/ga4_nth_week.csv": one(
        (10, 11, 24),
        ("Nth week", "week", "2025-12-29", "2026-03-30"),
        {"Active users": (14, 7459.0)},
    ),
    "synthetic-clones/ga4_nth_month.csv": one(
        (10, 11, 16),
        ("Nth month", "month", "2026-01-01", "2026-06-01"),
        {"Active users": (6, 2418.0)},
    ),
    "synthetic-clones/google_ads_utf16.csv": one(
        (3, 4, 5),
        (None, "month", "2026-01-01", "2026-01-01"),
        {"Clicks": (2, 264.0), "Impr.": (2, 9380.0), "Cost": (2, 3365.22), "CTR": (1, 0.0281)},
        units={"Cost": "SEK", "CTR": "percent"},
    ),
    "synthetic-clones/linkedin_followers.xls": Sample(
        (
            Found(
                (1, 2, 32),
                ("Date", "day", "2025-12-01", "2025-12-31"),
                {"Total followers": (31, 189.0)},
                sheet="New followers",
            ),
            Found((1, 2, 4), None, {"Total followers": (3, 475.0)}, sheet="Location"),
            Found((1, 2, 3), None, {"Total followers": (2, 140.0)}, sheet="Industry"),
        )
    ),
    "synthetic-clones/shopify_total_sales_over_time.csv": one(
        (1, 2, 32),
        ("Day", "day", "2025-12-01", "2025-12-31"),
        {"Total sales": (31, 72942.43), "Orders": (31, 448.0)},
    ),
    "synthetic-clones/woocommerce_revenue.csv": one(
        (1, 2, 32),
        ("Date", "day", "2025-12-01", "2025-12-31"),
        {"Total sales": (31, 100103.75)},
    ),
    "synthetic-clones/stripe_balance.csv": one(
        (1, 2, 61),
        ("Created (UTC)", "day", "2025-12-01", "2026-01-29"),
        {"Amount": (60, 26394.46), "Fee": (60, 302.44), "Net": (60, 26092.02)},
        units={"Amount": "SEK"},
    ),
    "synthetic-clones/klaviyo_campaigns.csv": one(
        (1, 2, 13),
        ("Send Time", "week", "2025-12-01", "2026-02-16"),
        {"Total Recipients": (12, 16514.0), "Revenue": (12, 54061.48)},
        units={"Open Rate": "percent"},
    ),
    # Platform exports
    "no-licence/GA4_home_multi-table.csv": Sample(
        (
            Found((9, 10, 37), NTH_DAY, {"Users": (28, 6.0)}),
            Found((41, 42, 69), NTH_DAY, {"New users": (28, 3.0)}),
            Found((73, 74, 101), NTH_DAY, {"Average engagement time": (28, 260.0)}),
            Found((105, 106, 133), NTH_DAY, {"Total revenue": (28, 0.0)}),
            Found((138, 139, 139), None, {"New users": (1, 3.0)}),
            Found((144, 145, 145), None, {"Sessions": (1, 7.0)}),
            Found((150, 151, 151), None, {"Users": (1, 3.0)}),
            Found((155, 156, 156), None, {"Users": (1, 3.0)}),
            Found(
                (161, 162, 189),
                NTH_DAY,
                {"30 days": (28, 85.0), "7 days": (28, 26.0), "1 day": (28, 6.0)},
            ),
            Found((194, 195, 200), None, {"Views": (6, 33.0)}),
            Found((205, 206, 211), None, {"Event count": (6, 85.0)}),
            Found((216, None, None), None, {"Conversions": (0, None)}),
            Found((222, None, None), None, {"Items purchased": (0, None)}),
            Found((228, None, None), None, {"Conversions": (0, None)}),
        )
    ),
    "no-licence/GA4_explore_grand-total-first.csv": one(
        (7, 9, 11),
        (None, "week", "2023-05-15", "2023-05-15"),
        {"Event count": (3, 48.0), "Sessions": (3, 5.0), "Total users": (3, 3.0)},
    ),
    "no-licence/GA4_report_date-dimension.csv": one(
        (10, 11, 251),
        ("Date", "day", "2023-07-08", "2024-03-04"),
        {
            "Event count": (241, 1003468.0),
            "Total users": (241, 283560.0),
            "New users": (241, 242119.0),
        },
    ),
    "no-licence/MetaBusinessSuite_Visits_utf16_sep.csv": Sample(
        (
            Found(
                (3, 4, 245),
                ("Date", "day", "2023-07-08", "2024-03-05"),
                {"Primary": (242, 81434.0)},
            ),
            Found(
                (248, 249, 490),
                ("Date", "day", "2023-07-08", "2024-03-05"),
                {"Primary": (242, 7101.0)},
            ),
        )
    ),
    "no-licence/MetaAds_month-range_total-first.xlsx": one(
        (1, 3, 312),
        ("Month", "month", "2023-04-01", "2024-03-01"),
        {"Amount spent (UAH)": (310, 77818.01), "Impressions": (310, 3159843.0)},
        sheet="Raw Data Report",
        units={"Amount spent (UAH)": "UAH"},
    ),
    "no-licence/GoogleAds_Campaign report.csv": one(
        (3, 4, 5),
        (None, "month", "2025-07-01", "2025-07-01"),
        {"Impr.": (2, 46168.0), "Cost": (2, 2565.93)},
        units={"Cost": "INR"},
    ),
    "no-licence/GoogleAds_Time_series(2026.02.05-2026.02.10).csv": one(
        (1, 2, 7),
        ("Date", "day", "2026-02-05", "2026-02-10"),
        {"Clicks": (6, 91.0), "Impressions": (6, 299.0), "Cost": (6, 139.67)},
        units={"Cost": "USD"},
    ),
    "no-licence/GSC_Chart.csv": one(
        (1, 2, 50),
        ("Date", "day", "2026-04-13", "2026-05-31"),
        {"Clicks": (49, 27.0), "Impressions": (49, 832.0)},
        units={"CTR": "percent"},
    ),
    "no-licence/GSC_Devices.csv": one(
        (1, 2, 4),
        None,
        {"Clicks": (3, 27.0), "Impressions": (3, 832.0)},
        asks=("period",),
    ),
    "no-licence/GSC_Filters.csv": one((1, 2, 3), None, {"Value": (2, None)}, values=0),
    # Public statistics
    "nordic-public/Folkhalsomyndigheten_Covid19_2020-04-20.xlsx": Sample(
        (
            Found(
                (1, 2, 78),
                ("Statistikdatum", "day", "2020-02-04", "2020-04-20"),
                {"Totalt_antal_fall": (77, 14777.0)},
                sheet="Antal per dag region",
                values=22,
            ),
            # The row of unknown days (20) has no date and is left out of 1580.
            Found(
                (1, 2, 42),
                ("Datum_avliden", "day", "2020-03-11", "2020-04-20"),
                {"Antal_avlidna": (41, 1560.0)},
                sheet="Antal avlidna per dag",
            ),
            Found(
                (1, 2, 47),
                ("Datum_vårdstart", "day", "2020-03-06", "2020-04-20"),
                {},
                sheet="Antal intensivvårdade per dag",
            ),
            Found(
                (1, 2, 22),
                None,
                {"Totalt_antal_fall": (21, 14777.0)},
                sheet="Totalt antal per region",
            ),
            Found(
                (1, 2, 4), None, {"Totalt_antal_fall": (3, 14777.0)}, sheet="Totalt antal per kön"
            ),
            Found(
                (1, 2, 12),
                None,
                {"Totalt_antal_fall": (11, 14777.0)},
                sheet="Totalt antal per åldersgrupp",
            ),
        )
    ),
    "px/PR0101B3.px": one(
        (3, 4, 15),
        (None, "month", "2006-10-01", "2008-12-01"),
        {"01 Food and non-alcoholic beverages": (27, 6798.41)},
        "wide",
        values=12,
    ),
    # Dialects and layouts
    "csv-dialects/excel_pasting.csv": one(
        (4, 5, 17),
        (None, "year", "2000-01-01", "2007-01-01"),
        {"Timber": (8, 15941.0), "Recycling": (8, 4220.0)},
        "wide",
        values=13,
    ),
    "csv-dialects/weird_head_padding.csv": one(
        (12, 14, 72),
        (None, "year", "1985-01-01", "2010-01-01"),
        {"Gefäßchirurgie": (8, 5271.0), "Unfallchirurgie": (8, 18076.0)},
        "wide",
    ),
    "csv-dialects/utf-16le_encoded.csv": one(
        (1, 2, 328),
        ("Reporting_period", "month", "2010-11-01", "2010-11-01"),
        {},
        asks=("fiscal",),
    ),
    "csv-dialects/test_swedebank_statement.xls": one(
        (1, 2, 18),
        ("Date", "day", "2014-10-01", "2014-10-06"),
        {},
        units={"Amount": "LTL"},
        values=1,
    ),
    "csv-dialects/comma_in_quotes.csv": one((1, 2, 2), None, {}, values=0),
    "csv-dialects/skip_initials.csv": one((1, 2, 3), None, {}, values=0),
    "csv-dialects/escaped_quotes.csv": one(
        (1, 2, 3), None, {"a": (2, 4.0)}, values=1, asks=("period",)
    ),
    "csv-dialects/newlines_crlf.csv": one(
        (1, 2, 4), None, {"b": (3, 15.0), "c": (3, 18.0)}, asks=("period",)
    ),
    "csv-dialects/utf8.csv": one((1, 2, 3), None, {"a": (2, 5.0), "b": (2, 7.0)}, asks=("period",)),
    "layout/deaths.xlsx": DEATHS,
    "layout/deaths.xls": DEATHS,
    "layout/1904.xlsx": Sample(()),
    "layout/missing-first-column.xlsx": Sample(()),
    "layout/unnamed-duplicated-columns.xlsx": one(
        (1, 2, 3),
        None,
        {"A": (2, 3.0), "var2": (2, None), "var2 (2)": (2, None)},
        sheet="Sheet1",
        asks=("period",),
    ),
    "layout/style-only-cells.xlsx": one(
        (1, 2, 4), None, {"var5": (3, 6.0)}, sheet="Data", asks=("period",)
    ),
}
