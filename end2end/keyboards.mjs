// What keyboards tell of their keys, as Windows lays them out: for each the place of the key, what stands
// on it, and the shortcut that is meant, if any.

const key = (code, key, meant, shiftKey = false) => ({ code, key, meant, shiftKey });

export const KEYBOARDS = {
  Russian: [
    key('KeyN', 'т', 'n'),
    key('KeyJ', 'о', 'j'),
    key('KeyK', 'л', 'k'),
    key('KeyE', 'у', 'e'),
    key('KeyQ', 'й', 'q'),
    key('Digit7', '?', '?', true),
    key('Backslash', '/', '/', true),
    // Their place is no letter's on a Latin keyboard.
    key('Semicolon', 'ж', null),
    key('Slash', '.', null),
    // As caps lock has it; with shift it is another key, as on a Latin keyboard.
    key('KeyN', 'Т', 'n'),
    key('KeyN', 'Т', null, true),
  ],
  Greek: [
    key('KeyN', 'ν', 'n'),
    key('KeyJ', 'ξ', 'j'),
    key('KeyK', 'κ', 'k'),
    key('KeyE', 'ε', 'e'),
    key('KeyQ', ';', 'q'),
    key('Slash', '/', '/'),
    key('Slash', '?', '?', true),
  ],
  Arabic: [
    key('KeyN', 'ى', 'n'),
    key('KeyJ', 'ت', 'j'),
    key('KeyK', 'ن', 'k'),
    key('KeyE', 'ث', 'e'),
    key('KeyQ', 'ض', 'q'),
    key('Slash', 'ظ', '/'),
    key('Slash', '؟', '?', true),
  ],
  Hebrew: [
    key('KeyN', 'מ', 'n'),
    key('KeyJ', 'ח', 'j'),
    key('KeyK', 'ל', 'k'),
    key('KeyE', 'ק', 'e'),
    // What stands on a key goes before its place.
    key('KeyQ', '/', '/'),
    key('Slash', '.', null),
  ],
  // Slash and question mark stand above other keys.
  German: [key('Digit7', '/', '/', true), key('Minus', 'ß', null), key('Minus', '?', '?', true), key('Slash', '-', null), key('KeyJ', 'j', 'j')],
  'Japanese (kana)': [key('KeyN', 'み', 'n'), key('KeyJ', 'ま', 'j'), key('Slash', 'め', '/'), key('Slash', '・', '?', true)],
  French: [key('KeyA', 'q', 'q'), key('KeyQ', 'a', null), key('Digit2', 'é', null), key('Semicolon', 'm', null)],
  Dvorak: [
    key('KeyL', 'n', 'n'),
    key('KeyN', 'b', null),
    key('KeyE', '.', null),
    key('KeyQ', "'", null),
    key('KeyZ', ';', null),
  ],
  'Turkish F': [key('KeyE', 'ğ', null), key('KeyR', 'ı', null)],
};
