//! Every word shown, number formats, and the reading of typed numbers.
//!
//! Each subject has an enum of what can be said and one function per language that says it, with no
//! wildcard arm: a missing word does not compile.

mod about;
mod basis;
mod charts;
mod compare;
mod day;
mod division;
mod explain;
mod files;
mod fill;
mod finding;
mod formula;
mod guide;
mod help;
mod import;
mod message;
mod monitor;
mod number;
mod present;
mod region;
mod scenario_file;
mod sharing;
mod solve;
mod supply;
mod task;
mod tool_word;
mod typed;
mod word;

pub use about::{Part, Section, about, persistence};
pub use basis::{bases, basis};
pub use charts::{ChartText, ChartWords, SupplyText, chart_text};
pub use charts::{monitor_overview, monitor_progress};
pub use compare::{
    CompareChartText, CompareText, compare_title, compared_text, comparison_problem, difference_text, sentence,
};
pub use day::{DayProblem, typed_day};
pub use division::{
    division_note, loss_text, method_name, method_rule, method_short, not_divided, rebalanced, tie_text, weight_name,
    working_text,
};
pub use explain::{Evenness, Explanation, Input, InputPlace, Subject, Whose, evenness_text, explain};
pub use files::{
    GridColumn, GridView, HiddenColumns, Left, MarkedCell, PasteColumn, PasteNote, PasteReport, Taken, WhyLeft,
    city_total, column_head, column_heading, column_letters, column_name, column_unit, grid_caption, import_summary,
    locked_mark, paste_column_name, paste_left, paste_notes, paste_report, region_year,
};
pub use fill::{FillReport, fill_said};
pub use finding::finding;
pub use formula::{FormulaProblem, Unit, is_formula, work_out};
pub use guide::{GUIDE, GuideStep, GuideText, guide_place, guide_steps};
pub use help::HelpText;
pub use import::{ImportText, import_asks, import_more, import_said};
pub use message::{Message, number_problem, parameter_name, rule_formula, rule_name, rule_parameter_short};
pub use monitor::{
    Bulletin, BulletinOf, COUNTED_GROUPS, Definition, MonitorText, Paragraph, ahead_text, bulletin, change_text,
    count_text, counted_group, counted_heading, counted_name, day_text, definition, group_of, indicator_name,
    indicator_short, paragraph_name, part_name, points_text, report_finding_text, schedule_text, short_text,
    shown_count, status_name, task_status_name, threshold_text, thresholds_text, typed_count, typed_schedule_weight,
    typed_threshold, typed_weight_percent, unread_text, unreported_text, why_open,
};
pub use number::{
    brief_percent, count, exact_factor, exact_figure, exact_points, exact_rate, exact_weight, grouped, hundredths,
    signed, signed_thousands, thousands,
};
pub use present::PresentText;
pub use region::{
    LeftOfList, RegionText, WhyNoCounty, list_left, list_taken, region_changes, region_count, region_label,
    region_losses, region_problem,
};
pub use scenario_file::{FileMessage, FileWord};
pub use sharing::{CarriedProblem, LinkProblem, SharingText, carried_problem, link_length, link_problem, shared_said};
pub use solve::{Solution, changes, goal_name, lever_name, solution, tipping_point};
pub use supply::{against_goals, against_utilisations, enrolled_from, missing_inputs, slots_standing, supply_finding};
pub use task::{
    TaskText, closing_rate, plan_owner, plan_part, plan_section, problem_counts_said, row_contradiction, row_owner,
    row_title, task_counts_said, task_remark, task_title, task_wording_in, text_too_long, worked_out_as_of,
};
pub use tool_word::ToolWord;
pub use typed::{
    NumberProblem, pasted_figure, typed_children, typed_factor, typed_figure, typed_points, typed_rate, typed_slots,
    typed_weight,
};
pub use word::{Word, Wording};

use tuowei_model::Name;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// 简体中文, the first language.
    #[default]
    Chinese,
    /// English, complete.
    English,
}

impl Language {
    /// Of two texts the one in this language: the Chinese one comes first.
    #[must_use]
    pub const fn of(self, chinese: &'static str, english: &'static str) -> &'static str {
        match self {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }

    /// Of the same thing in Chinese and in English the one in this language.
    #[must_use]
    pub const fn either<T: Copy>(self, [chinese, english]: [T; 2]) -> T {
        match self {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }

    /// The tag for `<html lang>`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    /// The name in the form that readers of this language know, else as the region writes it.
    #[must_use]
    pub fn name(self, name: &Name) -> &str {
        match (self, &name.latin) {
            (Self::English, Some(latin)) => latin,
            _ => &name.local,
        }
    }
}
