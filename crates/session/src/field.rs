//! A figure that can be typed: its name for scripts, its text, and the edit that a text means.

use std::sync::Arc;

use tuowei_model::{CountyId, CountyInputs, Edit, EditProblem, Figure, FigureKind, RuleKind, Scenario, TargetSettings};
use tuowei_text::{
    DayProblem, FormulaProblem, GridColumn, Language, Message, NumberProblem, Unit, Word, column_name, count,
    exact_factor, exact_figure, exact_points, exact_rate, exact_weight, is_formula, number_problem, parameter_name,
    typed_factor, typed_figure, typed_points, typed_rate, typed_slots, typed_weight, work_out,
};

/// A figure that a part of the second file lets the planner type.
pub trait CustomField: Send + Sync {
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

    /// What is counted; nothing where no number is asked for.
    fn unit(&self) -> Option<Unit>;
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
    Custom(Arc<dyn CustomField>),
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
    Custom(Arc<[String; 2]>),
}

/// The figure as its cell holds it; empty when it is not known.
pub fn figure_text(figure: Figure, inputs: &CountyInputs) -> String {
    figure.of(inputs).map(exact_figure).unwrap_or_default()
}

/// The edit that sets this figure to what the inputs hold.
pub fn edit_to(figure: Figure, county: &CountyId, inputs: &CountyInputs) -> Edit {
    Edit::SetFigure(county.clone(), figure, figure.of(inputs))
}

/// The column's name as part of a cell's name.
pub fn figure_name(figure: Figure, year: u16, language: Language) -> String {
    let word = |word: Word| word.in_language(language).to_owned();
    match figure {
        Figure::Children => word(Word::ChildrenLong),
        Figure::Pin => word(Word::PinLong),
        Figure::Slots => word(Word::SlotsLong),
        _ => column_name(GridColumn::Input(figure), year, language),
    }
}

impl Field {
    /// The name that scripts use.
    pub fn test_id(&self) -> String {
        match self {
            Self::County(figure, county) => format!("{}-{county}", figure.id()),
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
            Self::Custom(custom) => custom.test_id(),
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
            Self::County(figure, county) => of_county(county, &figure_name(*figure, region.year(), language)),
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
            Self::Custom(custom) => custom.label(scenario, language),
        }
    }

    /// The figure as its cell holds it; empty when it is not known.
    pub fn text(&self, scenario: &Scenario) -> String {
        let targets = scenario.targets();
        let inputs = |county: &CountyId| scenario.county(county);
        match self {
            Self::County(figure, county) => inputs(county).and_then(|of| figure.of(of)).map(exact_figure),
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
            Self::Custom(custom) => return custom.text(scenario),
        }
        .unwrap_or_default()
    }

    /// What is counted; nothing where no number is asked for.
    pub fn unit(&self) -> Option<Unit> {
        match self {
            Self::County(figure, _) if figure.kind() == FigureKind::Rate => Some(Unit::Percent),
            Self::County(..) | Self::Task | Self::Least(_) | Self::Most(_) => Some(Unit::Count),
            Self::Parameter(_)
            | Self::Benchmark
            | Self::Floor
            | Self::Cap
            | Self::Utilisation
            | Self::InclusiveShare => Some(Unit::Percent),
            Self::Weight(_) => Some(Unit::Amount),
            Self::Custom(custom) => custom.unit(),
        }
    }

    /// The edit that a typed formula means; nothing where the text is none, or no number is asked for.
    ///
    /// # Errors
    /// The formula has no result, or that is not a figure of this kind.
    pub fn edit_of_formula(&self, typed: &str) -> Option<Result<Edit, FieldProblem>> {
        let unit = self.unit().filter(|_| is_formula(typed))?;
        let said = |problem: FormulaProblem| {
            FieldProblem::Custom(Arc::new([Language::Chinese, Language::English].map(|of| problem.text(of))))
        };
        Some(work_out(typed, unit).map_err(said).and_then(|result| self.edit(&result)))
    }

    /// The edit that a typed text means.
    ///
    /// # Errors
    /// The text is not a figure of this kind.
    pub fn edit(&self, typed: &str) -> Result<Edit, FieldProblem> {
        Ok(match self {
            Self::County(figure, county) => Edit::SetFigure(county.clone(), *figure, typed_figure(*figure, typed)?),
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
            Self::Custom(custom) => return custom.edit(typed),
        })
    }
}

impl From<NumberProblem> for FieldProblem {
    fn from(problem: NumberProblem) -> Self {
        Self::Number(problem)
    }
}

impl FieldProblem {
    /// A text that is no day.
    pub fn day(problem: DayProblem) -> Self {
        Self::Custom(Arc::new([Language::Chinese, Language::English].map(|language| problem.text(language))))
    }

    /// The problem in words.
    pub fn text(&self, language: Language) -> String {
        let word = |word: Word| word.in_language(language).to_owned();
        match self {
            Self::Number(problem) => number_problem(*problem, language),
            Self::Required => word(Word::NeedsNumber),
            Self::Edit(EditProblem::FloorAboveCap) => word(Word::FloorAboveCap),
            // What is typed is read as a figure of its own kind.
            Self::Edit(EditProblem::AnotherKind(_)) => word(Word::NeedsNumber),
            Self::Edit(EditProblem::UnknownCounty(_)) => word(Word::UnknownCounty),
            Self::Edit(EditProblem::UnknownReport(_)) => word(Word::UnknownReport),
            Self::Edit(EditProblem::TooManyReports) => word(Word::TooManyReports),
            Self::Edit(EditProblem::TooManyRows) => word(Word::TooManyRows),
            Self::Custom(said) => said[usize::from(language == Language::English)].clone(),
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
