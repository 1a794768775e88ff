// Puts texts on the clipboard, for the early script and for all programs.
//
// Browsers let a page do that in the press alone, and some forget the press while anything is loaded. So
// this is called in the press itself, with a promise of what is still in the making.
(() => {
  /** By the command that older browsers have, and pages without a secure connection: what is selected is
      copied, and on its way replaced by what is meant. */
  function copyByCommand(plain, html) {
    const replace = (event) => {
      event.clipboardData.setData('text/plain', plain);
      if (html) event.clipboardData.setData('text/html', html);
      event.preventDefault();
    };
    const selection = getSelection();
    const before = selection.rangeCount && selection.getRangeAt(0);
    // Some browsers copy nothing where nothing is selected. Only within an open dialog can anything be.
    const stand = document.createElement('pre');
    stand.textContent = plain;
    stand.className = 'visually-hidden';
    (document.querySelector('dialog[open]') ?? document.body).append(stand);
    selection.selectAllChildren(stand);
    addEventListener('copy', replace, true);
    try {
      return document.execCommand?.('copy') ?? false;
    } finally {
      removeEventListener('copy', replace, true);
      stand.remove();
      selection.removeAllRanges();
      if (before) selection.addRange(before);
    }
  }

  /**
   * Copies a text, and where `forms` promises it as `{ plain, html }`, as that. Resolves to whether it is
   * on the clipboard.
   */
  globalThis.marginaliaCopy = async (plain, forms) => {
    try {
      if (forms) {
        const blob = async (form, type) => new Blob([(await forms)[form]], { type });
        await navigator.clipboard.write([
          new ClipboardItem({ 'text/plain': blob('plain', 'text/plain'), 'text/html': blob('html', 'text/html') }),
        ]);
      } else {
        await navigator.clipboard.writeText(plain);
      }
      return true;
    } catch {
      return copyByCommand(plain, forms?.html);
    }
  };

  // A button that copies what stands in the box which it names.
  addEventListener('click', async (event) => {
    const button = event.target.closest?.('[data-copy]');
    if (!button) return;
    const box = document.getElementById(button.dataset.copy);
    if (await marginaliaCopy(box.value)) {
      button.textContent = button.dataset.copied;
    } else {
      // What is selected the reader can copy.
      box.focus();
      box.select();
    }
  });
})();
