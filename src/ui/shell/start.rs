//! The page's shared state as it begins, and the settings that follow it.

use std::sync::Arc;

use leptos::prelude::*;

use super::deferred::load;
use crate::browser::{listen, listen_to_media, local_or_memory, root, stored_settings, window};
use crate::storage::{LastOpen, Theme, ViewSettings};
use crate::text::{GridView, Word};
use crate::ui::state::hands::{CellState, Hands};
use crate::ui::state::notices::Notices;
use crate::ui::state::page::{DeferredModule, Page, PageState};
use crate::ui::state::route::{Route, carries_scenario, is_afresh, routed};
use crate::ui::state::workspace::{Open, Workspace};

/// The page's state, with the look of the last visit and the scenario that was open then.
pub fn start() -> Page {
    let mut settings = stored_settings();
    if is_afresh() {
        // The scenario that was open may be what the page stopped at.
        settings.scenario = LastOpen::Official;
    }
    let language = RwSignal::new(settings.language.unwrap_or_default());
    let theme = settings.theme.unwrap_or_else(|| if system_is_dark() { Theme::Dark } else { Theme::Light });
    let notices = Notices::new();
    let workspace = Workspace::new(local_or_memory(), &settings.scenario, language, notices);
    let deferred = RwSignal::new(None::<DeferredModule>);
    let shared = RwSignal::new(None::<String>);
    let route = routed(move |hash| {
        if carries_scenario(hash) {
            shared.set(Some(hash.to_owned()));
        }
    });
    let page = Page::new(PageState {
        route,
        shared,
        // Whoever has a scenario open is no guest, whatever became of the settings.
        seen: RwSignal::new(settings.seen || workspace.open.with_untracked(|open| *open != Open::Official)),
        language,
        theme: RwSignal::new(theme),
        order: RwSignal::new(settings.chart_order),
        active: RwSignal::new(0),
        printing: RwSignal::new(false),
        deferred,
        fetch_deferred: load,
        owner: Owner::new(),
        view: RwSignal::new(GridView::default()),
        hidden: RwSignal::new(settings.hidden),
        turn: Memo::new(move |turn: Option<&u32>| {
            let turn = turn.copied().unwrap_or(0);
            if route.get() != Route::Plan {
                return turn;
            }
            workspace.scenario.track();
            turn.wrapping_add(1)
        }),
        // Worked out anew with every edit; what shows a part of it compares that part.
        supply: Memo::new_with_compare(
            move |_| {
                let module = deferred.get()?;
                let supply = workspace
                    .scenario
                    .with(|scenario| workspace.outcome.with(|outcome| (module.supply)(scenario, outcome)));
                Some(Arc::new(supply))
            },
            |_, _| true,
        ),
        presenting: RwSignal::new(None),
        explaining: RwSignal::new(None),
        explained_from: StoredValue::new_local(None),
        hands: Hands::new(),
        notices,
        workspace,
    });
    follow_figures(page);
    follow_settings(page);
    watch_printing(page.printing);
    page
}

/// Figures that change otherwise end the typing.
fn follow_figures(page: Page) {
    Effect::new(move |_| {
        page.workspace.drop_drafts.track();
        page.hands.set(CellState::Selected);
    });
}

fn watch_printing(printing: RwSignal<bool>) {
    let tell = move |now: bool| {
        if printing.get_untracked() != now {
            printing.set(now);
        }
    };
    listen("beforeprint", move |_| tell(true));
    listen("afterprint", move |_| tell(false));
    // Some browsers print, and all show the preview of a style sheet, without those events.
    listen_to_media("print", tell);
}

fn follow_settings(page: Page) {
    Effect::new(move |_| {
        let language = page.language.get();
        if let Some(root) = root() {
            let _ = root.set_attribute("lang", language.tag());
            let theme = match page.theme.get() {
                Theme::Light => "light",
                Theme::Dark => "dark",
            };
            let _ = root.set_attribute("data-theme", theme);
        }
        if let Some(document) = crate::browser::document() {
            document.set_title(Word::AppName.in_language(language));
        }
    });
    Effect::new(move |earlier: Option<ViewSettings>| {
        let settings = ViewSettings {
            language: Some(page.language.get()),
            theme: Some(page.theme.get()),
            scenario: match page.workspace.open.get() {
                Open::Official => LastOpen::Official,
                Open::Kept(id) => LastOpen::Kept(id),
            },
            chart_order: page.order.get(),
            hidden: page.hidden.get(),
            // Who has a scenario of their own is no guest any more.
            seen: page.seen.get() || page.workspace.open.with(|open| *open != Open::Official),
        };
        if earlier.is_some_and(|earlier| earlier != settings) {
            page.workspace.keep_settings(&settings);
        }
        settings
    });
}

fn system_is_dark() -> bool {
    window()
        .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten())
        .is_some_and(|query| query.matches())
}
