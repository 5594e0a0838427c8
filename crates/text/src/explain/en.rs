//! English.

use super::super::GridColumn;
use super::finding::Words;
use super::source::Source;
use super::{About, Evenness, Phrase};
use tuowei_model::{Bound, Figure, Finding, RuleKind, SupplyFinding, WhyNoTarget};

pub(super) const fn about(about: About) -> (&'static str, &'static str) {
    match about {
        About::Cell(column) => cell(column),
        About::ByRule(rule) => (
            cell(GridColumn::Target).0,
            match rule {
                RuleKind::Uniform => "target = base + uplift u",
                RuleKind::Proportional => "target = base × (1 + growth g), rounded to 0.01%",
                RuleKind::Converge => "target = base + share c × (benchmark m − base), rounded to 0.01%",
                RuleKind::CityGoal => {
                    "target = base + uplift u; u is the smallest that lifts the city to G, in steps of 0.01 points"
                }
            },
        ),
        About::Pinned => (cell(GridColumn::Target).0, "target = own target"),
        About::City(column) => city(column),
        About::Allocated => ("New inclusive slots that are handed out to counties.", "allocated = Σ slots"),
        About::Evenness(of) => evenness(of),
        About::Remaining => {
            ("Slots of the task that no county has yet; too many where more are given.", "remaining = task − allocated")
        }
    }
}

const fn evenness(of: Evenness) -> (&'static str, &'static str) {
    match of {
        Evenness::NewPerThousand => (
            "New slots per 1,000 children under three, from the county with the fewest to the one with the most.",
            "per 1,000 = slots × 1,000 ÷ children, rounded to 0.01",
        ),
        Evenness::AllPerThousand => (
            "All slots per 1,000 children under three once the new ones are there, from the fewest to the most.",
            "per 1,000 = (slots now + slots + other new slots) × 1,000 ÷ children, rounded to 0.01",
        ),
        Evenness::HighToLow => (
            "How many times more new slots per child the best served county has than the worst; 1 is all the same.",
            "highest ÷ lowest, rounded to 0.01",
        ),
        Evenness::Gini => (
            "How unevenly the new slots lie over the children: 0 is the same for every child.",
            "Σᵢ Σⱼ cᵢ·cⱼ·|sᵢ÷cᵢ − sⱼ÷cⱼ| ÷ (2 × Σc × Σs), with s slots and c children",
        ),
        Evenness::Distance => (
            "The share of the slots that stands elsewhere than strict proportion to children would have it.",
            "½ × Σ|share of slots − share of children|",
        ),
    }
}

const fn cell(column: GridColumn) -> (&'static str, &'static str) {
    match column {
        GridColumn::Name => ("A unit that targets and slots are set for.", ""),
        GridColumn::Input(Figure::Children) => {
            ("Children under three who live in the county; the city rate and the enrolments need them.", "")
        }
        GridColumn::Input(Figure::Base) => {
            ("Enrolment rate of the year before: children enrolled ÷ children under three. Targets start from it.", "")
        }
        GridColumn::Uplift => ("How far the target lies above the base.", "uplift = target − base"),
        GridColumn::Target => ("The enrolment rate to reach by the end of the year.", ""),
        GridColumn::Input(Figure::Pin) => ("A target typed by hand stands over the rule; empty means by rule.", ""),
        GridColumn::Input(Figure::Slots) => {
            ("New inclusive slots given to the county this year; they count for its share and its slots after.", "")
        }
        GridColumn::Share => (
            "The county's part of all slots given.",
            "share = slots ÷ given, to 0.01% by largest remainder, so that all add up to 100.00%",
        ),
        GridColumn::Lock => ("Locked slots stay as they are when the task is divided.", ""),
        GridColumn::Input(Figure::Capacity) => {
            ("Slots of every kind that are there now; slots after and utilisation need them.", "")
        }
        GridColumn::Input(Figure::Inclusive) => {
            ("Those of the slots now that are inclusive; the inclusive share needs them.", "")
        }
        GridColumn::Input(Figure::Enrolled) => ("Children enrolled now; where it is empty, derived from the base.", ""),
        GridColumn::Input(Figure::Other) => {
            ("New slots beside the task, none of them inclusive; empty counts as 0.", "")
        }
        GridColumn::Input(Figure::Population) => {
            ("People of any age who live in the county; slots per 1,000 residents need them.", "")
        }
        GridColumn::PerThousand => (
            "Slots for each thousand residents once all new ones are there.",
            "slots per 1,000 = slots after ÷ resident population × 1,000, rounded to 0.01",
        ),
        GridColumn::EnrolledThen => {
            ("Children enrolled once the target is met.", "enrolled at target = ⌈children × target⌉, rounded up")
        }
        GridColumn::NewEnrolments => {
            ("Children to enrol besides for the target.", "new enrolments = enrolled at target − enrolled now")
        }
        GridColumn::SlotsAfter => {
            ("All slots once the new ones are there.", "slots after = slots now + new slots + other new slots")
        }
        GridColumn::Utilisation => (
            "The part of the slots that is used at the target; above 100% there are too few.",
            "utilisation needed = enrolled at target ÷ slots after, rounded to 0.01%",
        ),
        GridColumn::Shortage => {
            ("Whether the slots do for the target.", "slots after − enrolled at target; short below 0, to spare above")
        }
        GridColumn::InclusiveShare => (
            "The part of all slots that is inclusive once the new ones are there.",
            "inclusive share = (inclusive slots now + new slots) ÷ slots after, rounded to 0.01%",
        ),
    }
}

