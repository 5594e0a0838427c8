//! Formulas that are typed into cells.

use proptest::prelude::*;
use tuowei::text::FormulaProblem::{
    Brackets, ByZero, NotAFormula, NotExact, NotWhole, Number, TooLarge, TooLong, Unfinished,
};
use tuowei::text::Unit::{Amount, Count, Percent};
use tuowei::text::{FormulaProblem, Language, NumberProblem, Unit, is_formula, work_out};

#[test]
fn formulas_are_worked_out_exactly() {
    for (unit, typed, result) in [
        (Count, "=10+5", "15"),
        (Count, "=15", "15"),
        (Count, "350-77", "273"),
        (Count, "+5+5", "10"),
        (Count, "-5+15", "10"),
        (Count, "10-15", "-5"),
        (Count, "2+3×4", "14"),
        (Count, "（2＋3）×４", "20"),
        (Count, "((2+3))*(4)", "20"),
        (Count, "100÷4÷5", "5"),
        (Count, "100/(4/5)", "125"),
        (Count, "7/2*2", "7"),
        (Count, "1/3+2/3", "1"),
        (Count, "10 － 3 − 2", "5"),
        (Count, "１，２３４+1", "1235"),
        (Count, "3*-2+10", "4"),
        (Count, "350×20%", "70"),
        (Count, "20%*350", "70"),
        (Count, "130个+5个", "135"),
        (Count, "＝１０＋５", "15"),
        (Count, "0.5*4", "2"),
        (Percent, "2.14+2.08", "4.22"),
        (Percent, "2.14%+2.08%", "4.22"),
        (Percent, "2.14+2.08%", "4.22"),
        (Percent, "2.14%+2.08", "4.22"),
        (Percent, "2.14×110%", "2.354"),
        (Percent, "2.14%×1.1", "2.354"),
        (Percent, "2.14%×110%", "2.354"),
        (Percent, "(2.14+2.08)/2", "2.11"),
        (Percent, "0.0001+0.0001", "0.0002"),
        (Percent, "0.1+0.2", "0.3"),
        (Amount, "1234.5/2", "617.25"),
    ] {
        assert!(is_formula(typed), "{typed}");
        assert_eq!(work_out(typed, unit), Ok(result.to_owned()), "{typed}");
    }
}

#[test]
fn a_number_with_its_sign_is_no_formula() {
    for typed in ["", " ", "5", "+5", "-5", "−2.08", "1,234", "12%", "130个", "—", "1.5", "abc"] {
        assert!(!is_formula(typed), "{typed}");
    }
}

#[test]
fn what_has_no_result_says_why() {
    let deep = ["(".repeat(40), "1".to_owned(), ")".repeat(40)].concat();
    let long = "1+".repeat(150) + "1";
    let large = "9".repeat(30) + "*" + &"9".repeat(30);
    for (unit, typed, problem) in [
        (Count, "=", Unfinished),
        (Count, "=10+", Unfinished),
        (Count, "350-", Unfinished),
        (Count, "(", Unfinished),
        (Count, "(2+3", Brackets),
        (Count, "2+3)", Brackets),
        (Count, ")", Brackets),
        (Count, "()", NotAFormula),
        (Count, "--1", NotAFormula),
        (Count, "2**3", NotAFormula),
        (Count, "2(3)", NotAFormula),
        (Count, "=SUM(A1)", NotAFormula),
        (Count, "10+x", NotAFormula),
        (Count, "1.2.3+1", NotAFormula),
        (Count, "10/0", ByZero),
        (Count, "10/(5-5)", ByZero),
        (Count, "7/2", NotWhole),
        (Count, "10/3", NotWhole),
        (Percent, "10/3", NotExact),
        (Percent, "0.00001+1", NotExact),
        (Count, "1,23+4", Number(NumberProblem::MisplacedComma)),
        (Count, &deep, TooLong),
        (Count, &long, TooLong),
        (Count, &large, TooLarge),
    ] {
        assert_eq!(work_out(typed, unit), Err(problem), "{typed}");
        let said = [Language::Chinese, Language::English].map(|language| problem.text(language));
        assert!(said[0] != said[1] && said.iter().all(|said| !said.is_empty()), "{problem:?}");
    }
}

