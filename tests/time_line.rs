//! The time line: the event among the dated occasions, in order, with the days between them.

use marginalia::event::Event;
use marginalia::event::time_line::Stretch;
use serde_json::json;

/// An event from one day to another, with an occasion for each date.
fn event(starts: &str, ends: Option<&str>, dates: &[Option<&str>]) -> Event {
    let occasions: Vec<_> = (1..)
        .zip(dates)
        .map(|(number, date)| {
            json!({ "title": format!("Occasion {number}"), "date": date, "text": "", "cites": [] })
        })
        .collect();
    serde_json::from_value(json!({
        "id": "event", "title": "Event", "starts": starts, "ends": ends, "address": null,
        "place": "", "topic": "", "attendance": "", "cites": [], "organizers": [], "summary": [],
        "occasions": occasions, "people": [], "people_note": null, "quotations": [], "parts": [],
        "themes": [], "sources": [],
    }))
    .expect("an event")
}

/// What happens in which order, each with the days since what was before: 0 is the event.
fn order(event: &Event) -> Vec<(usize, Option<i64>)> {
    let moments = event.time_line().into_iter();
    moments
        .map(|it| (it.occasion.map_or(0, |(index, _)| index + 1), it.stretch.map(|it| it.days)))
        .collect()
}

fn check(
    starts: &str,
    ends: Option<&str>,
    dates: &[Option<&str>],
    expected: &[(usize, Option<i64>)],
) {
    assert_eq!(order(&event(starts, ends, dates)), expected, "{starts} {ends:?} {dates:?}");
}

#[test]
fn moments_are_in_the_order_of_time() {
    check("2014-09-04", None, &[Some("2014-09-08"), None], &[(0, None), (1, Some(4))]);
    check(
        "2014-09-04",
        None,
        &[Some("2014-09-08"), Some("2014-09-01"), Some("2014-09-05")],
        &[(2, None), (0, Some(3)), (3, Some(1)), (1, Some(3))],
    );
}

#[test]
fn days_count_from_the_last_day_of_what_was_before() {
    check("2014-09-04", Some("2014-09-06"), &[Some("2014-09-08")], &[(0, None), (1, Some(2))]);
    // On a day of the event, and then after it.
    check(
        "2014-09-04",
        Some("2014-09-06"),
        &[Some("2014-09-05"), Some("2014-09-07")],
        &[(0, None), (1, None), (2, Some(1))],
    );
}

#[test]
fn of_one_day_the_event_comes_first() {
    check("2014-09-04", None, &[Some("2014-09-04")], &[(0, None), (1, None)]);
}

#[test]
fn months_and_leap_years_count() {
    for (starts, then, days) in [
        ("2014-01-31", "2014-02-01", 1),
        ("2014-12-31", "2015-01-01", 1),
        ("2014-02-28", "2014-03-01", 1),
        ("2016-02-28", "2016-03-01", 2),
        ("2000-02-28", "2000-03-01", 2),
        ("1900-02-28", "1900-03-01", 1),
        ("2014-09-04", "2015-09-04", 365),
        ("2015-09-04", "2016-09-04", 366),
        ("0001-01-01", "2014-09-04", 735_479),
    ] {
        check(starts, None, &[Some(then)], &[(0, None), (1, Some(days))]);
    }
}

#[test]
fn without_a_dated_occasion_there_is_no_line() {
    check("2014-09-04", None, &[None, None], &[]);
    check("2014-09-04", None, &[], &[]);
}

#[test]
fn stretches_are_to_scale_unless_too_short_to_be_seen() {
    let heights = |dates: &[Option<&str>]| -> Vec<i64> {
        let event = event("2014-09-01", None, dates);
        event.time_line().into_iter().filter_map(|it| Some(it.stretch?.height)).collect()
    };
    assert_eq!(heights(&[Some("2014-09-05")]), [72]);
    assert_eq!(heights(&[Some("2014-09-03"), Some("2014-09-07")]), [36, 72]);
    assert_eq!(heights(&[Some("2014-09-02"), Some("2016-09-02")]), [24, 72]);
}

#[test]
fn each_day_between_has_a_mark_where_there_is_room() {
    let marks = |days| Stretch { days, height: 72 }.path().matches('h').count();
    assert_eq!([1, 2, 4, 14, 15, 400].map(marks), [0, 1, 3, 13, 0, 0]);
    assert_eq!(Stretch { days: 4, height: 72 }.path(), "M1 0V72M1 18h6M1 36h6M1 54h6");
    assert_eq!(Stretch { days: 1, height: 24 }.words().text(), "1 day later");
    assert_eq!(Stretch { days: 4, height: 24 }.words().text(), "4 days later");
}
