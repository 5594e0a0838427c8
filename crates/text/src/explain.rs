//! What any number of the page means, how it is computed, and from what.

mod cell;
mod city;
mod division;
pub(super) mod figure;
mod finding;
mod finding_words;
mod inputs;
mod meaning;
mod phrase;
mod source;

pub use division::{Evenness, Whose, evenness_text};

use self::phrase::Phrase;
use super::{GridColumn, Language};
use tuowei_model::{CountyId, Figure, Finding, Outcome, RuleKind, Scenario, Scope, Supply, SupplyFinding};

/// What is to be explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A cell of the grid.
    Cell(CountyId, GridColumn),
    /// A cell of the total row.
    City(GridColumn),
    /// The slots handed out (已分配).
    Allocated,
    /// The task less what is handed out (剩余).
    Remaining,
    /// One of [`Outcome::findings`].
    Finding(Finding),
    /// One of [`Supply::findings`].
    Supply(SupplyFinding),
    /// What the assistant would give to a county.
    Divided(CountyId, Scope),
    /// How even an allocation is.
    Evenness(Evenness, Whose),
}

/// A number, or a finding, explained.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// Whose and what: 平城 2026年目标值.
    pub title: String,
    /// As the page shows it, with its unit; — where it is not known. The weight of a finding.
    pub value: String,
    /// What it means.
    pub definition: String,
    /// How it is computed: 目标 = 基数 + 增幅 u. Empty for what is typed.
    pub formula: String,
    /// The formula with the actual figures, or what is missing for it. Of a finding its sentence, and what makes it go.
    pub worked: String,
    /// How it stands against what is wanted, where something is: 按40%需托位1,345个，还差595个.
    pub compared: String,
    /// What was typed for it, at most twelve: of many counties those that lack something, then the first.
    pub inputs: Vec<Input>,
    /// Where it comes from: 方案二（一）1，表一.
    pub source: String,
}

/// A typed figure behind a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Where it is typed.
    pub place: InputPlace,
    /// Its name, with the county's.
    pub label: String,
    /// As its cell holds it.
    pub value: String,
    /// How and as of when it was counted, where that is said.
    pub basis: Option<String>,
}

/// Where a figure is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputPlace {
    /// A county's cell.
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
    /// The inclusive share that is wanted.
    InclusiveShare,
    /// The fewest slots that the assistant may give a county.
    Least(CountyId),
    /// The most slots that the assistant may give a county.
    Most(CountyId),
    /// A county's weight by hand.
    Weight(CountyId),
}

/// What stands where a figure is not known.
const UNKNOWN: &str = "—";

/// Explains a number or a finding. `outcome` and `supply` are what the scenario gives.
///
/// Of a county that the region does not have there is only a title.
#[must_use]
pub fn explain(
    subject: &Subject,
    scenario: &Scenario,
    outcome: &Outcome,
    supply: &Supply,
    language: Language,
) -> Explanation {
    let given = Given { scenario, outcome, supply, language };
    match subject {
        Subject::Cell(county, column) => match scenario.region().position(county) {
            Some(position) => given.cell(position, *column),
            None => Explanation { title: county.as_str().to_owned(), value: UNKNOWN.to_owned(), ..Default::default() },
        },
        Subject::City(column) => given.city(*column),
        Subject::Allocated => given.allocated(),
        Subject::Remaining => given.remaining(),
        Subject::Finding(finding) => given.finding(finding),
        Subject::Supply(finding) => given.supply_finding(finding),
        Subject::Divided(county, scope) => given.divided(county, *scope),
        Subject::Evenness(of, whose) => given.evenness(*of, *whose),
    }
}

#[derive(Clone, Copy)]
struct Given<'given> {
    scenario: &'given Scenario,
    outcome: &'given Outcome,
    supply: &'given Supply,
    language: Language,
}

impl Given<'_> {
    fn say(self, phrase: Phrase<'_>) -> String {
        phrase.said(self.language)
    }

    /// Definition and formula.
    const fn about(self, about: About) -> (&'static str, &'static str) {
        self.language.either(meaning::about(about))
    }

    fn year(self) -> u16 {
        self.scenario.region().year()
    }
}

/// What has a definition and a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    /// A county's figure, except for a target.
    Cell(GridColumn),
    /// A target by rule.
    ByRule(RuleKind),
    /// A target by hand.
    Pinned,
    /// The city's figure.
    City(GridColumn),
    /// The slots handed out.
    Allocated,
    /// The task less what is handed out.
    Remaining,
    /// How even an allocation is.
    Evenness(Evenness),
}
