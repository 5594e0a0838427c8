//! The pages, by the hash of the address.

use strum::VariantArray;
use tuowei_text::Word;

/// A page. Their order is that of the bar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum Route {
    /// 规划: the grid and its charts.
    #[default]
    Plan,
    /// 对比: scenarios side by side.
    Compare,
    /// 监测: reports, indicators, the calendar, ranking and bulletin.
    Monitor,
    /// 任务: the plan's tasks and the ledger of safety problems.
    Tasks,
    /// 说明: method, formulas, sources, where things are kept.
    About,
}

impl Route {
    /// All pages, in the order of the bar.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The hash that leads to it.
    #[must_use]
    pub const fn hash(self) -> &'static str {
        match self {
            Self::Plan => "#/plan",
            Self::Compare => "#/compare",
            Self::Monitor => "#/monitor",
            Self::Tasks => "#/tasks",
            Self::About => "#/about",
        }
    }

    /// The name that scripts use for the link.
    #[must_use]
    pub const fn test_id(self) -> &'static str {
        match self {
            Self::Plan => "nav-plan",
            Self::Compare => "nav-compare",
            Self::Monitor => "nav-monitor",
            Self::Tasks => "nav-tasks",
            Self::About => "nav-about",
        }
    }

    /// The name that scripts use for the page itself.
    #[must_use]
    pub const fn page_id(self) -> &'static str {
        match self {
            Self::Plan => "page-plan",
            Self::Compare => "page-compare",
            Self::Monitor => "page-monitor",
            Self::Tasks => "page-tasks",
            Self::About => "page-about",
        }
    }

    /// Its name.
    #[must_use]
    pub const fn word(self) -> Word {
        match self {
            Self::Plan => Word::Plan,
            Self::Compare => Word::Compare,
            Self::Monitor => Word::Monitor,
            Self::Tasks => Word::Tasks,
            Self::About => Word::About,
        }
    }

    /// The page of a hash; whatever is unknown leads to the plan.
    #[must_use]
    pub fn of(hash: &str) -> Self {
        Self::ALL.iter().copied().find(|route| route.hash() == hash).unwrap_or_default()
    }
}

/// Whether a hash carries a scenario instead of naming a page.
#[must_use]
pub fn carries_scenario(hash: &str) -> bool {
    hash.starts_with("#s=")
}
