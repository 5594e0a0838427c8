//! Words of the page of tasks: the plan's tasks and milestones, own ones, and the ledger of safety problems.

mod plan;

pub use plan::{plan_owner, plan_part, plan_section, task_remark, task_title, task_wording_in};

use super::word::words;
use super::{Language, brief_percent, thousands};
use tuowei_model::{Date, LedgerRow, ProblemCounts, RowContradiction, TaskCounts, TaskStatus};

words! {
    /// A fixed word of the page of tasks.
    TaskText {
        Title: "任务台账", "Task ledger";
        Views: "任务内容", "Parts of tasks";
        Timeline: "时间轴", "Timeline";
        Hint: "市方案第二至四部分的任务和节点；方案没有写明的日期、责任单位留空。改动只记在当前情景里，可随时恢复。", "Tasks and milestones of parts 2 to 4 of the city's plan. Dates and owners that the plan does not state are empty. Changes belong to the open scenario and can always be taken back.";
        HintOwn: "本情景的地区没有市方案任务，可以自行新增。", "The plan's tasks are those of Datong's own counties; add your own here.";
        Today: "按此日期计算", "Worked out as of";
        TodayHint: "空白时用电脑的日期。决定哪些任务、隐患逾期。", "Empty: the computer's own day. It decides which tasks and problems are overdue.";
        Filter: "筛选", "Filter";
        FilterStatus: "状态", "Status";
        FilterSection: "方案部分", "Part of the plan";
        All: "全部", "All";
        OwnRows: "自行新增", "Own tasks";
        OnlyOverdue: "只看逾期", "Overdue only";
        Search: "查找", "Search";
        SearchHint: "任务、责任单位、备注", "Task, owner, note";
        ClearFilter: "取消筛选", "Clear filters";
        NoneShown: "没有符合筛选条件的任务。", "No task fits the filters.";
        NoTask: "还没有任务。", "No task yet.";
        Task: "任务", "Task";
        Owner: "责任单位", "Owner";
        Starts: "开始", "Starts";
        Due: "完成时限", "Due";
        Status: "状态", "Status";
        Note: "备注", "Note";
        Acts: "操作", "Actions";
        Wording: "方案原文", "Wording of the plan";
        Own: "自增", "Own";
        ReadAs2030: "方案写作“2030年前”，这里按2030年12月31日计，可改。", "The plan says “before 2030”; here it counts as 31 December 2030. You can change it.";
        Overdue: "逾期", "Overdue";
        Changed: "与市方案不同", "Differs from the plan";
        Up: "上移", "Move up";
        Down: "下移", "Move down";
        Restore: "恢复市方案", "Back to the plan";
        Remove: "删除", "Remove";
        Add: "新增任务", "Add a task";
        Restored: "该任务已恢复为市方案内容，可以撤销。", "The task is as the plan has it again; this can be undone.";
        TaskRemoved: "已删除该任务，可以撤销。", "The task was removed; this can be undone.";
        Untitled: "未命名任务", "Untitled task";
        Problems: "安全隐患台账", "Ledger of safety problems";
        ProblemsHint: "二(六)：建立问题台账、限期整改、闭环管理。逐条登记，整改完成后填写销号日期。", "Section 2(6): problems go into a ledger, are put right by a deadline and closed. Enter each one, and the day on which it was closed.";
        NoProblem: "还没有登记隐患。", "No problem entered yet.";
        What: "隐患", "Problem";
        County: "县（区）", "County";
        NoCounty: "未填", "Not said";
        Found: "发现日期", "Found";
        Deadline: "整改期限", "To be put right by";
        Closed: "销号日期", "Closed";
        State: "状态", "State";
        StateOpen: "整改中", "Open";
        StateClosed: "已闭环", "Closed";
        AddProblem: "登记隐患", "Add a problem";
        ProblemRemoved: "已删除该条隐患，可以撤销。", "The problem was removed; this can be undone.";
        Counts: "各县（区）闭环情况", "Problems by county";
        CountOpen: "整改中", "Open";
        CountOverdue: "其中逾期", "Overdue among them";
        CountClosed: "已闭环", "Closed";
        ClosingRate: "闭环率", "Closing rate";
        City: "全市", "City";
    }
}

