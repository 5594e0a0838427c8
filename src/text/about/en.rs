//! English.

use super::{Part, Section};

pub(super) const SECTIONS: &[Section] = &[
    Section {
        id: "purpose",
        title: "What this page is for",
        parts: &[
            Part::Text(
                "Health commissions plan a year of childcare with it: new inclusive slots are handed to the counties, and every county gets a target for its enrolment rate. All follows as you type, and charts can be taken away at any time. It also checks whether targets and slots fit together, sets scenarios side by side, and answers “what if” in the meeting.",
            ),
            Part::Text(
                "Everything is worked out in this browser. There is no server, no figure is sent anywhere, and once the page is open it works without a network.",
            ),
        ],
    },
    Section {
        id: "plan",
        title: "Where the official figures come from",
        parts: &[
            Part::Terms(&[
                (
                    "2025 base and 2026 target",
                    "Datong 2026 childcare quality plan, section 2(1)1, Table 1: every target lies 2.08 points above its base.",
                ),
                ("350 new inclusive slots, each county's part and share", "The same, section 2(1)2, Table 2."),
                ("Utilisation of 40% (60% in public county centres)", "The same, section 2(4)2."),
                ("Inclusive slots 71% of all", "The same, section 3(1)4."),
            ]),
            Part::Text(
                "The plan states no children under three and no slots of today. The page does not guess: what is not typed is empty, and what needs it shows “—” and says what is missing.",
            ),
        ],
    },
    Section {
        id: "targets",
        title: "How targets are worked out",
        parts: &[
            Part::Terms(&[
                ("Same uplift", "target = base + uplift u."),
                ("Proportional growth", "target = base × (1 + growth g), rounded to 0.01%."),
                (
                    "Closing the gap",
                    "target = base + share c × (benchmark m − base), rounded to 0.01%; without m the highest base counts, and who is not below m stays.",
                ),
                (
                    "From a city goal",
                    "target = base + uplift u; u is the smallest that lifts the city to G, in steps of 0.01 points. It needs every county's children.",
                ),
                (
                    "Bounds on the uplift",
                    "An uplift below the floor becomes the floor, one above the cap the cap; targets stay between 0 and 100%.",
                ),
                ("Own target", "A target typed by hand stands over the rule."),
                (
                    "City rate",
                    "Weighted by children: Σ (children × rate) ÷ Σ children, never the mean of the counties. It is not worked out while one county's are missing.",
                ),
                ("Share", "slots ÷ allocated, to 0.01% by largest remainder, so that all add up to 100.00%."),
            ]),
            Part::Text(
                "The same uplift is that of Table 1. The other rules are this page's own (assumptions) with parameters of yours.",
            ),
        ],
    },
    Section {
        id: "division",
        title: "How the task is divided",
        parts: &[
            Part::Text(
                "The assistant divides the task by a weight. Locked numbers are taken off first; the rest keeps to each county's least and most. All of it is whole numbers, without any rounding error.",
            ),
            Part::Terms(&[
                (
                    "Largest remainder",
                    "quota = weight × task ÷ sum of weights; whole parts first, then one more to the largest remainders. As the task grows a county can lose a slot; the page says so.",
                ),
                ("D'Hondt", "The next slot goes to the largest weight ÷ (held + 1); leans to large counties."),
                ("Webster", "The next slot goes to the largest weight ÷ (2 × held + 1); leans to neither."),
                ("Huntington–Hill", "The next slot goes to the largest weight ÷ √(held × (held + 1))."),
                ("Adams", "The next slot goes to the largest weight ÷ held; leans to small counties."),
                ("Dean", "The next slot goes to the largest weight ÷ (2 × held × (held + 1) ÷ (2 × held + 1))."),
                (
                    "Ties",
                    "Where counties have equal claims to the last slots, the page stops and asks, and keeps the answer with the division.",
                ),
                (
                    "Rebalancing",
                    "After edits by hand, spreads what is left, or takes back what is too much, among counties that are not locked.",
                ),
            ]),
            Part::Text(
                "Weights and methods are this page's own (assumptions): the plan does not say how Table 2 came about.",
            ),
        ],
    },
    Section {
        id: "fairness",
        title: "How fairness is measured",
        parts: &[Part::Terms(&[
            (
                "Slots per 1,000 under-threes",
                "slots × 1,000 ÷ children, from the county with the fewest to the one with the most.",
            ),
            ("Highest ÷ lowest", "How many times more slots per child the best served county has than the worst."),
            (
                "Gini",
                "Σᵢ Σⱼ cᵢ·cⱼ·|sᵢ÷cᵢ − sⱼ÷cⱼ| ÷ (2 × Σc × Σs), with s slots and c children; 0 is the same for every child.",
            ),
            ("Off proportion to children", "½ × Σ|share of slots − share of children|."),
        ])],
    },
    Section {
        id: "supply",
        title: "Do targets and slots fit together",
        parts: &[
            Part::Terms(&[
                ("Enrolled at target", "⌈children × target⌉, rounded up."),
                (
                    "New enrolments",
                    "enrolled at target − enrolled now; what is not counted is worked out from the base.",
                ),
                ("Slots after", "slots now + slots of the task + other new slots."),
                ("Utilisation needed", "enrolled at target ÷ slots after; above 100% slots are short."),
                ("Inclusive share", "(inclusive slots now + slots of the task) ÷ slots after."),
                ("Slots for a wanted utilisation", "⌈enrolled at target ÷ utilisation⌉."),
            ]),
            Part::Text(
                "Solving works backwards: from what is wanted to the uplift, slots, task or conversions, rounded to the safe side and checked forwards. The reasons of a finding say which single change settles it.",
            ),
        ],
    },
    Section {
        id: "compare",
        title: "Comparing, presenting, sharing",
        parts: &[Part::List(&[
            "Compare: two to four scenarios of one region side by side, with differences in charts and table and one sentence to copy. Figures of another scenario are taken over by one click, which can be undone. The official plan has no survey figures and is held against those of the open scenario.",
            "Present: a chart over the whole screen; ← → for other charts, A to adjust, Esc to leave. On leaving the page asks whether changes are kept or dropped.",
            "Links: at most 8,000 characters, with all figures in them; whoever opens one sees a preview first and then decides. Pictures downloaded from this page (PNG, SVG) hold the figures as well: drop one on the page to have them back.",
        ])],
    },
    Section {
        id: "storage",
        title: "Where figures are kept",
        parts: &[Part::List(&[
            "Scenarios are saved by themselves in this browser on this computer (local storage). No other computer or browser sees them.",
            "The last five versions of a scenario stay, and the last of each day for 14 days; when room is short the oldest go first.",
            "Two windows that change the same scenario are joined; where both changed the same place, a second scenario holds the other side. Neither overwrites the other.",
            "What cannot be read is kept as it is and can be downloaded. Where storage is denied or full the page says so; the figures are still on the page: save them as a file.",
            "Clearing the browser's data, or a private window, loses what was saved.",
        ])],
    },
    Section {
        id: "backup",
        title: "How to keep a copy",
        parts: &[Part::List(&[
            "Save important scenarios as files on a disk or stick; all later versions of the page open them.",
            "For another computer: open this page there and drop the file on it.",
            "Only a picture is left after the meeting? A PNG or SVG from this page is a copy, too.",
        ])],
    },
];
