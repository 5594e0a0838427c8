//! Pages of a large region, and finding a county.

use tuowei::model::{County, CountyId, CountyKind, Name, Region, official_plan};
use tuowei::session::paging::{Found, PAGE_ROWS, are_on_one_page};

/// 单位1, Unit 1, …
fn region(counties: usize) -> Region {
    let county = |number: usize| County {
        id: CountyId::new(&format!("c{number}")),
        name: Name::new(&format!("单位{number}"), Some(&format!("Unit {number}"))),
        kind: CountyKind::Unspecified,
    };
    Region::new("r", Name::new("某地", None), 2026, (1..=counties).map(county).collect()).unwrap()
}

#[test]
fn every_county_is_on_one_page_and_pages_follow_each_other() {
    for counties in [1, 2, PAGE_ROWS - 1, PAGE_ROWS, PAGE_ROWS + 1, 3 * PAGE_ROWS, 117] {
        let found = Found::in_region(&region(counties), "  ");
        assert_eq!(found.count(), counties);
        let pages: Vec<usize> = (0..=found.last_page()).flat_map(|page| found.on_page(page).to_vec()).collect();
        assert_eq!(pages, (0..counties).collect::<Vec<usize>>());
        assert!((0..=found.last_page()).all(|page| !found.on_page(page).is_empty()));
        assert!(found.on_page(found.last_page() + 1).is_empty());
        assert_eq!(found.span(0), Some((1, counties.min(PAGE_ROWS))));
        assert_eq!(found.span(found.last_page()).map(|(_, last)| last), Some(counties));
        for position in 0..counties {
            let page = found.page_of(position).unwrap();
            assert!(found.on_page(page).contains(&position));
            assert_eq!(found.neighbour(position, true), (position + 1 < counties).then_some(position + 1));
            assert_eq!(found.neighbour(position, false), position.checked_sub(1));
        }
    }
}

#[test]
fn a_search_holds_names_in_either_language_and_moves_only_among_what_it_found() {
    let region = region(117);
    let found = Found::in_region(&region, " UNIT 11 ");
    assert_eq!(found.on_page(0), [10, 109, 110, 111, 112, 113, 114, 115, 116]);
    assert_eq!((found.neighbour(10, true), found.neighbour(109, false)), (Some(109), Some(10)));
    assert_eq!((found.neighbour(10, false), found.neighbour(11, true), found.page_of(11)), (None, None, None));
    assert_eq!(Found::in_region(&region, "位117").on_page(0), [116]);
    let none = Found::in_region(&region, "平城");
    assert_eq!((none.count(), none.last_page(), none.span(0)), (0, 0, None));
    assert_eq!(Found::in_region(official_plan().region(), "云").on_page(0), [1, 3, 9]);
}

#[test]
fn counties_are_on_one_page_by_their_place_among_those_that_are_found() {
    assert!(are_on_one_page(None, []));
    assert!(are_on_one_page(None, 0..PAGE_ROWS));
    assert!(!are_on_one_page(None, 1..=PAGE_ROWS));
    assert!(are_on_one_page(None, PAGE_ROWS..2 * PAGE_ROWS));
    // Every third county: the places count, and not the positions.
    let found: Vec<usize> = (0..90).step_by(3).collect();
    assert!(are_on_one_page(Some(&found), [0, 3, 57]));
    assert!(!are_on_one_page(Some(&found), [57, 60]));
}
