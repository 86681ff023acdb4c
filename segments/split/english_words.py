"""Words that decide where an English sentence ends: abbreviations, and words with which sentences like to begin."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    "mr mrs ms mx messrs mme mlle dr drs prof rev fr hon sen sens rep reps gov govs pres vp atty gen lt col maj capt cmdr "
    "cdr adm brig sgt cpl pvt det insp supt ste mt msgr bro asst assoc amb cf vs v viz e.g i.e eg ie ca approx resp incl "
    "trans ext lt.col lt.gen maj.gen"
)
"""Abbreviations that another word must follow: a sentence never ends here."""

NUMBERED = _words("no nos nr n° fig figs eq eqs sec secs ch chap vol vols art arts p pp pg par para pt op bk tel")
"""Abbreviations that a number follows; before anything else they are ordinary words."""

ABBREVIATIONS = _words(
    "jr sr esq inc ltd co cos corp bros plc llc dept univ assn ave blvd st rd hwy ft bldg etc al ibid ed eds "
    "a.m p.m a.d b.c b.c.e c.e ph.d m.d b.a m.a b.s m.s ll.b ll.m d.d.s j.d d.phil m.b.a"
)
"""Abbreviations at which a sentence may end: what follows decides."""

CAPITALISED = _words(
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun "
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn "
    "Tenn Tex Va Vt Wash Wis Wyo Ont Que Ry Pk Sq Pl"
)
"""Abbreviations like those, but ordinary words without their capital."""

STARTERS = _words(
    "a an the this that these those he she it they we i you his her its their our my your there here who what when "
    "where why how which while whereas although though because since if unless until after before as at by for from in "
    "into on over under with without within during despite according among another any all both each either every few "
    "many most much no none not nobody nothing one only other others some several such then thus therefore hence still "
    "yet and but or nor so also even however moreover meanwhile nevertheless nonetheless instead indeed furthermore "
    "besides finally first firstly second secondly third next last later now once again perhaps maybe please yes "
    "let do does did is are was were has have had can could will would shall should may might must to today yesterday "
    "tomorrow more less just people like never always often sometimes"
)
"""Words that, with a capital, most likely begin a sentence."""

NAMES_WITH_MARKS = _words("yahoo jeopardy joomla e hulu")
"""Names written with ! or ? that a lower-case word may follow."""
