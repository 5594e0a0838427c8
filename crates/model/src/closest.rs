//! With which parameter a rule begins that is put in force: the one that comes closest to the targets of today.

use super::target::targets;
use super::{CityRate, Edit, Factor, Outcome, Points, Rate, RuleKind, Scenario, TargetSettings};

/// Parameters are looked for in steps of 0.01 of their own unit.
const STEP_PPM: u32 = 100;

/// The edit that puts a rule in force. Where its parameter was never typed it begins with the one that comes closest to
/// the targets of today (our own choice): with the smallest difference of the city's target, where that is known, then with the
/// smallest sum of the counties' differences, then the smallest parameter. A city goal begins with the city's target of
/// today. Where no target is known the parameter stays empty.
#[must_use]
pub fn rule_chosen(scenario: &Scenario, outcome: &Outcome, rule: RuleKind) -> Edit {
    let chosen = Edit::SetRule(rule);
    let settings = scenario.targets();
    let is_typed = match rule {
        RuleKind::Uniform => settings.uplift.is_some(),
        RuleKind::Proportional => settings.growth.is_some(),
        RuleKind::Converge => settings.closing.is_some(),
        RuleKind::CityGoal => settings.goal.is_some(),
    };
    if is_typed {
        return chosen;
    }
    let begun = match rule {
        RuleKind::CityGoal => {
            let shown = outcome.city.target.percent_shown().and_then(|shown| u32::try_from(shown.get()).ok());
            shown.and_then(|shown| Rate::from_ppm(shown * STEP_PPM)).map(|goal| Edit::SetGoal(Some(goal)))
        }
        RuleKind::Uniform | RuleKind::Proportional | RuleKind::Converge => {
            Search::new(scenario, outcome, rule).map(|search| edit_of(rule, search.closest()))
        }
    };
    match begun {
        Some(begun) => Edit::Batch(vec![chosen, begun]),
        None => chosen,
    }
}

const fn most_steps(rule: RuleKind) -> u32 {
    let most = match rule {
        RuleKind::Uniform => Points::MOST.ppm().unsigned_abs(),
        RuleKind::Proportional => Factor::MOST.ppm(),
        RuleKind::Converge | RuleKind::CityGoal => Rate::FULL.ppm(),
    };
    most / STEP_PPM
}

/// The rule's parameter at a step.
fn edit_of(rule: RuleKind, step: u32) -> Edit {
    let at = with_parameter(&TargetSettings::EMPTY, rule, step);
    match rule {
        RuleKind::Uniform => Edit::SetUplift(at.uplift),
        RuleKind::Proportional => Edit::SetGrowth(at.growth),
        RuleKind::Converge => Edit::SetClosing(at.closing),
        RuleKind::CityGoal => Edit::SetGoal(at.goal),
    }
}

/// The settings with the rule in force and its parameter at a step.
fn with_parameter(settings: &TargetSettings, rule: RuleKind, step: u32) -> TargetSettings {
    let ppm = step * STEP_PPM;
    let mut settings = TargetSettings { rule, ..*settings };
    match rule {
        RuleKind::Uniform => settings.uplift = Some(Points::clamped(i128::from(ppm))),
        RuleKind::Proportional => settings.growth = Factor::from_ppm(ppm),
        RuleKind::Converge => settings.closing = Rate::from_ppm(ppm),
        RuleKind::CityGoal => settings.goal = Rate::from_ppm(ppm),
    }
    settings
}

struct Search<'a> {
    scenario: &'a Scenario,
    rule: RuleKind,
    /// The targets of today, where they are known.
    today: Vec<Option<Rate>>,
    city_is_known: bool,
}

/// A step of the parameter, and how far it is from today.
#[derive(Clone, Copy)]
struct At {
    step: u32,
    /// Σ |target − today's|.
    away: u64,
    /// Σ target. No target falls as the parameter grows, and so neither does this.
    sum: u64,
}

