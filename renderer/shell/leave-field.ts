/** Fields that keep what is typed as they are left; a search or a list of choices has nothing to keep. */
const kept = 'input:not([role=combobox]):not([type=search]), textarea';

/**
 * Leaves the field that is typed in, which keeps it: a field that goes away with its page is never told that it was
 * left, and what was typed last would be lost without a word.
 */
function leaveField(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !field.matches(kept)) return;
  field.blur();
  // Where the page stays, so does the place in it.
  requestAnimationFrame(() => {
    if (field.isConnected && document.activeElement === document.body) field.focus({ preventScroll: true });
  });
}

/** Called before the app is shown, so that it hears of a new address before the pages do. */
export function keepFieldsOfLeftPages(): void {
  window.addEventListener('hashchange', leaveField);
  window.addEventListener('beforeunload', leaveField);
}
