//! Messages that the whole page shows.

use std::time::Duration;

use leptos::prelude::*;

use super::page::Page;
use crate::browser::download_text;
use crate::text::Word;
use crate::ui::widgets::element::{el, list, word_button};

/// At most this many stand at once; older ones make room.
const MOST: usize = 3;

/// A message that only says what was done stays this long.
const PASSING: Duration = Duration::from_secs(6);

/// One message, and a file that it offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    id: u32,
    text: String,
    offer: Option<Offer>,
    /// Whether it goes by itself.
    passes: bool,
}

/// A text that a message offers for download: what could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Name of the file.
    pub file_name: String,
    /// The raw text.
    pub text: String,
}

/// The messages on show, the newest last.
#[derive(Clone, Copy)]
pub struct Notices {
    list: RwSignal<Vec<Notice>>,
    next: StoredValue<u32>,
}

impl Notices {
    /// No message.
    pub fn new() -> Self {
        Self { list: RwSignal::new(Vec::new()), next: StoredValue::new(0) }
    }

    /// Shows a message that needs no answer: it goes by itself after a while.
    pub fn show(self, text: String) {
        let id = self.add(text, None, true);
        set_timeout(move || self.dismiss(id), PASSING);
    }

    /// Shows a message until it is dismissed or crowded out.
    pub fn keep(self, text: String) {
        self.add(text, None, false);
    }

    /// Shows a message with a text to download.
    pub fn keep_with_offer(self, text: String, offer: Offer) {
        self.add(text, Some(offer), false);
    }

    /// Takes away what would go by itself.
    pub fn clear_passing(self) {
        self.list.update(|list| list.retain(|notice| !notice.passes));
    }

    fn add(self, text: String, offer: Option<Offer>, passes: bool) -> u32 {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        self.list.update(|list| {
            list.retain(|notice| notice.text != text);
            list.push(Notice { id, text, offer, passes });
            let surplus = list.len().saturating_sub(MOST);
            list.drain(..surplus);
        });
        id
    }

    fn dismiss(self, id: u32) {
        self.list.update(|list| list.retain(|notice| notice.id != id));
    }
}

/// The messages, spoken by screen readers as they appear.
pub fn notice_area(page: Page) -> AnyView {
    let shown = move || page.notices.list.get().into_iter().map(|notice| show(page, notice)).collect();
    el("div").class("notices").test_id("notice").set("role", "status").child(list(shown)).done()
}

fn show(page: Page, notice: Notice) -> AnyView {
    let id = notice.id;
    let offer = notice.offer.map(|offer| {
        let download = move || {
            download_text(&offer.file_name, "text/plain;charset=utf-8", &offer.text);
        };
        word_button(page, "notice-download", Word::DownloadRaw).click(download).done()
    });
    let dismiss = word_button(page, "notice-dismiss", Word::Dismiss).click(move || page.notices.dismiss(id));
    el("p").class("notice").child(el("span").text(notice.text).done()).children(offer).el(dismiss).done()
}
