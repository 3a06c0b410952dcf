"""What the sample company calls its things, in the languages of the product."""

from __future__ import annotations

from desktop.services.demo_goal_words import GOAL_WORDS
from desktop.services.demo_habit_words import HABIT_WORDS

_WORDS = {  # English, Swedish, Danish
    **GOAL_WORDS,
    **HABIT_WORDS,
    "company": (
        "The Woolly Sock (sample company)",
        "Raggsockan (exempelföretag)",
        "Uldsokken (eksempelfirma)",
    ),
    "file": ("The Woolly Sock", "Raggsockan", "Uldsokken"),
    # owners
    "management": ("Management", "Ledningen", "Ledelsen"),
    "marketing": ("Marketing", "Marknad", "Marketing"),
    "warehouse": ("Warehouse", "Lager", "Lager"),
    "service": ("Customer service", "Kundtjänst", "Kundeservice"),
    # units
    "orders_unit": ("orders", "order", "ordrer"),
    "visits_unit": ("visits", "besök", "besøg"),
    "readers_unit": ("readers", "läsare", "læsere"),
    "days_unit": ("days", "dagar", "dage"),
    "weeks_unit": ("weeks", "veckor", "uger"),
    # KPIs
    "sales": ("Net sales", "Nettoomsättning", "Nettoomsætning"),
    "sales_what": (
        "Sales of goods without VAT, after discounts and returns, as the accounts have it.",
        "Försäljning av varor utan moms, efter rabatter och returer, enligt bokföringen.",
        "Salg af varer uden moms, efter rabatter og returneringer, ifølge regnskabet.",
    ),
    "goods": ("Cost of goods", "Varukostnad", "Vareforbrug"),
    "goods_what": (
        "What the socks that were sold cost us, with freight from the knitters.",
        "Vad de sålda sockorna har kostat oss, inklusive frakt från stickerierna.",
        "Hvad de solgte sokker har kostet os, inklusive fragt fra strikkerierne.",
    ),
    "advertising": ("Advertising", "Annonser", "Annoncer"),
    "advertising_what": (
        "Paid advertising in search and social media.",
        "Betalda annonser i sökmotorer och sociala medier.",
        "Betalte annoncer i søgemaskiner og sociale medier.",
    ),
    "margin": ("Gross margin", "Bruttomarginal", "Bruttomargin"),
    "margin_what": (
        "What is left of net sales when the goods are paid.",
        "Det som är kvar av nettoomsättningen när varorna är betalda.",
        "Det, der er tilbage af nettoomsætningen, når varerne er betalt.",
    ),
    "visits": ("Visits to the web shop", "Besök i webbutiken", "Besøg i webshoppen"),
    "visits_what": (
        "Sessions in web analytics, without our own.",
        "Sessioner i webbanalysen, utan våra egna.",
        "Sessioner i webanalysen, uden vores egne.",
    ),
    "orders": ("Orders", "Order", "Ordrer"),
    "orders_what": (
        "Orders paid in the web shop, on the day of payment.",
        "Betalda order i webbutiken, den dag de betalades.",
        "Betalte ordrer i webshoppen på den dag, de blev betalt.",
    ),
    "conversion": ("Conversion rate", "Konverteringsgrad", "Konverteringsrate"),
    "conversion_what": (
        "Orders for every visit: total orders over total visits.",
        "Order per besök: alla order delat med alla besök.",
        "Ordrer pr. besøg: alle ordrer divideret med alle besøg.",
    ),
    "order_value": ("Average order value", "Snittorder", "Gennemsnitlig ordreværdi"),
    "order_value_what": (
        "Net sales for every order: total net sales over total orders.",
        "Nettoomsättning per order: all nettoomsättning delad med alla order.",
        "Nettoomsætning pr. ordre: al nettoomsætning divideret med alle ordrer.",
    ),
    "revenue": ("Sales in three steps", "Försäljning i tre steg", "Salg i tre trin"),
    "revenue_what": (
        "Visits × conversion rate × average order value: the same money as net sales, taken "
        "apart to see what moved it.",
        "Besök × konverteringsgrad × snittorder: samma pengar som nettoomsättningen, uppdelade "
        "för att visa vad som påverkar dem.",
        "Besøg × konverteringsrate × gennemsnitlig ordreværdi: de samme penge som "
        "nettoomsætningen, delt op for at vise, hvad der påvirker dem.",
    ),
    "revenue_for": (
        "Management, when the month is closed",
        "Ledningen, när månaden är bokförd",
        "Ledelsen, når måneden er bogført",
    ),
    "delivery": ("Delivery time", "Leveranstid", "Leveringstid"),
    "delivery_what": (
        "Working days from payment until the parcel is at the customer's, average of the week.",
        "Arbetsdagar från betalning till dess att paketet är hos kunden, veckans genomsnitt.",
        "Arbejdsdage fra betaling, til pakken er hos kunden, ugens gennemsnit.",
    ),
    "stock": ("Stock cover", "Lagertäckning", "Lagerdækning"),
    "stock_what": (
        "How many weeks the stock lasts at the pace of the last four weeks.",
        "Hur många veckor lagret räcker med de senaste fyra veckornas takt.",
        "Hvor mange uger lageret rækker med de seneste fire ugers tempo.",
    ),
    "returning": ("Returning customers", "Återkommande kunder", "Tilbagevendende kunder"),
    "returning_what": (
        "Share of the week's orders from people who have bought before.",
        "Andel av veckans order från personer som har handlat förut.",
        "Andel af ugens ordrer fra personer, der har handlet før.",
    ),
    "readers": ("Newsletter readers", "Nyhetsbrevets läsare", "Nyhedsbrevets læsere"),
    "readers_what": (
        "People on the list at the end of the month.",
        "Personer på listan vid månadens slut.",
        "Personer på listen ved månedens udgang.",
    ),
    # cards of KPIs
    "visits_place": (
        "Reports, Traffic, Sessions by day",
        "Rapporter, Trafik, Sessioner per dag",
        "Rapporter, Trafik, Sessioner pr. dag",
    ),
    "orders_place": (
        "Orders, Export, by day",
        "Order, Exportera, per dag",
        "Ordrer, Eksportér, pr. dag",
    ),
    "conversion_for": (
        "The Monday meeting of marketing and management",
        "Måndagsmötet med marknad och ledning",
        "Mandagsmødet med marketing og ledelse",
    ),
    "conversion_stop": (
        "Discounts in January; people only waited for them",
        "Rabatter i januari; folk väntade bara på dem",
        "Rabatter i januar; folk ventede bare på dem",
    ),
    "conversion_continue": (
        "The size guide on every page",
        "Storleksguiden på varje sida",
        "Størrelsesguiden på hver side",
    ),
    "conversion_more": (
        "Pictures of socks on feet",
        "Bilder av sockor på fötter",
        "Billeder af sokker på fødder",
    ),
    # words of the glossary
    "customer": ("Customer", "Kund", "Kunde"),
    "customer_what": (
        "Someone who has paid for at least one order in the last twelve months.",
        "Den som har betalat minst en order de senaste tolv månaderna.",
        "Den, der har betalt mindst én ordre de seneste tolv måneder.",
    ),
    "winter": ("Winter season", "Vintersäsong", "Vintersæson"),
    "winter_what": (
        "October to February, when most of the socks are sold.",
        "Oktober till februari, då de flesta sockorna säljs.",
        "Oktober til februar, hvor de fleste sokker sælges.",
    ),
    # source systems and the files they export
    "accounts": ("Accounts", "Bokföring", "Regnskab"),
    "shop": ("Web shop", "Webbutik", "Webshop"),
    "analytics": ("Web analytics", "Webbanalys", "Webanalyse"),
    "arrow_write": (
        "Readers of the letter come back to look.",
        "Den som läser brevet kommer tillbaka och tittar.",
        "Den, der læser brevet, kommer tilbage og kigger.",
    ),
    "arrow_deliver": (
        "Whoever waits with cold feet orders elsewhere.",
        "Den som väntar med kalla fötter beställer någon annanstans.",
        "Den, der venter med kolde fødder, bestiller et andet sted.",
    ),
    "arrow_return": (
        "The second pair costs no advertisement.",
        "Det andra paret kostar ingen annons.",
        "Det andet par koster ingen annonce.",
    ),
    "report": ("Weekly report", "Veckorapport", "Ugerapport"),
    "letter": ("Newsletter", "Nyhetsbrev", "Nyhedsbrev"),
    "statement": ("Income statement", "Resultatrapport", "Resultatopgørelse"),
    "financial_year": ("Financial year", "Räkenskapsår", "Regnskabsår"),
    "account": ("Account", "Konto", "Konto"),
    "account_name": ("Name", "Benämning", "Navn"),
    "account_sales": ("Sales of goods", "Försäljning varor", "Salg af varer"),
    "account_income": ("Total income", "Summa intäkter", "Indtægter i alt"),
    "account_goods": ("Cost of goods sold", "Kostnad sålda varor", "Vareforbrug"),
    "account_advertising": ("Advertising", "Annonsering", "Annoncering"),
    "account_wages": ("Wages", "Löner", "Løn"),
    "account_other": ("Other costs", "Övriga kostnader", "Øvrige omkostninger"),
    "account_costs": ("Total costs", "Summa kostnader", "Omkostninger i alt"),
    "account_result": ("Result", "Resultat", "Resultat"),
    "date": ("Date", "Datum", "Dato"),
    "gross": ("Gross sales", "Bruttoförsäljning", "Bruttosalg"),
    "discounts": ("Discounts", "Rabatter", "Rabatter"),
    "returns": ("Returns", "Returer", "Returneringer"),
    "net": ("Net sales", "Nettoförsäljning", "Nettosalg"),
    "sessions": ("Sessions", "Sessioner", "Sessioner"),
    "new_users": ("New users", "Nya användare", "Nye brugere"),
    "week": ("Week", "Vecka", "Uge"),
    "month": ("Month", "Månad", "Måned"),
    "total": ("Total", "Totalt", "I alt"),
}
_LANGUAGES = ("en", "sv", "da")
_ORDER_VALUES = {"en": ("EUR", 39.0), "sv": ("SEK", 429.0), "da": ("DKK", 289.0)}


class DemoWords:
    """The words of one language; anything else than sv, da or en is English."""

    def __init__(self, language: str) -> None:
        self.language = language if language in _LANGUAGES else "en"

    def __call__(self, name: str) -> str:
        return _WORDS[name][_LANGUAGES.index(self.language)]

    @property
    def currency(self) -> str:
        return _ORDER_VALUES[self.language][0]

    @property
    def order_value(self) -> float:
        """What an order is worth in the currency."""
        return _ORDER_VALUES[self.language][1]
