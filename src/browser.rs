//! The only place that speaks to the browser beyond the page itself: storage, files, pictures, the
//! clipboard, the clock.
//!
//! Nothing here panics: what a browser refuses is answered as a value.

mod clipboard;
mod clock;
mod disk;
mod dom;
mod download;
mod local_store;
mod offline;
mod panic;
mod raster;
mod svg;

pub use clipboard::{CopyImage, copy_image, copy_table, fill_clipboard, pasted_text};
pub use clock::{clock_time, day_and_time, now, random_seed, today};
pub use disk::{Disk, DiskProblem, is_persistent};
pub use dom::{
    Focused, WidthObserver, by_test_id, dialog_is_open, document, enter_fullscreen, focus, focus_and_select, has_focus,
    has_the_focus, is_attended, is_composing, is_fullscreen, is_opened_as_file, is_typing, leave_fullscreen, listen,
    listen_to_media, move_class, observe_width, pick_day, place_beside, root, run, type_into, window,
};
pub use download::{blob_of, download_blob, download_text, object_url, read_blob, read_file};
pub use local_store::{PageStore, local_or_memory, stored_settings};
pub use offline::{look_for_new_version, on_new_version};
pub use panic::report_panics;
pub use raster::{Png, png_of_svg};
pub use svg::SvgCanvas;
