//! A figure that can be typed: its name for scripts, its text, and the edit that a text means.

use std::sync::Arc;

use crate::model::{
    Children, CountyId, CountyInputs, Edit, EditProblem, Figure, RuleKind, Scenario, Slots, TargetSettings,
};
use crate::text::{
    GridColumn, Language, Message, NumberProblem, Word, column_name, count, exact_factor, exact_points, exact_rate,
    exact_weight, number_problem, parameter_name, typed_children, typed_factor, typed_points, typed_rate, typed_slots,
    typed_weight,
};

/// A figure that a part of the second file lets the planner type.
pub trait OwnField: Send + Sync {
    /// The name that scripts use.
    fn test_id(&self) -> String;

    /// The accessible name.
    fn label(&self, scenario: &Scenario, language: Language) -> String;

    /// The figure as its cell holds it; empty when it is not known.
    fn text(&self, scenario: &Scenario) -> String;

    /// The edit that a typed text means.
    ///
    /// # Errors
    /// The text is not a figure of this kind.
    fn edit(&self, typed: &str) -> Result<Edit, FieldProblem>;
}

/// A figure that the planner can type.
#[derive(Clone)]
pub enum Field {
    /// A figure of one county.
    County(Figure, CountyId),
    /// The task total.
    Task,
    /// The parameter of a rule.
    Parameter(RuleKind),
    /// m of the converging rule.
    Benchmark,
    /// The smallest uplift.
    Floor,
    /// The largest uplift.
    Cap,
    /// The utilisation that is wanted.
    Utilisation,
    /// The share of inclusive slots that is wanted.
    InclusiveShare,
    /// The fewest slots that the assistant may give.
    Least(CountyId),
    /// The most slots that the assistant may give.
    Most(CountyId),
    /// A weight by hand.
    Weight(CountyId),
    /// A figure of another page.
    Own(Arc<dyn OwnField>),
}

/// Why a text is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// It is not the number that is asked for.
    Number(NumberProblem),
    /// The figure may not be empty.
    Required,
    /// The scenario does not take it.
    Edit(EditProblem),
    /// What a figure of another page says of it, in Chinese and in English.
    Own(Arc<[String; 2]>),
}

/// What the page adds to a county's figures.
pub trait Typed: Copy {
    /// The first part of the name that scripts use.
    fn test_id(self) -> &'static str;

    /// The figure as its cell holds it; empty when it is not known.
    fn text(self, inputs: &CountyInputs) -> String;

    /// The edit that sets this figure to what the inputs hold.
    fn edit_to(self, county: &CountyId, inputs: &CountyInputs) -> Edit;

    /// The column's name as part of a cell's name.
    fn name(self, year: u16, language: Language) -> String;
}

impl Typed for Figure {
    fn test_id(self) -> &'static str {
        match self {
            Self::Children => "children",
            Self::Base => "base",
            Self::Pin => "pin",
            Self::Slots => "slots",
            Self::Capacity => "capacity",
            Self::Inclusive => "inclusive",
            Self::Enrolled => "enrolled",
            Self::Other => "other",
        }
    }

    fn text(self, inputs: &CountyInputs) -> String {
        let count = |figure: Option<u32>| figure.map(count);
        match self {
            Self::Children => count(inputs.children.map(Children::get)),
            Self::Base => inputs.base.map(exact_rate),
            Self::Pin => inputs.pin.map(exact_rate),
            Self::Slots => count(inputs.slots.map(Slots::get)),
            Self::Capacity => count(inputs.capacity.map(Slots::get)),
            Self::Inclusive => count(inputs.inclusive.map(Slots::get)),
            Self::Enrolled => count(inputs.enrolled.map(Children::get)),
            Self::Other => count(inputs.other.map(Slots::get)),
        }
        .unwrap_or_default()
    }

    fn edit_to(self, county: &CountyId, inputs: &CountyInputs) -> Edit {
        let county = county.clone();
        match self {
            Self::Children => Edit::SetChildren(county, inputs.children),
            Self::Base => Edit::SetBase(county, inputs.base),
            Self::Pin => Edit::SetPin(county, inputs.pin),
            Self::Slots => Edit::SetSlots(county, inputs.slots),
            Self::Capacity => Edit::SetCapacity(county, inputs.capacity),
            Self::Inclusive => Edit::SetInclusive(county, inputs.inclusive),
            Self::Enrolled => Edit::SetEnrolled(county, inputs.enrolled),
            Self::Other => Edit::SetOther(county, inputs.other),
        }
    }

    fn name(self, year: u16, language: Language) -> String {
        let word = |word: Word| word.in_language(language).to_owned();
        let column = match self {
            Self::Children => return word(Word::ChildrenLong),
            Self::Base => GridColumn::Base,
            Self::Pin => return word(Word::PinLong),
            Self::Slots => return word(Word::SlotsLong),
            Self::Capacity => GridColumn::Capacity,
            Self::Inclusive => GridColumn::Inclusive,
            Self::Enrolled => GridColumn::Enrolled,
            Self::Other => GridColumn::Other,
        };
        column_name(column, year, language)
    }
}

