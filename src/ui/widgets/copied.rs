//! Copying, and saying that it was done or that the browser does not let it be.

use crate::browser::copy_table;
use crate::files::Table;
use crate::text::Wording;
use crate::ui::state::page::Page;

/// Says whether something was copied.
pub fn tell_copied(page: Page, is_copied: bool, copied: impl Wording, refused: impl Wording) {
    if is_copied {
        page.notices.show(page.word_now(copied).to_owned());
    } else {
        page.notices.keep(page.word_now(refused).to_owned());
    }
}

/// Puts a table on the clipboard, and says whether it is there.
pub fn copy_as_table(page: Page, table: &Table, copied: impl Wording, refused: impl Wording) {
    tell_copied(page, copy_table(&table.to_tsv(), &table.to_html()), copied, refused);
}
