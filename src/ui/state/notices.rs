//! Messages that the whole page shows.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::is_attended;

/// At most this many stand at once; older ones that go by themselves make room.
const MOST: usize = 3;

/// A message that only says what was done stays this long.
const PASSING: Duration = Duration::from_secs(6);
/// So many characters are read in that time; for so many more it stays a second longer.
const SHORT: usize = 40;
const A_SECOND_S: usize = 15;
/// But never longer than this.
const LONGEST: Duration = Duration::from_secs(20);
/// While it is pointed at or has the focus it stays, and this long afterwards.
const AFTERWARDS: Duration = Duration::from_secs(2);
/// It takes this long to fade, as the style sheet has it.
const FADING: Duration = Duration::from_millis(150);

/// One message, and what it offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Tells it apart.
    pub id: u32,
    /// What it says.
    pub text: String,
    /// A file to take away.
    pub offer: Option<Offer>,
    /// The step that it reports, as [`super::workspace::WorkspaceState::turn`] was after it.
    pub step: Option<u32>,
    /// Whether it goes by itself.
    passes: bool,
    /// Whether it is going.
    pub fading: bool,
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
    /// The name of their place on the page, for scripts.
    pub const TEST_ID: &str = "notice";

    /// No message.
    pub fn new() -> Self {
        Self { list: RwSignal::new(Vec::new()), next: StoredValue::new(0) }
    }

    /// The messages on show.
    pub fn all(self) -> Vec<Notice> {
        self.list.get()
    }

    /// Whether there is any, followed reactively.
    pub fn any(self) -> bool {
        self.list.with(|list| !list.is_empty())
    }

    /// Shows a message that needs no answer: it goes by itself after a while.
    pub fn show(self, text: String) {
        self.pass(text, None);
    }

    /// The same of a step that can be undone, as long as no other follows it.
    pub fn show_step(self, text: String, step: u32) {
        self.pass(text, Some(step));
    }

    /// Shows a message until it is dismissed.
    pub fn keep(self, text: String) {
        self.add(text, None, None, false);
    }

    /// Shows a message with a text to download.
    pub fn keep_with_offer(self, text: String, offer: Offer) {
        self.add(text, Some(offer), None, false);
    }

    /// Takes away what would go by itself.
    pub fn clear_passing(self) {
        self.list.update(|list| list.retain(|notice| !notice.passes));
    }

    fn pass(self, text: String, step: Option<u32>) {
        let more = text.chars().count().saturating_sub(SHORT).div_ceil(A_SECOND_S);
        let time = PASSING + Duration::from_secs(u64::try_from(more).unwrap_or(u64::MAX).min(LONGEST.as_secs()));
        let id = self.add(text, None, step, true);
        self.fade(id, time.min(LONGEST));
    }

    fn fade(self, id: u32, after: Duration) {
        set_timeout(
            move || {
                if is_attended(Self::TEST_ID) {
                    return self.fade(id, AFTERWARDS);
                }
                self.list.update(|list| {
                    if let Some(notice) = list.iter_mut().find(|notice| notice.id == id) {
                        notice.fading = true;
                    }
                });
                set_timeout(move || self.dismiss(id), FADING);
            },
            after,
        );
    }

    fn add(self, text: String, offer: Option<Offer>, step: Option<u32>, passes: bool) -> u32 {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        self.list.update(|list| {
            list.retain(|notice| notice.text != text);
            list.push(Notice { id, text, offer, step, passes, fading: false });
            while list.len() > MOST
                && let Some(oldest) = list[..list.len() - 1].iter().position(|notice| notice.passes)
            {
                list.remove(oldest);
            }
        });
        id
    }

    /// Takes a message away.
    pub fn dismiss(self, id: u32) {
        self.list.update(|list| list.retain(|notice| notice.id != id));
    }
}