impl Field {
    /// The name that scripts use.
    pub fn test_id(&self) -> String {
        match self {
            Self::County(field, county) => format!("{}-{county}", field.test_id()),
            Self::Task => "task-total".to_owned(),
            Self::Parameter(_) => "rule-parameter".to_owned(),
            Self::Benchmark => "rule-benchmark".to_owned(),
            Self::Floor => "rule-floor".to_owned(),
            Self::Cap => "rule-cap".to_owned(),
            Self::Utilisation => "supply-utilisation".to_owned(),
            Self::InclusiveShare => "supply-share".to_owned(),
            Self::Least(county) => format!("assistant-min-{county}"),
            Self::Most(county) => format!("assistant-max-{county}"),
            Self::Weight(county) => format!("assistant-weight-{county}"),
            Self::Own(own) => own.test_id(),
        }
    }

    /// The accessible name, e.g. 平城 2025年基数.
    pub fn label(&self, scenario: &Scenario, language: Language) -> String {
        let word = |word: Word| word.in_language(language).to_owned();
        let region = scenario.region();
        let of_county = |county: &CountyId, name: &str| {
            let unit = region.position(county).map(|at| &region.counties()[at].name);
            Message::CellOf(unit.map_or(county.as_str(), |name| language.name(name)), name).in_language(language)
        };
        match self {
            Self::County(field, county) => of_county(county, &field.name(region.year(), language)),
            Self::Task => word(Word::Task),
            Self::Parameter(rule) => parameter_name(*rule, language).to_owned(),
            Self::Benchmark => word(Word::Benchmark),
            Self::Floor => word(Word::Floor),
            Self::Cap => word(Word::Cap),
            Self::Utilisation => word(Word::WantedUtilisation),
            Self::InclusiveShare => word(Word::WantedShare),
            Self::Least(county) => of_county(county, Word::Least.in_language(language)),
            Self::Most(county) => of_county(county, Word::Most.in_language(language)),
            Self::Weight(county) => of_county(county, Word::Weight.in_language(language)),
            Self::Own(own) => own.label(scenario, language),
        }
    }

    /// The figure as its cell holds it; empty when it is not known.
    pub fn text(&self, scenario: &Scenario) -> String {
        let targets = scenario.targets();
        let inputs = |county: &CountyId| scenario.county(county);
        match self {
            Self::County(field, county) => {
                return scenario.county(county).map(|inputs| field.text(inputs)).unwrap_or_default();
            }
            Self::Task => Some(count(scenario.task().get())),
            Self::Parameter(rule) => parameter_text(*rule, targets),
            Self::Benchmark => targets.benchmark.map(exact_rate),
            Self::Floor => targets.floor.map(exact_points),
            Self::Cap => targets.cap.map(exact_points),
            Self::Utilisation => Some(exact_rate(scenario.supply().utilisation)),
            Self::InclusiveShare => Some(exact_rate(scenario.supply().inclusive_share)),
            Self::Least(county) => inputs(county).and_then(|of| of.least).map(|slots| count(slots.get())),
            Self::Most(county) => inputs(county).and_then(|of| of.most).map(|slots| count(slots.get())),
            Self::Weight(county) => inputs(county).and_then(|of| of.weight).map(exact_weight),
            Self::Own(own) => return own.text(scenario),
        }
        .unwrap_or_default()
    }