impl<'a> Search<'a> {
    fn new(scenario: &'a Scenario, outcome: &Outcome, rule: RuleKind) -> Option<Self> {
        let today: Vec<Option<Rate>> = outcome.rows.iter().map(|row| row.target.rate()).collect();
        let city_is_known = matches!(outcome.city.target, CityRate::Known(_));
        today.iter().any(Option::is_some).then_some(Self { scenario, rule, today, city_is_known })
    }

    /// The targets at a step, beside those of today.
    fn pairs(&self, step: u32) -> impl Iterator<Item = (usize, Rate, Rate)> {
        let settings = with_parameter(self.scenario.targets(), self.rule, step);
        let (then, _) = targets(&settings, self.scenario.counties());
        then.into_iter()
            .zip(&self.today)
            .enumerate()
            .filter_map(|(at, (then, today))| Some((at, then.rate()?, (*today)?)))
    }

    fn at(&self, step: u32) -> At {
        let mut at = At { step, away: 0, sum: 0 };
        for (_, then, today) in self.pairs(step) {
            at.away += u64::from(then.ppm().abs_diff(today.ppm()));
            at.sum += u64::from(then.ppm());
        }
        at
    }

    /// Σ children · (target − today's); nothing falls as the parameter grows.
    fn city_above(&self, step: u32) -> i128 {
        let counties = self.scenario.counties();
        let above = |(at, then, today): (usize, Rate, Rate)| {
            let children = counties.get(at).and_then(|of| of.children).map_or(0, |children| children.get());
            i128::from(children) * i128::from(then.above(today).ppm())
        };
        self.pairs(step).map(above).sum()
    }

    fn closest(&self) -> u32 {
        let all = (0, most_steps(self.rule));
        let ranges = if self.city_is_known { self.closest_to_city(all) } else { vec![all] };
        let mut best: Option<At> = None;
        for range in ranges {
            self.look(range, &mut best);
        }
        best.map_or(0, |best| best.step)
    }

    /// The first step of a range at which the city is at least so far above today; the end where it nowhere is.
    fn first(&self, (mut low, mut high): (u32, u32), above: i128) -> u32 {
        while low < high {
            let middle = low + (high - low) / 2;
            if self.city_above(middle) >= above { high = middle } else { low = middle + 1 }
        }
        high
    }

    /// The steps with the smallest difference of the city's target: those that give one value below today's or today's own,
    /// or one above.
    fn closest_to_city(&self, all: (u32, u32)) -> Vec<(u32, u32)> {
        let reached = self.first(all, 0);
        let around = [reached.saturating_sub(1), reached].map(|step| self.city_above(step));
        let smallest = around.map(i128::abs).into_iter().min().unwrap_or(0);
        let mut values: Vec<i128> = around.into_iter().filter(|above| above.abs() == smallest).collect();
        values.dedup();
        let steps_of = |value: i128| {
            let first = self.first(all, value);
            let next = self.first((first, all.1), value + 1);
            (first, if self.city_above(next) > value { next - 1 } else { next })
        };
        values.into_iter().map(steps_of).collect()
    }

    /// The step of a range that is the least away. Between two steps nothing can come closer than half of what the two are
    /// away together, less what the sum of targets grows by: ranges that cannot hold a better one are left out.
    fn look(&self, (from, to): (u32, u32), best: &mut Option<At>) {
        let mut ranges = vec![(self.at(from), self.at(to))];
        let mut consider = |at: At| {
            if best.is_none_or(|best| (at.away, at.step) < (best.away, best.step)) {
                *best = Some(at);
            }
            best.map_or(at, |best| best)
        };
        while let Some((low, high)) = ranges.pop() {
            consider(low);
            let best = consider(high);
            let nearest = (low.away + high.away).saturating_sub(high.sum - low.sum).div_ceil(2);
            if high.step - low.step < 2 || nearest > best.away || nearest == best.away && best.step <= low.step {
                continue;
            }
            let middle = self.at(low.step + (high.step - low.step) / 2);
            // The lower half is looked through first.
            ranges.extend([(middle, high), (low, middle)]);
        }
    }
}
