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
            Part::Text(
                "Click any computed figure for its definition, formula, inputs and source. For keys see “Keys and help”.",
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
                ("350 new inclusive slots, and each county's part", "The same, section 2(1)2, Table 2."),
                ("Utilisation of 40% (60% in public county centres)", "The same, section 2(4)2."),
                ("Inclusive slots 71% of all", "The same, section 3(1)4."),
            ]),
            Part::Text(
                "The plan states no children under three, no slots of today and no children enrolled. The page does not guess: what is not typed is empty, and what needs it, the city rate for one, shows “—” and says what is missing.",
            ),
        ],
    },
    Section {
        id: "targets",
        title: "How targets are worked out",
        parts: &[Part::Terms(&[
            ("Same uplift", "target = base + uplift u."),
            ("Same growth", "target = base × (1 + growth g), rounded to 0.01%."),
            (
                "Close the gap",
                "target = base + share c × (benchmark m − base), rounded to 0.01%; without m the highest base counts, and who is not below m stays.",
            ),
            (
                "From a city goal",
                "target = base + uplift u; u is the smallest that lifts the city to G, in steps of 0.01 points. It needs every county's children.",
            ),
            (
                "A rule chosen for the first time",
                "begins with the parameter closest to the targets of today: first by the city's target, then by the sum of the counties' differences, then the smaller one, in steps of 0.01; the city goal with the city's target of today. A parameter that was typed stays.",
            ),
            (
                "Bounds on the uplift",
                "An uplift below the floor becomes the floor, one above the cap the cap; targets stay between 0 and 100%.",
            ),
            ("Own target", "A target typed by hand stands over the rule, its floor and its cap."),
            (
                "City rate",
                "Weighted by children: Σ (children × rate) ÷ Σ children, never the mean of the counties. It is not worked out while one county's are missing.",
            ),
            ("Share", "slots ÷ allocated, to 0.01% by largest remainder, so that all add up to 100.00%."),
            (
                "Decimals",
                "Rates and points keep four and show two, rounded half away from zero. Nothing is lost in between: 2.14 + 2.08 is 4.22.",
            ),
        ])],
    },
    Section {
        id: "division",
        title: "How the task is divided",
        parts: &[
            Part::Text(
                "The assistant divides the task by a weight. Locked numbers are taken off first; the rest keeps to each county's least and most, and where that cannot be, the counties are named. All of it is whole numbers and fractions, without any rounding error.",
            ),
            Part::Terms(&[
                (
                    "Weight",
                    "children under three; new enrolments (children × uplift); unmet demand (enrolled at target − slots now − other new slots, no less than 0); slots now; the same for all; the present allocation; typed weights.",
                ),
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
                    "Least and most",
                    "Largest remainder holds quotas between both, with the task still handed out in full; the other five start at the least, give slot by slot, and stop at the most. Hill, Adams and Dean first give one to every county that has a weight.",
                ),
                (
                    "Ties",
                    "Where counties have equal claims to the last slots, the page stops and asks: the plan's order, more under-threes first, or by hand. The answer is kept with the division.",
                ),
                (
                    "Rebalancing",
                    "After edits by hand, keeps the county whose slots were typed last and locks it, spreads what is left among the others that are not locked, or takes back from them what is too much. Where the weight lacks figures, the present allocation counts.",
                ),
            ]),
        ],
    },
    Section {
        id: "fairness",
        title: "How fairness is measured",
        parts: &[
            Part::Terms(&[
                (
                    "Slots per 1,000 under-threes",
                    "slots × 1,000 ÷ children, of new slots and of all, from the county with the fewest to the one with the most.",
                ),
                (
                    "Highest ÷ lowest",
                    "How many times more new slots per child the best served county has than the worst.",
                ),
                (
                    "Gini",
                    "Σᵢ Σⱼ cᵢ·cⱼ·|sᵢ÷cᵢ − sⱼ÷cⱼ| ÷ (2 × Σc × Σs), with s slots and c children; 0 is the same for every child.",
                ),
                ("Off proportion to children", "½ × Σ|share of slots − share of children|."),
            ]),
            Part::Text("None of it is worked out while one county's children are missing."),
        ],
    },
    Section {
        id: "supply",
        title: "Do targets and slots fit together",
        parts: &[
            Part::Terms(&[
                ("Enrolled now", "As typed; where it is empty, children × base, rounded to a whole number."),
                ("Enrolled at target", "⌈children × target⌉, rounded up."),
                ("New enrolments", "enrolled at target − enrolled now."),
                ("Slots after", "slots now + slots of the task + other new slots (none if empty; not inclusive)."),
                ("Utilisation needed", "enrolled at target ÷ slots after; above 100% slots are short."),
                ("Shortage", "enrolled at target − slots after; what one county has to spare does not help another."),
                ("Slots for a wanted utilisation", "⌈enrolled at target ÷ utilisation⌉; 40% unless you change it."),
                (
                    "Inclusive share",
                    "(inclusive slots now + slots of the task) ÷ slots after; the city is to reach 71% unless you change it.",
                ),
                (
                    "To close a gap in that share",
                    "Existing slots turned inclusive: ⌈wanted × slots after⌉ − inclusive slots after; or further inclusive slots: ⌈(wanted × slots after − inclusive slots after) ÷ (1 − wanted)⌉.",
                ),
            ]),
            Part::Text(
                "A check of scale: fully used, 350 slots lift the rate by 2.08 points by themselves only if the city has at most 16,826 under-threes; Pingcheng's 130 only if it has at most 6,250.",
            ),
            Part::Text(
                "Solving works backwards: from what is wanted to the uplift, slots, task or conversions, rounded to the safe side and checked forwards. The details of a finding say which smallest change of one figure settles it, all else as it is.",
            ),
        ],
    },
    Section {
        id: "monitor",
        title: "Monitoring and tasks",
        parts: &[
            Part::Terms(&[
                (
                    "Ten core indicators",
                    "Numerator ÷ denominator, per county and for the city; the city's value is the sum of numerators over the sum of denominators, never the mean of ratios. Each indicator's card under “Monitor” has its formula; where the plan gives none, it is marked “to be confirmed”.",
                ),
                (
                    "Not reported, and zero",
                    "What was not reported stays empty and is never taken for zero; where a denominator is zero or counties are missing there is no value, and the reason is said.",
                ),
                (
                    "Planned by the calendar",
                    "The share of the year that the chosen schedule wants by the report's day; slots are the task × that share, to the nearest whole, and exactly the task at the end. By default evenly by day.",
                ),
                (
                    "How far a target is met",
                    "Actual ÷ target; of the enrolment rate (actual − base) ÷ (target − base).",
                ),
                (
                    "Status",
                    "Met: the target is reached. On schedule: not behind the calendar. Slightly behind, behind, far behind: up to 10 points behind, more than 10, more than 30. Slots are whole: who has as many as are planned by then is on schedule. The limits can be changed.",
                ),
                (
                    "Needed a month",
                    "⌈what is missing ÷ the months left⌉, by calendar months, the present one by its days; with less than a month left it is what is missing; a backward schedule ends on its finish.",
                ),
                ("Year-end at this pace", "What is done ÷ days gone × days of the year, rounded down."),
                (
                    "Weighted score",
                    "Σ weight × how far the target is met (at most 100%), with weights that add up to 100; equal values share a place.",
                ),
            ]),
            Part::Text(
                "Today comes from the computer; once “Worked out as of” is filled in, the pace needed, what is overdue and the day on pictures go by it, so that the same picture can be made again later.",
            ),
        ],
    },
    Section {
        id: "compare",
        title: "Comparing, presenting, other regions",
        parts: &[Part::List(&[
            "Compare: two to four scenarios of one region side by side, with differences in charts and table and one sentence to copy. Figures of another scenario are taken over by one click, which can be undone. The official plan has no survey figures and is held against those of the open scenario.",
            "Present: a chart over the whole screen; ← → for other charts, A to adjust, Esc to leave. On leaving the page asks whether changes are kept or dropped.",
            "Other regions: click the region's name at the top left and paste a list of counties; the page then serves another region or year. Renaming and reordering leave figures as they are; a county that is removed takes its figures along, which can be undone.",
            "Reference: another region can make a scenario its reference. It is read-only, charts and comparisons are held against it, and an edit begins a copy. A region has one at most; Datong's is the official plan.",
        ])],
    },
    Section {
        id: "storage",
        title: "Where figures are kept",
        parts: &[
            Part::List(&[
                "Scenarios, and settings such as language and colours, are saved by themselves in this browser on this computer (local storage, and once more in the browser's database). No other computer or browser sees them.",
                "“Saved” means that the changes are on disk: a crash or a power cut does not take them. While it says “Saving…” they are not there yet. What local storage lost or damaged is put back from the other copy when the page opens.",
                "Figures belong to the address: the same page under another address (domain, port, http or https, a file on this computer) shows other figures.",
                "The last five versions of a scenario stay, and the last of each day for 14 days; when room is short the oldest go first. Undo has no limit, but lasts only while the page is open.",
                "Two windows that change the same scenario are joined; where both changed the same place, a second scenario holds the other side. Neither overwrites the other.",
                "What cannot be read is kept as it is and can be downloaded.",
                "Where storage is denied or full the page says so, and the figures are still on the page: save them as a file before you close it. If it is full, you can also delete scenarios that you no longer need.",
                "Saved scenarios are lost by clearing the browser's data (site data), by closing a private window, and where the browser clears sites because the disk is full.",
            ]),
            Part::Persistence,
        ],
    },
    Section {
        id: "backup",
        title: "How to keep a copy",
        parts: &[
            Part::Terms(&[
                (
                    "Scenario file",
                    "All of the open scenario, with region, bases and how the slots were divided, but without earlier versions. One file holds one scenario; all later versions of the page open it.",
                ),
                (
                    "Link",
                    "The same, in at most 8,000 characters; where it does not fit, use a file. Whoever opens it sees a preview first and then decides.",
                ),
                (
                    "Picture",
                    "A PNG or SVG downloaded from this page holds the open scenario as well: drop it on the page to have it back. Screenshots and copied pictures do not.",
                ),
            ]),
            Part::List(&[
                "Save important scenarios as files on a disk or stick, one by one, above all before you clear the browser's data.",
                "For another computer: open this page there and drop the file on it. It becomes a new scenario and changes none that is there.",
                "For a computer without a network: take the page as one file along on a stick and open it by a double click. The figures are not in it: take the scenario files along as well.",
                "Files, links and pictures hold the figures: send them only to people who are meant to see them.",
            ]),
        ],
    },
    Section {
        id: "assumptions",
        title: "What the plan says, and what is this page's own",
        parts: &[Part::Terms(&[
            (
                "Stated by the plan",
                "Bases and targets of Table 1 (2.08 points for all), slots of Table 2, utilisation of 40% and 60%, inclusive share of 71%, targets of registration, medical partners, certificates and training.",
            ),
            (
                "This page's own (assumptions)",
                "The three other target rules, the weighted city rate, weights and methods of dividing (the plan does not say how Table 2 came about), measures of fairness, formulas of supply and of solving, schedules, limits of the statuses and weights of the ranking. Rules, weights, methods and parameters are yours to choose and change.",
            ),
            (
                "Typed by you",
                "Children, slots now, inclusive slots, enrolled, other new slots. Under “Bases” say how they were counted and for which day; it is printed with tables and charts.",
            ),
        ])],
    },
    Section {
        id: "limits",
        title: "Limits",
        parts: &[Part::List(&[
            "A region has 2 to 3,000 counties; more than 20 are shown in pages with a search, and a chart shows at most 30.",
            "Names of regions and counties have at most 40 characters; target years are 2000 to 2100.",
            "Rates are 0 to 100%; a county has at most 10,000,000 slots and 100,000,000 children.",
        ])],
    },
];
