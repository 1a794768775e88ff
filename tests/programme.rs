//! What the clock says of sessions, and which of them a reader's choice takes.

use marginalia::programme::{Choice, Moment, Session, distinct, moments};

const MINUTE: f64 = 60_000.0;

fn session(starts: f64, ends: f64) -> Session {
    Session { starts: Some(starts * MINUTE), ends: Some(ends * MINUTE), ..Session::default() }
}

#[test]
fn what_is_on_and_what_begins_next_is_told() {
    let (another, now, next) = (Moment::Another, Moment::Now, Moment::Next);
    let day = [session(0.0, 30.0), session(30.0, 60.0), session(30.0, 90.0), session(120.0, 130.0)];
    for (minute, expected) in [
        (-1.0, [next, another, another, another]),
        (0.0, [now, next, next, another]),
        (29.9, [now, next, next, another]),
        // What ends and what begins at one minute are not both on.
        (30.0, [another, now, now, next]),
        (60.0, [another, another, now, next]),
        (100.0, [another, another, another, next]),
        (130.0, [another, another, another, another]),
        // Half a day before the first one nobody is on the way yet.
        (-12.0 * 60.0, [next, another, another, another]),
        (-12.0 * 60.0 - 1.0, [another, another, another, another]),
    ] {
        assert_eq!(moments(&day, minute * MINUTE), expected, "{minute}");
    }
}

#[test]
fn what_has_no_time_or_no_end_is_never_on() {
    let open = Session { starts: Some(0.0), ..Session::default() };
    assert_eq!(moments(&[open.clone(), Session::default()], MINUTE), [Moment::Another; 2]);
    assert_eq!(moments(&[open, Session::default()], -MINUTE), [Moment::Next, Moment::Another]);
}

#[test]
fn a_choice_takes_what_is_all_that_was_chosen() {
    let talk = Session {
        track: Some("Law".to_owned()),
        place: Some("Room 1".to_owned()),
        people: vec!["ada".to_owned(), "bo".to_owned()],
        ..Session::default()
    };
    let chosen = |it: &str| (!it.is_empty()).then(|| it.to_owned());
    for (track, place, person, is_taken) in [
        ("", "", "", true),
        ("Law", "", "", true),
        ("Water", "", "", false),
        ("", "Room 1", "bo", true),
        ("", "Room 2", "bo", false),
        ("Law", "Room 1", "cy", false),
        // A name is the whole of it.
        ("La", "", "", false),
        ("", "", "ad", false),
    ] {
        let choice = Choice { track: chosen(track), place: chosen(place), person: chosen(person) };
        assert_eq!(choice.takes(&talk), is_taken, "{choice:?}");
        assert_eq!(choice.is_narrow(), choice != Choice::default());
    }
    let lunch = Session::default();
    assert!(Choice::default().takes(&lunch));
    assert!(!Choice { track: chosen("Law"), ..Choice::default() }.takes(&lunch));
}

#[test]
fn each_thing_can_be_chosen_once_in_the_order_of_the_page() {
    assert_eq!(distinct(["b", "a", "b", "c", "a"].into_iter()), ["b", "a", "c"]);
}
