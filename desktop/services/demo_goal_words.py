"""What the sample company calls its goals, its year, and what matters to it."""

from __future__ import annotations

GOAL_WORDS = {  # English, Swedish, Danish
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
}
