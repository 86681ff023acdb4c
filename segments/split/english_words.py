"""Words that decide where an English sentence ends: abbreviations, and words with which sentences like to begin."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    "mr mrs ms mx messrs mme mlle dr drs prof rev fr hon sen rep reps gov pres vp atty gen lt col maj capt cmdr cdr adm "
    "sgt cpl pvt det insp supt st ste mt ft msgr bro asst assoc amb del sra sr. fig figs eq eqs sec secs ch chap vol vols "
    "art arts no nos nr pp p par para pt op cf vs v viz e.g i.e eg ie ca approx resp al et incl ed. eds trans tel ext "
    "maj.gen lt.col lt.gen brig"
)
"""Abbreviations that another word must follow: a sentence never ends here (`et al.` and `etc.` are not among them)."""

ABBREVIATIONS = _words(
    "jr sr esq inc ltd co corp bros plc llc dept univ assn ave blvd rd hwy ln pl sq bldg apt rm fl "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "a.m p.m am pm a.d b.c b.c.e c.e etc al ibid ph.d m.d b.a m.a b.s m.s ll.b ll.m d.d.s j.d d.phil m.b.a "
    "u.s u.k u.n e.u u.s.a u.s.s.r d.c n.y l.a u.a.e n.j n.z r.o.k d.p.r.k p.r.c r.i.p p.s "
    "ala ariz ark calif colo conn fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn "
    "tenn tex va vt wash wis wyo ont que "
    "min hr hrs sec secs kg km cm mm lb lbs oz ft in. yd mph sq est ed rev misc abbr"
)
"""Abbreviations at which a sentence may end: what follows decides."""

STARTERS = _words(
    "a an the this that these those he she it they we i you his her its their our my your there here who what when "
    "where why how which while whereas although though because since if unless until after before as at by for from in "
    "into on over under with without within during despite according among another any all both each either every few "
    "many most much no none not nobody nothing one only other others some several such then thus therefore hence still "
    "yet and but or nor so also even however moreover meanwhile nevertheless nonetheless instead indeed furthermore "
    "besides finally first firstly second secondly third next last later now once again perhaps maybe please yes no "
    "let do does did is are was were has have had can could will would shall should may might must to today yesterday "
    "tomorrow more less just people like never always often sometimes"
)
"""Words that, with a capital, most likely begin a sentence."""

NAMES_WITH_MARKS = frozenset({"yahoo", "jeopardy", "yum", "chips", "oklahoma", "hamilton", "joomla", "guess"})
"""Names written with ! or ? that a lower-case word may follow."""
