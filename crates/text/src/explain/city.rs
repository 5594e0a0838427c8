//! The figures of the whole city.

use super::super::finding::names;
use super::super::supply::{enrolled_from, figure_name, missing_inputs, slots_standing};
use super::super::{GridColumn, Message, Word, city_total, column_name, hundredths, thousands};
use super::cell::{points, whole};
use super::figure::{decimal, percent, weighted};
use super::inputs::{MOST, join};
use super::{About, Explanation, Given, Input, InputPlace, Phrase, UNKNOWN};
use tuowei_model::{CityRate, CountyId, Figure, Found, Hundredths, MissingInput, Rate, Ratio, Row, Slots, SupplyRow};

impl Given<'_> {
    pub(super) fn city(self, column: GridColumn) -> Explanation {
        let (definition, formula) = self.about(About::City(column));
        Explanation {
            title: [city_total(self.language), " ", &column_name(column, self.year(), self.language)].concat(),
            value: self.city_value(column).unwrap_or_else(|| UNKNOWN.to_owned()),
            definition: definition.to_owned(),
            formula: formula.to_owned(),
            worked: self.city_worked(column),
            compared: self.compared(&self.supply.city.total, column),
            inputs: self.city_inputs(column),
            source: self.source(self.source_of(None, column)),
        }
    }

    pub(super) fn allocated(self) -> Explanation {
        let (definition, formula) = self.about(About::Allocated);
        let allocated = self.outcome.allocation.allocated;
        Explanation {
            title: Word::Allocated.in_language(self.language).to_owned(),
            value: thousands(allocated),
            definition: definition.to_owned(),
            formula: formula.to_owned(),
            worked: self.slots_summed(),
            compared: String::new(),
            inputs: self.of_city(&[Figure::Slots]),
            source: self.source(self.source_of(None, GridColumn::Input(Figure::Slots))),
        }
    }

    pub(super) fn remaining(self) -> Explanation {
        let (definition, formula) = self.about(About::Remaining);
        let allocation = self.outcome.allocation;
        let by = allocation.remaining.unsigned_abs();
        let standing = match allocation.remaining {
            0 => Message::AllGiven,
            remaining if remaining < 0 => Message::OverBy(by),
            _ => Message::LeftOver(by),
        };
        let task = thousands(u64::from(allocation.task.get()));
        let worked = [&task, " − ", &thousands(allocation.allocated), " = ", &whole(allocation.remaining)];
        let mut inputs = vec![self.setting(InputPlace::Task)];
        inputs.extend(self.of_city(&[Figure::Slots]));
        inputs.truncate(MOST);
        Explanation {
            title: Word::Remaining.in_language(self.language).to_owned(),
            value: standing.in_language(self.language),
            definition: definition.to_owned(),
            formula: formula.to_owned(),
            worked: worked.concat(),
            compared: String::new(),
            inputs,
            source: self.source(self.source_of_task()),
        }
    }

    /// As the total row shows it.
    fn city_value(self, column: GridColumn) -> Option<String> {
        let (city, total) = (&self.outcome.city, &self.supply.city.total);
        let rate = |rate: CityRate| rate.percent_shown().map(percent);
        let ratio = |ratio: Found<Ratio>| ratio.ok().map(|ratio| percent(ratio.percent_shown()));
        match column {
            GridColumn::Name => Some(city_total(self.language).to_owned()),
            GridColumn::Input(Figure::Base) => rate(city.base),
            GridColumn::Uplift => city.uplift.map(|uplift| points(uplift, self.language)),
            GridColumn::Target => rate(city.target),
            GridColumn::Input(Figure::Pin) | GridColumn::Lock => None,
            GridColumn::Input(Figure::Slots) => Some(thousands(self.outcome.allocation.allocated)),
            GridColumn::Share => {
                let shares = self.outcome.rows.iter().filter_map(|row| row.share).map(Hundredths::get);
                shares.reduce(|one, other| one + other).map(|whole| percent(Hundredths::new(whole)))
            }
            GridColumn::Input(figure) => figure.total(self.outcome.rows.iter().map(|row| &row.inputs)).map(thousands),
            GridColumn::EnrolledThen => total.enrolled_at_target.ok().map(thousands),
            GridColumn::NewEnrolments => total.new_enrolments().ok().map(whole),
            GridColumn::SlotsAfter => total.slots_after.ok().map(thousands),
            GridColumn::Utilisation => ratio(total.utilisation_needed()),
            GridColumn::Shortage => self.supply.city.short.ok().map(|short| match short {
                0 => self.say(Phrase::NoShortage),
                short => slots_standing(-short.cast_signed(), self.language),
            }),
            GridColumn::InclusiveShare => ratio(total.inclusive_share_after()),
            GridColumn::PerThousand => total.slots_per_thousand().ok().map(|of| hundredths(of.number_shown())),
        }
    }

    fn others(self) -> u64 {
        self.outcome.rows.iter().filter_map(|row| row.inputs.other).map(|other| u64::from(other.get())).sum()
    }

    fn city_worked(self, column: GridColumn) -> String {
        let (city, total) = (&self.outcome.city, &self.supply.city.total);
        let of_row = |figure: &dyn Fn(&SupplyRow) -> Found<u64>| self.summed(&self.supply.rows, figure);
        match column {
            GridColumn::Name => String::new(),
            GridColumn::Input(Figure::Pin) | GridColumn::Lock => self.say(Phrase::NotSummed),
            GridColumn::Input(Figure::Children) => of_row(&|row| row.children),
            GridColumn::Input(Figure::Base) => self.city_rate(city.base, &|row| row.inputs.base),
            GridColumn::Target => self.city_rate(city.target, &|row| row.target.rate()),
            GridColumn::Uplift => match (city.target.percent_shown(), city.base.percent_shown(), city.uplift) {
                (Some(target), Some(base), Some(uplift)) => {
                    [&percent(target), " − ", &percent(base), " = ", &points(uplift, self.language)].concat()
                }
                (_, None, _) => self.city_rate(city.base, &|row| row.inputs.base),
                _ => self.city_rate(city.target, &|row| row.target.rate()),
            },
            GridColumn::Input(Figure::Slots) => self.slots_summed(),
            GridColumn::Share => match self.city_value(column) {
                Some(_) => self.say(Phrase::SharesAddUp),
                None => self.say(Phrase::NothingGiven),
            },
            GridColumn::Input(Figure::Capacity) => of_row(&|row| row.slots_now),
            GridColumn::Input(Figure::Inclusive) => of_row(&|row| row.inclusive_now),
            GridColumn::Input(Figure::Enrolled) => match self.city_value(column) {
                Some(_) => of_row(&|row| row.enrolled_now),
                None => {
                    let without = self.counties(&|at| self.outcome.rows[at].inputs.enrolled.is_none());
                    self.missing_in(&without, &self.say(Phrase::NeedsEnrolled))
                }
            },
            GridColumn::Input(Figure::Other) => {
                let without = self.counties(&|at| self.outcome.rows[at].inputs.other.is_none());
                if without.is_empty() {
                    let other = |at: usize| self.outcome.rows[at].inputs.other.map_or(0, Slots::get);
                    self.sum(self.outcome.rows.len(), &|at| u64::from(other(at)))
                } else {
                    self.missing_in(&without, &self.say(Phrase::EmptyCountsAsNone))
                }
            }
            GridColumn::PerThousand => match (total.slots_after, total.population) {
                (Err(_), _) => of_row(&|row| row.slots_after),
                (Ok(_), Err(_)) => of_row(&|row| row.population),
                (Ok(_), Ok(_)) => self.per_thousand_worked(total),
            },
            // A count that only the planner knows.
            GridColumn::Input(figure) => {
                let value = |at: usize| figure.of(&self.outcome.rows[at].inputs);
                let without = self.counties(&|at| value(at).is_none());
                if without.is_empty() {
                    self.sum(self.outcome.rows.len(), &|at| value(at).map_or(0, |value| u64::from(value.whole())))
                } else {
                    let name = figure_name(figure, self.year(), self.language);
                    self.missing_in(&without, &self.say(Phrase::Needs(&name)))
                }
            }
            GridColumn::EnrolledThen => of_row(&|row| row.enrolled_at_target),
            GridColumn::NewEnrolments => match (total.enrolled_at_target, total.enrolled_now) {
                (Ok(then), Ok(now)) => {
                    let new = whole(then.cast_signed() - now.cast_signed());
                    let from = self.say(Phrase::From(enrolled_from(total.enrolled_from, self.language)));
                    [&thousands(then), " − ", &thousands(now), " = ", &new, &from].concat()
                }
                (Err(_), _) => of_row(&|row| row.enrolled_at_target),
                (Ok(_), Err(_)) => of_row(&|row| row.enrolled_now),
            },
            GridColumn::SlotsAfter => match total.slots_after {
                Ok(after) => {
                    let (now, given) = (total.slots_now.unwrap_or(0), self.outcome.allocation.allocated);
                    let parts = [&thousands(now), " + ", &thousands(given), " + ", &thousands(self.others())];
                    [&parts.concat(), " = ", &thousands(after)].concat()
                }
                Err(_) => of_row(&|row| row.slots_after),
            },
            GridColumn::Utilisation => match (total.enrolled_at_target, total.slots_after) {
                (Ok(_), Err(_)) => of_row(&|row| row.slots_after),
                (Err(_), _) => of_row(&|row| row.enrolled_at_target),
                (Ok(_), Ok(_)) => {
                    self.ratio_worked(total.enrolled_at_target, total.slots_after, total.utilisation_needed())
                }
            },
            GridColumn::Shortage => match (self.supply.city.short, total.spare()) {
                (Ok(short), Ok(spare)) => {
                    self.say(Phrase::CityStanding(&thousands(short), &slots_standing(spare, self.language)))
                }
                _ if total.slots_after.is_err() => of_row(&|row| row.slots_after),
                _ => of_row(&|row| row.enrolled_at_target),
            },
            GridColumn::InclusiveShare => match (total.inclusive_after, total.slots_after) {
                (Err(_), _) => of_row(&|row| row.inclusive_after),
                (Ok(_), Err(_)) => of_row(&|row| row.slots_after),
                (Ok(_), Ok(_)) => {
                    self.ratio_worked(total.inclusive_after, total.slots_after, total.inclusive_share_after())
                }
            },
        }
    }

    /// Σ children · rate ÷ Σ children with the sums, or which counties lack what.
    fn city_rate(self, city: CityRate, rate: &dyn Fn(&Row) -> Option<Rate>) -> String {
        let rows = &self.outcome.rows;
        match (city, weighted(self.outcome, rate)) {
            (CityRate::Known(ratio), Some((sum, children))) => {
                let quotient = [&decimal(sum, 6), " ÷ ", &thousands(children)].concat();
                let is_exact = sum.is_multiple_of(u128::from(children.max(1)) * 100);
                let settled = self.settled(&quotient, is_exact, &percent(ratio.percent_shown()), Phrase::ToHundredth);
                if rows.len() > MOST { settled + &self.say(Phrase::OfCounties(rows.len())) } else { settled }
            }
            (CityRate::NoChildren, _) => self.say(Phrase::NoChildren),
            (CityRate::ChildrenMissing, _) => {
                let without = self.counties(&|at| rows[at].inputs.children.is_none());
                self.missing_in(&without, &self.needs(MissingInput::Children))
            }
            (CityRate::RatesMissing | CityRate::Known(_), _) => {
                let without = self.counties(&|at| rate(&rows[at]).is_none());
                let no_base = without.iter().filter_map(|id| self.scenario.county(id)).any(|of| of.base.is_none());
                let missing = self.needs(if no_base { MissingInput::Base } else { MissingInput::Target });
                self.missing_in(&without, &missing)
            }
        }
    }

    pub(super) fn counties(self, test: &dyn Fn(usize) -> bool) -> Vec<CountyId> {
        let counties = self.scenario.region().counties().iter().enumerate();
        counties.filter(|(at, _)| test(*at)).map(|(_, county)| county.id.clone()).collect()
    }

    fn missing_in(self, counties: &[CountyId], missing: &str) -> String {
        self.say(Phrase::In(&names(counties, self.scenario.region(), self.language), missing))
    }

    /// The slots handed out, county by county; one without a figure is given none.
    fn slots_summed(self) -> String {
        self.sum(self.outcome.rows.len(), &|at| {
            u64::from(self.outcome.rows[at].inputs.slots.map_or(0, |slots| slots.get()))
        })
    }

    /// A column's sum, or which counties lack what.
    fn summed(self, rows: &[SupplyRow], figure: &dyn Fn(&SupplyRow) -> Found<u64>) -> String {
        let without = self.counties(&|at| figure(&rows[at]).is_err());
        if without.is_empty() {
            return self.sum(rows.len(), &|at| figure(&rows[at]).unwrap_or(0));
        }
        let all = rows.iter().filter_map(|row| figure(row).err()).reduce(|one, other| one.and(other));
        let missing = all.map(|all| missing_inputs(all, self.language)).unwrap_or_default();
        self.missing_in(&without, &missing)
    }

    /// `130 + 77 + … = 350`: as many summands as inputs are listed at most.
    fn sum(self, all: usize, figure: &dyn Fn(usize) -> u64) -> String {
        let mut text = String::new();
        for at in 0..all.min(MOST) {
            text.push_str(if at > 0 { " + " } else { "" });
            text.push_str(&thousands(figure(at)));
        }
        if all > MOST {
            text.push_str(" + …");
        }
        if all > 1 {
            text.push_str(" = ");
            text.push_str(&thousands((0..all).map(figure).sum()));
        }
        if all > MOST {
            text.push_str(&self.say(Phrase::OfCounties(all)));
        }
        text
    }

    fn city_inputs(self, column: GridColumn) -> Vec<Input> {
        let with_rule = |figures: &[Figure]| {
            let mut inputs = self.rule_inputs();
            join(&mut inputs, self.of_city(figures));
            inputs.truncate(MOST);
            inputs
        };
        match column {
            GridColumn::Name | GridColumn::Input(Figure::Pin) | GridColumn::Lock => Vec::new(),
            GridColumn::Input(Figure::Base) => self.of_city(&[Figure::Children, Figure::Base]),
            GridColumn::Uplift | GridColumn::Target | GridColumn::EnrolledThen | GridColumn::NewEnrolments => {
                with_rule(&[Figure::Children, Figure::Pin])
            }
            GridColumn::Share => self.of_city(&[Figure::Slots]),
            GridColumn::SlotsAfter => self.of_city(&[Figure::Capacity, Figure::Slots, Figure::Other]),
            GridColumn::Utilisation => {
                let mut inputs = vec![self.setting(InputPlace::Utilisation)];
                join(&mut inputs, with_rule(&[Figure::Children, Figure::Pin, Figure::Capacity, Figure::Slots]));
                inputs.truncate(MOST);
                inputs
            }
            GridColumn::Shortage => with_rule(&[Figure::Children, Figure::Pin, Figure::Capacity, Figure::Slots]),
            GridColumn::InclusiveShare => {
                let mut inputs = vec![self.setting(InputPlace::InclusiveShare)];
                inputs.extend(self.of_city(&[Figure::Inclusive, Figure::Capacity, Figure::Slots, Figure::Other]));
                inputs.truncate(MOST);
                inputs
            }
            GridColumn::PerThousand => {
                self.of_city(&[Figure::Capacity, Figure::Slots, Figure::Other, Figure::Population])
            }
            GridColumn::Input(_) => self.of_city(column.figure().as_slice()),
        }
    }
}