/// A formula as a tree, printed with only the brackets that it needs.
#[derive(Clone, Debug)]
enum Tree {
    Whole(u16),
    Decimal(u16, u8),
    Of(char, Box<(Tree, Tree)>),
}

/// The value as a fraction that nothing reduces: numerators and denominators as they come.
fn value(tree: &Tree) -> Option<(i128, i128)> {
    Some(match tree {
        Tree::Whole(number) => (i128::from(*number), 1),
        Tree::Decimal(whole, hundredths) => (i128::from(*whole) * 100 + i128::from(*hundredths), 100),
        Tree::Of(operator, parts) => {
            let ((a, b), (c, d)) = (value(&parts.0)?, value(&parts.1)?);
            match operator {
                '+' => (a * d + c * b, b * d),
                '-' => (a * d - c * b, b * d),
                '*' => (a * c, b * d),
                _ if c == 0 => return None,
                _ => (a * d, b * c),
            }
        }
    })
}

fn printed(tree: &Tree) -> String {
    let rank = |tree: &Tree| match tree {
        Tree::Of('+' | '-', _) => 1,
        Tree::Of(..) => 2,
        _ => 3,
    };
    match tree {
        Tree::Whole(number) => number.to_string(),
        Tree::Decimal(whole, hundredths) => format!("{whole}.{hundredths:02}"),
        Tree::Of(operator, parts) => {
            let mine = rank(tree);
            let left = if rank(&parts.0) < mine { format!("({})", printed(&parts.0)) } else { printed(&parts.0) };
            let right = if rank(&parts.1) <= mine { format!("({})", printed(&parts.1)) } else { printed(&parts.1) };
            let shown = match operator {
                '*' => '×',
                '/' => '÷',
                other => *other,
            };
            format!("{left}{shown}{right}")
        }
    }
}

fn trees() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        (0..200_u16).prop_map(Tree::Whole),
        (0..20_u16, 0..100_u8).prop_map(|(whole, hundredths)| Tree::Decimal(whole, hundredths)),
    ];
    leaf.prop_recursive(3, 12, 2, |inner| {
        (prop_oneof![Just('+'), Just('-'), Just('*'), Just('/')], inner.clone(), inner)
            .prop_map(|(operator, left, right)| Tree::Of(operator, Box::new((left, right))))
    })
}

/// The number that a plain decimal text is, in 0.0001.
fn ten_thousandths(text: &str) -> i128 {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    sign * format!("{whole}{decimals:0<4}").parse::<i128>().unwrap()
}

fn expected(tree: &Tree, unit: Unit) -> Result<i128, FormulaProblem> {
    let (above, below) = value(tree).ok_or(ByZero)?;
    if unit == Count && above % below != 0 {
        return Err(NotWhole);
    }
    if (above * 10_000) % below != 0 { Err(NotExact) } else { Ok(above * 10_000 / below) }
}

proptest! {
    #[test]
    fn a_formula_comes_out_as_its_tree_does(tree in trees(), unit in prop_oneof![Just(Count), Just(Amount), Just(Percent)]) {
        let typed = ["=", &printed(&tree)].concat();
        let found = work_out(&typed, unit).map(|result| ten_thousandths(&result));
        prop_assert_eq!(found, expected(&tree, unit), "{}", typed);
    }

    #[test]
    fn any_text_is_worked_out_or_refused(typed in "[-0-9.,+*/()=%×÷（）个a ]{0,40}") {
        for unit in [Count, Amount, Percent] {
            if let Ok(result) = work_out(&typed, unit) {
                prop_assert!(unit != Count || ten_thousandths(&result) % 10_000 == 0);
            }
        }
    }
}
