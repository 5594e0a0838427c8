//! 中文.

use super::super::{NumberProblem, thousands};
use super::{
    CELLS_SHOWN, GridColumn, Language, Left, MarkedCell, PasteNote, PasteReport, Places, REASONS_SHOWN, WhyLeft,
    column_letters, excerpt,
};
use tuowei_model::{Figure, FigureKind};

const CHINESE: Language = Language::Chinese;

pub(super) fn column(column: GridColumn, year: u16) -> String {
    match column {
        GridColumn::Name => "县（区）".to_owned(),
        GridColumn::Input(Figure::Children) => "3岁以下婴幼儿数".to_owned(),
        GridColumn::Input(Figure::Base) => format!("{}年基数", year.saturating_sub(1)),
        GridColumn::Uplift => "增幅".to_owned(),
        GridColumn::Target => format!("{year}年目标值"),
        GridColumn::Input(Figure::Pin) => "指定目标".to_owned(),
        GridColumn::Input(Figure::Slots) => "任务数".to_owned(),
        GridColumn::Share => "占比".to_owned(),
        GridColumn::Lock => "锁定".to_owned(),
        GridColumn::Input(Figure::Capacity) => "现有托位".to_owned(),
        GridColumn::Input(Figure::Inclusive) => "现有普惠托位".to_owned(),
        GridColumn::Input(Figure::Enrolled) => "在托人数".to_owned(),
        GridColumn::Input(Figure::Other) => "其他新增托位".to_owned(),
        GridColumn::Input(Figure::Population) => "常住人口".to_owned(),
        GridColumn::EnrolledThen => "目标在托人数".to_owned(),
        GridColumn::NewEnrolments => "新增在托人数".to_owned(),
        GridColumn::SlotsAfter => "新增后托位".to_owned(),
        GridColumn::Utilisation => "所需利用率".to_owned(),
        GridColumn::Shortage => "托位缺口".to_owned(),
        GridColumn::InclusiveShare => "新增后普惠占比".to_owned(),
        GridColumn::PerThousand => "每千人口托位数".to_owned(),
    }
}

pub(super) const fn unit(column: GridColumn) -> &'static str {
    match column {
        GridColumn::Name | GridColumn::Lock => "",
        GridColumn::EnrolledThen | GridColumn::NewEnrolments => "（人）",
        GridColumn::Target | GridColumn::Share | GridColumn::Utilisation | GridColumn::InclusiveShare => "（%）",
        GridColumn::Uplift => "（百分点）",
        GridColumn::SlotsAfter | GridColumn::Shortage | GridColumn::PerThousand => "（个）",
        GridColumn::Input(figure) => match figure.kind() {
            FigureKind::Children | FigureKind::Persons => "（人）",
            FigureKind::Rate => "（%）",
            FigureKind::Slots => "（个）",
        },
    }
}

pub(super) fn report(report: &PasteReport, is_done: bool) -> String {
    let year = report.year;
    let taken: Vec<String> =
        report.taken.iter().map(|taken| format!("{} {} 个", taken.column.name(year, CHINESE), taken.figures)).collect();
    let mut parts = vec![match (report.figures(), report.changed) {
        (0, _) => "没有可以粘贴的数".to_owned(),
        (figures, 0) => format!("粘贴的 {figures} 个数与现有的相同，没有改动：{}", taken.join("、")),
        (figures, _) => {
            let done = if is_done { "已粘贴" } else { "将填入" };
            format!("{done} {figures} 个数：{}", taken.join("、"))
        }
    }];
    parts.extend(report.notes.iter().map(|said| note(said, year, Places::Numbered)));
    if !report.left.is_empty() {
        let mut reasons: Vec<String> =
            report.left.iter().take(REASONS_SHOWN).map(|of| left(of, year, Places::Numbered)).collect();
        let more = report.left.len() - reasons.len();
        if more > 0 {
            reasons.push(format!("另有 {more} 处"));
        }
        parts.push(format!("{} 处未采用：{}", report.left.len(), reasons.join("；")));
    }
    parts.join("；") + "。"
}

