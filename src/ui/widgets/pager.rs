//! Large regions are shown in pages; which counties those hold is decided in [`Found`].

use std::sync::Arc;

use leptos::prelude::*;

use super::element::{El, button, el};
use crate::model::County;
use crate::session::paging::{Found, PAGE_ROWS};
use crate::text::{Message, Word};
use crate::ui::state::page::Page;
use crate::ui::state::workspace::Workspace;

/// A county of the grid, with its place in the region.
pub struct CountyRow {
    /// Position in the region.
    pub position: usize,
    /// The county itself.
    pub county: County,
}

/// Which counties are on show.
#[derive(Clone, Copy)]
pub struct Pages {
    workspace: Workspace,
    page: RwSignal<usize>,
    find: RwSignal<String>,
    printing: RwSignal<bool>,
    found: Memo<Arc<Found>>,
}

impl Pages {
    /// The first page, nothing searched for.
    pub fn new(page: Page) -> Self {
        let workspace = page.workspace;
        let find = RwSignal::new(String::new());
        let found = Memo::new(move |_| {
            find.with(|wanted| workspace.region.with(|region| Arc::new(Found::in_region(region, wanted))))
        });
        Self { workspace, page: RwSignal::new(0), find, printing: page.printing, found }
    }

    /// The rows on show.
    pub fn rows(self) -> Vec<CountyRow> {
        let region = self.workspace.region.get();
        let row = |&position: &usize| {
            let county = region.counties().get(position)?.clone();
            Some(CountyRow { position, county })
        };
        // Paper has room for every county.
        if self.printing.get() {
            return (0..region.counties().len()).filter_map(|position| row(&position)).collect();
        }
        let page = self.page.get();
        self.found.with(|found| found.on_page(page).iter().filter_map(row).collect())
    }

    /// The counties that a search leaves; nothing where none is searched for.
    pub fn searched(self) -> Option<Vec<usize>> {
        let is_searched = self.find.with_untracked(|wanted| !wanted.trim().is_empty());
        is_searched.then(|| self.found.with_untracked(|found| found.all().to_vec()))
    }

    /// Turns to the page that holds this county, if it is among those searched for. Answers whether rows
    /// were changed.
    pub fn turn_to(self, position: usize) -> bool {
        let Some(page) = self.found.with_untracked(|found| found.page_of(position)) else { return false };
        let turned = self.page.get_untracked() != page;
        if turned {
            self.page.set(page);
        }
        turned
    }

    /// Turns to the page that holds this county; a search that leaves it out is given up.
    pub fn reveal(self, position: usize) {
        if self.found.with_untracked(|found| found.page_of(position).is_none()) {
            self.find.set(String::new());
        }
        self.turn_to(position);
    }

    /// The county above or below in the list that is searched through.
    pub fn neighbour(self, position: usize, below: bool) -> Option<usize> {
        self.found.with_untracked(|found| found.neighbour(position, below))
    }

    /// Whether the row of this county is on show.
    pub fn shows(self, position: usize) -> bool {
        let page = self.page.get_untracked();
        self.found.with_untracked(|found| found.page_of(position) == Some(page))
    }

    fn last_page(self) -> usize {
        self.found.with(|found| found.last_page())
    }
}

/// Turning of pages and finding of a county; hidden for a region that fits on one page.
/// `prefix` tells its parts apart from those of another table.
pub fn pager(page: Page, pages: Pages, prefix: &'static str) -> AnyView {
    let small = move || page.workspace.region.with(|region| region.counties().len() <= PAGE_ROWS);
    Effect::new(move |_| {
        // A search or another region may leave fewer pages than the one on show.
        let last = pages.last_page();
        if pages.page.get() > last {
            pages.page.set(last);
        }
    });
    let turn = move |by: isize| pages.page.update(|page| *page = page.saturating_add_signed(by));
    let shown = move || {
        let (span, count) = pages.found.with(|found| (found.span(pages.page.get()), found.count()));
        match span {
            None => page.word(Word::NoneFound).to_owned(),
            Some((first, last)) => page.say(Message::RowsShown(first, last, count)),
        }
    };
    let step = move |test_id: &'static str, by: isize| {
        turn_button(page, [prefix, test_id].concat(), by).click(move || turn(by))
    };
    let find = el("input")
        .attr("type", "search")
        .test_id([prefix, "find-county"].concat())
        .word_attr("aria-label", page, Word::FindCounty)
        .word_attr("placeholder", page, Word::FindCounty)
        .value(move || pages.find.get())
        .on_value("input", move |typed| pages.find.set(typed));
    let back = step("page-previous", -1).attr_if("disabled", move || pages.page.get() == 0);
    let on = step("page-next", 1).attr_if("disabled", move || pages.page.get() >= pages.last_page());
    el("div")
        .class("pager")
        .attr_if("hidden", small)
        .el(find)
        .el(back)
        .child(el("span").attr("role", "status").dyn_text(shown).done())
        .el(on)
        .done()
}

/// A button that turns so many pages on, or back.
#[inline(never)]
pub fn turn_button(page: Page, test_id: impl AsRef<str>, by: isize) -> El {
    let (name, mark) = if by < 0 { (Word::PreviousPage, "‹") } else { (Word::NextPage, "›") };
    button().test_id(test_id).word_attr("aria-label", page, name).text(mark)
}