    /// The edit that a typed text means.
    ///
    /// # Errors
    /// The text is not a figure of this kind.
    pub fn edit(&self, typed: &str) -> Result<Edit, FieldProblem> {
        Ok(match self {
            Self::County(figure, county) => {
                let county = county.clone();
                match figure {
                    Figure::Children => Edit::SetChildren(county, typed_children(typed)?),
                    Figure::Base => Edit::SetBase(county, typed_rate(typed)?),
                    Figure::Pin => Edit::SetPin(county, typed_rate(typed)?),
                    Figure::Slots => Edit::SetSlots(county, typed_slots(typed)?),
                    Figure::Capacity => Edit::SetCapacity(county, typed_slots(typed)?),
                    Figure::Inclusive => Edit::SetInclusive(county, typed_slots(typed)?),
                    Figure::Enrolled => Edit::SetEnrolled(county, typed_children(typed)?),
                    Figure::Other => Edit::SetOther(county, typed_slots(typed)?),
                }
            }
            Self::Task => Edit::SetTask(typed_slots(typed)?.ok_or(FieldProblem::Required)?),
            Self::Parameter(RuleKind::Uniform) => Edit::SetUplift(typed_points(typed)?),
            Self::Parameter(RuleKind::Proportional) => Edit::SetGrowth(typed_factor(typed)?),
            Self::Parameter(RuleKind::Converge) => Edit::SetClosing(typed_rate(typed)?),
            Self::Parameter(RuleKind::CityGoal) => Edit::SetGoal(typed_rate(typed)?),
            Self::Benchmark => Edit::SetBenchmark(typed_rate(typed)?),
            Self::Floor => Edit::SetFloor(typed_points(typed)?),
            Self::Cap => Edit::SetCap(typed_points(typed)?),
            Self::Utilisation => Edit::SetUtilisation(typed_rate(typed)?.ok_or(FieldProblem::Required)?),
            Self::InclusiveShare => Edit::SetInclusiveShare(typed_rate(typed)?.ok_or(FieldProblem::Required)?),
            Self::Least(county) => Edit::SetLeast(county.clone(), typed_slots(typed)?),
            Self::Most(county) => Edit::SetMost(county.clone(), typed_slots(typed)?),
            Self::Weight(county) => Edit::SetWeight(county.clone(), typed_weight(typed)?),
            Self::Own(own) => return own.edit(typed),
        })
    }
}

impl From<NumberProblem> for FieldProblem {
    fn from(problem: NumberProblem) -> Self {
        Self::Number(problem)
    }
}

impl FieldProblem {
    /// The problem in words.
    pub fn text(&self, language: Language) -> String {
        let word = |word: Word| word.in_language(language).to_owned();
        match self {
            Self::Number(problem) => number_problem(*problem, language),
            Self::Required => word(Word::NeedsNumber),
            Self::Edit(EditProblem::FloorAboveCap) => word(Word::FloorAboveCap),
            Self::Edit(EditProblem::UnknownCounty(_)) => word(Word::UnknownCounty),
            Self::Edit(EditProblem::UnknownReport(_)) => word(Word::UnknownReport),
            Self::Edit(EditProblem::TooManyReports) => word(Word::TooManyReports),
            Self::Own(said) => said[usize::from(language == Language::English)].clone(),
        }
    }
}

fn parameter_text(rule: RuleKind, targets: &TargetSettings) -> Option<String> {
    match rule {
        RuleKind::Uniform => targets.uplift.map(exact_points),
        RuleKind::Proportional => targets.growth.map(exact_factor),
        RuleKind::Converge => targets.closing.map(exact_rate),
        RuleKind::CityGoal => targets.goal.map(exact_rate),
    }
}
