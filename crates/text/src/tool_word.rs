//! The fixed words of the page's tools: the assistant, solving backwards, explanations, bases.
//!
//! They come with the tools, after the first load, and so stand apart from [`super::Word`].

use super::word::words;

words! {
    /// A fixed word of the page's tools.
    ToolWord {
        OneFile: "您打开的是单文件版。数据不在这个文件里，存在这台电脑的这个浏览器里：把文件复制到别的电脑不会带走数据，请把情景“保存为文件”，和它放在一起。有的浏览器（如 Firefox）按文件的位置分开存放，移动或改名后看不到原来的情景。", "This is the page as one file. The figures are not in it but in this browser on this computer: a copy of the file does not take them along, so save scenarios as files and keep them beside it. Some browsers, such as Firefox, keep apart what each place of the file has stored: after it was moved or renamed, earlier scenarios are not seen.";
        AssistantTitle: "分配助手", "Allocation assistant";
        County: "县（区）", "County";
        Now: "现任务数", "Now";
        Official: "市方案", "Official";
        Result: "结果", "Result";
        DividedResult: "分配结果", "result of dividing";
        Change: "增减", "Change";
        Least: "下限", "Least";
        Most: "上限", "Most";
        Weight: "权重", "Weight";
        WeightBy: "按什么分", "Divide by";
        MethodBy: "用什么方法", "Method";
        Total: "合计", "Total";
        Apply: "采用结果", "Apply this result";
        Applied: "已采用，可撤销。", "Applied. You can undo this.";
        Unchanged: "结果与现任务数相同", "The result is what stands already";
        RestTitle: "配平", "Rebalance";
        RestHint: "只补差额：剩余或超出的部分在未锁定的县（区）中分摊", "Only the difference: spread what remains, or is too much, among unlocked counties";
        NothingLeft: "正好分完，无须配平。", "Everything is given; there is nothing to spread.";
        Methods: "六种方法的结果", "What each of the six methods gives";
        Fairness: "公平程度", "Fairness";
        PerThousandNew: "每千名婴幼儿新增托位", "New slots per 1,000 under-threes";
        PerThousandAll: "每千名婴幼儿托位（新增后）", "All slots per 1,000 under-threes, after";
        HighToLow: "最高÷最低", "Highest ÷ lowest";
        Gini: "基尼系数", "Gini";
        Distance: "与按婴幼儿数分配的差异", "Off proportion to children";
        Working: "显示计算过程", "Show working";
        TieTitle: "并列，请选择", "A tie: please decide";
        TieDocument: "按文件顺序", "By the order of the plan";
        TieChildren: "3岁以下婴幼儿多的优先", "More under-threes first";
        TieHand: "手工选定", "By hand";
        TieTake: "按勾选的给", "Give to those ticked";
        TieAgain: "重新选择", "Decide again";
        Assumption: "方案没有说明任务数如何分配，以下均为本页的假设，可以修改。", "The plan does not say how slots are divided; all of this is our own assumption and can be changed.";
        NoteTitle: "分配说明：", "How the slots were divided: ";
        Presents: "与现任务数、市方案对比", "Against the present and the official allocation";

        SolveGoal: "想达到", "To reach";
        SolveLever: "调整", "By changing";
        SolveValue: "数值（%）", "Value (%)";
        SolveCounty: "县（区）", "County";
        SolveTake: "按此修改", "Apply this";
        SolveTaken: "已修改，可撤销。", "Changed. You can undo this.";
        GoalCityRate: "全市入托率达到", "the city rate is at least";
        GoalCountyTarget: "某县（区）目标达到", "a county's target is at least";
        GoalNoShortage: "各县（区）利用率不超过（100%即托位够用）", "no county uses more than (100% is no shortage)";
        GoalNoShortageIn: "某县（区）利用率不超过", "a county uses no more than";
        GoalInclusiveShare: "全市普惠托位占比达到", "the city's inclusive share is at least";
        LeverUplift: "统一增幅", "the uplift";
        LeverCountySlots: "该县（区）任务数", "the county's slots";
        LeverTask: "任务总数", "the task total";
        LeverConversions: "现有托位转为普惠", "existing slots turned inclusive";
        Check: "验算", "Check";
        SolveChanges: "将修改", "Will change";
        WaysOut: "怎样消除（其他条件不变）", "What settles it, all else as it is";
        SolveNeedsValue: "请填写想达到的数值", "Type the value to reach";

        BasisHint: "填写各列数据的统计口径和截止日期，随表格和图表一并打印。", "How each column was counted and for which day; printed with tables and charts.";
        BasisMethod: "口径", "Basis";
        BasisDay: "截止日期", "As of";
        PickDay: "选日期", "Pick a day";
        BasisTooLong: "最多60个字", "at most 60 characters";
        BasisColumn: "数据", "Figures";

        Definition: "定义", "Definition";
        Formula: "公式", "Formula";
        Worked: "代入", "With the figures";
        Compared: "对照", "Against the goals";
        Inputs: "用到的数据", "Inputs";
        Source: "依据", "Source";
        Previous: "前一项", "Previous";
        Next: "后一项", "Next";
        PlanGoals: "方案：40%（县域公办60%）、71%", "The plan: 40% (public centres 60%), 71%";
        Derived: "按基数推算，没有计数", "worked out from the base, not counted";
        HistoryHint: "每次保存都留有一版。打开旧版会得到一个副本，当前情景不变。", "Every save leaves a version. Opening one makes a copy; the present scenario stays as it is.";
        OpenAsCopy: "打开为副本", "Open as a copy";
        ImageCopied: "图片已复制，可直接粘贴到幻灯片或文档。", "The picture is copied; paste it into a slide or a document.";
        NewVersion: "新版本已就绪，刷新启用。", "A new version is ready; reload the page to use it.";
        PictureFailed: "图片没有生成，请改用 SVG 下载。", "The picture could not be made; download the SVG instead.";
        DownloadFailed: "浏览器没有接受下载。", "The browser did not take the download.";
    }
}
