//! The fixed words of the page: labels, headings, buttons.

use super::Language;

/// A fixed word or sentence.
pub trait Wording: Copy + Send + 'static {
    /// The word in this language.
    fn said(self, language: Language) -> &'static str;
}

/// Each line is a word in Chinese and in English; the macro leaves no way to forget one of them.
macro_rules! words {
    ($(#[$about:meta])* $words:ident { $($name:ident: $chinese:literal, $english:literal;)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $words {
            $(#[doc = $chinese] $name,)*
        }

        impl $crate::Wording for $words {
            fn said(self, language: $crate::Language) -> &'static str {
                self.in_language(language)
            }
        }

        impl $words {
            /// Every word, for tests.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word in this language.
            #[must_use]
            pub const fn in_language(self, language: $crate::Language) -> &'static str {
                use $crate::Language;
                match (language, self) {
                    $((Language::Chinese, Self::$name) => $chinese, (Language::English, Self::$name) => $english,)*
                }
            }
        }
    };
}

pub(super) use words;

words! {
    /// A fixed word or sentence of the page.
    Word {
    AppName: "托育规划台", "Tuowei childcare planner";
    AppNameBegin: "托育", "Tuowei";
    AppNameRest: "规划台", " childcare planner";
    AppShort: "托", "托";
    Plan: "规划", "Plan";
    Compare: "对比", "Compare";
    Monitor: "监测", "Monitor";
    Tasks: "任务", "Tasks";
    About: "说明", "About";
    EditRegion: "编辑地区和县（区）名单", "Edit the region and its counties";
    ShareScenario: "分享情景（链接）", "Share the scenario (link)";
    SharedScenario: "链接中的情景", "A scenario from a link";
    Present: "汇报", "Present";
    PresentLong: "全屏汇报", "Present over the whole screen";
    Pages: "页面", "Pages";
    SkipToTable: "跳到表格", "Skip to the table";
    Undo: "撤销（Ctrl+Z）", "Undo (Ctrl+Z)";
    UndoStep: "撤销", "Undo";
    Redo: "重做（Ctrl+Y）", "Redo (Ctrl+Y)";
    OtherLanguage: "EN", "中文";
    SwitchLanguage: "Switch to English", "切换为中文";
    SwitchToDark: "切换为深色", "Switch to dark";
    SwitchToLight: "切换为浅色", "Switch to light";
    Help: "快捷键与说明", "Keys and help";
    Close: "关闭", "Close";
    Dismiss: "知道了", "Dismiss";

    OfficialPlan: "市方案（只读）", "Official plan (read-only)";
    OfficialShort: "市方案", "official plan";
    Scenario: "情景", "Scenario";
    NewScenario: "新建情景（从市方案开始）", "New scenario (from the official plan)";
    Duplicate: "复制为新情景", "Duplicate as a new scenario";
    Rename: "重命名", "Rename";
    ScenarioName: "情景名称", "Scenario name";
    Delete: "删除情景", "Delete the scenario";
    History: "历史版本", "Earlier versions";
    SaveFile: "保存为文件", "Save as a file";
    OpenFile: "打开文件", "Open a file";
    DownloadRaw: "下载原文", "Download the raw text";

    ReadOnly: "只读，编辑时自动建副本", "Read-only; an edit makes a copy";
    Editing: "编辑中…", "Editing…";
    Saving: "正在保存…", "Saving…";
    UnsavedMark: "（未保存）", " (not saved)";
    NotSaved: "未保存", "Not saved";
    InMemoryOnly: "仅在本页，未保存", "In this page only, not saved";

    Task: "新增普惠托位任务", "New inclusive slots to hand out";
    Allocated: "已分配", "Allocated";
    Remaining: "剩余", "Remaining";
    Floor: "增幅下限", "Min uplift";
    Cap: "增幅上限", "Max uplift";
    WantedUtilisation: "利用率目标", "Utilisation target";
    WantedShare: "普惠占比目标", "Inclusive share target";
    Least: "下限", "Least";
    Most: "上限", "Most";
    Weight: "权重", "Weight";
    ViewPlan: "目标与任务", "Targets";
    ViewSupply: "供需测算", "Supply";
    Columns: "列", "Columns";
    View: "表格内容", "What the table shows";
    Assistant: "分配助手", "Assistant";
    Rebalance: "配平", "Rebalance";
    Solve: "求解", "Solve";
    Bases: "口径与日期", "Bases";
    Explain: "数字说明", "About a figure";
    ChartSupply: "供需图", "Chart of supply";
    ChartShare: "普惠占比图", "Chart of inclusive shares";
    ChartCompareSlots: "任务数对比图", "Chart comparing slots";
    ChartProgress: "新增普惠托位进度图", "Progress chart of new inclusive slots";
    ChartPace: "全年进度曲线图", "Pace chart of the year";
    ChartIndicators: "核心指标图", "Chart of the core indicators";
    ChartRanking: "排名图", "Ranking chart";
    ChartTimeline: "任务时间轴", "Timeline of tasks";
    ChartCompareRates: "目标对比图", "Chart comparing targets";
    Benchmark: "标杆 m", "Benchmark m";
    PointsUnit: "百分点", "points";
    ChildrenNeeded: "需填写3岁以下婴幼儿数", "needs the children under three";
    BaseNeeded: "需填写基数", "needs the base";
    ParameterNeeded: "需填写规则参数", "needs the rule's parameter";
    RatesNeeded: "需填写各县（区）入托率", "needs every county's rate";
    NoChildren: "婴幼儿数合计为0", "there are no children";
    Slider: "拖动调整", "Drag to adjust";

    County: "县（区）", "County";
    Children: "3岁以下", "Under-threes";
    ChildrenLong: "3岁以下婴幼儿数", "children under three";
    People: "人", "children";
    Uplift: "增幅", "Uplift";
    Pin: "指定目标", "Own target";
    PinLong: "指定目标", "target by hand";
    Slots: "任务数", "Slots";
    SlotsLong: "任务数", "slots";
    SlotsUnit: "个", "slots";
    Share: "占比", "Share";
    Lock: "锁定", "Lock";
    ByRule: "按规则", "by rule";
    City: "全市", "City";
    SupplyName: "各县（区）托育服务供需测算", "Counties: supply of and demand for slots";
    GridName: "各县（区）入托率目标与托位任务", "Counties: enrolment targets and slots";

    CopyTable: "复制表格", "Copy table";
    PasteBlock: "粘贴表格", "Paste table";
    ImportTitle: "粘贴前请看一眼", "A look before pasting";
    PasteHint: "从 Excel 或 WPS 复制一块单元格，在此粘贴（Ctrl+V）。县（区）名可带可不带“区/县”，横排竖排均可。粘贴后先看一眼再填入；也可以直接在表格里按 Ctrl+V，或按 Ctrl+Shift+V 先看一眼。", "Copy a block of cells in Excel or WPS and paste it here (Ctrl+V). County names with or without 区/县, running down or across. You see first what it does. You can also press Ctrl+V right in the table, or Ctrl+Shift+V to look first.";
    PasteArea: "粘贴到这里", "Paste here";
    PasteApply: "填入", "Take it";
    RestoreAll: "恢复市方案", "Reset to plan";
    PreviousPage: "上一页", "Previous page";
    NextPage: "下一页", "Next page";
    FindCounty: "查找县（区）", "Find a county";
    NoneFound: "没有名称相符的县（区）。", "No county has a name like this.";
    Findings: "提示", "Findings";
    Problem: "须处理", "Must fix";
    Warning: "请留意", "Check";
    Note: "说明", "Note";
    Why: "依据", "Details";

    ChartRates: "入托率目标图", "Chart of rates";
    ChartSlots: "托位任务图", "Chart of slots";
    CopyImage: "复制", "Copy";
    CopyImageLong: "复制图片", "Copy the picture";
    Png: "PNG", "PNG";
    PngLarge: "4K", "4K";
    PngLong: "下载 PNG，1920×1080", "Download PNG, 1920×1080";
    PngLargeLong: "下载 PNG，3840×2160", "Download PNG, 3840×2160";
    Svg: "SVG", "SVG";
    SvgLong: "下载 SVG（矢量图）", "Download SVG (vector)";
    OrderDocument: "排序：按文件", "Order: as in the plan";
    OrderValue: "排序：按数值", "Order: by value";
    DataTable: "图中数据", "Figures of the chart";
    CopyByHand: "本页不是安全连接，浏览器不允许直接复制图片。请在图上按右键，选择“复制图片”。", "On this connection the browser does not let the page copy pictures. Right-click the picture and choose “Copy image”.";
    TableCopied: "表格已复制，可粘贴到 Excel、WPS 或文档。", "The table is copied; paste it into Excel, WPS or a document.";
    CopyFailed: "复制没有成功，请选中表格后按 Ctrl+C。", "Copying did not work; select the table and press Ctrl+C.";

    DeferredMissing: "页面有一部分还没有载入，正在重试；请检查网络。已填的数不受影响。", "A part of the page has not arrived and is being fetched again; please check the network. What you typed is safe.";
    StorageDenied: "浏览器不允许本页保存数据：改动只在本页有效，关闭前请用“保存为文件”保留。", "The browser does not let this page store data: changes last only as long as the page. Use “Save as a file” before you close it.";
    Mended: "损坏的保存记录已用磁盘上的另一份修好。", "Stored entries that were damaged are whole again, from the copy on disk.";
    NoCopy: "改动已存入浏览器，但浏览器没有及时写入磁盘：如遇浏览器崩溃或断电，最后几秒的改动可能丢失。", "Changes are stored in the browser, but it does not put them on disk in time: should it crash or the power fail, the changes of the last seconds may be lost.";
    StorageFull: "浏览器的存储空间已满，最近的改动没有保存，只在页面上；腾出空间后自动再存。请用“保存为文件”保留，或删除不用的情景。", "The browser's storage is full and the latest changes are not saved, only on the page; they are saved by themselves once there is room. Use “Save as a file”, or delete scenarios that you no longer need.";
    StorageFailed: "浏览器没有接受保存，最近的改动没有保存。请用“保存为文件”保留。", "The browser did not accept the save; the latest changes are not saved. Use “Save as a file”.";
    VersionGone: "这一版已读不出来。", "This version can no longer be read.";
    ScenarioGone: "这个情景已不在了。", "This scenario is no longer there.";
    FileUnreadable: "浏览器读不出这个文件。", "The browser cannot read this file.";
    FloorAboveCap: "增幅下限不能高于上限。", "The least uplift may not exceed the most.";
    UnknownCounty: "本情景没有这个县（区）。", "The scenario has no such county.";
    UnknownReport: "没有这一天的填报。", "There is no report of this day.";
    TooManyReports: "填报最多366期。", "At most 366 reports are kept.";
    TooManyRows: "最多2000行。", "At most 2000 rows are kept.";
    NeedsNumber: "请填写数字；任务总数不能为空。", "Type a number; the task total may not be empty.";
    NeedsName: "情景名称不能为空。", "A scenario needs a name.";

    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_said_in_its_own_language() {
        let has_chinese = |text: &str| text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
        for &word in Word::ALL {
            let (chinese, english) = (word.in_language(Language::Chinese), word.in_language(Language::English));
            assert!(!chinese.is_empty() && !english.is_empty(), "{word:?}");
            let names_the_other_language = matches!(word, Word::SwitchLanguage | Word::OtherLanguage | Word::AppShort);
            // A text input method's 区/县 may be quoted in English; a sentence in Chinese may not.
            let quoted = english.replace("区/县", "");
            assert!(names_the_other_language || !has_chinese(&quoted), "{word:?}: {english}");
        }
    }
}
