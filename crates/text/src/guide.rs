//! The card of a first visit, and the path over the real figures that takes a minute.

use super::Language;
use super::word::words;

words! {
    /// A fixed word of the guide.
    GuideText {
        Title: "欢迎使用托育规划台", "Welcome to the childcare planner";
        What: "这里是2026年托育目标和新增普惠托位的规划表，数据取自市方案。", "This is the plan for childcare in 2026: enrolment targets and new inclusive slots, with the figures of the official plan.";
        Live: "改动任何一个数，目标、占比和图表立即跟着变；市方案本身不会被改动。", "Change any figure, and targets, shares and charts follow at once; the official plan itself never changes.";
        Kept: "一切都在这台电脑上计算和自动保存，不上传任何数据。", "All is worked out and saved by itself on this computer; nothing is sent anywhere.";
        Begin: "60秒导览", "Show me, 60 seconds";
        NoThanks: "直接开始", "Start right away";
        Again: "再看一遍60秒导览", "Show the 60-second guide again";
        Before: "上一步", "Back";
        Next: "下一步", "Next";
        Done: "完成", "Done";

        Task: "任务总数在这里，旁边是已分配、剩余或超出的个数。", "The task stands here; beside it what is allocated, left, or too much.";
        Cell: "在单元格里直接填数：表格和图表立即跟着变，上面显示还剩或超出多少个。回车到下一行，Ctrl+Z 撤销。", "Type into a cell: table and charts move at once, and above you read how many are left or too many. Enter goes down, Ctrl+Z takes it back.";
        Rebalance: "“配平”保住刚填的县（区）并把它锁定，把剩余的分给其他未锁定的，或从它们收回超出的；锁定的不动。", "“Rebalance” keeps the county just typed and locks it, spreads what is left over the others that are not locked, or takes back from them what is too much; locked ones stay.";
        Rule: "目标规则和参数在这里：可以填，也可以拖。", "The target rule and its parameter: type it or drag it.";
        Explain: "点任何一个算出来的数，看它的公式、用到的数据和出处。", "Click any computed figure for its formula, its inputs and its source.";
        Picture: "图表随每次改动更新，可以下载成幻灯片大小的图片，也可以全屏汇报。", "Charts follow every change; download them at slide size, or present them over the whole screen.";
        Scenario: "改动自动保存在情景里；只读的情景一改就另建副本。在这里切换情景，到“对比”页把它们并排看。", "Changes are saved by themselves in a scenario; an edit of a read-only one begins a copy. Switch here, and set them side by side under “Compare”.";

        PlanTask: "全市任务350个在这里，旁边是已分配、剩余或超出的个数。", "The city's task of 350 slots stands here; beside it what is allocated, left, or too much.";
        PlanCell: "市方案给平城130个，各县（区）正好分完。试着填150：表格和图表立即跟着变，上面显示“超出20个”。回车到下一行，Ctrl+Z 撤销。", "The plan gives Pingcheng 130, and everything is given. Try 150: table and charts move at once, and above you read “20 too many”. Enter goes down, Ctrl+Z takes it back.";
        PlanRebalance: "填150后，“配平”保住这150个并锁定平城，从其他未锁定的县（区）收回这20个。也可以自己改小别的县（区）。", "With 150 typed, “Rebalance” keeps these 150, locks Pingcheng, and takes the 20 back from the other counties that are not locked. Or give less to others by hand.";
        PlanRule: "目标规则和参数在这里：表一是统一提高2.08个百分点。可以填，也可以拖。", "The target rule and its parameter: in Table 1 it is 2.08 points for all. Type it or drag it.";
        PlanScenario: "改动市方案时自动建一个新情景，随时保存；市方案始终在这里，不会变。到“对比”页把它们并排看。", "An edit of the official plan begins a new scenario, which is saved by itself; the plan is always here and never changes. “Compare” sets them side by side.";
    }
}

/// A step: what is pointed at, and what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuideStep {
    /// The name that scripts use for the part of the page; `{}` stands for the first county.
    pub target: &'static str,
    /// What is said of it.
    pub text: GuideText,
}

/// The path over any region.
pub const GUIDE: [GuideStep; 7] = [
    GuideStep { target: "task-total", text: GuideText::Task },
    GuideStep { target: "slots-{}", text: GuideText::Cell },
    GuideStep { target: "rebalance", text: GuideText::Rebalance },
    GuideStep { target: "rule-parameter", text: GuideText::Rule },
    GuideStep { target: "target-{}", text: GuideText::Explain },
    GuideStep { target: "chart-slots-png", text: GuideText::Picture },
    GuideStep { target: "scenario-select", text: GuideText::Scenario },
];

/// The same path with the figures of the official plan, whose first county is 平城.
const OF_THE_PLAN: [GuideStep; 7] = [
    GuideStep { target: "task-total", text: GuideText::PlanTask },
    GuideStep { target: "slots-{}", text: GuideText::PlanCell },
    GuideStep { target: "rebalance", text: GuideText::PlanRebalance },
    GuideStep { target: "rule-parameter", text: GuideText::PlanRule },
    GuideStep { target: "target-{}", text: GuideText::Explain },
    GuideStep { target: "chart-slots-png", text: GuideText::Picture },
    GuideStep { target: "scenario-select", text: GuideText::PlanScenario },
];

/// The path with the plan's own figures for the region of the official plan, as on a first visit; for any other the path
/// that names no county and no figure. Both point at the same parts of the page.
#[must_use]
pub const fn guide_steps(is_datong: bool) -> &'static [GuideStep; 7] {
    if is_datong { &OF_THE_PLAN } else { &GUIDE }
}

/// 第2步，共7步.
#[must_use]
pub fn guide_place(step: usize, language: Language) -> String {
    let (step, all) = ((step + 1).to_string(), GUIDE.len().to_string());
    match language {
        Language::Chinese => ["第", &step, "步，共", &all, "步"].concat(),
        Language::English => ["step ", &step, " of ", &all].concat(),
    }
}