const fn city(column: GridColumn) -> (&'static str, &'static str) {
    match column {
        GridColumn::Name => ("All counties together.", ""),
        GridColumn::Input(Figure::Children) => ("Children under three of the city.", "total = Σ children"),
        GridColumn::Input(Figure::Base) => (
            "The city's rate of the year before, weighted by children, not a plain mean of the counties.",
            "city base = Σ (children × base) ÷ Σ children, rounded to 0.01%",
        ),
        GridColumn::Uplift => {
            ("How far the city rate rises.", "city uplift = city target − city base, of the figures as shown")
        }
        GridColumn::Target => (
            "The city's rate once every county meets its target, weighted by children.",
            "city target = Σ (children × target) ÷ Σ children, rounded to 0.01%",
        ),
        GridColumn::Input(Figure::Pin) => ("Own targets are set for counties only.", ""),
        GridColumn::Input(Figure::Slots) => ("New inclusive slots that are handed out to counties.", "total = Σ slots"),
        GridColumn::Share => ("The shares of all counties.", "total = Σ shares"),
        GridColumn::Lock => ("Locks are set for counties only.", ""),
        GridColumn::Input(Figure::Capacity) => ("Slots now in the city.", "total = Σ slots now"),
        GridColumn::Input(Figure::Inclusive) => ("Inclusive slots now in the city.", "total = Σ inclusive slots now"),
        GridColumn::Input(Figure::Enrolled) => ("Children enrolled now in the city.", "total = Σ enrolled now"),
        GridColumn::Input(Figure::Other) => ("New slots of the city beside the task.", "total = Σ other new slots"),
        GridColumn::PerThousand => (
            "Slots for each thousand residents of the city, and no mean of the counties'.",
            "slots per 1,000 = Σ slots after ÷ Σ resident population × 1,000, rounded to 0.01",
        ),
        GridColumn::Input(Figure::Population) => {
            ("People of any age who live in the city.", "total = Σ resident population")
        }
        GridColumn::EnrolledThen => {
            ("Children enrolled once every county meets its target.", "total = Σ enrolled at target")
        }
        GridColumn::NewEnrolments => {
            ("Children to enrol besides for the targets.", "new enrolments = Σ enrolled at target − Σ enrolled now")
        }
        GridColumn::SlotsAfter => {
            ("All slots of the city once the new ones are there.", "total = Σ slots now + given + Σ other new slots")
        }
        GridColumn::Utilisation => (
            "The part of the city's slots that is used once every county meets its target.",
            "utilisation needed = Σ enrolled at target ÷ Σ slots after, rounded to 0.01%",
        ),
        GridColumn::Shortage => (
            "What the short counties lack together; what others have to spare does not help them.",
            "shortage = Σ of the counties that are short",
        ),
        GridColumn::InclusiveShare => (
            "The part of the city's slots that is inclusive once the new ones are there.",
            "inclusive share = (Σ inclusive slots now + given) ÷ Σ slots after, rounded to 0.01%",
        ),
    }
}

