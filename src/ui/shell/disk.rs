//! The copy of what is stored on disk, kept up while the page is there.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::{Disk, DiskProblem, is_persistent, run};
use crate::session::Session;
use crate::ui::state::page::Page;
use crate::ui::state::persistence::Persistence;

/// Who does not answer within this stalls.
const PATIENCE: Duration = Duration::from_secs(3);

/// After a refusal the disk is tried again after this.
const REST: Duration = Duration::from_secs(5);

/// Takes in what the copy holds, and writes to it from then on.
pub fn begin(page: Page) {
    let promised = RwSignal::new(None);
    page.provide(Persistence(promised));
    run(async move { promised.set(is_persistent(false).await) });
    ask_to_persist(page, promised);
    let answers = watched(page);
    run(async move {
        let opened = async {
            let disk = Disk::open().await?;
            let copy = disk.read().await?;
            Ok::<_, DiskProblem>((disk, copy))
        };
        let opened = opened.await;
        answers();
        let Ok((disk, copy)) = opened else { return page.workspace.disk(Session::lacks_copy) };
        page.workspace.disk(|session| session.adopt(copy));
        let disk = Rc::new(disk);
        page.workspace.write_out_with(move || write_out(page, &disk));
    });
}

/// Writes until the copy has everything.
fn write_out(page: Page, disk: &Rc<Disk>) {
    let Some(writes) = page.workspace.next_writes() else { return };
    let disk = disk.clone();
    let answers = watched(page);
    run(async move {
        let written = disk.write(&writes).await;
        answers();
        match written {
            Ok(()) => page.workspace.disk(Session::written),
            Err(_) => {
                page.workspace.disk(|session| session.not_written(writes));
                set_timeout(move || page.workspace.disk(Session::try_copy_again), REST);
            }
        }
    });
}

/// Says that the copy stalls unless what is answered is called in time.
fn watched(page: Page) -> impl FnOnce() {
    let timer = set_timeout_with_handle(move || page.workspace.disk(Session::copy_stalls), PATIENCE);
    move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    }
}

/// Asks the browser to keep for good what is stored, once the planner did something that is to be kept.
fn ask_to_persist(page: Page, promised: RwSignal<Option<bool>>) {
    Effect::new(move |asked: Option<bool>| {
        let asks = !asked.unwrap_or(false) && page.workspace.can_undo.get();
        if asks && promised.get() == Some(false) {
            run(async move {
                let answer = is_persistent(true).await;
                promised.set(answer);
            });
            return true;
        }
        asked.unwrap_or(false)
    });
}
