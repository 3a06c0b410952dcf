"""The words in headers and labels: totals, codes, rates, balances, and the language they are in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from desktop.importing.values.marks import plain


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(text.split())


_CAMEL = re.compile(r"(?<=[a-zåäöæø])(?=[A-ZÅÄÖÆØ])")
_SPLIT = re.compile(r"[^\w%]+|_")


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a name, folded: ``OrderDate (UTC)`` is order, date, utc."""
    return tuple(w for w in _SPLIT.split(_CAMEL.sub(" ", plain(text)).casefold()) if w)


def normal(text: str) -> str:
    """A name reduced to what two spellings of it have in common."""
    return " ".join(words_of(text))


_TOTAL = re.compile(
    r"(?:grand |sub-?|del|mellan|general |rec\. )?(?:totale?r?|totalt|totalsumma|summa|summe|sums?"
    r"|totals|totalsum|hovedtotal|årstotal|helår|hela året|hele året|gesamtergebnis|summering"
    r"|i alt|ialt|sammanlagt|gesamt|gesamtsumme|insgesamt|yhteensä|samtliga|alla|alle|all|hele"
    r"|delsumma|subtotal|sub-total|summary|ytd|överföring)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?:all|alla|alle|samtliga|hele|summary)\b", re.IGNORECASE)
_TOTAL_LAST = re.compile(r"\b(?:total|totalt|i alt|ialt|in total|insgesamt|sum)\W*$", re.IGNORECASE)


@lru_cache(maxsize=65536)
def is_total(label: str) -> bool:
    """Whether a label names a total: ``Totalt``, ``Summa intäkter``, ``Total: Account``."""
    text = plain(label).strip("-–*=: ")
    if not text or len(text) > 60:
        return False
    match = _TOTAL.match(text)
    if match is not None:
        # "All" heads too many ordinary names to be believed unless it stands alone or nearly so.
        return not _WHOLE.match(text) or len(words_of(text)) <= 2
    return _TOTAL_LAST.search(text) is not None


@lru_cache(maxsize=4096)
def is_total_alone(label: str) -> bool:
    """Whether a label says nothing but total, so that no product or person can be meant."""
    match = _TOTAL.match(plain(label).strip("-–*=: "))
    return match is not None and match.end() == len(plain(label).strip("-–*=: "))


