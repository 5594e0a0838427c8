//! Selected cells.

use proptest::prelude::*;
use tuowei::session::selection::{Cells, Spot};

const fn at(row: usize, column: usize) -> Spot {
    Spot { row, column }
}

#[test]
fn a_drag_selects_from_where_it_began_and_back_to_one_cell_selects_nothing() {
    let mut cells = Cells::default();
    cells.begin(at(3, 2));
    assert_eq!((cells.rectangle, cells.head()), (None, None));
    assert!(cells.extend(at(1, 4)));
    let rectangle = cells.rectangle.unwrap();
    assert_eq!((rectangle.rows(), rectangle.columns()), ((1, 3), (2, 4)));
    assert_eq!((rectangle.columns_in(2), rectangle.columns_in(4)), (Some((2, 4)), None));
    assert!(cells.extend(at(5, 2)));
    assert_eq!(cells.rectangle.unwrap().rows(), (3, 5));
    assert!(!cells.extend(at(3, 2)));
    assert!(!cells.clear());
    assert!(!Cells::default().extend(at(3, 2)), "without a beginning it begins here");
}

#[test]
fn shift_and_arrows_move_one_end_and_stop_at_the_borders() {
    let mut cells = Cells::default();
    let table = (10, 5);
    cells.extend_by(at(2, 1), (1, 0), table);
    // From now on the end that moves counts, not the cell with the focus.
    cells.extend_by(at(2, 1), (0, 1), table);
    cells.extend_by(at(2, 1), (0, 1), table);
    let rectangle = cells.rectangle.unwrap();
    assert_eq!((rectangle.rows(), rectangle.columns()), ((2, 3), (1, 3)));
    for _ in 0..20 {
        cells.extend_by(at(2, 1), (1, 0), table);
    }
    assert_eq!(cells.head(), Some(at(9, 3)));
    for _ in 0..20 {
        cells.extend_by(at(2, 1), (-1, 0), table);
        cells.extend_by(at(2, 1), (0, -1), table);
    }
    assert_eq!((cells.head(), cells.rectangle.unwrap().rows()), (Some(at(0, 0)), (0, 2)));
    // After another beginning a run begins anew.
    assert!(cells.clear());
    cells.extend_by(at(5, 0), (-1, 0), table);
    assert_eq!(cells.rectangle.unwrap().rows(), (4, 5));
    let mut none = Cells::default();
    none.extend_by(at(0, 0), (1, 0), (0, 0));
    assert_eq!(none.rectangle, None, "a table without rows has nothing to select");
}

proptest! {
    #[test]
    fn a_selection_never_leaves_the_table_and_always_holds_where_it_began(
        from in (0..8_usize, 0..5_usize),
        moves in proptest::collection::vec((-1..=1_isize, -1..=1_isize), 1..40),
    ) {
        let mut cells = Cells::default();
        for by in moves {
            cells.extend_by(at(from.0, from.1), by, (8, 5));
            if let Some(rectangle) = cells.rectangle {
                let ((top, bottom), (left, right)) = (rectangle.rows(), rectangle.columns());
                prop_assert!(bottom < 8 && right < 5);
                prop_assert!((top..=bottom).contains(&from.0) && (left..=right).contains(&from.1));
                prop_assert!((top, left) != (bottom, right));
            }
        }
    }
}
