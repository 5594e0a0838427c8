//! The words of presenting (汇报模式).

use super::word::words;

words! {
    /// A fixed word of presenting.
    PresentText {
        Title: "汇报模式", "Presenting";
        Next: "下一张（→）", "Next (→)";
        Before: "上一张（←）", "Previous (←)";
        Leave: "退出（Esc）", "Leave (Esc)";
        Controls: "现场调整", "Adjust";
        Fold: "收起", "Fold";
        County: "县（区）", "County";
        Slots: "任务数", "Slots";
        Rebalance: "配平", "Rebalance";
        Undo: "撤销", "Undo";
        AskTitle: "汇报中有改动，怎样处理？", "There were changes while presenting. What of them?";
        Keep: "保留改动", "Keep the changes";
        Drop: "放弃改动", "Drop the changes";
        Stay: "继续汇报", "Go on presenting";
        Kept: "已保留汇报中的改动。", "The changes made while presenting are kept.";
        Dropped: "已放弃汇报中的改动；可撤销。", "The changes made while presenting are dropped; you can undo this.";
        Lock: "锁定", "Lock";
        NoFiles: "汇报时不打开文件，请先退出汇报。", "Leave the presentation before you open a file.";
        Hint: "← → 换图，A 现场调整，Esc 退出", "← → other charts, A to adjust, Esc to leave";
    }
}