_LABELLED = re.compile(r"(?:rec\. )?total\w*:", re.IGNORECASE)
_NOUN = re.compile(r"(?:sub-?|del|mellan|total|gesamt)?(?:summa|summe|sums?)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def is_surely_total(label: str) -> bool:
    """Whether the words alone make it a total: ``Totalt``, ``Total: Account``; but not ``Total
    Care`` or ``Alla besök``, which may be a product and a measure."""
    return is_total_alone(label) or _LABELLED.match(plain(label).strip("-–*= ")) is not None


def is_named_sum(label: str) -> bool:
    """Whether it is called the sum of something: ``Summa intäkter``, if only of one row."""
    return _NOUN.match(plain(label).strip("-–*=: ")) is not None


_SUMMARY = word_set(
    """
    snitt medel medelvärde genomsnitt gennemsnit gjennomsnitt average avg mean median max min
    maximum minimum högst lägst durchschnitt mittelwert promedio media mål target budget prognos
    """
)


def is_summary(label: str) -> bool:
    """Whether a label names what is worked out from other rows, or held against them: a total,
    ``Genomsnitt``, ``Max``, ``Budget``."""
    words = words_of(label)
    return is_total(label) or (0 < len(words) <= 3 and words[0] in _SUMMARY)


CODE = word_set(
    """
    id ids nr no nummer number num code codes kod kode zip zipcode postnr postnummer postcode postal
    konto kontonr kontonummer account phone telefon tel orgnr cvr vernr verifikation
    verifikat bilag bilagsnr clearing clearingnummer radnummer radnr rad row rownum löpnr
    fakturanr fakturanummer sku ean isbn gtin ref reference referens iban bankgiro
    kundnr kundnummer kundenummer ordernr ordernummer ordrenr artikelnr artikelnummer varenr
    sort uuid guid token hash lat latitude lon lng longitude
    """
)
PLACE = word_set("lat latitude lon lng longitude")
CLOCKS = {("time",), ("tid",), ("klockslag",), ("klokkeslæt",), ("kl",), ("zeit",), ("hora",)}
NUMBERED = word_set("order ordre invoice faktura kund kunde customer ticket case ärende")
RATE = word_set(
    """
    rate ratio avg average mean median snitt snittet genomsnitt genomsnittlig genomsnittligt
    gennemsnit gennemsnitlig medel medelvärde per pris price prices preis precio pct percent
    percentage procent prosent andel share marginal margin margen conversion konvertering
    konverteringsgrad ctr cpc cpm cpa roas cpv aov frequency frekvens position score betyg index
    indeks nps temperature temperatur anomaly kurs växelkurs valutakurs exchange
    """
)
LEVEL = word_set(
    """
    balance saldo saldi balans bestand stock inventory lager lagervärde lagersaldo kassa cash skuld
    debt fordringar receivables headcount employees anställda medarbetare medlemmar members
    closing outstanding utestående backlog orderstock subscribers prenumeranter abonnenter mrr arr
    """
)
COUNTED = word_set(
    """
    antal number count st stk kunder customers orders order ordrar besök besökare visits visitors
    kvitton receipts timmar hours anställda employees medarbetare dagar days enheter units styck
    """
)
BALANCE = word_set("balance saldo saldi")
LOWER = word_set(
    """
    cost costs kostnad kostnader omkostninger omkostning expense expenses utgifter spend spent fee
    fees avgift avgifter returns return returer retur refund refunds returneringar bounce bounces
    churn complaint complaints klagomål reklamationer unsubscribes avregistreringar spam errors
    fel fejl defects overdue förfallna sjukfrånvaro absence sygefravær lead ledtid wait väntetid
    cogs tax taxes moms skatt discounts rabatt rabatter svinn waste emissions utsläpp cpc cpm cpa
    deaths döda avlidna
    """
)
UNIQUE = word_set(
    """
    reach users visitors besökare räckvidd användare rækkevidde brugere besøgende rekkevidde
    brukere reichweite nutzer besucher alcance usuarios visitantes
    """
)
DAY_WORDS = word_set(
    """
    date dates datum dato day dag dagar days fecha tag time tid tidpunkt timestamp created
    bokförd bokföringsdag bokföringsdatum bogført bogføringsdato transaktionsdag period periode
    perioden month månad måned mes monat week vecka uge woche quarter kvartal year år jahr año
    datummånad dagmånad statistikdatum orderdatum orderdate
    """
)
SECOND_DATES = word_set(
    """
    end ends ending slut due förfall förfallodatum forfald birth född available valuta valutadag
    valutadatum value transfer updated modified ändrad expires expiry utgår death closed shipped
    delivery leverans starts
    """
)
CURRENCY = word_set("currency valuta valutakod valutakode währung moneda ccy")
CURRENCIES = word_set("sek dkk nok eur usd")  # as names of amounts end: Belopp SEK
TOTALS = word_set("total totalt totale summa sum suma summe gesamt")
MONEY = word_set(
    """
    amount amounts belopp beløb beløp betrag importe sales sale försäljning salg omsättning
    omsætning revenue intäkter intäkt indtægter indtægt cost costs kostnad kostnader fee fees net
    gross price pris saldo balance spend spent value värde profit vinst resultat tax taxes
    moms shipping refund refunds discount discounts budget payout earnings income debet kredit
    insättningar uttag insatt cogs omkostning omkostninger inntekt inntekter avgift avgifter
    gebyr gebyrer turnover brutto netto umsatz kosten erlös erlöse gebühr gebühren einnahmen
    ausgaben ventas ingresos coste costes gasto gastos
    """
)
_OF_MONEY = (
    "försäljning belopp beløb beløp omsättning omsætning intäkt intäkter indtægt indtægter inntekt "
    "inntekter kostnad kostnader omkostning omkostninger avgift avgifter gebyr gebyrer bruttosalg "
    "nettosalg varesalg betrag umsatz kosten erlöse"
)
MONEY_ENDINGS = tuple(_OF_MONEY.split())
"""Words that end compounds of money: ``nettoförsäljning``, ``fakturabelopp``."""

_LANGUAGES = {
    "sv": "och för belopp datum försäljning konto summa antal månad vecka år besökare intäkter "
    "benämning kostnad bokförd insättningar uttag text totalt rubrik konvertering enligt",
    "da": "og for beløb dato salg måned uge år i alt konto tekst bogført afstemt kontonavn varer "
    "ydelser omsætning periode status udført moms bilag",
    "no": "og for beløp dato salg måned uke år sum konto inntekter bokført kostnader",
}
_LANGUAGE_WORDS = {code: word_set(text) for code, text in _LANGUAGES.items()}


def crown_of(texts: Iterable[str]) -> str | None:
    """Whose crown ``kr`` is, by the language of the file: SEK, DKK or NOK; ``None`` if unclear."""
    votes = dict.fromkeys(_LANGUAGE_WORDS, 0)
    for text in texts:
        words = set(words_of(text))
        for code, known in _LANGUAGE_WORDS.items():
            votes[code] += len(words & known)
        folded = text.casefold()
        votes["sv"] += any(letter in folded for letter in "äö")
        for code in ("da", "no"):
            votes[code] += any(letter in folded for letter in "æø")
    best = max(votes, key=lambda code: votes[code])
    if not votes[best]:
        return None
    return {"sv": "SEK", "da": "DKK", "no": "NOK"}[best]
