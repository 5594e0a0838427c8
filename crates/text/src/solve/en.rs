//! English.

use super::super::finding::names;
use super::super::supply::{county_name, figure_name};
use super::super::{Language, hundredths};
use super::*;
use tuowei_model::{Figure, Slots, WhyNotMoved, WhyOutOfReach};

const ENGLISH: Language = Language::English;

pub(super) fn goal(goal: &Goal, region: &Region) -> String {
    let no_shortage = |who: &str, rate: Rate| match rate {
        Rate::FULL => ["enough slots in ", who].concat(),
        rate => ["a utilisation of at most ", &exact_rate(rate), "% in ", who].concat(),
    };
    match goal {
        Goal::CityRate(rate) => ["a city rate of ", &exact_rate(*rate), "%"].concat(),
        Goal::CountyTarget(county, rate) => {
            ["a target of ", &exact_rate(*rate), "% in ", county_name(county, region, ENGLISH)].concat()
        }
        Goal::NoShortage(rate) => no_shortage("every county", *rate),
        Goal::NoShortageIn(county, rate) => no_shortage(county_name(county, region, ENGLISH), *rate),
        Goal::InclusiveShare(rate) => ["an inclusive share of ", &exact_rate(*rate), "% in the city"].concat(),
    }
}

pub(super) fn lever(lever: &Lever, region: &Region) -> String {
    match lever {
        Lever::Uplift => "uniform uplift".to_owned(),
        Lever::CountySlots(county) => ["new slots of ", county_name(county, region, ENGLISH)].concat(),
        Lever::Task => "task total".to_owned(),
        Lever::Conversions => "slots turned inclusive".to_owned(),
    }
}

pub(super) const fn formula(formula: Formula) -> &'static str {
    match formula {
        Formula::UpliftForCity => {
            "Σ (children × (base + u)) ÷ Σ children ≥ goal; the smallest u, rounded up to 0.01 points"
        }
        Formula::UpliftForTarget => "base + u ≥ target; the smallest u, rounded up to 0.01 points",
        Formula::UpliftCarried => {
            "⌈children × (base + u)⌉ ≤ utilisation × slots after; the largest u, rounded down to 0.01 points"
        }
        Formula::SlotsNeeded => {
            "new slots = ⌈enrolled at target ÷ utilisation⌉ − slots now − other new slots, rounded up"
        }
        Formula::TaskForSlots => "task = Σ new slots of the counties, each raised to what it needs",
        Formula::InclusiveAdded => "(inclusive slots + x) ÷ (slots + x) ≥ inclusive share; the smallest whole x",
        Formula::InclusiveConverted => "x = ⌈inclusive share × slots⌉ − inclusive slots, rounded up",
    }
}

pub(super) fn forward(forward: Forward, goal: &Goal, region: &Region) -> String {
    let percent = |name: &str, shown: String| [name, " ", &shown, "%"].concat();
    match forward {
        Forward::CityRate(rate) => percent("city rate", hundredths(rate.percent_shown())),
        Forward::Target(rate) => {
            let name = match goal {
                Goal::CountyTarget(county, _) | Goal::NoShortageIn(county, _) => {
                    ["target of ", county_name(county, region, ENGLISH)].concat()
                }
                Goal::CityRate(_) | Goal::NoShortage(_) | Goal::InclusiveShare(_) => "target".to_owned(),
            };
            percent(&name, exact_rate(rate))
        }
        Forward::Utilisation(Some(ratio)) => {
            let name = match goal {
                Goal::CountyTarget(county, _) | Goal::NoShortageIn(county, _) => {
                    ["utilisation in ", county_name(county, region, ENGLISH)].concat()
                }
                Goal::CityRate(_) | Goal::NoShortage(_) | Goal::InclusiveShare(_) => {
                    "highest utilisation of a county".to_owned()
                }
            };
            percent(&name, hundredths(ratio.percent_shown()))
        }
        Forward::Utilisation(None) => "children to enrol where there is no slot".to_owned(),
        Forward::Share(ratio) => percent("inclusive share of the city", hundredths(ratio.percent_shown())),
    }
}

fn value(value: Moved) -> String {
    match value {
        Moved::Uplift(uplift) => exact_points(uplift) + " points",
        Moved::CountySlots(slots) => thousands(u64::from(slots.get())),
        Moved::Task(slots) | Moved::Conversions(slots) => thousands(slots),
    }
}

