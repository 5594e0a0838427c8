//! Words of monitoring: what is reported, the ten core indicators (三、核心指标), how they stand.

mod bulletin;
mod calendar;
mod counts;
mod meaning;
mod names;
mod page;
mod reporting;

pub use bulletin::{Bulletin, BulletinOf, Paragraph, bulletin, paragraph_name};
pub(super) use calendar::month_name;
pub use calendar::{
    ahead_text, change_text, day_text, part_name, schedule_text, threshold_text, thresholds_text, why_open,
};
pub(super) use counts::name_within;
pub use counts::{count_text, shown_count, typed_count, typed_schedule_weight, typed_threshold, typed_weight_percent};
pub(super) use meaning::capital;
pub use meaning::{Definition, definition, points_text, short_text, unread_text};
pub use names::{counted_heading, counted_name, indicator_name, indicator_short, status_name, task_status_name};
pub use page::MonitorText;
pub use reporting::{COUNTED_GROUPS, counted_group, group_of, report_finding_text, unreported_text};