pub(super) fn note(note: &PasteNote, year: u16, places: Places) -> String {
    match note {
        PasteNote::ByOrder => "块中没有名称，按县（区）的顺序填入".to_owned(),
        PasteNote::Across => "一行数的个数与县（区）相同，按县（区）横排填入".to_owned(),
        PasteNote::Pinned(counties) => format!("{counties} 个目标值与规则不同，已作为指定目标"),
        PasteNote::Unpinned(counties) => format!("{counties} 个目标值与规则相同，已取消指定目标"),
        PasteNote::NotPasted(columns) => {
            let columns: Vec<String> = columns.iter().map(|&of| column(of, year)).collect();
            format!("{}不随粘贴改动", columns.join("、"))
        }
        PasteNote::Empty(cells) => format!("{}按空白处理，不改动", marked(cells, places)),
        PasteNote::Zeros(cells) => format!("{}按 0 填入", marked(cells, places)),
        PasteNote::Fractions { columns, is_hundredfold } => {
            let names: Vec<String> = columns.iter().map(|of| of.name(year, CHINESE)).collect();
            let how = match is_hundredfold {
                Some(true) => "乘以 100 换算为百分数",
                Some(false) => "按原样采用",
                None => "请选择是否乘以 100",
            };
            format!("{}像是小数形式的百分数，{how}", names.join("、"))
        }
        PasteNote::NotShown(counties) => format!("其中 {counties} 个县（区）不在当前查找结果中"),
        PasteNote::Rounded(cells) => format!("{}的小数多于4位，已四舍五入到4位", marked(cells, places)),
        PasteNote::TotalAgrees { column: of, total } => {
            format!("{}全市 {} 与各县（区）之和一致", of.name(year, CHINESE), of.sum(*total))
        }
        PasteNote::TotalDiffers { column: of, pasted, sum } => {
            let (pasted, sum) = (of.sum(*pasted), of.sum(*sum));
            format!("{}全市写的是 {pasted}，各县（区）之和是 {sum}，两者不一致", of.name(year, CHINESE))
        }
    }
}

/// 第3行第2列“-”, or 第3行B列.
fn place(row: usize, column: usize, text: &str, places: Places) -> String {
    let text = excerpt(text);
    match places {
        Places::Numbered => format!("第{row}行第{column}列“{text}”"),
        Places::Lettered => format!("第{row}行{}列“{text}”", column_letters(column)),
    }
}

/// 第3行第2列“-”、第5行第2列“-”等 7 处.
fn marked(cells: &[MarkedCell], places: Places) -> String {
    let one = |cell: &MarkedCell| place(cell.row, cell.column, &cell.text, places);
    let named = cells.iter().take(CELLS_SHOWN).map(one).collect::<Vec<_>>().join("、");
    if cells.len() > CELLS_SHOWN { format!("{named}等 {} 处", cells.len()) } else { named }
}

pub(super) fn left(left: &Left, year: u16, places: Places) -> String {
    let Left { row, column, text, why } = left;
    if *why == WhyLeft::TooLarge {
        return "块太大，没有读取".to_owned();
    }
    place(*row, *column, text, places) + &reason(why, year)
}

fn reason(why: &WhyLeft, year: u16) -> String {
    let plain = match why {
        WhyLeft::Undecided(columns) => {
            let names: Vec<String> = columns.iter().map(|of| of.name(year, CHINESE)).collect();
            return format!("可能是{}，请选择", names.join("，也可能是"));
        }
        WhyLeft::AmbiguousCounty(names) => {
            let names: Vec<&str> = names.iter().map(|name| &*name.local).collect();
            return format!("可能是多个县（区）：{}", names.join("、"));
        }
        WhyLeft::Number(problem) => return number(*problem),
        WhyLeft::BeyondCounties(lines) => return format!("起的 {lines} 行超出最后一个县（区）"),
        WhyLeft::BeyondColumns(lines) => return format!("起的 {lines} 列超出最后一列"),
        WhyLeft::LinesDiffer { lines, counties } => {
            return format!("没有名称，块中 {lines} 行数，而县（区）有 {counties} 个");
        }
        WhyLeft::UnknownCounty => "不是本市的县（区）",
        WhyLeft::CountyTwice => "已出现过，采用了第一次的",
        WhyLeft::NoName => "没有县（区）名称",
        WhyLeft::UnknownHeading => "不是本表的列",
        WhyLeft::NoHeading => "没有表头",
        WhyLeft::HeadingTwice => "这一列已出现过，采用了第一次的",
        WhyLeft::OtherYear => "是其他年份的",
        WhyLeft::OtherUnit => "的单位不同",
        WhyLeft::CutOff => "在表格软件中列宽不够，没有显示出数",
        WhyLeft::SpreadsheetError => "是表格软件的计算错误",
        WhyLeft::Formula => "是算式，请粘贴算出的数",
        WhyLeft::AnotherTable => "起是另一张表，没有读取，请另行粘贴",
        WhyLeft::PinBeside => "与块中的指定目标不同，采用了指定目标",
        WhyLeft::NoPlace => "没有名称和表头，请先选中起始的一格",
        WhyLeft::TooLarge => "太大",
    };
    plain.to_owned()
}

fn number(problem: NumberProblem) -> String {
    let plain = match problem {
        NumberProblem::Above(most) => return format!("大于 {}", thousands(u64::from(most))),
        NumberProblem::BelowMinus(most) => return format!("小于 −{most}"),
        NumberProblem::TooFine(most) => return format!("的小数多于{most}位"),
        NumberProblem::NotANumber => "不是数",
        NumberProblem::MisplacedComma => "的逗号位置不明",
        NumberProblem::NotWhole => "不是整数",
        NumberProblem::PercentOfCount => "带有百分号，应是个数",
        NumberProblem::CountOfPercent => "带有个数的单位，应是百分比",
        NumberProblem::DigitsApart => "的数字之间有空格",
        NumberProblem::Negative => "小于 0",
    };
    plain.to_owned()
}
