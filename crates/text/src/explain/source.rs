//! Where a number comes from.

use super::super::GridColumn;
use super::Given;
use tuowei_model::{Figure, RuleKind, Target, TargetSource, evaluate, official_plan_of};

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// 表一, section 二(一)1 of the plan.
    TableOne,
    /// The rule of 表一 with other figures.
    RuleOfTableOne,
    /// 表二, section 二(一)2.
    TableTwo,
    /// The utilisation is wanted in section 二(四)2; the formula is ours.
    PlanUtilisation,
    /// The share is wanted in section 三(一)4; the formula is ours.
    PlanInclusiveShare,
    /// The planner.
    Entered,
    /// This page's own definition.
    Ours,
    /// This page's own rule, whose parameter can be changed.
    OursToChange,
}

impl Source {
    /// In Chinese and in English.
    const fn said(self) -> [&'static str; 2] {
        match self {
            Self::TableOne => ["方案二（一）1，表一", "Plan, section 2(1)1, Table 1"],
            Self::RuleOfTableOne => {
                ["规则同方案二（一）1表一，数值有改动", "Rule of the plan, section 2(1)1, Table 1, with other figures"]
            }
            Self::TableTwo => ["方案二（一）2，表二", "Plan, section 2(1)2, Table 2"],
            Self::PlanUtilisation => [
                "要求见方案二（四）2（全市40%）；计算方法为本页口径（假设）",
                "Wanted by the plan, section 2(4)2 (40% city-wide); computed by this page's definition (assumption)",
            ],
            Self::PlanInclusiveShare => [
                "要求见方案三（一）4（全市71%）；计算方法为本页口径（假设）",
                "Wanted by the plan, section 3(1)4 (71% city-wide); computed by this page's definition (assumption)",
            ],
            Self::Entered => ["本情景填写", "Entered in this scenario"],
            Self::Ours => ["本页口径（假设）", "This page's definition (assumption)"],
            Self::OursToChange => ["本页口径（假设，可改）", "This page's definition (assumption, can be changed)"],
        }
    }
}

impl Given<'_> {
    pub(super) fn source(self, source: Source) -> String {
        self.language.either(source.said()).to_owned()
    }

    /// Whether the plan is about this region.
    pub(super) fn is_planned(self) -> bool {
        official_plan_of(self.scenario.region()).is_some()
    }

    /// Of the plan's own figure, if the region is the plan's.
    pub(super) fn source_if_planned(self, source: Source) -> Source {
        if self.is_planned() { source } else { Source::Ours }
    }

    /// Of a county's column, or of the sum over all counties.
    pub(super) fn source_of(self, position: Option<usize>, column: GridColumn) -> Source {
        match column {
            GridColumn::Name | GridColumn::Lock | GridColumn::Input(Figure::Pin) => Source::Entered,
            GridColumn::Input(Figure::Base) => match position {
                Some(_) if self.is_official(position, column) => Source::TableOne,
                Some(_) => Source::Entered,
                None => Source::Ours,
            },
            GridColumn::Input(Figure::Slots) if self.is_official(position, column) => Source::TableTwo,
            // What the plan does not state.
            GridColumn::Input(_) => Source::Entered,
            GridColumn::Uplift | GridColumn::Target => match position {
                Some(at) => self.source_of_target(at),
                None => Source::Ours,
            },
            GridColumn::Share
            | GridColumn::EnrolledThen
            | GridColumn::NewEnrolments
            | GridColumn::SlotsAfter
            | GridColumn::Shortage
            | GridColumn::PerThousand => Source::Ours,
            GridColumn::Utilisation => self.source_if_planned(Source::PlanUtilisation),
            GridColumn::InclusiveShare => self.source_if_planned(Source::PlanInclusiveShare),
        }
    }

    pub(super) fn source_of_task(self) -> Source {
        let plan = official_plan_of(self.scenario.region());
        if plan.is_some_and(|plan| plan.task() == self.scenario.task()) { Source::TableTwo } else { Source::Entered }
    }

    fn source_of_target(self, position: usize) -> Source {
        let pinned = self
            .outcome
            .rows
            .get(position)
            .is_some_and(|row| matches!(row.target, Target::Known { source: TargetSource::Pinned, .. }));
        match self.scenario.targets().rule {
            _ if pinned => Source::Entered,
            RuleKind::Uniform if self.is_official(Some(position), GridColumn::Target) => Source::TableOne,
            RuleKind::Uniform if self.is_planned() => Source::RuleOfTableOne,
            RuleKind::Uniform | RuleKind::Proportional | RuleKind::Converge | RuleKind::CityGoal => {
                Source::OursToChange
            }
        }
    }

    /// Whether the plan says the same, of one county or of all.
    fn is_official(self, position: Option<usize>, column: GridColumn) -> bool {
        let Some(plan) = official_plan_of(self.scenario.region()) else { return false };
        let planned = evaluate(plan);
        let mut rows = self.outcome.rows.iter().zip(&planned.rows).enumerate();
        rows.all(|(at, (row, planned))| {
            position.is_some_and(|position| position != at)
                || match column {
                    GridColumn::Input(Figure::Base) => row.inputs.base == planned.inputs.base,
                    GridColumn::Input(Figure::Slots) => row.inputs.slots == planned.inputs.slots,
                    _ => row.target.rate() == planned.target.rate(),
                }
        })
    }
}