pub(super) fn say(phrase: Phrase<'_>) -> String {
    match phrase {
        Phrase::ToHundredth => " (rounded to 0.01%)",
        Phrase::ToHundredthNumber => " (rounded to 0.01)",
        Phrase::ToHundredthPoint => " (rounded to 0.01 points)",
        Phrase::NotBelowBase => " (rounded to 0.01%, not below the base)",
        Phrase::RoundedUp => " (rounded up)",
        Phrase::ToWhole => ", rounded to a whole number",
        Phrase::ShareCut => " (largest remainder: cut off)",
        Phrase::ShareRaised => " (largest remainder: 0.01% more)",
        Phrase::Pinned => "Set by hand, over the rule: ",
        Phrase::FloorApplied => "The rule gives less than the least uplift, which applies: ",
        Phrase::CapApplied => "The rule gives more than the most uplift, which applies: ",
        Phrase::LimitApplied => "The rule leaves 0 to 100%; held at ",
        Phrase::NoGap => "The base is not below the benchmark and stays: ",
        Phrase::GoalUplift(goal) => return ["The smallest uplift that lifts the city to ", goal, ": "].concat(),
        Phrase::GoalMet => "The city is at its goal without any uplift: ",
        Phrase::GoalOutOfReach => "The city goal is out of reach; the largest uplift applies: ",
        Phrase::NoTarget(WhyNoTarget::BaseMissing, _) => "needs the base",
        Phrase::NoTarget(WhyNoTarget::ParameterMissing, RuleKind::Uniform) => "needs the uplift u",
        Phrase::NoTarget(WhyNoTarget::ParameterMissing, RuleKind::Proportional) => "needs the growth g",
        Phrase::NoTarget(WhyNoTarget::ParameterMissing, RuleKind::Converge) => "needs the share of the gap c",
        Phrase::NoTarget(WhyNoTarget::ParameterMissing, RuleKind::CityGoal) => "needs the city goal G",
        Phrase::NoTarget(WhyNoTarget::CityRateUnknown, _) => "needs the children and the base of every county",
        Phrase::Empty => "empty",
        Phrase::NotLocked => "not locked",
        Phrase::Needs(figure) => return ["needs: ", figure].concat(),
        Phrase::NeedsEnrolled => "needs the children enrolled now",
        Phrase::In(counties, missing) => return [counties, ": ", missing].concat(),
        Phrase::EmptyCountsAsNone => "empty, and none in slots after",
        Phrase::OfCounties(all) => return [" (", &all.to_string(), " counties)"].concat(),
        Phrase::From(from) => return [" (enrolled now: ", from, ")"].concat(),
        Phrase::CityStanding(short, standing) => {
            return ["short in all: ", short, "; if others made up for it: ", standing].concat();
        }
        Phrase::SharesAddUp => "the shares add up to 100.00%",
        Phrase::NothingGiven => "no slots are given yet",
        Phrase::WantedUtilisation => "Wanted utilisation",
        Phrase::WantedInclusiveShare => "Wanted inclusive share",
        Phrase::HighestBaseOf(county, benchmark) => return [benchmark, " (highest base, ", county, ")"].concat(),
        Phrase::NoShortage => "no shortage",
        Phrase::NotSummed => "not summed",
        Phrase::NoChildren => "there are no children",
        Phrase::DividedBy(weight) => {
            return ["The slots that the chosen method gives the county; what counts: ", weight, "."].concat();
        }
        Phrase::WeightOfAll(own, all, share) => {
            return ["weight ", own, " of ", all, " of all that are not locked, ", share, "; "].concat();
        }
        Phrase::SlotsForChildren(slots, children) => {
            return [slots, " slots for ", children, " children; with each county's figures ≈ "].concat();
        }
        Phrase::NoPlan => "the region has no official plan",
    }
    .to_owned()
}

pub(super) const fn source(source: Source) -> &'static str {
    match source {
        Source::TableOne => "Plan, section 2(1)1, Table 1",
        Source::RuleOfTableOne => "Rule of the plan, section 2(1)1, Table 1, with other figures",
        Source::TableTwo => "Plan, section 2(1)2, Table 2",
        Source::PlanUtilisation => {
            "Wanted by the plan, section 2(4)2 (40% city-wide); computed by this page's definition (assumption)"
        }
        Source::PlanInclusiveShare => {
            "Wanted by the plan, section 3(1)4 (71% city-wide); computed by this page's definition (assumption)"
        }
        Source::Entered => "Entered in this scenario",
        Source::Ours => "This page's definition (assumption)",
        Source::OursToChange => "This page's definition (assumption, can be changed)",
    }
}

