//! Messages that the whole page shows.

use std::time::Duration;

use leptos::prelude::*;

/// At most this many stand at once; older ones make room.
const MOST: usize = 3;

/// A message that only says what was done stays this long.
const PASSING: Duration = Duration::from_secs(6);

/// One message, and a file that it offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Tells it apart.
    pub id: u32,
    /// What it says.
    pub text: String,
    /// A file to take away.
    pub offer: Option<Offer>,
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

    /// The messages on show.
    pub fn all(self) -> Vec<Notice> {
        self.list.get()
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

    /// Takes a message away.
    pub fn dismiss(self, id: u32) {
        self.list.update(|list| list.retain(|notice| notice.id != id));
    }
}
