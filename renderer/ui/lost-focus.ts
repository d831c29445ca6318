/** Id of the element that gets the focus when the focused element disappears. */
export const WORK_ID = 'work';

/** True when no particular element has the focus, so that a component may take it. */
export function isFocusLost(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.id === WORK_ID;
}

/** A closing dialog or menu restores the focus a frame later. Only a focus missing after that is lost. */
const SETTLE_MS = 60;

/** Moves a lost focus to the work area. Returns the function that ends it. */
export function keepFocus(root: Document): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function onFocusOut(event: FocusEvent): void {
    clearTimeout(timer);
    if (event.relatedTarget !== null) return;
    timer = setTimeout(() => {
      // A message is an alertdialog too, but does not take the focus.
      const isOverlayOpen =
        root.querySelector('[role=dialog],[role=alertdialog]:not([aria-modal=false]),[role=menu]') !== null;
      if (root.activeElement === root.body && !isOverlayOpen) root.getElementById(WORK_ID)?.focus();
    }, SETTLE_MS);
  }
  root.addEventListener('focusout', onFocusOut);
  return () => {
    clearTimeout(timer);
    root.removeEventListener('focusout', onFocusOut);
  };
}