pub(super) const fn finding(finding: &Finding) -> Words {
    match finding {
        Finding::OverAllocated { .. } => {
            ("Too many slots allocated", "The counties' slots exceed the task.", "allocated > task")
        }
        Finding::UnderAllocated { .. } => {
            ("Slots left to give", "The counties' slots fall short of the task.", "allocated < task")
        }
        Finding::SlotsMissing(_) => ("Slots missing", "These counties have no slots entered yet.", "slots are empty"),
        Finding::BaseMissing(_) => ("Base missing", "Without a base the rule gives no target.", "the base is empty"),
        Finding::ChildrenMissing { .. } => (
            "Children missing",
            "The city rate is weighted by children: it needs those of every county, and no plain mean replaces it.",
            "the children are empty",
        ),
        Finding::NoChildren => ("No children", "There is no rate of no children.", "Σ children = 0"),
        Finding::ParameterMissing(_) => {
            ("Parameter missing", "The rule gives no targets until its parameter is typed.", "the parameter is empty")
        }
        Finding::GoalOutOfReach { .. } => (
            "City goal out of reach",
            "Within own targets, the most uplift and 100%, no uplift lifts the city to its goal.",
            "city rate at the largest uplift < G",
        ),
        Finding::GoalMetAlready => {
            ("City goal met", "The city rate reaches the goal without any uplift.", "city rate at u = 0 ≥ G")
        }
        Finding::GoalNeeds(_) => (
            "Uplift for the city goal",
            "The smallest uniform uplift that lifts the city to its goal.",
            "the smallest u with Σ (children × target) ÷ Σ children ≥ G, in steps of 0.01 points",
        ),
        Finding::TargetBelowBase(_) => {
            ("Target below base", "The target lies under the year before; please check.", "target < base")
        }
        Finding::BoundApplied { bound: Bound::Floor, .. } => {
            ("Least uplift applied", "The rule gives less than the least uplift.", "uplift by rule < least uplift")
        }
        Finding::BoundApplied { bound: Bound::Cap, .. } => {
            ("Most uplift applied", "The rule gives more than the most uplift.", "uplift by rule > most uplift")
        }
        Finding::BoundApplied { bound: Bound::Limit, .. } => {
            ("Target at its limit", "A rate lies between 0 and 100%.", "target by rule < 0 or > 100%")
        }
    }
}

pub(super) const fn supply_finding(finding: &SupplyFinding) -> Words {
    match finding {
        SupplyFinding::Shortage(_) => (
            "Counties short of slots",
            "At the target more children are enrolled than there are slots.",
            "enrolled at target > slots after",
        ),
        SupplyFinding::CityShortage { .. } => (
            "City short of slots",
            "At the targets more children of the city are enrolled than there are slots.",
            "Σ enrolled at target > Σ slots after",
        ),
        SupplyFinding::InclusiveAboveCapacity(_) => (
            "More inclusive slots than slots",
            "Inclusive slots are a part of the slots; please check.",
            "inclusive slots now > slots now",
        ),
        SupplyFinding::EnrolledAboveChildren(_) => (
            "More enrolled than children",
            "No more children can be enrolled than live there; please check.",
            "enrolled now > children under three",
        ),
        SupplyFinding::EnrolledAboveCapacity(_) => {
            ("More enrolled than slots", "A slot is for one child; please check.", "enrolled now > slots now")
        }
        SupplyFinding::EnrolledContradictsBase(_) => (
            "Enrolment and base disagree",
            "The enrolment as counted does not give the base, by more than rounding; please check how each was counted.",
            "enrolled ÷ children differs from the base at 0.01%, and by more than one child",
        ),
        SupplyFinding::EnrolledAboveTarget(_) => (
            "Enrolment above target",
            "More children are enrolled now than the target asks for.",
            "enrolled now > enrolled at target",
        ),
        SupplyFinding::CityUtilisationBelowWanted { .. } => (
            "City utilisation below the wanted",
            "At the targets the city's slots are used less than is wanted.",
            "Σ enrolled at target < ⌈wanted utilisation × Σ slots after⌉",
        ),
        SupplyFinding::UtilisationBelowWanted(_) => (
            "Utilisation below the wanted",
            "At the target the slots are used less than is wanted.",
            "enrolled at target < ⌈wanted utilisation × slots after⌉",
        ),
        SupplyFinding::InclusiveShareShort { .. } => (
            "Inclusive share below the wanted",
            "Once the new slots are there, the city's inclusive share still falls short.",
            "(Σ inclusive slots now + given) ÷ Σ slots after < wanted share",
        ),
        SupplyFinding::FigureMissing { .. } => (
            "Figures missing",
            "This column is begun, and some counties have no figure yet.",
            "some figures of the column are entered, some empty",
        ),
    }
}
