"""What the sample company calls its things, in the languages of the product."""

from __future__ import annotations

_WORDS = {  # English, Swedish, Danish
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
    # the annual wheel
    "wheel_spring": ("Spring colours", "Vårens färger", "Forårets farver"),
    "wheel_summer": ("Cotton for summer", "Bomull till sommaren", "Bomuld til sommeren"),
    "wheel_autumn": (
        "Warm feet, autumn campaign",
        "Varma fötter, höstkampanj",
        "Varme fødder, efterårskampagne",
    ),
    "wheel_black": ("Black Week", "Black Week", "Black Week"),
    "wheel_christmas": ("Christmas presents", "Julklappar", "Julegaver"),
    "wheel_fair": ("Design fair", "Designmässan", "Designmessen"),
    "wheel_shops": (
        "Visits to shops that resell",
        "Besök hos återförsäljare",
        "Besøg hos forhandlere",
    ),
    "wheel_review": ("Quarterly review", "Kvartalsutvärdering", "Kvartalsevaluering"),
    "wheel_goals": ("Goals of next year", "Nästa års mål", "Næste års mål"),
    "wheel_survey": ("Customer survey", "Kundenkät", "Kundeundersøgelse"),
    "wheel_returns": ("Returns after Christmas", "Returer efter jul", "Returneringer efter jul"),
    "wheel_everyone": ("Check-in with everyone", "Avstämning med alla", "Check-in med alle"),
    # what matters now, and the growth loop
    "focus_returning": (
        "New customers cost too much as long as the old ones do not come back.",
        "Nya kunder kostar för mycket så länge de gamla inte kommer tillbaka.",
        "Nye kunder koster for meget, så længe de gamle ikke kommer tilbage.",
    ),
    "focus_conversion": (
        "The visitors are there. If more of them buy, each krona of advertising goes further.",
        "Besökarna finns redan. Om fler av dem handlar räcker varje annonskrona längre.",
        "De besøgende er der allerede. Hvis flere af dem køber, rækker annoncerne længere.",
    ),
    "letter_loop": ("The newsletter", "Nyhetsbrevet", "Nyhedsbrevet"),
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
    # goals
    "grow": (
        "Sell an eighth more socks than last year",
        "Sälja en åttondel fler sockor än i fjol",
        "Sælge en ottendedel flere sokker end sidste år",
    ),
    "grow_why": (
        "At that size we can pay the knitters for a whole winter in advance.",
        "Då har vi råd att betala stickerierna för en hel vinter i förskott.",
        "Så har vi råd til at betale strikkerierne for en hel vinter på forhånd.",
    ),
    "grow_not": (
        "We do not open a shop in town.",
        "Vi öppnar ingen butik i stan.",
        "Vi åbner ingen butik i byen.",
    ),
    "grow_wool": (
        "The wool for the winter is ordered",
        "Ullen till vintern är beställd",
        "Ulden til vinteren er bestilt",
    ),
    "convert": (
        "More visitors find their socks",
        "Fler besökare hittar sina sockor",
        "Flere besøgende finder deres sokker",
    ),
    "convert_why": (
        "Visits cost more every year; those who come should find what fits them.",
        "Besöken blir dyrare för varje år; de som kommer ska hitta det som passar dem.",
        "Besøg bliver dyrere år for år; dem, der kommer, skal finde det, der passer dem.",
    ),
    "convert_photos": (
        "New pictures of every sock",
        "Nya bilder på varje socka",
        "Nye billeder af hver sok",
    ),
    "deliver": (
        "The parcel arrives while the feet are still cold",
        "Paketet kommer medan fötterna fortfarande är kalla",
        "Pakken kommer, mens fødderne stadig er kolde",
    ),
    "deliver_why": (
        "Slow parcels are what customers write to us about most.",
        "Sena paket är det kunderna oftast skriver till oss om.",
        "Forsinkede pakker er det, kunderne oftest skriver til os om.",
    ),
    "write": (
        "6,000 people read our letter",
        "6 000 personer läser vårt brev",
        "6.000 personer læser vores brev",
    ),
    "write_why": (
        "The letter sells without paying for a click.",
        "Brevet säljer utan att vi betalar för ett klick.",
        "Brevet sælger, uden at vi betaler for et klik.",
    ),
    "return": (
        "People come back for the next pair",
        "Folk kommer tillbaka för nästa par",
        "Folk kommer tilbage efter næste par",
    ),
    "return_why": (
        "A second pair costs us no advertising.",
        "Ett par till kostar oss ingen annons.",
        "Et par mere koster os ingen annonce.",
    ),
    "halfway": ("Half the way", "Halvvägs", "Halvvejs"),
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
    # check-ins
    "said_grow_1": (
        "The autumn collection sells by itself.",
        "Höstkollektionen säljer sig själv.",
        "Efterårskollektionen sælger sig selv.",
    ),
    "said_grow_2": (
        "December has never let us down.",
        "December har aldrig svikit oss.",
        "December har aldrig svigtet os.",
    ),
    "said_convert_1": (
        "The new pictures make people stay.",
        "De nya bilderna får folk att stanna kvar.",
        "De nye billeder får folk til at blive.",
    ),
    "said_convert_2": (
        "Many look, fewer buy than we hoped.",
        "Många tittar, färre köper än vi hade hoppats.",
        "Mange kigger, færre køber, end vi havde håbet.",
    ),
    "said_convert_start": (
        "Show the delivery time before the basket",
        "Visa leveranstiden före varukorgen",
        "Vise leveringstiden før kurven",
    ),
    "said_deliver_1": (
        "We talk to a new carrier this month.",
        "Vi pratar med ett nytt fraktbolag den här månaden.",
        "Vi taler med et nyt fragtfirma denne måned.",
    ),
    "said_deliver_2": (
        "The new carrier starts soon, then it will show.",
        "Det nya fraktbolaget börjar snart, och då kommer det att synas.",
        "Det nye fragtfirma begynder snart, og så vil det kunne ses.",
    ),
    "said_deliver_stop": (
        "Packing in the order that orders come in",
        "Packa i den ordning beställningarna kommer in",
        "At pakke i den rækkefølge, ordrerne kommer ind",
    ),
    "said_write": (
        "Nobody has had time for the newsletter.",
        "Ingen har haft tid med nyhetsbrevet.",
        "Ingen har haft tid til nyhedsbrevet.",
    ),
    "said_return": (
        "The note in the parcel works.",
        "Lappen i paketet fungerar.",
        "Sedlen i pakken virker.",
    ),
    "said_return_start": (
        "Ask the regulars what they miss",
        "Fråga stamkunderna vad de saknar",
        "Spørge stamkunderne, hvad de savner",
    ),
    # what they have learned
    "review_quarter_meant": (
        "To get through spring without a sale, and to have the wool ordered before midsummer.",
        "Att ta oss genom våren utan rea och ha ullen beställd före midsommar.",
        "At komme igennem foråret uden udsalg og have ulden bestilt inden sankthans.",
    ),
    "review_quarter_happened": (
        "No sale, and the wool was ordered in time. Parcels were as late as before.",
        "Ingen rea, och ullen beställdes i tid. Paketen var lika sena som förut.",
        "Intet udsalg, og ulden blev bestilt i tide. Pakkerne var lige så sene som før.",
    ),
    "review_quarter_why": (
        "We knew the season from last year. For the parcels we changed the boxes, not the carrier.",
        "Vi kände säsongen från i fjol. För paketen bytte vi kartonger, inte transportör.",
        "Vi kendte sæsonen fra sidste år. Til pakkerne skiftede vi kasser, ikke fragtfirma.",
    ),
    "review_quarter_next": (
        "Talk to two other carriers before the autumn.",
        "Prata med två andra transportörer före hösten.",
        "Tale med to andre fragtfirmaer før efteråret.",
    ),
    "review_quarter_learned": (
        "Look for the cause before you buy new boxes.",
        "Leta efter orsaken innan du köper nya kartonger.",
        "Led efter årsagen, før du køber nye kasser.",
    ),
    "review_return_meant": (
        "That more than every fourth customer comes back for another pair.",
        "Att mer än var fjärde kund kommer tillbaka för ett par till.",
        "At mere end hver fjerde kunde kommer tilbage efter et par til.",
    ),
    "review_return_happened": (
        "The share has been above the target since the summer.",
        "Andelen har legat över målvärdet sedan i somras.",
        "Andelen har ligget over målværdien siden i sommer.",
    ),
    "review_return_why": (
        "A handwritten note in each parcel; the discount code made no difference.",
        "En handskriven lapp i varje paket; rabattkoden gjorde ingen skillnad.",
        "En håndskrevet seddel i hver pakke; rabatkoden gjorde ingen forskel.",
    ),
    "review_return_next": (
        "Keep the note, drop the code, and raise the goal.",
        "Behåll lappen, släpp koden och höj målet.",
        "Behold sedlen, drop koden, og hæv målet.",
    ),
    "review_return_learned": (
        "A kind word brings people back, a discount does not.",
        "Ett vänligt ord får folk att komma tillbaka, en rabatt gör det inte.",
        "Et venligt ord får folk til at komme tilbage, det gør en rabat ikke.",
    ),
    # what is tried, and ideas
    "try_basket": (
        "The delivery time is shown before the basket",
        "Leveranstiden visas före varukorgen",
        "Leveringstiden vises før kurven",
    ),
    "try_basket_because": (
        "many leave when they see it too late",
        "många går när de ser den för sent",
        "mange går, når de ser den for sent",
    ),
    "try_carrier": (
        "A carrier that delivers in the evening",
        "Ett fraktbolag som levererar på kvällen",
        "Et fragtfirma, der leverer om aftenen",
    ),
    "try_carrier_because": (
        "half of the parcels wait for a second attempt",
        "hälften av paketen väntar på ett andra försök",
        "halvdelen af pakkerne venter på et nyt forsøg",
    ),
    "try_posters": (
        "Posters at the railway stations",
        "Affischer på järnvägsstationerna",
        "Plakater på banegårdene",
    ),
    "try_posters_because": (
        "people have cold feet while they wait",
        "folk fryser om fötterna när de väntar",
        "folk fryser om fødderne, mens de venter",
    ),
    "try_posters_learned": (
        "Nothing to be seen in sales, and nobody who was asked had noticed them.",
        "Inget som syns i försäljningen, och ingen som vi frågade hade lagt märke till dem.",
        "Intet at se i salget, og ingen af dem, vi spurgte, havde lagt mærke til dem.",
    ),
    "try_signup": (
        "Sign up for the letter at the checkout",
        "Anmälan till brevet i kassan",
        "Tilmelding til brevet i kassen",
    ),
    "try_signup_because": (
        "those who buy want to hear when the new pairs come",
        "de som handlar vill veta när de nya paren kommer",
        "de, der køber, vil vide, hvornår de nye par kommer",
    ),
    "idea_note": (
        "A note from the knitter in the parcel",
        "En lapp från stickerskan i paketet",
        "En seddel fra strikkersken i pakken",
    ),
    "idea_note_reason": (
        "It costs next to nothing and it is like us.",
        "Den kostar nästan ingenting och den är lik oss.",
        "Den koster næsten ingenting, og den ligner os.",
    ),
    "idea_note_because": (
        "a parcel from a person is remembered",
        "ett paket från en människa blir ihågkommet",
        "en pakke fra et menneske bliver husket",
    ),
    "idea_note_learned": (
        "Customers write about it. We go on, with a new note for each season.",
        "Kunderna skriver om den. Vi fortsätter, med en ny lapp varje säsong.",
        "Kunderne skriver om den. Vi fortsætter med en ny seddel hver sæson.",
    ),
    "idea_app": ("An app of our own", "En egen app", "En app, der er vores egen"),
    "idea_app_reason": (
        "It takes half a year of our time. We look at it again when delivery works.",
        "Den tar ett halvår av vår tid. Vi tittar på den igen när leveranserna fungerar.",
        "Den tager et halvt år af vores tid. Vi ser på den igen, når leveringen fungerer.",
    ),
    "idea_film": (
        "Half of the advertising budget on an evening at the cinema",
        "Halva annonsbudgeten på en kväll på bio",
        "Halvdelen af annoncebudgettet på en aften i biografen",
    ),
    "idea_film_reason": (
        "It reaches those who know us already, and we want new customers this year.",
        "Den når dem som redan känner oss, och i år vill vi ha nya kunder.",
        "Den når dem, der allerede kender os, og i år vil vi have nye kunder.",
    ),
    "idea_fair": (
        "A stand at the Christmas fair",
        "Ett stånd på julmarknaden",
        "En bod på julemarkedet",
    ),
    "idea_children": ("Socks for children", "Sockor för barn", "Sokker til børn"),
    "board": ("The board", "Styrelsen", "Bestyrelsen"),
    "customer_said": ("A customer", "En kund", "En kunde"),
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
