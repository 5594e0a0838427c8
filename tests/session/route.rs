//! Addresses and pages.

use tuowei::session::route::{Route, carries_scenario};

#[test]
fn each_page_has_an_address_and_names_of_its_own() {
    for &route in Route::ALL {
        assert_eq!(Route::of(route.hash()), route);
        assert!(!carries_scenario(route.hash()));
        assert_eq!(route.test_id().strip_prefix("nav-"), route.hash().strip_prefix("#/"));
        assert_eq!(route.page_id().strip_prefix("page-"), route.hash().strip_prefix("#/"));
    }
}

#[test]
fn whatever_else_the_address_says_leads_to_the_plan() {
    for hash in ["", "#", "#/", "#/plan/", "#/PLAN", "#/nowhere", "#s=abc", "#grid", "#/compare?x", "/compare", "💥"]
    {
        assert_eq!(Route::of(hash), Route::Plan, "{hash}");
    }
    assert!(carries_scenario("#s=abc") && carries_scenario("#s="));
    assert!(!carries_scenario("#S=abc") && !carries_scenario("s=abc") && !carries_scenario(""));
}