/// 47项，已完成3，进行中5，逾期1.
#[must_use]
pub fn task_counts_said(counts: &TaskCounts, language: Language) -> String {
    let count = |count: usize| thousands(u64::try_from(count).unwrap_or(u64::MAX));
    let (all, overdue) = (count(counts.all), count(counts.overdue));
    let (done, running) = (count(counts.of(TaskStatus::Done)), count(counts.of(TaskStatus::Running)));
    match language {
        Language::Chinese => format!("{all}项，已完成{done}，进行中{running}，逾期{overdue}"),
        Language::English => {
            let tasks = if counts.all == 1 { "task" } else { "tasks" };
            format!("{all} {tasks}: {done} done, {running} under way, {overdue} overdue")
        }
    }
}

/// 隐患4条，已闭环3，整改中1，逾期0，闭环率75%; the rate is — where there are none.
#[must_use]
pub fn problem_counts_said(counts: &ProblemCounts, language: Language) -> String {
    let count = |count: usize| thousands(u64::try_from(count).unwrap_or(u64::MAX));
    let (all, overdue) = (count(counts.open + counts.closed), count(counts.overdue));
    let (open, closed) = (count(counts.open), count(counts.closed));
    let rate = closing_rate(counts);
    match language {
        Language::Chinese => format!("隐患{all}条，已闭环{closed}，整改中{open}，逾期{overdue}，闭环率{rate}"),
        Language::English => {
            let problems = if counts.open + counts.closed == 1 { "problem" } else { "problems" };
            format!("{all} {problems}: {closed} closed, {open} open, {overdue} overdue; closing rate {rate}")
        }
    }
}

/// 75%, or — where there are no problems.
#[must_use]
pub fn closing_rate(counts: &ProblemCounts) -> String {
    counts.closing_rate().map_or_else(|| "—".to_owned(), |rate| brief_percent(rate.percent_shown()))
}

/// 按2026-06-30计算.
#[must_use]
pub fn worked_out_as_of(today: Date, language: Language) -> String {
    match language {
        Language::Chinese => format!("按{}计算", today.iso()),
        Language::English => format!("as of {}", today.iso()),
    }
}

/// What a row of the ledger is called: by its own title, else as the plan's task; empty where it has none.
#[must_use]
pub fn row_title(row: &LedgerRow, language: Language) -> &str {
    row.row.title.as_deref().or_else(|| task_title(row.id.as_str(), language)).unwrap_or_default()
}

/// Who answers for a row: the plan's owner in this language, anybody else as typed.
#[must_use]
pub fn row_owner(row: &LedgerRow, language: Language) -> &str {
    let owner = &row.row.owner;
    let of_plan = row.official.filter(|official| official.owner == *owner);
    of_plan.and_then(|official| plan_owner(official.owner, language)).unwrap_or(owner)
}

/// What contradicts itself in a row.
#[must_use]
pub const fn row_contradiction(of: RowContradiction, language: Language) -> &'static str {
    let (chinese, english) = match of {
        RowContradiction::DueBeforeStart => ("完成时限早于开始日期。", "It is due before it starts."),
        RowContradiction::ClosedBeforeFound => ("销号日期早于发现日期。", "It was closed before it was found."),
        RowContradiction::DueBeforeFound => ("整改期限早于发现日期。", "It was to be put right before it was found."),
    };
    language.of(chinese, english)
}

/// A text of so many characters has more than a ledger keeps.
#[must_use]
pub fn text_too_long(length: usize, most: usize, language: Language) -> String {
    let count = |count: usize| thousands(u64::try_from(count).unwrap_or(u64::MAX));
    let (length, most) = (count(length), count(most));
    match language {
        Language::Chinese => format!("有{length}个字，最多{most}个字；这样长的文字没有保存，请删短。"),
        Language::English => {
            format!("{length} characters, and at most {most} are kept; so long a text is not saved: please shorten it.")
        }
    }
}
