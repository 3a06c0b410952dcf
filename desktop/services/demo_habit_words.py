"""What the people of the sample company say: at check-ins, in reviews, of what they try."""

from __future__ import annotations

HABIT_WORDS = {  # English, Swedish, Danish
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
    "idea_app": ("An app of our own", "En egen app", "Vores egen app"),
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
}
