//! How and on which day figures were counted, in words (口径、截止日期).

use super::{GridColumn, Language, column_name};
use tuowei_model::{Basis, Figure, Scenario};

/// 户籍口径，截至2025-12-31; nothing where neither is said.
#[must_use]
pub fn basis(basis: &Basis, language: Language) -> Option<String> {
    let day = basis.as_of.map(|day| match language {
        Language::Chinese => format!("截至{}", day.iso()),
        Language::English => format!("as of {}", day.iso()),
    });
    let method = Some(basis.method.trim()).filter(|method| !method.is_empty()).map(str::to_owned);
    let comma = match language {
        Language::Chinese => "，",
        Language::English => ", ",
    };
    let said: Vec<String> = method.into_iter().chain(day).collect();
    (!said.is_empty()).then(|| said.join(comma))
}

/// The bases of these columns, for below a table or a chart: 3岁以下婴幼儿数：户籍口径，截至2025-12-31；… Nothing
/// where none of them has one.
#[must_use]
pub fn bases(scenario: &Scenario, figures: &[Figure], language: Language) -> Option<String> {
    let (colon, semicolon) = match language {
        Language::Chinese => ("：", "；"),
        Language::English => (": ", "; "),
    };
    let year = scenario.region().year();
    let one = |&figure: &Figure| {
        let said = basis(scenario.basis(figure), language)?;
        Some([&column_name(GridColumn::Input(figure), year, language), colon, &said].concat())
    };
    let said: Vec<String> = figures.iter().filter_map(one).collect();
    (!said.is_empty()).then(|| said.join(semicolon))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tuowei_model::{Date, Edit, official_plan};

    #[test]
    fn only_what_is_said_stands_below_a_table() {
        let mut scenario = official_plan().clone();
        let all = &Figure::ALL;
        assert_eq!(bases(&scenario, all, Language::Chinese), None);
        for edit in [
            Edit::SetBasis(Figure::Children, " 户籍口径 ".to_owned()),
            Edit::SetAsOf(Figure::Children, Date::new(2025, 12, 31)),
            Edit::SetAsOf(Figure::Base, Date::new(2025, 11, 30)),
            Edit::SetBasis(Figure::Slots, "  ".to_owned()),
        ] {
            scenario.apply(&edit).unwrap();
        }
        let expected = "3岁以下婴幼儿数：户籍口径，截至2025-12-31；2025年基数：截至2025-11-30";
        assert_eq!(bases(&scenario, all, Language::Chinese).unwrap(), expected);
        let expected = "Children under 3: 户籍口径, as of 2025-12-31; 2025 base: as of 2025-11-30";
        assert_eq!(bases(&scenario, all, Language::English).unwrap(), expected);
        assert_eq!(bases(&scenario, &[Figure::Slots], Language::Chinese), None);
    }
}
