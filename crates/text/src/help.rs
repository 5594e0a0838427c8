//! The words of the help dialog; they come after the first load.

use super::word::words;

words! {
    /// A fixed word of the help dialog.
    HelpText {
        Keys: "快捷键", "Keys";
        Move: "移到上下左右的单元格；在未开始填写的单元格中直接输入即替换", "Go to the cell above, below or beside; in a cell that is not begun, what is typed replaces";
        Edit: "在单元格内修改（再点一次也可以）", "Work on the text of the cell (so does a second click)";
        Formula: "填算式：350-77、=（10+5）×2，按 F2 再看算式", "Formulas: 350-77, =(10+5)×2; F2 shows them again";
        Tab: "左右移动", "Move along the row";
        Escape: "撤回正在输入的内容", "Take the typing back";
        Undo: "撤销、重做（不限次数）", "Undo, redo (without limit)";
        Select: "选择多个单元格", "Select several cells";
        Copy: "复制所选；粘贴一块表格", "Copy the selection; paste a block";
        Fill: "用所选的第一行、用正在输入的内容填充所选（也可拖动右下角向下填充）", "Fill the selection with its first row, or with what is typed (or drag its corner down)";
        Clear: "清空所选单元格", "Clear the selected cells";
        Explain: "说明光标所在的数：定义、公式、来源（也可点击算出的数）", "About the figure at the cursor: definition, formula, source (or click a computed figure)";
        Restore: "单元格恢复市方案", "Cell back to the official plan";
        RestoreRow: "整行恢复市方案", "Row back to the official plan";
        DataAndSource: "数据与出处", "Data and sources";
        Source: "基数、目标值与任务数取自《大同市2026年托育服务质量提升年活动实施方案》表一、表二；其余为空，由使用者填写。", "Bases, targets and slots are those of Tables 1 and 2 of Datong's 2026 childcare quality plan; all else is empty until you enter it.";
        Stored: "所有数据只存在本机浏览器中，不上传任何网络。清除浏览器数据会一并清除，请用“保存为文件”备份。", "All data stays in this browser on this computer; nothing is sent anywhere. Clearing the browser's data clears it too: keep a file as a backup.";
    }
}
