//! A figure that can be typed: its name for scripts, its text, and the edit that a text means.

use crate::model::{CountyId, CountyInputs, Edit, EditProblem, RuleKind, Scenario, TargetSettings};
use crate::text::{
    Language, Message, NumberProblem, Word, count, exact_factor, exact_points, exact_rate, number_problem,
    parameter_name, typed_children, typed_factor, typed_points, typed_rate, typed_slots,
};

/// A figure that the planner can type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// A figure of one county.
    County(CountyField, CountyId),
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
}

/// The figures of a county that can be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountyField {
    /// Children under three.
    Children,
    /// The 2025 base.
    Base,
    /// A target by hand.
    Pin,
    /// The allocation.
    Slots,
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
}

impl CountyField {
    /// All, in the grid's order.
    pub const ALL: [Self; 4] = [Self::Children, Self::Base, Self::Pin, Self::Slots];

    /// The first part of the name that scripts use.
    pub const fn test_id(self) -> &'static str {
        match self {
            Self::Children => "children",
            Self::Base => "base",
            Self::Pin => "pin",
            Self::Slots => "slots",
        }
    }

    /// The figure as its cell holds it; empty when it is not known.
    pub fn text(self, inputs: &CountyInputs) -> String {
        match self {
            Self::Children => inputs.children.map(|children| count(children.get())),
            Self::Base => inputs.base.map(exact_rate),
            Self::Pin => inputs.pin.map(exact_rate),
            Self::Slots => inputs.slots.map(|slots| count(slots.get())),
        }
        .unwrap_or_default()
    }

    /// The edit that sets this figure to what the inputs hold.
    pub fn edit_to(self, county: &CountyId, inputs: &CountyInputs) -> Edit {
        let county = county.clone();
        match self {
            Self::Children => Edit::SetChildren(county, inputs.children),
            Self::Base => Edit::SetBase(county, inputs.base),
            Self::Pin => Edit::SetPin(county, inputs.pin),
            Self::Slots => Edit::SetSlots(county, inputs.slots),
        }
    }

    /// The column's name as part of a cell's name.
    pub fn column_name(self, year: u16, language: Language) -> String {
        match self {
            Self::Children => Word::ChildrenLong.in_language(language).to_owned(),
            Self::Base => Message::BaseOf(year.saturating_sub(1)).in_language(language),
            Self::Pin => Word::PinLong.in_language(language).to_owned(),
            Self::Slots => Word::SlotsLong.in_language(language).to_owned(),
        }
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
        }
    }

    /// The accessible name, e.g. 平城 2025年基数.
    pub fn label(&self, scenario: &Scenario, language: Language) -> String {
        let word = |word: Word| word.in_language(language).to_owned();
        match self {
            Self::County(field, county) => {
                let region = scenario.region();
                let name =
                    region.position(county).map_or(county.as_str(), |at| language.name(&region.counties()[at].name));
                Message::CellOf(name, &field.column_name(region.year(), language)).in_language(language)
            }
            Self::Task => word(Word::Task),
            Self::Parameter(rule) => parameter_name(*rule, language).to_owned(),
            Self::Benchmark => word(Word::Benchmark),
            Self::Floor => word(Word::Floor),
            Self::Cap => word(Word::Cap),
        }
    }

    /// The figure as its cell holds it; empty when it is not known.
    pub fn text(&self, scenario: &Scenario) -> String {
        let targets = scenario.targets();
        match self {
            Self::County(field, county) => {
                return scenario.county(county).map(|inputs| field.text(inputs)).unwrap_or_default();
            }
            Self::Task => Some(count(scenario.task().get())),
            Self::Parameter(rule) => parameter_text(*rule, targets),
            Self::Benchmark => targets.benchmark.map(exact_rate),
            Self::Floor => targets.floor.map(exact_points),
            Self::Cap => targets.cap.map(exact_points),
        }
        .unwrap_or_default()
    }

    /// The edit that a typed text means.
    ///
    /// # Errors
    /// The text is not a figure of this kind.
    pub fn edit(&self, typed: &str) -> Result<Edit, FieldProblem> {
        Ok(match self {
            Self::County(CountyField::Children, county) => Edit::SetChildren(county.clone(), typed_children(typed)?),
            Self::County(CountyField::Base, county) => Edit::SetBase(county.clone(), typed_rate(typed)?),
            Self::County(CountyField::Pin, county) => Edit::SetPin(county.clone(), typed_rate(typed)?),
            Self::County(CountyField::Slots, county) => Edit::SetSlots(county.clone(), typed_slots(typed)?),
            Self::Task => Edit::SetTask(typed_slots(typed)?.ok_or(FieldProblem::Required)?),
            Self::Parameter(RuleKind::Uniform) => Edit::SetUplift(typed_points(typed)?),
            Self::Parameter(RuleKind::Proportional) => Edit::SetGrowth(typed_factor(typed)?),
            Self::Parameter(RuleKind::Converge) => Edit::SetClosing(typed_rate(typed)?),
            Self::Parameter(RuleKind::CityGoal) => Edit::SetGoal(typed_rate(typed)?),
            Self::Benchmark => Edit::SetBenchmark(typed_rate(typed)?),
            Self::Floor => Edit::SetFloor(typed_points(typed)?),
            Self::Cap => Edit::SetCap(typed_points(typed)?),
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
