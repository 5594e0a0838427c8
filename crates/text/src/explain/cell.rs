//! The figures of one county.

use super::super::supply::{against_utilisations, enrolled_from, missing_inputs, slots_standing};
use super::super::{GridColumn, Language, column_name, exact_points, exact_rate, hundredths, locked_mark, thousands};
use super::figure::{decimal, percent, points_unit, product, signed_after};
use super::inputs::{join, typed};
use super::{About, Explanation, Given, Input, Phrase, UNKNOWN};
use tuowei_model::{
    Bound, EnrolledFrom, Figure, Finding, Found, Hundredths, MissingInput, Points, Rate, Ratio, Row, RuleKind,
    SupplyRow, Target, TargetSource,
};

/// 2.08 个百分点.
pub(super) fn points(value: Hundredths, language: Language) -> String {
    hundredths(value) + points_unit(language)
}

impl Given<'_> {
    pub(super) fn cell(self, position: usize, column: GridColumn) -> Explanation {
        let region = self.scenario.region();
        let (Some(row), Some(supplied), Some(county)) =
            (self.outcome.rows.get(position), self.supply.rows.get(position), region.counties().get(position))
        else {
            return Explanation::default();
        };
        let about = match (column, row.target) {
            (GridColumn::Target, Target::Known { source: TargetSource::Pinned, .. }) => About::Pinned,
            (GridColumn::Target, _) => About::ByRule(self.scenario.targets().rule),
            (column, _) => About::Cell(column),
        };
        let (definition, formula) = self.about(about);
        let name = self.language.name(&county.name);
        let value = match column {
            GridColumn::Name => Some(name.to_owned()),
            GridColumn::Lock if row.inputs.locked => Some(locked_mark(true, self.language).to_owned()),
            GridColumn::Lock => Some(self.say(Phrase::NotLocked)),
            column => match column.figure() {
                Some(figure) => typed(&row.inputs, figure),
                None => self.computed(row, supplied, column),
            },
        };
        Explanation {
            title: [name, " ", &column_name(column, self.year(), self.language)].concat(),
            value: value.unwrap_or_else(|| UNKNOWN.to_owned()),
            definition: definition.to_owned(),
            formula: formula.to_owned(),
            worked: self.worked(position, row, supplied, column),
            compared: self.compared(supplied, column),
            inputs: self.inputs(position, row, column),
            source: self.source(self.source_of(Some(position), column)),
        }
    }

    /// A computed figure as the page shows it.
    fn computed(self, row: &Row, supplied: &SupplyRow, column: GridColumn) -> Option<String> {
        let ratio = |ratio: Found<Ratio>| ratio.ok().map(|ratio| percent(ratio.percent_shown()));
        match column {
            GridColumn::Uplift => row.uplift.map(|uplift| points(uplift.shown(), self.language)),
            GridColumn::Target => row.target.rate().map(|rate| percent(rate.percent_shown())),
            GridColumn::Share => row.share.map(percent),
            GridColumn::EnrolledThen => supplied.enrolled_at_target.ok().map(thousands),
            GridColumn::NewEnrolments => supplied.new_enrolments().ok().map(whole),
            GridColumn::SlotsAfter => supplied.slots_after.ok().map(thousands),
            GridColumn::Utilisation => ratio(supplied.utilisation_needed()),
            GridColumn::Shortage => supplied.spare().ok().map(|spare| slots_standing(spare, self.language)),
            GridColumn::InclusiveShare => ratio(supplied.inclusive_share_after()),
            GridColumn::PerThousand => supplied.slots_per_thousand().ok().map(|of| hundredths(of.number_shown())),
            GridColumn::Name | GridColumn::Lock | GridColumn::Input(_) => None,
        }
    }

    fn worked(self, position: usize, row: &Row, supplied: &SupplyRow, column: GridColumn) -> String {
        match column {
            GridColumn::Name | GridColumn::Lock => String::new(),
            GridColumn::Target => self.target_worked(row),
            GridColumn::Uplift => match (row.target.rate(), row.inputs.base, row.uplift) {
                (Some(target), Some(base), Some(uplift)) => {
                    let difference = [&exact_rate(target), "% − ", &exact_rate(base), "%"].concat();
                    self.points_settled(&difference, uplift)
                }
                (_, None, _) => self.needs(MissingInput::Base),
                _ => self.target_worked(row),
            },
            GridColumn::Share => self.share_worked(row),
            GridColumn::EnrolledThen => self.enrolled_then(row, supplied),
            GridColumn::NewEnrolments => match (supplied.enrolled_at_target, supplied.enrolled_now) {
                (Ok(then), Ok(now)) => {
                    let difference = [&thousands(then), " − ", &thousands(now), " = "].concat();
                    let new = whole(then.cast_signed() - now.cast_signed());
                    difference + &new + &self.enrolled_now_said(row, supplied.enrolled_from)
                }
                _ => self.found_lacks(supplied.new_enrolments()),
            },
            GridColumn::SlotsAfter => match (supplied.slots_now, row.inputs.slots, supplied.slots_after) {
                (Ok(now), Some(slots), Ok(after)) => {
                    let other = row.inputs.other.map_or(0, |other| u64::from(other.get()));
                    let parts = [&thousands(now), " + ", &thousands(u64::from(slots.get())), " + ", &thousands(other)];
                    [&parts.concat(), " = ", &thousands(after)].concat()
                }
                _ => self.found_lacks(supplied.slots_after),
            },
            GridColumn::Utilisation => {
                self.ratio_worked(supplied.enrolled_at_target, supplied.slots_after, supplied.utilisation_needed())
            }
            GridColumn::Shortage => match (supplied.slots_after, supplied.enrolled_at_target) {
                (Ok(slots), Ok(enrolled)) => {
                    let spare = whole(slots.cast_signed() - enrolled.cast_signed());
                    [&thousands(slots), " − ", &thousands(enrolled), " = ", &spare].concat()
                }
                _ => self.found_lacks(supplied.spare()),
            },
            GridColumn::InclusiveShare => {
                self.ratio_worked(supplied.inclusive_after, supplied.slots_after, supplied.inclusive_share_after())
            }
            GridColumn::PerThousand => self.per_thousand_worked(supplied),
            GridColumn::Input(_) => match self.of_county(position, column.figure().as_slice()).pop() {
                Some(Input { value, basis: Some(basis), .. }) => {
                    let separator = match self.language {
                        Language::Chinese => "；",
                        Language::English => "; ",
                    };
                    [&value, separator, &basis].concat()
                }
                Some(Input { value, .. }) => value,
                None => String::new(),
            },
        }
    }

    pub(super) fn found_lacks<T>(self, found: Found<T>) -> String {
        found.err().map(|missing| missing_inputs(missing, self.language)).unwrap_or_default()
    }

    pub(super) fn needs(self, missing_input: MissingInput) -> String {
        missing_inputs(missing_input.into(), self.language)
    }

    /// What the wanted utilisation and the plan's two ask for.
    pub(super) fn compared(self, row: &SupplyRow, column: GridColumn) -> String {
        match column {
            GridColumn::Utilisation => against_utilisations(row, self.scenario.supply().utilisation, self.language),
            _ => String::new(),
        }
    }

    /// `numerator ÷ denominator = percent`, or what is missing.
    pub(super) fn ratio_worked(self, numerator: Found<u64>, denominator: Found<u64>, ratio: Found<Ratio>) -> String {
        let (Ok(numerator), Ok(denominator), Ok(shown)) = (numerator, denominator, ratio) else {
            return self.found_lacks(ratio);
        };
        let quotient = [&thousands(numerator), " ÷ ", &thousands(denominator)].concat();
        let is_exact = (u128::from(numerator) * 10_000).is_multiple_of(u128::from(denominator.max(1)));
        self.settled(&quotient, is_exact, &percent(shown.percent_shown()), Phrase::ToHundredth)
    }

    /// `slots ÷ population × 1,000 = …`, or what is missing.
    pub(super) fn per_thousand_worked(self, row: &SupplyRow) -> String {
        let (Ok(slots), Ok(population), Ok(shown)) = (row.slots_after, row.population, row.slots_per_thousand()) else {
            return self.found_lacks(row.slots_per_thousand());
        };
        let quotient = [&thousands(slots), " ÷ ", &thousands(population), " × 1,000"].concat();
        let is_exact = (u128::from(slots) * 100_000).is_multiple_of(u128::from(population.max(1)));
        self.settled(&quotient, is_exact, &hundredths(shown.number_shown()), Phrase::ToHundredthNumber)
    }

    /// What comes out, and the rounding where there is one.
    pub(super) fn settled(self, left: &str, is_exact: bool, shown: &str, rounding: Phrase<'_>) -> String {
        if is_exact { [left, " = ", shown].concat() } else { [left, " ≈ ", shown, &self.say(rounding)].concat() }
    }

    fn points_settled(self, left: &str, uplift: Points) -> String {
        let shown = points(uplift.shown(), self.language);
        if uplift.ppm() % 100 == 0 {
            [left, " = ", &shown].concat()
        } else {
            [left, " = ", &exact_points(uplift), " ≈ ", &shown, &self.say(Phrase::ToHundredthPoint)].concat()
        }
    }

    /// The target as it is shown, behind the figures that give it.
    fn rate_settled(self, left: &str, rate: Rate) -> String {
        let equals = if left.is_empty() { "" } else { " = " };
        let exact = [left, equals, &exact_rate(rate), "%"].concat();
        if rate.ppm().is_multiple_of(100) {
            exact
        } else {
            [&exact, " ≈ ", &percent(rate.percent_shown()), &self.say(Phrase::ToHundredth)].concat()
        }
    }

    pub(super) fn target_worked(self, row: &Row) -> String {
        let rule = self.scenario.targets().rule;
        let (rate, source, bound) = match row.target {
            Target::Known { rate, source, bound } => (rate, source, bound),
            Target::Unknown(why) => return self.say(Phrase::NoTarget(why, rule)),
        };
        if source == TargetSource::Pinned {
            return self.say(Phrase::Pinned) + &self.rate_settled("", rate);
        }
        let (Some(base), Some(uplift)) = (row.inputs.base, row.uplift) else { return String::new() };
        let by = signed_after(i64::from(uplift.ppm()), exact_points(uplift).trim_start_matches('-'));
        let raised = [&exact_rate(base), "%", &by, points_unit(self.language)].concat();
        let (before, left) = match (bound, rule) {
            (Some(Bound::Floor), _) => (self.say(Phrase::FloorApplied), raised),
            (Some(Bound::Cap), _) => (self.say(Phrase::CapApplied), raised),
            (Some(Bound::Limit), _) => return self.say(Phrase::LimitApplied) + &exact_rate(rate) + "%",
            (None, RuleKind::Uniform) => (String::new(), raised),
            (None, RuleKind::CityGoal) => (self.goal_said(), raised),
            (None, RuleKind::Proportional | RuleKind::Converge) => return self.rounded_target(base, rate),
        };
        before + &self.rate_settled(&left, rate)
    }

    fn goal_said(self) -> String {
        let goal = self.scenario.targets().goal.map(|goal| exact_rate(goal) + "%").unwrap_or_default();
        let said = self.outcome.findings.iter().find_map(|finding| match finding {
            Finding::GoalNeeds(_) => Some(Phrase::GoalUplift(&goal)),
            Finding::GoalMetAlready => Some(Phrase::GoalMet),
            Finding::GoalOutOfReach { .. } => Some(Phrase::GoalOutOfReach),
            Finding::OverAllocated { .. }
            | Finding::UnderAllocated { .. }
            | Finding::SlotsMissing(_)
            | Finding::BaseMissing(_)
            | Finding::ChildrenMissing { .. }
            | Finding::NoChildren
            | Finding::ParameterMissing(_)
            | Finding::TargetBelowBase(_)
            | Finding::BoundApplied { .. } => None,
        });
        said.map(|said| self.say(said)).unwrap_or_default()
    }

    /// A rule that multiplies, and so rounds.
    fn rounded_target(self, base: Rate, rate: Rate) -> String {
        let targets = self.scenario.targets();
        let whole = u128::from(Rate::FULL.ppm());
        let base_text = exact_rate(base) + "%";
        let (left, raise) = if targets.rule == RuleKind::Proportional {
            let Some(growth) = targets.growth else { return String::new() };
            let left = [&base_text, " × (1 + ", &super::super::exact_factor(growth), "%)"].concat();
            (left, u128::from(base.ppm()) * u128::from(growth.ppm()))
        } else {
            let benchmark = targets.benchmark.or(self.outcome.highest_base).unwrap_or_default();
            let Some(closing) = targets.closing else { return String::new() };
            if benchmark <= base {
                return self.say(Phrase::NoGap) + &self.rate_settled("", rate);
            }
            let gap = [&exact_rate(benchmark), "% − ", &base_text].concat();
            let left = [&base_text, " + ", &exact_rate(closing), "% × (", &gap, ")"].concat();
            (left, u128::from(closing.ppm()) * u128::from(benchmark.ppm() - base.ppm()))
        };
        let exact = u128::from(base.ppm()) * whole + raise;
        if exact == u128::from(rate.ppm()) * whole {
            return self.rate_settled(&left, rate);
        }
        let rounding = if rate == base { Phrase::NotBelowBase } else { Phrase::ToHundredth };
        let unrounded = [&left, " = ", &decimal(exact, 10), "%"].concat();
        let shown = exact_rate(rate) + "%";
        let said = self.settled(&unrounded, false, &shown, rounding);
        if rate.ppm().is_multiple_of(100) {
            said
        } else {
            [&said, " ≈ ", &percent(rate.percent_shown()), &self.say(Phrase::ToHundredth)].concat()
        }
    }

    fn share_worked(self, row: &Row) -> String {
        let (Some(slots), allocated) = (row.inputs.slots, self.outcome.allocation.allocated) else {
            return self.needs(MissingInput::Slots);
        };
        let Some(share) = row.share else { return self.say(Phrase::NothingGiven) };
        let slots = u64::from(slots.get());
        let quotient = [&thousands(slots), " ÷ ", &thousands(allocated)].concat();
        // At most 10⁷ · 10⁶. Cut off behind the fourth decimal, to show which way it is rounded.
        let ppm = slots * 1_000_000 / allocated.max(1);
        let shown = percent(share);
        if (slots * 10_000).is_multiple_of(allocated.max(1)) {
            return self.settled(&quotient, true, &shown, Phrase::ShareCut);
        }
        let is_raised = i64::from(share.get()) * 100 > ppm.cast_signed();
        let cut = [&quotient, " = ", &decimal(u128::from(ppm), 4), "…%"].concat();
        self.settled(&cut, false, &shown, if is_raised { Phrase::ShareRaised } else { Phrase::ShareCut })
    }

    fn enrolled_then(self, row: &Row, supplied: &SupplyRow) -> String {
        let (Some(children), Some(target), Ok(enrolled)) =
            (row.inputs.children, row.target.rate(), supplied.enrolled_at_target)
        else {
            return self.found_lacks(supplied.enrolled_at_target);
        };
        let exact = u128::from(children.get()) * u128::from(target.ppm());
        let left = [&product(u64::from(children.get()), target), " = ", &decimal(exact, 6)].concat();
        if exact.is_multiple_of(1_000_000) {
            left
        } else {
            [&left, " → ", &thousands(enrolled), &self.say(Phrase::RoundedUp)].concat()
        }
    }

    /// Where E₀ comes from, with its own arithmetic where it is derived.
    fn enrolled_now_said(self, row: &Row, from: EnrolledFrom) -> String {
        let mut said = enrolled_from(from, self.language).to_owned();
        if let (EnrolledFrom::Derived, Some(children), Some(base)) = (from, row.inputs.children, row.inputs.base) {
            let exact = u128::from(children.get()) * u128::from(base.ppm());
            let parts = [" ", &product(u64::from(children.get()), base), " = ", &decimal(exact, 6)];
            said.push_str(&parts.concat());
            if !exact.is_multiple_of(1_000_000) {
                said.push_str(&self.say(Phrase::ToWhole));
            }
        }
        self.say(Phrase::From(&said))
    }

    fn inputs(self, position: usize, row: &Row, column: GridColumn) -> Vec<Input> {
        let of_county = |figures: &[Figure]| self.of_county(position, figures);
        let enrolled_then = || {
            let mut inputs = of_county(&[Figure::Children]);
            join(&mut inputs, self.target_inputs(position));
            inputs
        };
        match column {
            GridColumn::Name => Vec::new(),
            GridColumn::Target => self.target_inputs(position),
            GridColumn::Uplift => {
                let mut inputs = of_county(&[Figure::Base]);
                join(&mut inputs, self.target_inputs(position));
                inputs
            }
            GridColumn::Share | GridColumn::Lock => of_county(&[Figure::Slots]),
            GridColumn::EnrolledThen => enrolled_then(),
            GridColumn::NewEnrolments => {
                let mut inputs = enrolled_then();
                let now = if row.inputs.enrolled.is_some() { Figure::Enrolled } else { Figure::Base };
                join(&mut inputs, of_county(&[now]));
                inputs
            }
            GridColumn::SlotsAfter => of_county(&[Figure::Capacity, Figure::Slots, Figure::Other]),
            GridColumn::Utilisation | GridColumn::Shortage => {
                let mut inputs = enrolled_then();
                join(&mut inputs, of_county(&[Figure::Capacity, Figure::Slots, Figure::Other]));
                inputs
            }
            GridColumn::InclusiveShare => {
                of_county(&[Figure::Inclusive, Figure::Slots, Figure::Capacity, Figure::Other])
            }
            GridColumn::PerThousand => of_county(&[Figure::Capacity, Figure::Slots, Figure::Other, Figure::Population]),
            GridColumn::Input(_) => of_county(column.figure().as_slice()),
        }
    }
}

/// A whole number with its sign where it is below zero.
pub(super) fn whole(value: i64) -> String {
    [if value < 0 { "−" } else { "" }, &thousands(value.unsigned_abs())].concat()
}