pub(super) fn answer(answer: &Answer, goal: &Goal, lever: &Lever, region: &Region) -> String {
    let names = |counties: &[CountyId]| names(counties, region, ENGLISH);
    let mut goal_words = self::goal(goal, region);
    if matches!((goal, lever), (Goal::CountyTarget(..), Lever::CountySlots(_))) {
        goal_words.push_str(" with a slot for every child");
    }
    let lever_words = self::lever(lever, region);
    match answer {
        Answer::Reached { value: reached, edit, one_of_many, already, .. } => {
            let bound = if super::formula(goal, lever).is_ok_and(is_most) { ": at most " } else { ": at least " };
            let mut said = ["For ", &goal_words, ", ", &lever_words, bound, &value(*reached), "."].concat();
            match (edit, already) {
                (None, _) => said.push_str(" The scenario stands there."),
                (Some(_), true) => said.push_str(" The scenario meets it already."),
                (Some(_), false) => {}
            }
            if *one_of_many {
                said.push_str(" Others divide it as well; this one takes the counties in their order.");
            }
            said
        }
        Answer::OutOfReach { at, best, why } => {
            let why = match why {
                WhyOutOfReach::Held => "Own targets, the most uplift or the limit of 100% hold the targets.".to_owned(),
                WhyOutOfReach::StillShort(counties) if counties.is_empty() => "Slots are still short.".to_owned(),
                WhyOutOfReach::StillShort(counties) => ["Still short: ", &names(counties), "."].concat(),
                WhyOutOfReach::Locked(counties) => ["Locked and short: ", &names(counties), "."].concat(),
                WhyOutOfReach::TooMany => {
                    ["It takes more than ", &thousands(u64::from(Slots::MOST)), " slots."].concat()
                }
                WhyOutOfReach::NeverAll => {
                    "All slots are to be inclusive and some are not; more slots do not change that.".to_owned()
                }
                WhyOutOfReach::AllConverted => "All slots of today are inclusive then.".to_owned(),
            };
            let best = forward(*best, goal, region);
            ["No way to ", &goal_words, ": with ", &lever_words, " at ", &value(*at), ", ", &best, ". ", &why].concat()
        }
        Answer::NotMoved(why) => match why {
            WhyNotMoved::UnknownCounty => "The scenario has no such county.",
            WhyNotMoved::SlotsSetNoRate => "Slots set no enrolment target; move the uplift instead.",
            WhyNotMoved::RatesSetNoShare => "Rates make no slot inclusive; move slots instead.",
            WhyNotMoved::ConversionsAddNone => {
                "A slot turned inclusive is no slot more; move new slots or the uplift instead."
            }
            WhyNotMoved::OtherCounty => "The slots of one county do not serve another.",
            WhyNotMoved::Pinned => "The county's target is set by hand and does not follow the uplift.",
        }
        .to_owned(),
        Answer::Missing { missing_inputs: missing, counties } => {
            let missing = missing_inputs(*missing, ENGLISH);
            if counties.is_empty() {
                ["Not known: ", &missing, "."].concat()
            } else {
                [&names(counties), ": ", &missing, "."].concat()
            }
        }
    }
}

pub(super) fn place(place: &Place, region: &Region) -> String {
    let of = |county: &CountyId, figure: Figure| {
        [county_name(county, region, ENGLISH), ": ", &figure_name(figure, region.year(), ENGLISH)].concat()
    };
    match place {
        Place::Name => "Name of the scenario".to_owned(),
        Place::Task => "Task total".to_owned(),
        Place::Rule => "Target rule".to_owned(),
        Place::Uplift => "Uniform uplift".to_owned(),
        Place::Growth => "Growth".to_owned(),
        Place::Closing => "Share of the gap".to_owned(),
        Place::Benchmark => "Benchmark".to_owned(),
        Place::Goal => "City goal".to_owned(),
        Place::Floor => "Least uplift".to_owned(),
        Place::Cap => "Most uplift".to_owned(),
        Place::Figure(county, Figure::Pin) => [county_name(county, region, ENGLISH), ": target (by hand)"].concat(),
        Place::Figure(county, figure) => of(county, *figure),
        Place::Locked(county) => [county_name(county, region, ENGLISH), ": lock"].concat(),
        Place::Utilisation => "Wanted utilisation".to_owned(),
        Place::InclusiveShare => "Wanted inclusive share".to_owned(),
        Place::Basis(figure) => ["Basis of ", &figure_name(*figure, region.year(), ENGLISH)].concat(),
        Place::AsOf(figure) => ["Date of ", &figure_name(*figure, region.year(), ENGLISH)].concat(),
        // What the assistant is set to settles no finding by itself.
        Place::WeightKind
        | Place::Method
        | Place::Ties
        | Place::Division
        | Place::Least(_)
        | Place::Most(_)
        | Place::Weight(_)
        | Place::Region
        | Place::Frozen
        | Place::Monitor(_) => String::new(),
    }
}

pub(super) fn tipping_point(tipping_point: &TippingPoint, moved: &Shift, region: &Region) -> String {
    let unit = match moved.unit {
        Unit::Slots | Unit::Children => "",
        Unit::Percent | Unit::Points => " points",
    };
    let sign = if moved.up { "+" } else { "−" };
    let gone = if tipping_point.county.is_some() { " takes the county off this list" } else { " settles this" };
    let place = place(&tipping_point.place, region);
    [&place, " from ", &moved.from, " to ", &moved.to, " (", sign, &moved.by, unit, ")", gone].concat()
}
