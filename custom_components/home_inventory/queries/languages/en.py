"""English."""

from __future__ import annotations

from typing import Final

from ..language import Bound, Language, Meaning, Period, counts, pairs, words

_LEFT: Final = "[(left|pieces|pcs|of them|in stock)]"
_ENDS: Final = (
    "(ends|end|ending|expires|expire|expiring|expired|ended|runs out|run out|running out|lasts|lasting|valid)"
)
_COSTS: Final = "[that] (cost|costs|costing|priced|worth)"

ENGLISH: Final = Language(
    code="en",
    decimal=".",
    the="(the|my|our|your|a|an)",
    box="(box|crate|bin|container|drawer|shelf|cupboard|case|bag|place|location|slot)",
    rules={
        Meaning.WARRANTY_TIME: (
            f"[(whose|with|with a|where the)] (warranty|warranties|guarantee) [(that|which)] [(is|will)] {_ENDS} {{time}}",
            "[(still|under|in)] (warranty|guarantee) {bounded}",
            "(covered|guaranteed) {bounded}",
        ),
        Meaning.BEST_BEFORE_TIME: (
            "[(that is|that are|to be)] (best before|best by|use by|sell by|eat by|used by|eaten by) [date] {time}",
            "(to be used|to be eaten|to use up|to eat) {bounded}",
        ),
        Meaning.ADDED_TIME: (
            "[that] [(i|we)] [(was|were|have been)] (added|entered|recorded|registered|catalogued) {time}",
        ),
        Meaning.WARRANTY_EXPIRED: (
            "[(with|with an)] expired (warranty|warranties|guarantee|guarantees)",
            "[(that are|which are)] [no longer] out of (warranty|guarantee)",
            "(no longer|not) (under|in) (warranty|guarantee)",
            "[(whose|with)] (warranty|warranties|guarantee) [(is|has|have)] (expired|over|ended|lapsed|run out)",
        ),
        Meaning.WARRANTY_NONE: ("(without|with no|that have no|having no) [(a|any)] (warranty|guarantee)",),
        Meaning.WARRANTY_ACTIVE: (
            "[(that are|which are)] [still] (under|in) (warranty|guarantee)",
            "with [(a|an)] [(valid|active)] (warranty|guarantee)",
            "(warranty|guarantee) [is] [still] (valid|active)",
        ),
        Meaning.BEST_BEFORE_PAST: (
            "[that are] past [(its|their|the)] (best before|use by|sell by) [date]",
            "[with] expired (best before|use by) [date]",
        ),
        Meaning.PRICE_BELOW: (
            f"[({_COSTS}|for)] (under|below|less than|cheaper than|<) {{money}}",
            f"({_COSTS} (under|below|less than)|cheaper than) {{sum}}",
        ),
        Meaning.PRICE_ABOVE: (
            f"[{_COSTS}] (over|above|more than|more expensive than|>) {{money}}",
            f"({_COSTS} (over|above|more than)|more expensive than) {{sum}}",
        ),
        Meaning.PRICE_MOST: (f"[({_COSTS}|for)] (at most|up to|no more than) {{money}}",),
        Meaning.PRICE_LEAST: (f"[{_COSTS}] at least {{money}}",),
        Meaning.LABEL: (
            "[that are] (labelled|labeled|tagged) [(as|with)] {label}",
            "with {the} (label|tag) {label}",
        ),
        Meaning.CATEGORY: ("[(in|of|from)] {the} (category|categories) {category}",),
        Meaning.VENDOR: (
            "[that] [(i|we)] (bought|purchased|ordered|got) (at|from|in|on|via) {the} {vendor}",
            "{bought} (at|from|in|on|via) {the} {vendor}",
        ),
        Meaning.PURCHASE_TIME: (
            "[that] [(did|have)] [(i|we)] [have] (bought|purchased|ordered|got|buy|purchase|order) {time}",
            "{bought} {time}",
        ),
        Meaning.MAKER: (
            "[(made|manufactured|produced)] by {maker}",
            "[(of|from)] {the} (brand|maker|manufacturer) {maker}",
        ),
        Meaning.BORROWER: (
            "[(what|which)] [(did|do|have|has|had)] [(that|which)] [(is|are|was|were)] [(i|we)] [have] (lent|lend|loaned|loan|on loan) [out] to {the} {borrower}",
            "[(that|which)] [(is|are|was|were)] (borrowed by|on loan with) {the} {borrower}",
            "(what|which) [(has|did|does)] {the} {borrower} (borrowed|borrow) from (me|us)",
            "(what|which) [(has|did|does)] {the} {borrower} (borrowed|borrow)",
        ),
        Meaning.OVERDUE: (
            "[(that|which)] [(is|are)] overdue [(loan|loans)]",
            "[(that|which)] (should|should have) [been] [(be|come)] (back|returned) [(already|by now)]",
        ),
        Meaning.LENT: (
            "[(what|which)] (have|did|do) (i|we) [currently] (lent|lend|loaned) [out]",
            "[(that|which)] [(is|are)] [(currently|still)] (lent|lent out|loaned out|on loan|out on loan|borrowed)",
        ),
        Meaning.DEVICE_OFFLINE: (
            "(offline|unreachable|disconnected) (device|devices|gadgets|appliances)",
            "(device|devices|gadgets|appliances) [(that|which)] [(is|are)] (offline|unreachable|disconnected|not reachable|not online|not answering)",
            "[(that|which)] (is|are) [(currently|now)] (offline|unreachable|not reachable)",
        ),
        Meaning.DEVICE_ONLINE: (
            "(online|reachable|connected) (device|devices|gadgets|appliances)",
            "(device|devices|gadgets|appliances) [(that|which)] [(is|are)] (online|reachable|connected)",
            "[(that|which)] (is|are) [(currently|now)] (online|reachable)",
        ),
        Meaning.DEVICE_MISSING: (
            "(missing|lost) (device|devices|gadgets)",
            "(device|devices|gadgets) [(that|which)] [(is|are|have)] (missing|gone missing|disappeared)",
        ),
        Meaning.UNPLACED: (
            "(without|with no|that have no|having no) [(a|any)] (place|location)",
            "[(that are|which are)] (unplaced|not put away|nowhere)",
        ),
        Meaning.LOW_STOCK: (
            "[(that are|which are)] low (stock|in stock|on stock)",
            "[(that are|which are)] running (low|short|out)",
            "[(that are|which are)] (nearly|almost) (out of stock|used up|empty)",
            "[(that are|which are)] below [the] minimum",
        ),
        Meaning.QUANTITY_NONE: ("[(that are|which are)] (out of stock|used up|none left)",),
        Meaning.PROMOTED: ("with [(a|its|their|an)] own device", "with (a device|entities) of (its|their) own"),
        Meaning.ARCHIVED: ("in {the} archive", "(that are|which are) archived", "archived (items|things|stuff)"),
        Meaning.CODE: ("[(stored|kept)] (in|inside|on) {the} {box} {code}",),
        Meaning.PLACE: (
            "[(that|which)] [(is|are)] [(stored|kept|lying)] (in|inside|within|on|at|inside of) {the} {place}",
        ),
        Meaning.QUANTITY_BELOW: (f"(under|below|fewer than|less than|<) {{n}} {_LEFT}",),
        Meaning.QUANTITY_ABOVE: (f"(over|above|more than|>) {{n}} {_LEFT}",),
        Meaning.QUANTITY_MOST: (f"(at most|no more than|up to) {{n}} {_LEFT}",),
        Meaning.QUANTITY_LEAST: (f"at least {{n}} {_LEFT}",),
    },
    periods={
        Period.YESTERDAY: ("yesterday",),
        Period.TODAY: ("today",),
        Period.TOMORROW: ("tomorrow",),
        Period.LAST_WEEK: ("last week",),
        Period.THIS_WEEK: ("this week",),
        Period.NEXT_WEEK: ("next week",),
        Period.LAST_MONTH: ("last month",),
        Period.THIS_MONTH: ("this month",),
        Period.NEXT_MONTH: ("next month",),
        Period.LAST_YEAR: ("last year",),
        Period.THIS_YEAR: ("this year",),
        Period.NEXT_YEAR: ("next year",),
        Period.WEEKDAY: ("[(next|this|coming)] {w}",),
        Period.LAST_WEEKDAY: ("last {w}",),
        Period.SOON: ("soon", "shortly"),
        Period.COMING: ("(within [the] [next]|in the next|the next|next|in) {n} {unit}",),
        Period.PAST: ("[(in|within)] [the] (last|past) {n} {unit}",),
        Period.DATE: ("{iso}", "{dmy}", "[the] {d} [of] {m} {y}", "{m} {d} {y}", "[the] {d} [of] {m}", "{m} {d}"),
        Period.MONTH: ("{m} {y}", "{m}"),
        Period.YEAR: ("{y}",),
    },
    bounds={
        Bound.IN: "(in|on|during)",
        Bound.BY: "(by|until|till|up to|no later than|before the end of|by the end of)",
        Bound.BEFORE: "before",
        Bound.AFTER: "after",
        Bound.SINCE: "(since|from)",
    },
    lasting="for",
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    units=("(day|days)", "(week|weeks)", "(month|months)", "(year|years)"),
    months=(
        *("(january|jan)", "(february|feb)", "(march|mar)", "(april|apr)", "may", "(june|jun)", "(july|jul)"),
        *("(august|aug)", "(september|sep|sept)", "(october|oct)", "(november|nov)", "(december|dec)"),
    ),
    numbers=counts(
        "one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 twenty=20 "
        "thirty=30 fifty=50 hundred=100"
    ),
    currencies=pairs(
        "€=EUR euro=EUR euros=EUR eur=EUR £=GBP gbp=GBP usd=USD $=dollar dollar=dollar dollars=dollar "
        "bucks=dollar chf=CHF pound=pound pounds=pound quid=GBP francs=franc"
    ),
    asking=words("show me find list search for all any where are is what which do we i have the my our please"),
    things=words("thing things item items stuff everything anything something all objects belongings"),
    devices=words("device devices gadget gadgets appliance appliances"),
    links=words("and or that which who are is with also the a an has have"),
    joins=words("of"),
    after=words(
        "offline online lent borrowed overdue loaned for without under over below above more less at in on inside bought made by from added best worth costing "
        "cheaper please to labelled labeled tagged whose expired low running out still not near"
    ),
)
