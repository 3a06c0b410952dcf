"""What rates are called, and what they divide by what, in the languages of exports."""

from __future__ import annotations

from desktop.importing.values.words import word_set, words_of

CLICKS = word_set("click clicks klick klik klikk klicks clics")
VIEWS = word_set(
    "impression impressions impr visningar visninger visn exponeringar eksponeringer "
    "impressionen anzeigen impresiones views"
)
_COST = word_set(
    "cost costs spend spent kostnad kostnader omkostning omkostninger udgift "
    "udgifter använt brugt förbrukat kosten ausgaben costo coste gasto amount belopp beløb"
)
_RESULTS = word_set(
    "conversion conversions conv konvertering konverteringar konverteringer "
    "konvertierungen conversiones results resultat resultater purchases köp køb"
)
_ORDERS = word_set(
    "order orders ordrar ordrer ordre bestellungen pedidos purchases transactions "
    "köp køb placed beställningar bestillinger"
)
_SALES = word_set(
    "sales revenue omsättning omsætning försäljning salg salgsverdi intäkt intäkter "
    "value värde værdi umsatz ventas income total net netto amount"
)
_VISITS = word_set(
    "session sessions sessioner visit visits besök besøg besøk users visitors "
    "besökare användare brugere sitzungen besuche sesiones visitas clicks klick klik"
)
_SENT = word_set(
    "recipients recipient sent delivered deliveries delivery mottagare modtagere "
    "skickade sendte levererade leverede empfänger zugestellt destinatarios enviados "
    "emails utskick"
)
_OPENS = word_set("open opens opened öppningar öppnade åbninger åbnet åpninger öffnungen aperturas")
_BOUNCES = word_set("bounce bounces bounced studsar studsade")
_LEAVERS = word_set(
    "unsubscribe unsubscribes unsubscribed avregistreringar avregistrerade "
    "afmeldinger avmeldinger abmeldungen bajas avanmälda"
)
_SPAM = word_set("spam complaints klagomål klager")
_PROFIT = word_set(
    "profit vinst resultat fortjeneste overskud bruttovinst gewinn beneficio "
    "täckningsbidrag dækningsbidrag"
)

_CTR = word_set("ctr klickfrekvens klikrate klickrate klickgrad clickthrough")
_CONVERSION = word_set(
    "conversion conv cvr konvertering konverteringsgrad konverteringsfrekvens "
    "konverteringsrate konversionsrate"
)
_OPEN_RATE = word_set("öppningsgrad öppningsfrekvens åbningsrate åpningsrate öffnungsrate")

_RATES = (
    (_CTR, CLICKS, VIEWS),
    (CLICKS, CLICKS, _SENT | VIEWS),
    (word_set("cpc"), _COST, CLICKS),
    (word_set("cpm"), _COST, VIEWS),
    (word_set("cpa cpo cac") | _RESULTS | _COST, _COST, _RESULTS | _ORDERS),
    (word_set("roas"), _SALES, _COST),
    (_CONVERSION, _RESULTS | _ORDERS, _VISITS | CLICKS),
    (
        word_set(
            "aov snittorder snittordervärde ordervärde ordreværdi kurv basket average snitt "
            "gennemsnit genomsnittligt gennemsnitlig"
        ),
        _SALES,
        _ORDERS,
    ),
    (_OPENS | _OPEN_RATE, _OPENS, _SENT),
    (_BOUNCES, _BOUNCES, _SENT | _VISITS),
    (_LEAVERS, _LEAVERS, _SENT),
    (_SPAM, _SPAM, _SENT),
    (_ORDERS, _ORDERS, _SENT | _VISITS),
    (word_set("margin marginal margen bruttomarginal marge"), _PROFIT, _SALES),
)
_STEM = 4

MAIL = _LEAVERS | word_set(
    "recipients opens opened öppningar öppnade åbninger åbnet åpninger utskick öffnungen aperturas"
)
"""Words that only columns of a mail tool have."""


def fits(rate: str, top: str, under: str) -> bool:
    """Whether a rate of this name divides a column of the one name by one of the other."""
    words = set(words_of(rate))
    tops, unders = set(words_of(top)), set(words_of(under))
    return any(
        words & called and tops & above and unders & below for called, above, below in _RATES
    )


def is_about(rate: str, top: str) -> bool:
    """Whether a name counts what a rate is the share of: ``Bounce Rate`` and ``Bounces``."""
    stems = {word[:_STEM] for word in words_of(rate) if len(word) >= _STEM}
    generic = {"rate", "rati", "aver", "perc", "proc", "pros", "anta", "numb", "tota"}
    return bool((stems - generic) & {word[:_STEM] for word in words_of(top)})
