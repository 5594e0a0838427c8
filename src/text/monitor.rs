//! Words of monitoring: what is reported, the ten core indicators (三、核心指标), how they stand.

mod names;
mod page;

pub use names::{counted_heading, counted_name, indicator_name, indicator_short, status_name, task_status_name};
pub use page::MonitorText;
