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
        Cell: "在单元格里直接填数，试着改大20个：图表立即变化，上面显示“超出20个”。回车到下一行，Ctrl+Z 撤销。", "Type into a cell; try 20 more: the charts move at once, and above you read “20 over”. Enter goes down, Ctrl+Z takes it back.";
        Rebalance: "“配平”把超出或剩余的部分分给其他县（区），锁定的不动。", "“Rebalance” spreads what is too much or left over the other counties; locked ones stay.";
        Rule: "目标规则和增幅在这里：可以填，也可以拖。", "The target rule and its uplift: type it or drag it.";
        Explain: "点任何一个算出来的数，看它的公式、用到的数据和出处。", "Click any computed figure for its formula, its inputs and its source.";
        Picture: "图表可以下载成幻灯片大小的图片，也可以全屏汇报。", "Charts can be downloaded at slide size, or presented over the whole screen.";
        Scenario: "改动记在新情景里，自动保存；市方案始终在这里。到“对比”页把它们并排看。", "Changes go to a new scenario and are saved by themselves; the official plan is always here. “Compare” sets them side by side.";
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

/// The path.
pub const GUIDE: [GuideStep; 7] = [
    GuideStep { target: "task-total", text: GuideText::Task },
    GuideStep { target: "slots-{}", text: GuideText::Cell },
    GuideStep { target: "rebalance", text: GuideText::Rebalance },
    GuideStep { target: "rule-parameter", text: GuideText::Rule },
    GuideStep { target: "target-{}", text: GuideText::Explain },
    GuideStep { target: "chart-slots-png", text: GuideText::Picture },
    GuideStep { target: "scenario-select", text: GuideText::Scenario },
];

/// 第2步，共7步.
#[must_use]
pub fn guide_place(step: usize, language: Language) -> String {
    let (step, all) = ((step + 1).to_string(), GUIDE.len().to_string());
    match language {
        Language::Chinese => ["第", &step, "步，共", &all, "步"].concat(),
        Language::English => ["step ", &step, " of ", &all].concat(),
    }
}
