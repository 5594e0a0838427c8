//! Every word shown, number formats, and the reading of typed numbers.
//!
//! Each subject has an enum of what can be said and one function per language that says it, with no
//! wildcard arm: a missing word does not compile.

mod charts;
mod files;
mod finding;
mod message;
mod number;
mod typed;
mod word;

pub use charts::{ChartText, chart_text};
pub use files::{
    GridColumn, GridView, Left, PasteNote, PasteReport, Taken, WhyLeft, city_total, column_heading, column_name,
    grid_caption, locked_mark, paste_report, region_year,
};
pub use finding::finding;
pub use message::{Message, number_problem, parameter_name, rule_formula, rule_name, rule_parameter_short};
pub use number::{count, exact_factor, exact_points, exact_rate, hundredths, signed, thousands};
pub use typed::{NumberProblem, typed_children, typed_factor, typed_points, typed_rate, typed_slots};
pub use word::Word;

use crate::model::Name;

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
